// Registering and the own profile as JSON, and what bodies the API takes at all.
#include <boost/test/unit_test.hpp>

#include "support/api.h"

using support::Json;
using support::json_of;

namespace {

Json registration() {
  return {
      {"username", "carol"}, {"email", "carol@example.com"}, {"password", "a good long secret"}};
}

struct Users : support::ApiTest {
  int status_of(const std::string& body, const std::string& type = "application/json") {
    return call_raw("POST", "/api/users/register/", body, type).status;
  }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(user_api, Users)

BOOST_AUTO_TEST_CASE(an_account_is_made_and_its_secrets_stay_inside) {
  Json wish = registration();
  wish["city"] = "Bern";
  wish["role"] = "admin";
  wish["unknown"] = {1, 2};
  const auto answer = call("POST", "/register", wish);

  BOOST_TEST(answer.status == 201);
  const Json user = json_of(answer);
  BOOST_TEST(user.at("username") == "carol");
  BOOST_TEST(user.at("city") == "Bern");
  BOOST_TEST(user.at("role") == "customer");
  BOOST_TEST(!user.contains("password_hash"));
  BOOST_TEST(answer.body.find("secret") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_taken_name_is_a_conflict) {
  call("POST", "/api/users/register/", registration());
  Json again = registration();
  again["email"] = "other@example.com";
  const auto answer = call("POST", "/api/users/register/", again);

  BOOST_TEST(answer.status == 409);
  BOOST_TEST(support::bad_fields(answer) == "username");
}

BOOST_AUTO_TEST_CASE(every_bad_field_is_named) {
  const auto answer = call("POST", "/api/users/register/",
                           {{"username", "a b"}, {"email", "nowhere"}, {"password", "short"}});
  BOOST_TEST(answer.status == 422);
  BOOST_TEST(support::bad_fields(answer) == "username,email,password");
}

BOOST_AUTO_TEST_CASE(fields_of_a_wrong_type_are_named) {
  const auto answer = call("POST", "/api/users/register/",
                           {{"username", 12345}, {"email", {1}}, {"password", true}});
  BOOST_TEST(answer.status == 422);
  BOOST_TEST(support::bad_fields(answer) == "username,email,password");
}

BOOST_AUTO_TEST_CASE(a_body_that_is_no_json_object_is_refused) {
  BOOST_TEST(status_of("{") == 400);
  BOOST_TEST(status_of("[1]") == 400);
  BOOST_TEST(status_of("{\"username\": NaN}") == 400);
  BOOST_TEST(status_of("{\"username\": 1e999}") == 400);
  BOOST_TEST(status_of("{\"username\": \"\\u0000\"}") == 400);
  BOOST_TEST(status_of("{\"username\": \"\\ud800\"}") == 400);
  BOOST_TEST(status_of("{\"a\": 1, \"a\": 2}") == 400);
  BOOST_TEST(status_of("{\"a\": {\"b\": 1, \"b\": 2}}") == 400);
  BOOST_TEST(status_of("{\"a\": " + std::string(10000, '[') + std::string(10000, ']') + "}") ==
             400);
  BOOST_TEST(status_of("{} trailing") == 400);
}

BOOST_AUTO_TEST_CASE(another_content_type_is_415) {
  BOOST_TEST(status_of("{}", "text/plain") == 415);
  BOOST_TEST(status_of("{}", "application/json; charset=utf-8") == 422);
}

BOOST_AUTO_TEST_CASE(the_own_profile_is_read_and_changed_piece_by_piece) {
  log_in_as({.first_name = "Alice"});
  BOOST_TEST(json_of(call("GET", "/api/users/profile/")).at("first_name") == "Alice");

  const Json changed = json_of(call("PUT", "/api/users/profile/update/", {{"city", "Bern"}}));

  BOOST_TEST(changed.at("city") == "Bern");
  BOOST_TEST(changed.at("first_name") == "Alice");
}

BOOST_AUTO_TEST_CASE(a_new_email_address_needs_the_password) {
  log_in_as();
  const auto answer = call("PUT", "/api/users/profile/update/", {{"email", "new@example.com"}});
  BOOST_TEST(answer.status == 422);
  BOOST_TEST(support::bad_fields(answer) == "current_password");
}

BOOST_AUTO_TEST_CASE(a_wrong_method_says_which_are_right) {
  const auto answer = call("DELETE", "/api/users/profile/");
  BOOST_TEST(answer.status == 405);
  BOOST_TEST(support::header(answer, "Allow") == "GET, HEAD, OPTIONS");
  BOOST_TEST(call("OPTIONS", "/api/users/profile/").status == 204);
}

BOOST_AUTO_TEST_CASE(the_same_address_is_a_page_for_a_browser) {
  const auto page = get("/register");
  BOOST_TEST(page.content_type == "text/html; charset=utf-8");
  const auto json = call("POST", "/register", Json::object());
  BOOST_TEST(json.content_type == "application/problem+json");
}

BOOST_AUTO_TEST_SUITE_END()
