// One product, its reviews, favorites, categories.
#include <boost/test/unit_test.hpp>

#include "support/api.h"

using support::at;
using support::Json;
using support::json_of;

BOOST_FIXTURE_TEST_SUITE(product_api, support::ApiTest)

BOOST_AUTO_TEST_CASE(a_product_is_read_with_its_attributes) {
  const auto lamp = support::make_product(db, {.attributes = {{"Colour", "red"}}});
  for (const char* path : {"/api/products/{}/", "/products/{}"}) {
    const auto answer = call("GET", at(path, lamp));
    BOOST_TEST(answer.status == 200);
    BOOST_TEST(json_of(answer).at("attributes").at(0).at("value") == "red");
  }
  BOOST_TEST(call("GET", "/api/products/999999999/").status == 404);
  BOOST_TEST(call("GET", "/api/products/x/").status == 404);
}

BOOST_AUTO_TEST_CASE(an_unchanged_product_is_not_sent_again) {
  const auto lamp = support::make_product(db);
  headers["if-none-match"] = support::header(call("GET", at("/api/products/{}", lamp)), "ETag");
  BOOST_TEST(call("GET", at("/api/products/{}", lamp)).status == 304);
}

BOOST_AUTO_TEST_CASE(a_customer_reviews_a_product_once) {
  const auto lamp = support::make_product(db);
  log_in_as({.first_name = "Alice"});
  const std::string path = at("/api/products/{}/reviews/", lamp);

  BOOST_TEST(call("POST", path, {{"rating", 4}, {"comment", "Bright."}}).status == 201);
  BOOST_TEST(call("POST", path, {{"rating", 5}, {"comment", "Brighter."}}).status == 200);

  token.clear();
  const Json list = json_of(call("GET", path));
  BOOST_TEST(list.at("total") == 1);
  BOOST_TEST(list.at("items").at(0).at("rating") == 5);
  BOOST_TEST(list.at("items").at(0).at("author") == "Alice");
}

BOOST_AUTO_TEST_CASE(a_review_needs_stars_from_one_to_five_and_somebody_who_gives_them) {
  const auto lamp = support::make_product(db);
  const std::string path = at("/api/products/{}/reviews", lamp);
  BOOST_TEST(call("POST", path, {{"rating", 4}, {"comment", "x"}}).status == 401);
  log_in_as();
  for (const Json& rating : {Json(0), Json(6), Json("5"), Json(4.5), Json(nullptr)}) {
    const auto answer = call("POST", path, {{"rating", rating}, {"comment", "x"}});
    BOOST_TEST(answer.status == 422);
    BOOST_TEST(support::bad_fields(answer) == "rating");
  }
  BOOST_TEST(
      call("POST", "/api/products/999999999/reviews", {{"rating", 4}, {"title", ""}}).status ==
      404);
  BOOST_TEST(call("DELETE", path).status == 404);
}

BOOST_AUTO_TEST_CASE(favorites_are_kept_and_forgotten) {
  const auto lamp = support::make_product(db);
  const auto vase = support::make_product(db, {.name = "Vase"});
  log_in_as();
  BOOST_TEST(call("POST", "/api/favorites", Json::object({{"product_id", lamp}})).status == 201);
  BOOST_TEST(call("POST", "/api/favorites", Json::object({{"product_id", lamp}})).status == 200);
  BOOST_TEST(call("POST", "/api/favorites", Json::object({{"product_id", vase}})).status == 201);

  const Json first = json_of(call("GET", "/api/favorites?per_page=1"));
  BOOST_TEST(first.at("total") == 2);
  const Json second = json_of(call("GET", first.at("next").get<std::string>()));
  BOOST_TEST(second.at("items").size() == 1u);
  BOOST_TEST(second.at("next").is_null());
  BOOST_TEST(second.at("items").at(0).at("id") != first.at("items").at(0).at("id"));

  BOOST_TEST(call("DELETE", at("/api/favorites/{}", lamp)).status == 204);
  BOOST_TEST(call("DELETE", at("/api/favorites/{}", lamp)).status == 404);
}

BOOST_AUTO_TEST_CASE(categories_and_centres_are_listed_for_everybody) {
  support::make_product(db);
  BOOST_TEST(json_of(call("GET", "/api/categories")).at("total") >= 1);
  for (const char* path : {"/distribution-centers", "/api/distribution-centers"}) {
    const Json list = json_of(call("GET", std::string(path) + "?per_page=1"));
    BOOST_TEST(list.at("items").at(0).contains("name"));
  }
  const auto id =
      json_of(call("GET", "/distribution-centers")).at("items").at(0).at("id").get<std::int64_t>();
  BOOST_TEST(call("GET", at("/distribution-centers/{}", id)).status == 200);
  BOOST_TEST(call("GET", at("/api/distribution-centers/{}", id)).status == 200);
  BOOST_TEST(call("GET", "/distribution-centers/999999999").status == 404);
}

BOOST_AUTO_TEST_CASE(health_is_the_same_below_api) {
  BOOST_TEST(json_of(call("GET", "/api/health")).at("status") == "ok");
}

BOOST_AUTO_TEST_SUITE_END()
