/// api.h - asks the JSON API as a client does: tokens, bodies, headers.
#pragma once

#include <map>
#include <string>

#include "support/support.h"
#include "web/json.h"

namespace support {

using Json = web::Json;

struct ApiTest : PageTest {
  /// One request; a trailing slash is dropped as the server does. `body` null: none is sent.
  web::Response call(const std::string& method, const std::string& target, const Json& body = {});
  web::Response call_raw(const std::string& method, const std::string& target,
                         const std::string& body, const std::string& type = "application/json");
  /// An account with a password, and an access token of it for the next calls; returns its id.
  std::int64_t log_in_as(const AccountMaker& maker = {});
  void log_in(std::int64_t account_id);

  std::string token{};                           // sent as bearer, unless empty
  std::map<std::string, std::string> headers{};  // sent with every call
};

/// "/api/orders/{}/pay" with the id put in.
std::string at(const std::string& path, std::int64_t id);

Json json_of(const web::Response& response);
/// The fields that a 422 names, with commas between them.
std::string bad_fields(const web::Response& response);

}  // namespace support
