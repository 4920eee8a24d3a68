#include <boost/test/unit_test.hpp>

#include "support/support.h"
#include "tests.sql.h"

using support::contains;

BOOST_FIXTURE_TEST_SUITE(overview_page, support::PageTest)

BOOST_AUTO_TEST_CASE(staff_see_what_came_in_and_what_runs_out) {
  const auto lamp = support::make_product(db, {.name = "Scarce Lamp", .in_stock = 1});
  support::make_product(db, {.name = "Plenty", .in_stock = 50});
  const auto customer = support::make_account(db);
  db.run(sql::tests::make_placed_order, customer, lamp, 1, "placed", "unpaid", "open");
  sign_in(support::make_account(db, {.role = "staff"}));

  const auto answer = get("/admin");

  BOOST_TEST(answer.status == 200);
  BOOST_TEST(contains(answer, "Scarce Lamp"));
  BOOST_TEST(!contains(answer, "Plenty"));
  BOOST_TEST(contains(answer, "$10.00"));
  BOOST_TEST(contains(answer, "Not paid yet"));
}

BOOST_AUTO_TEST_CASE(what_waits_is_shown_to_those_who_can_do_something_about_it) {
  const auto mug = support::make_product(db, {.name = "Wanted Mug", .in_stock = 0});
  db.run_script("INSERT INTO stock_wish (product_id, email) VALUES (" + std::to_string(mug) +
                ", 'a@example.com'), (" + std::to_string(mug) + ", 'b@example.com')");
  db.run_script(
      "INSERT INTO mail (kind, recipient, facts, state) VALUES "
      "('order_paid', 'a@example.com', '{}', 'dead')");
  sign_in(support::make_account(db, {.role = "staff", .permissions = "customers"}));
  const auto page = get("/admin");
  BOOST_TEST(contains(page, "Letters that could not be sent"));
  BOOST_TEST(contains(page, "Wanted Mug"));
  BOOST_TEST(!contains(page, "/admin/audit"));
  sign_in(support::make_account(db, {.role = "staff", .permissions = "stock"}));
  BOOST_TEST(!contains(get("/admin"), "Letters that could not be sent"));
  BOOST_TEST(contains(get("/admin"), "/admin/stock/" + std::to_string(mug)));
  sign_in(support::make_account(db, {.role = "admin"}));
  BOOST_TEST(contains(get("/admin"), "/admin/audit"));
}

BOOST_AUTO_TEST_CASE(nobody_else_does) {
  BOOST_TEST(get("/admin").status == 303);
  sign_in(support::make_account(db));
  BOOST_TEST(get("/admin").status == 403);
}

BOOST_AUTO_TEST_SUITE_END()
