#include "support/api.h"

#include "accounts/accounts.h"
#include "accounts/tokens.h"
#include "base/text.h"
#include "web/token.h"

namespace support {

web::Response ApiTest::call_raw(const std::string& method, const std::string& target,
                                const std::string& body, const std::string& type) {
  web::Request request = request_for(method, target);
  while (request.path.size() > 1 && request.path.ends_with('/')) request.path.pop_back();
  request.headers.insert(headers.begin(), headers.end());
  if (!token.empty()) request.headers["authorization"] = "Bearer " + token;
  if (!body.empty()) {
    request.content_type = type;
    request.body = body;
  }
  return answer(request);
}

web::Response ApiTest::call(const std::string& method, const std::string& target,
                            const Json& body) {
  return call_raw(method, target, body.is_null() ? "" : body.dump());
}

void ApiTest::log_in(std::int64_t account_id) {
  const auto account = accounts::find_account(db, account_id).value();
  const std::int64_t family = accounts::start_family(db, account_id, account.session_epoch,
                                                     "id-of-" + std::to_string(account_id), noon());
  token = web::write_token(test_site().signer, {.issuer = web::issuer_of(test_site()),
                                                .audience = std::string(web::kAccessAudience),
                                                .account_id = account_id,
                                                .epoch = account.session_epoch,
                                                .family = family,
                                                .id = "access",
                                                .issued = noon(),
                                                .expires = noon() + web::kAccessLife});
}

std::int64_t ApiTest::log_in_as(const AccountMaker& maker) {
  const std::int64_t id = make_account(db, maker);
  log_in(id);
  return id;
}

std::string at(const std::string& path, std::int64_t id) {
  const std::size_t place = path.find("{}");
  return path.substr(0, place) + std::to_string(id) + path.substr(place + 2);
}

Json json_of(const web::Response& response) {
  return Json::parse(response.body);
}

std::string bad_fields(const web::Response& response) {
  std::string fields;
  const Json json = json_of(response);
  for (const Json& error : json.at("errors")) {
    fields += (fields.empty() ? "" : ",") + error.at("field").get<std::string>();
  }
  return fields;
}

}  // namespace support
