#include <boost/test/unit_test.hpp>

#include "visits.h"

namespace {

web::Request request_for(const std::string& method, const std::string& path) {
  web::Request request;
  request.method = method;
  request.path = path;
  request.host = "shop.example";
  request.session.fresh = false;
  request.session.visitor = "key";
  return request;
}

std::string kind_of(const web::Request& request, const web::Response& response = {}) {
  const auto event = event_of(request, response);
  return event ? event->kind : "";
}

}  // namespace

BOOST_AUTO_TEST_SUITE(visits)

BOOST_AUTO_TEST_CASE(a_product_page_is_a_view_and_from_another_page_of_the_shop_a_click) {
  web::Request request = request_for("GET", "/product/42/desk-lamp");

  BOOST_TEST(kind_of(request) == "view");
  request.headers["referer"] = "https://elsewhere.example/search";
  BOOST_TEST(kind_of(request) == "view");
  request.headers["referer"] = "https://shop.example/search?q=lamp";
  const auto click = event_of(request, {});
  BOOST_TEST(click->kind == "click");
  BOOST_TEST(click->product_id == 42);
  BOOST_TEST(click->detail == "/search");
  BOOST_TEST(click->visitor == "key");
}

BOOST_AUTO_TEST_CASE(a_search_is_noted_with_the_products_that_it_showed) {
  web::Request request = request_for("GET", "/search");
  request.query.add("q", "lamp");
  web::Response response;
  response.shown_products = {7, 9};

  BOOST_TEST(event_of(request, response)->detail == "lamp → 7 9");
  BOOST_TEST(kind_of(request_for("GET", "/search")).empty());
}

BOOST_AUTO_TEST_CASE(deeds_are_noted_and_what_was_said_in_the_chat_is_not) {
  web::Request request = request_for("POST", "/cart/add");
  request.form.add("product", "5");
  BOOST_TEST(event_of(request, {})->product_id == 5);
  request.path = "/favorites/add";
  BOOST_TEST(kind_of(request) == "favorite");
  request.path = "/product/5/review";
  BOOST_TEST(kind_of(request) == "review");
  request.path = "/chat";
  request.form.add("text", "my secret");
  BOOST_TEST(event_of(request, {})->detail.empty());
  web::Response order;
  order.status = 303;
  request.path = "/checkout";
  BOOST_TEST(kind_of(request, order) == "purchase");
  BOOST_TEST(kind_of(request).empty());
}

BOOST_AUTO_TEST_CASE(what_programs_do_for_customers_is_noted_as_well) {
  web::Request request = request_for("POST", "/api/cart/items");
  request.headers["content-type"] = "application/json";
  request.body = R"({"product_id": 5, "quantity": 2})";

  const auto cart = event_of(request, {});
  BOOST_REQUIRE(cart.has_value());
  BOOST_TEST(cart->kind == "cart");
  BOOST_TEST(cart->product_id == 5);
  request.path = "/api/products/7/reviews";
  BOOST_TEST(event_of(request, {})->product_id == 7);
  request.path = "/api/messages/3/react";
  BOOST_TEST(kind_of(request) == "reaction");
  request.path = "/api/purchase";
  BOOST_TEST(kind_of(request) == "purchase");
  request.path = "/api/orders/3/cancel";
  BOOST_TEST(kind_of(request).empty());
  BOOST_TEST(kind_of(request_for("GET", "/api/products/42")) == "view");
  BOOST_TEST(kind_of(request_for("GET", "/api/products/top")).empty());
}

BOOST_AUTO_TEST_CASE(nobody_is_watched_who_asks_not_to_be_nor_staff_nor_failures) {
  web::Request request = request_for("GET", "/product/42");
  request.headers["sec-gpc"] = "1";
  BOOST_TEST(kind_of(request).empty());
  request.headers.clear();
  request.visitor.role = web::Role::staff;
  BOOST_TEST(kind_of(request).empty());
  request.visitor.role = web::Role::customer;
  web::Response missing;
  missing.status = 404;
  BOOST_TEST(kind_of(request, missing).empty());
  BOOST_TEST(kind_of(request_for("GET", "/orders")).empty());
}

BOOST_AUTO_TEST_SUITE_END()
