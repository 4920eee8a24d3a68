// Users and profiles for admins; sales in numbers for staff.
#include <boost/test/unit_test.hpp>

#include "support/api.h"
#include "tests.sql.h"

using support::at;
using support::Json;
using support::json_of;

BOOST_FIXTURE_TEST_SUITE(people_api, support::ApiTest)

BOOST_AUTO_TEST_CASE(an_admin_lists_finds_and_changes_people) {
  const auto carol = support::make_account(db, {.username = "carol17"});
  log_in_as({.role = "admin"});
  for (const char* path : {"/users", "/api/users/"}) {
    BOOST_TEST(json_of(call("GET", std::string(path) + "?search=CAROL17")).at("total") == 1);
  }
  for (const char* path : {"/users/{}", "/api/users/{}/"}) {
    BOOST_TEST(json_of(call("GET", at(path, carol))).at("username") == "carol17");
  }
  const Json changed = json_of(
      call("PUT", at("/api/users/update/{}/", carol),
           {{"first_name", "Carola"}, {"role", "staff"}, {"permissions", {"orders", "stock"}}}));
  BOOST_TEST(changed.at("first_name") == "Carola");
  BOOST_TEST(changed.at("role") == "staff");
  BOOST_TEST(changed.at("permissions").size() == 2u);
  BOOST_TEST(
      call("PUT", at("/api/users/update/{}/", carol), Json::object({{"role", "king"}})).status ==
      422);
  BOOST_TEST(call("PUT", at("/api/users/update/{}/", carol),
                  Json::object({{"permissions", {"everything"}}}))
                 .status == 422);
}

BOOST_AUTO_TEST_CASE(an_admin_deletes_others_but_not_himself) {
  const auto carol = support::make_account(db);
  const auto admin = log_in_as({.role = "admin"});
  BOOST_TEST(call("DELETE", at("/api/users/delete/{}/", carol)).status == 204);
  BOOST_TEST(call("DELETE", at("/api/users/delete/{}/", carol)).status == 404);
  BOOST_TEST(call("DELETE", at("/api/users/delete/{}/", admin)).status == 409);
  BOOST_TEST(call("PUT", at("/api/users/update/{}/", admin), Json::object({{"role", "customer"}}))
                 .status == 409);
}

BOOST_AUTO_TEST_CASE(nobody_else_sees_people) {
  const auto carol = support::make_account(db);
  for (const char* role : {"customer", "staff"}) {
    log_in_as({.role = role});
    for (const char* path : {"/users", "/api/users", "/api/profiles"}) {
      BOOST_TEST(call("GET", path).status == 403);
    }
    BOOST_TEST(call("GET", at("/api/users/{}", carol)).status == 403);
    BOOST_TEST(
        call("PUT", at("/api/users/update/{}", carol), Json::object({{"role", "admin"}})).status ==
        403);
    BOOST_TEST(call("DELETE", at("/api/users/delete/{}", carol)).status == 403);
  }
}

BOOST_AUTO_TEST_CASE(everybody_sees_his_own_profile_with_his_conversations_counted) {
  log_in_as({.username = "dora"});
  const Json own = json_of(call("GET", "/api/profiles/me/"));
  BOOST_TEST(own.at("username") == "dora");
  BOOST_TEST(own.at("conversations").at("total_sessions") == 0);
  log_in_as({.role = "admin"});
  BOOST_TEST(json_of(call("GET", "/api/profiles/?search=dora")).at("total") == 1);
}

BOOST_AUTO_TEST_CASE(staff_with_reports_see_sales) {
  const auto lamp = support::make_product(db, {.name = "Sold Lamp"});
  const auto customer = support::make_account(db);
  db.run(sql::tests::make_dated_order, customer, lamp, "S-1", "2020-05-01T10:00:00Z");
  db.run(sql::tests::make_dated_order, customer, lamp, "S-2", "2020-05-02T10:00:00Z");
  log_in_as({.role = "staff", .permissions = "reports"});

  const Json summary =
      json_of(call("GET", "/analytics/sales-summary?from=2020-05-01&to=2020-05-03"));
  BOOST_TEST(summary.at("orders") == 2);
  BOOST_TEST(summary.at("revenue") == "20.00");
  BOOST_TEST(summary.at("days").size() == 2u);
  const Json top = json_of(call("GET", "/analytics/top-products?from=2020-05-01&to=2020-05-02"));
  BOOST_TEST(top.at("items").at(0).at("name") == "Sold Lamp");
  BOOST_TEST(top.at("items").at(0).at("pieces") == 1);

  log_in_as({.role = "staff", .permissions = "orders"});
  BOOST_TEST(call("GET", "/analytics/sales-summary").status == 403);
}

BOOST_AUTO_TEST_SUITE_END()
