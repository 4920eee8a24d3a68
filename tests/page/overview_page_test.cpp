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
  BOOST_TEST(contains(answer, "unpaid"));
}

BOOST_AUTO_TEST_CASE(nobody_else_does) {
  BOOST_TEST(get("/admin").status == 303);
  sign_in(support::make_account(db));
  BOOST_TEST(get("/admin").status == 403);
}

BOOST_AUTO_TEST_SUITE_END()
