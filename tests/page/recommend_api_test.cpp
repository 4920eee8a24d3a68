// What a customer may like, by JSON.
#include <boost/test/unit_test.hpp>

#include "support/api.h"
#include "tests_predict.sql.h"

using support::Json;
using support::json_of;

BOOST_FIXTURE_TEST_SUITE(recommend_api, support::ApiTest)

BOOST_AUTO_TEST_CASE(whoever_is_unknown_is_shown_what_others_buy_and_told_so) {
  support::make_product(db);
  const auto me = log_in_as();

  const Json answer = json_of(call("POST", "/ai/recommendations/"));
  BOOST_TEST(answer.at("user_id") == me);
  BOOST_REQUIRE(answer.at("items").size() > 0U);
  BOOST_TEST(answer.at("items").at(0).at("kind") == "popular");
  BOOST_TEST(answer.at("items").at(0).at("reason") == "What most customers buy");
}

BOOST_AUTO_TEST_CASE(what_was_chosen_for_somebody_comes_with_its_reason_and_to_him_alone) {
  const auto lamp = support::make_product(db, {.name = "Lamp"});
  const auto vase = support::make_product(db, {.name = "Vase"});
  const auto me = log_in_as();
  db.run(sql::tests_predict::make_recommendation, me, 1, vase, "goes_with", lamp, 3, 5);

  const Json mine = json_of(call("POST", "/ai/recommendations", {{"user_id", me}, {"limit", 1}}));
  BOOST_TEST(mine.at("total") == 1);
  BOOST_TEST(mine.at("items").at(0).at("id") == vase);
  BOOST_TEST(mine.at("items").at(0).at("reason") == "With Lamp in 3 of 5 orders");

  log_in_as();
  BOOST_TEST(call("POST", "/ai/recommendations", {{"user_id", me}}).status == 404);
  log_in_as({.role = "staff", .permissions = "orders"});
  BOOST_TEST(call("POST", "/ai/recommendations", {{"user_id", me}}).status == 404);
  log_in_as({.role = "staff", .permissions = "customers"});
  BOOST_TEST(
      json_of(call("POST", "/ai/recommendations", {{"user_id", me}})).at("items").at(0).at("id") ==
      vase);
  BOOST_TEST(call("POST", "/ai/recommendations", {{"user_id", 999999999}}).status == 404);
}

BOOST_AUTO_TEST_CASE(a_product_brings_its_neighbours_else_what_is_like_it) {
  const auto lamp = support::make_product(db, {.name = "Lamp"});
  const auto vase = support::make_product(db, {.name = "Vase"});
  log_in_as();
  const auto first = [&] {
    return json_of(call("POST", "/ai/recommendations", {{"product_id", lamp}, {"limit", 50}}))
        .at("items")
        .at(0);
  };
  BOOST_TEST(first().at("kind") == "similar");
  db.run(sql::tests_predict::make_neighbour, lamp, 1, vase, 2, 4);
  BOOST_TEST(first().at("kind") == "goes_with");
  BOOST_TEST(first().at("id") == vase);
  BOOST_TEST(call("POST", "/ai/recommendations", {{"product_id", 999999999}}).status == 404);
}

BOOST_AUTO_TEST_CASE(wrong_wishes_are_named) {
  log_in_as();
  BOOST_TEST(support::bad_fields(call("POST", "/ai/recommendations", {{"limit", 51}})) == "limit");
  BOOST_TEST(support::bad_fields(
                 call("POST", "/ai/recommendations", {{"user_id", -1}, {"product_id", "lamp"}})) ==
             "product_id,user_id");
  token.clear();
  BOOST_TEST(call("POST", "/ai/recommendations").status == 401);
}

BOOST_AUTO_TEST_SUITE_END()
