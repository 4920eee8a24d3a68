// Logging in by tokens: POST /api/login and its other names, /api/token/refresh, /api/logout.
#include <boost/test/unit_test.hpp>

#include "accounts/accounts.h"
#include "accounts/second_factor.h"
#include "accounts/totp.h"
#include "support/api.h"

using support::Json;
using support::json_of;

namespace {

struct LogIn : support::ApiTest {
  LogIn() {
    alice = support::make_account(db, {.username = "alice"});
    set("a good long secret");
  }
  void set(const std::string& password) {
    accounts::change_password(db, alice, password, accounts::kCheapCost);
  }
  Json log_in_by_password(const std::string& path = "/api/login/") {
    return json_of(call("POST", path, {{"username", "alice"}, {"password", "a good long secret"}}));
  }
  int profile_status() { return call("GET", "/api/users/profile/").status; }
  web::Response refresh(const std::string& refresh_token) {
    return call("POST", "/api/token/refresh/", {{"refresh", refresh_token}});
  }
  std::int64_t alice = 0;
};

std::string text_of(const Json& json, const char* name) {
  return json.at(name).get<std::string>();
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(token_api, LogIn)

BOOST_AUTO_TEST_CASE(a_log_in_gives_a_token_that_opens_what_is_private) {
  for (const char* path : {"/login", "/api/login/", "/api/users/login/", "/api/auth/token/"}) {
    const Json tokens = log_in_by_password(path);
    BOOST_TEST(text_of(tokens, "token_type") == "Bearer");
    BOOST_TEST(tokens.at("expires_in") == 900);
    BOOST_TEST(tokens.at("token") == tokens.at("access"));
    token = text_of(tokens, "access");
    BOOST_TEST(profile_status() == 200);
    token.clear();
  }
}

BOOST_AUTO_TEST_CASE(an_email_address_serves_as_well_as_a_name) {
  const auto answer = call("POST", "/api/users/login/",
                           {{"email", "alice@example.com"}, {"password", "a good long secret"}});
  BOOST_TEST(answer.status == 200);
}

BOOST_AUTO_TEST_CASE(a_wrong_password_and_an_unknown_name_get_the_same_answer) {
  const auto wrong = call("POST", "/api/login/", {{"username", "alice"}, {"password", "guess 1"}});
  const auto unknown = call("POST", "/api/login/", {{"username", "nobody"}, {"password", "guess"}});

  BOOST_TEST(wrong.status == 401);
  BOOST_TEST(wrong.body == unknown.body);
  BOOST_TEST(support::header(wrong, "RateLimit-Remaining") == "9");
}

BOOST_AUTO_TEST_CASE(what_is_missing_is_named) {
  const auto answer = call("POST", "/api/login/", Json::object());
  BOOST_TEST(answer.status == 422);
  BOOST_TEST(support::bad_fields(answer) == "username,password");
}

BOOST_AUTO_TEST_CASE(without_a_token_the_door_stays_shut_and_says_which_key_fits) {
  const auto answer = call("GET", "/api/users/profile/");
  BOOST_TEST(answer.status == 401);
  BOOST_TEST(answer.content_type == "application/problem+json");
  BOOST_TEST(support::header(answer, "WWW-Authenticate").starts_with("Bearer"));
}

BOOST_AUTO_TEST_CASE(an_expired_token_says_so) {
  token = text_of(log_in_by_password(), "access");
  shop.clock = [] { return support::noon() + std::chrono::minutes(16); };
  const auto answer = call("GET", "/api/users/profile/");

  BOOST_TEST(answer.status == 401);
  const std::string why = support::header(answer, "WWW-Authenticate");
  BOOST_TEST(why.find(R"(error="invalid_token")") != std::string::npos, why);
  BOOST_TEST(why.find("expired") != std::string::npos, why);
}

BOOST_AUTO_TEST_CASE(an_expired_token_beside_the_refresh_token_does_no_harm) {
  const Json tokens = log_in_by_password();
  token = text_of(tokens, "access");
  shop.clock = [] { return support::noon() + std::chrono::minutes(16); };
  BOOST_TEST(refresh(text_of(tokens, "refresh")).status == 200);
}

BOOST_AUTO_TEST_CASE(a_refresh_token_is_good_once_and_a_second_use_ends_the_whole_log_in) {
  const Json first = log_in_by_password();
  const auto second = refresh(text_of(first, "refresh"));
  BOOST_REQUIRE(second.status == 200);
  token = text_of(json_of(second), "access");
  BOOST_TEST(profile_status() == 200);

  BOOST_TEST(refresh(text_of(first, "refresh")).status == 401);

  BOOST_TEST(profile_status() == 401);
  BOOST_TEST(refresh(text_of(json_of(second), "refresh")).status == 401);
}

BOOST_AUTO_TEST_CASE(neither_token_passes_for_the_other) {
  const Json tokens = log_in_by_password();
  BOOST_TEST(refresh(text_of(tokens, "access")).status == 401);
  token = text_of(tokens, "refresh");
  BOOST_TEST(profile_status() == 401);
}

BOOST_AUTO_TEST_CASE(a_browser_gets_the_refresh_token_as_a_cookie_that_no_script_reads) {
  const auto answer =
      call("POST", "/api/login/", {{"username", "alice"}, {"password", "a good long secret"}});
  const std::string cookie = support::header(answer, "Set-Cookie");
  BOOST_TEST(cookie.find("HttpOnly") != std::string::npos);
  BOOST_TEST(cookie.find("SameSite=Strict") != std::string::npos);

  web::Request request = request_for("POST", "/api/token/refresh");
  request.cookies.add("refresh", cookie.substr(8, cookie.find(';') - 8));
  BOOST_TEST(this->answer(request).status == 200);
}

BOOST_AUTO_TEST_CASE(logging_out_ends_both_tokens_at_once) {
  const Json tokens = log_in_by_password();
  token = text_of(tokens, "access");

  BOOST_TEST(call("POST", "/api/logout/").status == 204);

  BOOST_TEST(profile_status() == 401);
  token.clear();
  BOOST_TEST(refresh(text_of(tokens, "refresh")).status == 401);
}

BOOST_AUTO_TEST_CASE(a_new_password_ends_every_token) {
  const Json tokens = log_in_by_password();
  token = text_of(tokens, "access");
  const auto changed =
      call("PUT", "/api/users/profile/update/",
           {{"password", "another long secret"}, {"current_password", "a good long secret"}});
  BOOST_TEST(changed.status == 200);

  BOOST_TEST(profile_status() == 401);
  token.clear();
  BOOST_TEST(refresh(text_of(tokens, "refresh")).status == 401);
}

BOOST_AUTO_TEST_CASE(the_token_of_a_deleted_account_is_refused) {
  token = text_of(log_in_by_password(), "access");
  accounts::delete_account(db, alice);
  BOOST_TEST(profile_status() == 401);
}

BOOST_AUTO_TEST_CASE(a_token_needs_no_csrf_token_whatever_site_it_comes_from) {
  token = text_of(log_in_by_password(), "access");
  headers["origin"] = "https://app.example";
  BOOST_TEST(call("PUT", "/api/users/profile/update/", {{"city", "Bern"}}).status == 200);
}

BOOST_AUTO_TEST_CASE(a_session_cookie_alone_changes_nothing_without_the_csrf_token) {
  sign_in(alice);
  session.epoch = 1;  // the password was set since the account was made
  const auto seen = call("GET", "/api/users/profile/");
  BOOST_TEST(seen.status == 200);
  BOOST_TEST(call("PUT", "/api/users/profile/update/", {{"city", "Bern"}}).status == 403);

  headers["x-csrf-token"] = support::header(seen, "X-CSRF-Token");
  BOOST_TEST(call("PUT", "/api/users/profile/update/", {{"city", "Bern"}}).status == 200);
}

BOOST_AUTO_TEST_CASE(an_account_with_a_second_factor_needs_its_code_as_well) {
  const std::string secret = accounts::make_totp_secret();
  const auto code_at = [&](Instant moment) {
    return accounts::totp_code(secret, accounts::totp_step(moment));
  };
  const auto earlier = support::noon() - std::chrono::seconds(30);
  const auto codes =
      accounts::switch_on_second_factor(db, alice, secret, code_at(earlier), support::noon());
  Json body{{"username", "alice"}, {"password", "a good long secret"}};

  const auto first = call("POST", "/api/login", body);
  BOOST_TEST(first.status == 401);
  BOOST_TEST(json_of(first).at("code_needed") == true);
  body["code"] = "000000";
  BOOST_TEST(json_of(call("POST", "/api/login", body)).at("code_needed") == true);
  body["code"] = code_at(support::noon());
  BOOST_TEST(call("POST", "/api/login", body).status == 200);
  BOOST_TEST(call("POST", "/api/login", body).status == 401);  // each code once
  body["code"] = codes.at(0);
  BOOST_TEST(call("POST", "/api/login", body).status == 200);
  // A right code does not help a wrong password, nor tells that it was right.
  body["password"] = "a bad long secret";
  body["code"] = codes.at(1);
  BOOST_TEST(!json_of(call("POST", "/api/login", body)).contains("code_needed"));
}

BOOST_AUTO_TEST_CASE(codes_cannot_be_tried_without_end) {
  const std::string secret = accounts::make_totp_secret();
  accounts::switch_on_second_factor(
      db, alice, secret, accounts::totp_code(secret, accounts::totp_step(support::noon())),
      support::noon());
  const Json body{{"username", "alice"}, {"password", "a good long secret"}, {"code", "000000"}};
  int last = 0;
  for (int tries = 0; tries < 6; ++tries) last = call("POST", "/api/login", body).status;
  BOOST_TEST(last == 429);
}

BOOST_AUTO_TEST_CASE(a_locked_account_gets_no_tokens) {
  db.run_script("UPDATE account SET locked_at = now() WHERE username = 'alice'");
  const auto answer =
      call("POST", "/api/login", {{"username", "alice"}, {"password", "a good long secret"}});
  BOOST_TEST(answer.status == 401);
  BOOST_TEST(support::contains(answer, "locked"));
}

BOOST_AUTO_TEST_CASE(after_too_many_wrong_passwords_it_says_when_to_come_back) {
  for (int i = 0; i < 10; ++i) {
    call("POST", "/api/login/", {{"username", "alice"}, {"password", "guess"}});
  }
  const auto answer =
      call("POST", "/api/login/", {{"username", "alice"}, {"password", "a good long secret"}});
  BOOST_TEST(answer.status == 429);
  BOOST_TEST(support::header(answer, "Retry-After") != "");
}

BOOST_AUTO_TEST_SUITE_END()
