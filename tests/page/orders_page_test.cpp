#include <boost/test/unit_test.hpp>

#include "support/orders.h"

using namespace support;

namespace {

struct OrdersTest : PageTest {
  OrdersTest() : lamp((make_rules(db), make_product(db, {.name = "Lamp", .in_stock = 90}))) {}
  std::int64_t lamp;
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(orders_page, OrdersTest)

BOOST_AUTO_TEST_CASE(needs_a_log_in) {
  const auto answer = get("/orders");

  BOOST_TEST(location(answer) == "/login?next=%2Forders");
}

BOOST_AUTO_TEST_CASE(a_new_customer_has_none) {
  sign_in(make_account(db));

  BOOST_TEST(contains(get("/orders"), "You have not ordered anything yet"));
}

BOOST_AUTO_TEST_CASE(the_temp_order_stands_first_and_looks_different) {
  const auto alice = make_account(db);
  const auto order = make_order(db, customer(alice), lamp);
  sign_in(alice);
  post("/cart/add", {{"product", std::to_string(lamp)}, {"pieces", "2"}});

  const auto page = get("/orders");

  const auto temp = page.body.find("order-card temp");
  const auto closed = page.body.find("/order/" + std::to_string(order));
  BOOST_TEST(temp != std::string::npos);
  BOOST_TEST(closed != std::string::npos);
  BOOST_TEST(temp < closed);
  BOOST_TEST(contains(page, "TEMP"));
  BOOST_TEST(contains(page, "Processing"));
}

BOOST_AUTO_TEST_CASE(others_see_nothing_of_it) {
  const auto order = make_order(db, customer(make_account(db)), lamp);
  sign_in(make_account(db));

  BOOST_TEST(contains(get("/orders"), "You have not ordered anything yet"));
  BOOST_TEST(contains(get("/orders?before=" + std::to_string(order)), "You have not ordered"));
}

BOOST_AUTO_TEST_CASE(many_orders_come_page_by_page) {
  const auto alice = make_account(db);
  for (int i = 0; i < 21; ++i) {
    make_order(db, customer(alice), lamp, 1, "token-of-order-" + std::to_string(i));
  }
  sign_in(alice);

  const auto page = get("/orders");
  const auto at = page.body.find("/orders?before=");
  BOOST_REQUIRE(at != std::string::npos);
  const std::string older = page.body.substr(at, page.body.find('"', at) - at);
  const auto next = get(older);
  BOOST_TEST(contains(next, "order-card"));
  BOOST_TEST(!contains(next, "/orders?before="));
  BOOST_TEST(get("/orders?before=abc").status == 404);
}

BOOST_AUTO_TEST_SUITE_END()
