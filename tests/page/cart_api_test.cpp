// The cart as JSON.
#include <boost/test/unit_test.hpp>

#include "support/api.h"

using support::at;
using support::Json;
using support::json_of;

namespace {

struct Cart : support::ApiTest {
  Cart() {
    support::make_rules(db);
    lamp = support::make_product(db, {.price = Money{1000}, .in_stock = 5});
    log_in_as();
  }
  web::Response add(int pieces) {
    return call("POST", "/api/cart/items", {{"product_id", lamp}, {"quantity", pieces}});
  }
  std::int64_t lamp = 0;
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(cart_api, Cart)

BOOST_AUTO_TEST_CASE(things_go_in_and_tell_what_they_cost) {
  const auto answer = add(2);
  BOOST_TEST(answer.status == 201);
  const Json cart = json_of(answer);
  BOOST_TEST(cart.at("pieces") == 2);
  BOOST_TEST(cart.at("subtotal") == "20.00");
  BOOST_TEST(cart.at("shipping_cents") == 495);
  BOOST_TEST(json_of(call("GET", "/api/cart?country=DE")).at("country") == "DE");
  BOOST_TEST(call("GET", "/api/cart?country=XX").status == 422);
}

BOOST_AUTO_TEST_CASE(pieces_change_and_zero_removes_the_line) {
  add(2);
  const std::string line = at("/api/cart/items/{}", lamp);
  BOOST_TEST(json_of(call("PATCH", line, Json::object({{"quantity", 3}}))).at("pieces") == 3);
  BOOST_TEST(call("PATCH", line, Json::object({{"quantity", 6}})).status == 409);
  BOOST_TEST(json_of(call("PATCH", line, Json::object({{"quantity", 0}}))).at("pieces") == 0);
  BOOST_TEST(call("PATCH", line, Json::object({{"quantity", 1}})).status == 404);
}

BOOST_AUTO_TEST_CASE(more_than_there_is_stays_outside) {
  const auto answer = add(6);
  BOOST_TEST(answer.status == 409);
  BOOST_TEST(json_of(answer).at("left") == 5);
  BOOST_TEST(json_of(call("GET", "/api/cart")).at("pieces") == 0);
}

BOOST_AUTO_TEST_CASE(a_line_and_the_whole_cart_can_be_thrown_away) {
  add(1);
  BOOST_TEST(call("DELETE", at("/api/cart/items/{}", lamp)).status == 200);
  BOOST_TEST(call("DELETE", at("/api/cart/items/{}", lamp)).status == 404);
  add(1);
  BOOST_TEST(call("DELETE", "/api/cart").status == 204);
  BOOST_TEST(call("DELETE", "/api/cart/clear").status == 204);
}

BOOST_AUTO_TEST_CASE(every_customer_has_a_cart_of_his_own) {
  add(1);
  log_in_as();
  BOOST_TEST(json_of(call("GET", "/api/cart")).at("pieces") == 0);
  token.clear();
  BOOST_TEST(call("GET", "/api/cart").status == 401);
}

BOOST_AUTO_TEST_SUITE_END()
