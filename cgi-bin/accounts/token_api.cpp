/// token_api.cpp - POST /api/login and its other names, /api/token/refresh, /api/logout.
///
/// Test: tests/page/token_api_test.cpp

#include "accounts/accounts_api.h"
#include "accounts/sign_in_form.h"
#include "accounts/tokens.h"
#include "accounts/user_json_view.h"
#include "base/random.h"
#include "base/text.h"
#include "shop.h"
#include "web/json_form.h"
#include "web/token.h"

namespace accounts {
namespace {

constexpr std::string_view kRefreshCookie = "refresh";

/// What one log-in or one refresh gives out.
struct Grant {
  std::int64_t account_id = 0;
  int epoch = 0;
  std::int64_t family = 0;
  std::string refresh_id{};
};

std::string token_of(const web::Request& request, const Grant& grant, std::string_view audience,
                     const std::string& id, std::chrono::seconds life) {
  return web::write_token(request.site->signer, {.issuer = web::issuer_of(*request.site),
                                                 .audience = std::string(audience),
                                                 .account_id = grant.account_id,
                                                 .epoch = grant.epoch,
                                                 .family = grant.family,
                                                 .id = id,
                                                 .issued = request.now,
                                                 .expires = request.now + life});
}

/// Scripts of a page cannot read it, other sites' requests do not carry it, pages never see it.
std::string refresh_cookie(const web::Request& request, const std::string& token,
                           std::chrono::seconds life) {
  return std::string(kRefreshCookie) + "=" + token +
         "; Path=/api; Max-Age=" + std::to_string(life.count()) + "; HttpOnly; SameSite=Strict" +
         (request.is_tls ? "; Secure" : "");
}

web::Response tokens_response(const web::Request& request, const Grant& grant,
                              const web::Json& more) {
  const std::string access =
      token_of(request, grant, web::kAccessAudience, random_token(), web::kAccessLife);
  const std::string refresh =
      token_of(request, grant, web::kRefreshAudience, grant.refresh_id, web::kRefreshLife);
  web::Json answer{{"access", access},
                   {"refresh", refresh},
                   {"token", access},
                   {"token_type", "Bearer"},
                   {"expires_in", web::kAccessLife.count()}};
  if (more.is_object()) answer.update(more);
  web::Response response = web::json_response(answer);
  response.headers.emplace_back("Set-Cookie", refresh_cookie(request, refresh, web::kRefreshLife));
  return response;
}

web::Response refused(const web::Request& request, const web::Message& message) {
  web::Response response = web::problem_response(request, 401, message);
  response.headers.emplace_back("WWW-Authenticate", "Bearer");
  return response;
}

/// The password was right: a client asks for the code and logs in again with both.
web::Response code_refused(const web::Request& request, const web::Message& message) {
  web::Response response =
      web::problem_response(request, 401, message, web::Json::object({{"code_needed", true}}));
  response.headers.emplace_back("WWW-Authenticate", "Bearer");
  return response;
}

/// The refresh token of the body, else of the cookie; empty when neither came.
std::string sent_refresh(const web::Request& request) {
  const web::Json body = web::json_body_if_any(request);
  const auto sent = body.find("refresh");
  if (sent != body.end() && sent->is_string()) return sent->get<std::string>();
  return request.cookies.get(kRefreshCookie);
}

std::optional<web::Claims> refresh_claims(const web::Request& request, const std::string& token) {
  const auto read = web::read_token(request.site->signer, web::issuer_of(*request.site),
                                    web::kRefreshAudience, token, request.now);
  const auto* claims = std::get_if<web::Claims>(&read);
  return claims == nullptr ? std::nullopt : std::optional(*claims);
}

web::Response forget_cookie(const web::Request& request, web::Response response) {
  response.headers.emplace_back("Set-Cookie", refresh_cookie(request, "", std::chrono::seconds(0)));
  return response;
}

void add_limit_headers(web::Response& response, const RateLimit& limit, int left, Instant now) {
  response.headers.emplace_back("RateLimit-Limit", std::to_string(limit.attempts));
  response.headers.emplace_back("RateLimit-Remaining", std::to_string(left));
  response.headers.emplace_back("RateLimit-Reset", std::to_string(seconds_left(limit, now)));
}

}  // namespace

web::Response api_login(const web::Request& request, Shop& shop) {
  web::JsonForm form(request);
  const char* field = !form.has("username") && form.has("email") ? "email" : "username";
  const std::string login = form.text(field, 254, true);
  const std::string password = form.password("password");
  if (password.empty()) form.add_problem("password", {"form.required"});
  if (count_characters(password) > kLongestPassword) {
    form.add_problem("password", {"password.too_long"});
  }
  const std::string code = form.text("code", 40, false);
  form.require_good();

  const auto account = check_within_limits(request, shop, login, password);
  if (!account || account->locked) {
    // Only who knows the password is told of the lock.
    web::Response response = refused(request, {account ? "login.locked" : "login.wrong"});
    add_limit_headers(response, login_limit(shop), logins_left(request, shop, login), request.now);
    return response;
  }
  if (account->has_second_factor) {
    if (code.empty()) return code_refused(request, {"api.code_needed"});
    if (!use_code_within_limits(request, shop, account->id, code)) {
      return code_refused(request, {"second_factor.wrong"});
    }
  }
  Grant grant{account->id, account->session_epoch, 0, random_token()};
  grant.family =
      start_family(shop.db, grant.account_id, grant.epoch, grant.refresh_id, request.now);
  return tokens_response(request, grant, web::Json::object({{"user", to_json(*account)}}));
}

web::Response api_token_refresh(const web::Request& request, Shop& shop) {
  const std::string token = sent_refresh(request);
  if (token.empty()) {
    throw web::BadFields(std::vector<web::FieldProblem>{{"refresh", {"form.required"}}});
  }
  const auto claims = refresh_claims(request, token);
  if (!claims) return forget_cookie(request, refused(request, {"token.refresh_invalid"}));
  const std::string next = random_token();
  const Rotation rotation = rotate(shop.db, claims->family, claims->id, next, request.now);
  switch (rotation.outcome) {
    case RotateOutcome::rotated:
      return tokens_response(request, {rotation.account_id, rotation.epoch, claims->family, next},
                             {});
    case RotateOutcome::unknown:
    case RotateOutcome::ended:
      return forget_cookie(request, refused(request, {"token.refresh_ended"}));
    case RotateOutcome::reused:
      return forget_cookie(request, refused(request, {"token.refresh_reused"}));
  }
  throw std::logic_error("unknown RotateOutcome");
}

web::Response api_logout(const web::Request& request, Shop& shop) {
  if (request.token_family != 0) end_family(shop.db, request.token_family, request.now);
  const std::string token = sent_refresh(request);
  if (const auto claims = refresh_claims(request, token)) {
    end_family_of(shop.db, claims->family, claims->id, request.now);
  }
  return forget_cookie(request, web::no_content());
}

}  // namespace accounts
