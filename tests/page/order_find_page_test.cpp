#include <boost/test/unit_test.hpp>

#include "orders/orders.h"
#include "support/orders.h"

using namespace support;

namespace {

struct FindTest : PageTest {
  FindTest() {
    make_rules(db);
    order = orders::find_order(db, make_order(db, guest("somebody"), make_product(db))).value();
  }
  web::Response find(const std::string& number, const std::string& email) {
    return post("/order/find", {{"number", number}, {"email", email}});
  }
  orders::Order order{};
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(order_find_page, FindTest)

BOOST_AUTO_TEST_CASE(asks_for_number_and_email) {
  const auto page = get("/order/find");

  BOOST_TEST(page.status == 200);
  BOOST_TEST(contains(page, "name=\"number\""));
}

BOOST_AUTO_TEST_CASE(leads_to_the_order_where_it_can_be_paid_and_cancelled) {
  const auto found = find("#" + order.number, "Alice@Example.com");

  const std::string link = location(found);
  BOOST_TEST(link.starts_with("/order/" + std::to_string(order.id) + "?key="));
  const auto page = get(link);
  BOOST_TEST(page.status == 200);
  BOOST_TEST(contains(page, "/pay?key="));
  const std::string key = link.substr(link.find('=') + 1);
  BOOST_TEST(get("/order/" + std::to_string(order.id) + "/pay?key=" + key).status == 200);
  BOOST_TEST(get("/order/" + std::to_string(order.id + 1) + "?key=" + key).status == 404);
  post("/order/" + std::to_string(order.id) + "/cancel", {{"key", key}});
  BOOST_TEST(notice.key == "order.cancelled");
}

BOOST_AUTO_TEST_CASE(the_link_ends_after_thirty_days) {
  const std::string link = location(find(order.number, "alice@example.com"));
  shop.clock = [] { return noon() + std::chrono::days(31); };
  session = web::new_session(shop.clock());

  BOOST_TEST(get(link).status == 404);
}

BOOST_AUTO_TEST_CASE(says_the_same_whatever_is_wrong) {
  const auto wrong_email = find(order.number, "mallory@example.com");
  const auto wrong_number = find("99999", "alice@example.com");

  BOOST_TEST(wrong_email.status == 422);
  BOOST_TEST(contains(wrong_email, "There is no such order"));
  BOOST_TEST(contains(wrong_number, "There is no such order"));
  BOOST_TEST(find("", "").status == 422);
}

BOOST_AUTO_TEST_CASE(trying_numbers_through_is_stopped) {
  for (int number = 1; number <= 10; ++number) {
    BOOST_TEST(find(std::to_string(number), "alice@example.com").status == 422);
  }
  const auto stopped = find(order.number, "alice@example.com");
  BOOST_TEST(stopped.status == 429);
  BOOST_TEST(header(stopped, "Retry-After") == "900");
}

BOOST_AUTO_TEST_SUITE_END()
