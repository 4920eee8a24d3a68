/// request.h - one HTTP request, parsed and checked: all text in it is well-formed UTF-8
/// without NUL (the body of an upload excepted).
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/time.h"
#include "web/multipart.h"
#include "web/session.h"
#include "web/site.h"
#include "web/visitor.h"

namespace web {

/// Names with values in the order sent; a name may come twice.
class Fields {
 public:
  void add(std::string name, std::string value) {
    entries_.emplace_back(std::move(name), std::move(value));
  }
  bool has(std::string_view name) const { return first(name) != nullptr; }
  /// The first value of this name, or nullptr.
  const std::string* first(std::string_view name) const;
  /// The first value, or an empty text.
  const std::string& get(std::string_view name) const;
  std::vector<std::string> all(std::string_view name) const;
  int count(std::string_view name) const;
  const std::vector<std::pair<std::string, std::string>>& entries() const { return entries_; }

 private:
  std::vector<std::pair<std::string, std::string>> entries_;
};

/// Reads "a=1&b=2". Throws BadRequest for text that is no clean UTF-8 or for more than 500 fields.
Fields parse_fields(std::string_view text);

struct Request {
  std::string id{};      // in the log, on error pages and in the X-Request-Id header
  std::string method{};  // "GET", "POST" …; HEAD arrives as GET with head_only
  bool head_only = false;
  std::string path{};  // decoded, without the query, without a slash at its end: "/product/42"
  std::string query_text{};  // as sent, behind the '?'
  Fields query{};
  Fields form{};                // of an urlencoded or multipart body
  std::vector<Upload> files{};  // of a multipart body
  std::string body{};           // any other body
  std::string content_type{};
  Fields cookies{};
  std::map<std::string, std::string, std::less<>> headers{};  // lower case: "accept", "origin"
  std::string host{};
  std::string remote_address{};
  bool is_tls = false;
  Instant now{};
  Session session{};
  Visitor visitor{};              // filled by the program's identify function
  bool has_bearer = false;        // it brought a token or an API key: no cookie counts
  std::string token_problem{};    // why that does not count (RFC 6750 words); empty: it does
  std::int64_t token_family = 0;  // of a bearer's access token
  bool is_json_route = false;     // its route answers JSON only
  Message notice{};               // what the last action said, shown once on this page
  bool notice_is_warning = false;
  std::vector<std::pair<std::string, std::string>> captured{};  // of the route's {name} parts
  const Site* site = nullptr;

  const std::string& header(std::string_view name) const;  // empty when it was not sent
  /// A part of the path, "/product/{id}": throws NotFound when it is no positive number.
  std::int64_t captured_id(std::string_view name) const;
  const std::string& captured_text(std::string_view name) const;
  /// Path and query, for a link back to this page.
  std::string target() const;
  /// True when the client prefers JSON to HTML, or sent JSON, or asks below /api/ or for what has
  /// no page.
  bool wants_json() const;
  bool is_get() const { return method == "GET"; }
  std::string csrf_token() const { return web::csrf_token(site->signer, session); }
  std::string say(const Message& message) const {
    return site->messages.say(message.key, message.arguments);
  }
};

/// Where a request comes from: CGI variables by name (nullptr when unset) and a reader of the body
/// that returns how many bytes it put at `buffer`, 0 at the end.
struct Source {
  std::function<const char*(const char* name)> variable;
  std::function<std::size_t(char* buffer, std::size_t size)> read_body;
  char** all_variables = nullptr;  // "NAME=value" …, nullptr at the end
};

inline constexpr std::size_t kMostBody = 1U << 20U;    // bytes of a form or of JSON
inline constexpr std::size_t kMostUpload = 8U << 20U;  // bytes of a multipart body

/// Fills in what can be read of the request, in this order: id, method, path, headers, cookies,
/// session, fields, body. Throws BadRequest or TooLarge; what was read until then stays, so that
/// the error page knows its visitor.
void read_request(Request& request, const Source& source);

}  // namespace web
