// Buying and orders as JSON.
#include <boost/test/unit_test.hpp>

#include "support/api.h"
#include "support/orders.h"

using support::at;
using support::Json;
using support::json_of;

namespace {

struct Orders : support::ApiTest {
  Orders() {
    support::make_rules(db);
    headers["accept"] = "application/json";
  }
  web::Response buy(std::int64_t product, int pieces = 1) {
    return call("POST", "/purchase", {{"product_id", product}, {"quantity", pieces}});
  }
  std::int64_t order_of(std::int64_t product) {
    return json_of(buy(product)).at("id").get<std::int64_t>();
  }
  std::int64_t orders_in_books() {
    return support::number_in(db,
                              "SELECT count(*) AS number FROM sales_order WHERE state <> 'temp'");
  }
  int stock_of(std::int64_t product) {
    return json_of(call("GET", at("/api/products/{}", product))).at("in_stock").get<int>();
  }
};

Json add_body(std::int64_t product, int pieces) {
  return {
      {"items", {{{"product_id", product}, {"quantity", pieces}}}},
      {"shipping_address",
       {{"name", "Alice"}, {"street", "1 Main Street"}, {"city", "Portland"}, {"country", "US"}}},
      {"payment_method", "sandbox_card"}};
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(order_api, Orders)

BOOST_AUTO_TEST_CASE(a_purchase_takes_the_pieces_and_tells_what_they_cost) {
  const auto lamp = support::make_product(db, {.price = Money{1000}, .in_stock = 5});
  log_in_as();
  const auto answer = buy(lamp, 2);

  BOOST_TEST(answer.status == 201);
  const Json order = json_of(answer);
  BOOST_TEST(order.at("state") == "placed");
  BOOST_TEST(order.at("vocabulary").at("temp_close") == "CLOSE");
  BOOST_TEST(order.at("vocabulary").at("status") == "Processing");
  BOOST_TEST(order.at("items").at(0).at("line_total_cents") == 2000);
  BOOST_TEST(order.at("subtotal") == "20.00");
  BOOST_TEST(order.at("shipping") == "4.95");
  BOOST_TEST(order.at("paid_at").is_null());
  BOOST_TEST(stock_of(lamp) == 3);
}

BOOST_AUTO_TEST_CASE(what_a_client_says_about_money_is_not_heard) {
  const auto lamp = support::make_product(db, {.price = Money{1000}});
  log_in_as();
  const Json order =
      json_of(call("POST", "/api/purchase",
                   {{"product_id", lamp}, {"price", "0.01"}, {"total", 1}, {"tax", 0}}));
  BOOST_TEST(order.at("subtotal_cents") == 1000);
}

BOOST_AUTO_TEST_CASE(more_than_there_is_is_a_conflict_with_what_is_left) {
  const auto lamp = support::make_product(db, {.in_stock = 2});
  log_in_as();
  const auto answer = buy(lamp, 3);
  BOOST_TEST(answer.status == 409);
  BOOST_TEST(json_of(answer).at("left") == 2);
  BOOST_TEST(stock_of(lamp) == 2);
}

BOOST_AUTO_TEST_CASE(bad_wishes_buy_nothing) {
  const auto lamp = support::make_product(db);
  log_in_as();
  const auto before = orders_in_books();
  for (const Json& quantity : {Json(0), Json(-1), Json(100), Json("1"), Json(1.5), Json(true)}) {
    const auto answer = call("POST", "/purchase", {{"product_id", lamp}, {"quantity", quantity}});
    BOOST_TEST(answer.status == 422);
    BOOST_TEST(support::bad_fields(answer) == "quantity");
  }
  BOOST_TEST(buy(999999999).status == 404);
  BOOST_TEST(call("POST", "/purchase", Json::object()).status == 422);
  BOOST_TEST(orders_in_books() == before);
}

BOOST_AUTO_TEST_CASE(the_cart_stays_as_it_is_while_something_else_is_bought) {
  const auto lamp = support::make_product(db);
  const auto vase = support::make_product(db, {.name = "Vase"});
  log_in_as();
  call("POST", "/api/cart/items", {{"product_id", vase}, {"quantity", 2}});
  BOOST_TEST(buy(lamp).status == 201);
  const Json cart = json_of(call("GET", "/api/cart"));
  BOOST_TEST(cart.at("pieces") == 2);
  BOOST_TEST(json_of(call("GET", "/api/orders/myorders/")).at("total") == 2);
}

BOOST_AUTO_TEST_CASE(an_order_of_several_things_goes_where_it_was_sent) {
  const auto lamp = support::make_product(db);
  log_in_as();
  const auto answer = call("POST", "/api/orders/add/", add_body(lamp, 2));
  BOOST_TEST(answer.status == 201);
  BOOST_TEST(json_of(answer).at("shipping_address").at("city") == "Portland");
  BOOST_TEST(support::header(answer, "Location").starts_with("/api/orders/"));
}

BOOST_AUTO_TEST_CASE(a_bad_line_or_address_is_named_with_its_place) {
  const auto lamp = support::make_product(db);
  log_in_as();
  Json body = add_body(lamp, 0);
  body["shipping_address"]["country"] = "XX";
  body["shipping_address"].erase("street");
  const auto answer = call("POST", "/api/orders/add/", body);
  BOOST_TEST(answer.status == 422);
  BOOST_TEST(support::bad_fields(answer) ==
             "items.0.quantity,shipping_address.street,shipping_address.country");
  body = add_body(lamp, 1);
  body["items"] = Json::array();
  BOOST_TEST(support::bad_fields(call("POST", "/api/orders/add/", body)) == "items");
  body["items"] = "lamp";
  BOOST_TEST(support::bad_fields(call("POST", "/api/orders/add/", body)) == "items");
}

BOOST_AUTO_TEST_CASE(without_items_the_cart_is_ordered) {
  const auto lamp = support::make_product(db);
  log_in_as();
  call("POST", "/api/cart/items", {{"product_id", lamp}, {"quantity", 2}});
  BOOST_TEST(call("POST", "/api/orders/add/", Json::object()).status == 201);
  BOOST_TEST(json_of(call("GET", "/api/cart")).at("pieces") == 0);
  BOOST_TEST(call("POST", "/api/orders/add/", Json::object()).status == 409);
}

BOOST_AUTO_TEST_CASE(the_same_key_buys_once_and_answers_twice) {
  const auto lamp = support::make_product(db, {.in_stock = 5});
  log_in_as();
  headers["idempotency-key"] = "order-17";
  const auto first = buy(lamp);
  const auto second = buy(lamp);

  BOOST_TEST(second.status == 201);
  BOOST_TEST(second.body == first.body);
  BOOST_TEST(support::header(second, "Idempotency-Replayed") == "true");
  BOOST_TEST(stock_of(lamp) == 4);
  BOOST_TEST(buy(lamp, 2).status == 422);
  headers["idempotency-key"] = "";
  BOOST_TEST(buy(lamp).status == 422);
}

BOOST_AUTO_TEST_CASE(a_key_belongs_to_one_customer) {
  const auto lamp = support::make_product(db, {.in_stock = 5});
  headers["idempotency-key"] = "same";
  log_in_as();
  buy(lamp);
  log_in_as();
  BOOST_TEST(buy(lamp).status == 201);
  BOOST_TEST(stock_of(lamp) == 3);
}

BOOST_AUTO_TEST_CASE(somebody_elses_order_does_not_exist) {
  const auto lamp = support::make_product(db);
  log_in_as();
  const auto order = order_of(lamp);
  log_in_as();
  BOOST_TEST(call("GET", at("/api/orders/{}/", order)).status == 404);
  BOOST_TEST(call("PUT", at("/api/orders/{}/pay/", order)).status == 404);
  BOOST_TEST(call("POST", at("/api/orders/{}/cancel", order)).status == 404);
  BOOST_TEST(call("PUT", at("/api/orders/{}/deliver/", order)).status == 403);
  BOOST_TEST(json_of(call("GET", "/api/orders/myorders/")).at("total") == 0);
  BOOST_TEST(json_of(call("GET", "/orders")).at("total") == 0);
}

BOOST_AUTO_TEST_CASE(the_owner_pays_by_the_sandbox_card_once) {
  const auto lamp = support::make_product(db);
  log_in_as();
  const auto order =
      json_of(call("POST", "/api/orders/add/", add_body(lamp, 1))).at("id").get<std::int64_t>();

  const auto paid = call("PUT", at("/api/orders/{}/pay/", order));

  BOOST_TEST(paid.status == 200);
  BOOST_TEST(json_of(paid).at("vocabulary").at("paid") == true);
  BOOST_TEST(call("PUT", at("/api/orders/{}/pay/", order)).status == 409);
}

BOOST_AUTO_TEST_CASE(another_way_to_pay_says_what_to_do) {
  const auto lamp = support::make_product(db);
  log_in_as();
  const auto answer = call("PUT", at("/api/orders/{}/pay/", order_of(lamp)));
  BOOST_TEST(answer.status == 409);
  BOOST_TEST(support::contains(answer, "bank transfer"));
}

BOOST_AUTO_TEST_CASE(a_declined_card_leaves_the_order_unpaid) {
  const auto lamp = support::make_product(db);
  log_in_as();
  const auto order =
      json_of(call("POST", "/api/orders/add/", add_body(lamp, 1))).at("id").get<std::int64_t>();
  const Json card{{"card", {{"number", "4000000000000002"}, {"expiry", "12/30"}, {"cvc", "123"}}},
                  {"x", 1}};
  BOOST_TEST(call("PUT", at("/api/orders/{}/pay/", order), card).status == 409);
  BOOST_TEST(json_of(call("GET", at("/api/orders/{}/", order))).at("vocabulary").at("paid") ==
             false);
}

BOOST_AUTO_TEST_CASE(staff_mark_orders_as_paid_and_delivered) {
  const auto lamp = support::make_product(db);
  log_in_as();
  const auto order = order_of(lamp);
  log_in_as({.role = "staff", .permissions = "orders"});
  BOOST_TEST(call("PUT", at("/api/orders/{}/pay/", order)).status == 200);
  const Json delivered = json_of(call("PUT", at("/api/orders/{}/deliver/", order)));
  BOOST_TEST(delivered.at("vocabulary").at("delivered") == true);
  BOOST_TEST(delivered.at("vocabulary").at("status") == "Complete");
  BOOST_TEST(call("PUT", at("/api/orders/{}/deliver/", order)).status == 409);
}

BOOST_AUTO_TEST_CASE(staff_see_all_orders_page_by_page) {
  const auto lamp = support::make_product(db, {.in_stock = 9});
  const auto alice = log_in_as();
  for (int i = 0; i < 3; ++i) buy(lamp);
  log_in_as({.role = "staff", .permissions = "orders"});
  const std::string path = "/api/orders/?user_id=" + std::to_string(alice) + "&per_page=2";
  const Json first = json_of(call("GET", path));
  BOOST_TEST(first.at("total") == 3);
  const Json second = json_of(call("GET", first.at("next").get<std::string>()));
  BOOST_TEST(second.at("items").size() == 1u);
  BOOST_TEST(second.at("next").is_null());
  BOOST_TEST(json_of(call("GET", "/orders?status=complete&user_id=" + std::to_string(alice)))
                 .at("total") == 0);
  BOOST_TEST(call("GET", "/api/orders/?status=lost").status == 422);
}

BOOST_AUTO_TEST_CASE(staff_without_the_permission_see_their_own_only) {
  log_in_as({.role = "staff", .permissions = "stock"});
  BOOST_TEST(call("GET", "/api/orders/").status == 403);
  BOOST_TEST(json_of(call("GET", "/orders")).at("total") == 0);
}

BOOST_AUTO_TEST_CASE(the_owner_cancels_what_is_unpaid) {
  const auto lamp = support::make_product(db, {.in_stock = 1});
  log_in_as();
  const auto order = order_of(lamp);
  BOOST_TEST(json_of(call("POST", at("/api/orders/{}/cancel", order))).at("state") == "cancelled");
  BOOST_TEST(stock_of(lamp) == 1);
}

BOOST_AUTO_TEST_SUITE_END()
