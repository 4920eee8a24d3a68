// Products as staff make and change them by the API.
#include <boost/test/unit_test.hpp>

#include "support/api.h"

using support::at;
using support::Json;
using support::json_of;

namespace {

struct Manage : support::ApiTest {
  Manage() {
    lamp = support::make_product(db, {.sku = "OLD-1", .category = "Fine Lamps", .brand = "Lumen"});
    log_in_as({.role = "staff", .permissions = "products,stock"});
  }
  Json draft() {
    return {{"name", "Copper Lamp"},
            {"sku", "COP-1"},
            {"category", "fine-lamps"},
            {"brand", "Lumen"},
            {"price", "24.50"},
            {"description", "Warm."},
            {"attributes", {{{"name", "Colour"}, {"value", "copper"}}}}};
  }
  std::int64_t lamp = 0;
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(manage_api, Manage)

BOOST_AUTO_TEST_CASE(a_product_is_made_and_customers_see_it) {
  const auto made = call("POST", "/api/products/create/", draft());
  BOOST_TEST(made.status == 201);
  const auto id = json_of(made).at("id").get<std::int64_t>();
  token.clear();
  const Json product = json_of(call("GET", at("/api/products/{}/", id)));
  BOOST_TEST(product.at("price") == "24.50");
  BOOST_TEST(product.at("category") == "Fine Lamps");
  BOOST_TEST(product.at("attributes").at(0).at("value") == "copper");
  BOOST_TEST(product.at("in_stock") == 0);
}

BOOST_AUTO_TEST_CASE(prices_come_as_text_number_or_cents) {
  for (const Json& price : {Json("9.99"), Json(9.99), Json(10)}) {
    BOOST_TEST(call("PUT", at("/api/products/update/{}/", lamp), Json::object({{"price", price}}))
                   .status == 200);
  }
  const Json changed = json_of(
      call("PUT", at("/api/products/update/{}/", lamp), Json::object({{"price_cents", 1234}})));
  BOOST_TEST(changed.at("price") == "12.34");
  BOOST_TEST(changed.at("name") == "Lamp");
  for (const Json& price : {Json(-1), Json("cheap"), Json(9.999), Json(true), Json(1e30)}) {
    BOOST_TEST(call("PUT", at("/api/products/update/{}/", lamp), Json::object({{"price", price}}))
                   .status == 422);
  }
}

BOOST_AUTO_TEST_CASE(what_is_missing_or_unknown_is_named) {
  BOOST_TEST(support::bad_fields(call("POST", "/api/products/create/", Json::object())) ==
             "name,sku,category,price");
  Json wrong = draft();
  wrong["category"] = "nowhere";
  wrong["brand"] = "Nobody";
  BOOST_TEST(support::bad_fields(call("POST", "/api/products/create/", wrong)) == "category,brand");
}

BOOST_AUTO_TEST_CASE(a_taken_sku_and_an_older_version_are_conflicts) {
  Json taken = draft();
  taken["sku"] = "OLD-1";
  BOOST_TEST(call("POST", "/api/products/create/", taken).status == 409);
  call("PUT", at("/api/products/update/{}/", lamp), {{"name", "A"}, {"version", 1}});
  BOOST_TEST(
      call("PUT", at("/api/products/update/{}/", lamp), {{"name", "B"}, {"version", 1}}).status ==
      409);
}

BOOST_AUTO_TEST_CASE(a_deleted_product_is_gone_for_customers) {
  BOOST_TEST(call("DELETE", at("/api/products/delete/{}/", lamp)).status == 204);
  BOOST_TEST(call("GET", at("/api/products/{}/", lamp)).status == 404);
  BOOST_TEST(call("DELETE", at("/api/products/delete/{}/", lamp)).status == 404);
}

BOOST_AUTO_TEST_CASE(pieces_arrive) {
  const auto center = json_of(call("GET", "/api/distribution-centers")).at("items").at(0).at("id");
  const auto answer =
      call("POST", "/api/stock/receive",
           {{"product_id", lamp}, {"center_id", center}, {"pieces", 3}, {"unit_cost", "4.00"}});
  BOOST_TEST(answer.status == 201);
  BOOST_TEST(json_of(answer).at("in_stock") == 8);
  BOOST_TEST(
      call("POST", "/api/stock/receive",
           {{"product_id", lamp}, {"center_id", 999999}, {"pieces", 3}, {"unit_cost", "4.00"}})
          .status == 404);
  BOOST_TEST(support::bad_fields(call("POST", "/api/stock/receive", Json::object())) ==
             "product_id,center_id,pieces,unit_cost");
}

BOOST_AUTO_TEST_CASE(an_upload_must_be_a_form_with_one_picture) {
  BOOST_TEST(call("POST", "/api/products/upload/", Json::object({{"product_id", lamp}})).status ==
             415);
}

BOOST_AUTO_TEST_CASE(customers_and_other_staff_may_not) {
  for (const support::AccountMaker& maker :
       {support::AccountMaker{}, support::AccountMaker{.role = "staff", .permissions = "orders"}}) {
    log_in_as(maker);
    BOOST_TEST(call("POST", "/api/products/create/", draft()).status == 403);
    BOOST_TEST(call("PUT", at("/api/products/update/{}/", lamp), draft()).status == 403);
    BOOST_TEST(call("DELETE", at("/api/products/delete/{}/", lamp)).status == 403);
    BOOST_TEST(call("POST", "/api/products/upload/", draft()).status == 403);
    BOOST_TEST(call("POST", "/api/stock/receive", draft()).status == 403);
  }
}

BOOST_AUTO_TEST_SUITE_END()
