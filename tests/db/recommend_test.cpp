#include <boost/test/unit_test.hpp>

#include "recommend/recommend.h"
#include "support/orders.h"
#include "tests_predict.sql.h"

using recommend::Suggestion;
using support::make_product;
using support::noon;

namespace {

namespace rows = sql::tests_predict;

struct Suggestions : support::RolledBack {
  const std::int64_t lamp = make_product(db, {.name = "Lamp"});
  const std::int64_t bulb = make_product(db, {.name = "Bulb"});
  const std::int64_t shade = make_product(db, {.name = "Shade"});
  const std::int64_t sold_out = make_product(db, {.name = "Rare", .in_stock = 0});

  std::vector<std::int64_t> ids(const std::vector<Suggestion>& suggestions) {
    std::vector<std::int64_t> found;
    for (const Suggestion& suggestion : suggestions) found.push_back(suggestion.card.id);
    return found;
  }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(suggestions, Suggestions)

BOOST_AUTO_TEST_CASE(what_goes_with_a_cart_can_be_bought_and_is_not_in_it) {
  db.run(rows::make_neighbour, lamp, 1, sold_out, 20, 52);
  db.run(rows::make_neighbour, lamp, 2, bulb, 14, 52);
  db.run(rows::make_neighbour, lamp, 3, shade, 3, 52);
  const std::int64_t cart[] = {lamp, shade};

  const auto found = recommend::goes_with(db, cart, 5);

  BOOST_TEST(ids(found) == std::vector<std::int64_t>{bulb});
  BOOST_TEST(found[0].because == "Lamp");
  BOOST_TEST(found[0].together == 14);
  BOOST_TEST(found[0].orders == 52);
  BOOST_TEST(recommend::goes_with(db, {}, 5).empty());
}

BOOST_AUTO_TEST_CASE(a_customer_is_not_told_to_buy_what_is_in_the_cart_or_just_came) {
  support::make_rules(db);
  const auto alice = support::make_account(db);
  db.run(rows::make_recommendation, alice, 1, bulb, "goes_with", lamp, 14, 52);
  db.run(rows::make_recommendation, alice, 2, shade, "again", std::nullopt, 3, 4);
  db.run(rows::make_recommendation, alice, 3, sold_out, "again", std::nullopt, 3, 4);
  db.run(rows::make_recommendation, alice, 4, lamp, "again", std::nullopt, 2, 4);

  const auto before = recommend::for_account(db, alice, noon(), {5, 5});
  BOOST_TEST(ids(before.fresh) == std::vector<std::int64_t>{bulb});
  BOOST_TEST((ids(before.again) == std::vector<std::int64_t>{shade, lamp}));

  support::make_order(db, support::customer(alice), lamp);
  BOOST_REQUIRE((orders::add_to_cart(db, support::customer(alice), bulb, 1, noon()).outcome ==
                 orders::AddOutcome::added));
  const auto after = recommend::for_account(db, alice, noon(), {5, 5});
  BOOST_TEST(after.fresh.empty());
  BOOST_TEST(ids(after.again) == std::vector<std::int64_t>{shade});
}

BOOST_AUTO_TEST_CASE(a_newcomer_gets_what_sells_most_and_can_be_bought) {
  const auto newcomer = support::make_account(db);
  db.run(rows::set_sold, bulb, 500);
  db.run(rows::set_sold, shade, 400);
  db.run(rows::set_sold, sold_out, 900);

  const auto found = recommend::suggest(db, {.account = newcomer, .now = noon(), .limit = 3});

  BOOST_REQUIRE(found.size() >= 2U);
  BOOST_TEST(found[0].card.id == bulb);
  BOOST_TEST((found[0].kind == Suggestion::Kind::popular));
  BOOST_TEST(found[0].orders == 500);
  BOOST_TEST(found[1].card.id == shade);
  for (const Suggestion& suggestion : found) BOOST_TEST(suggestion.card.id != sold_out);
}

BOOST_AUTO_TEST_CASE(a_list_begins_with_what_was_chosen_and_holds_nothing_twice) {
  const auto alice = support::make_account(db);
  db.run(rows::set_sold, bulb, 500);
  db.run(rows::set_sold, shade, 400);
  db.run(rows::make_recommendation, alice, 1, lamp, "again", std::nullopt, 3, 4);
  db.run(rows::make_recommendation, alice, 2, shade, "goes_with", lamp, 14, 52);

  const auto all = recommend::suggest(db, {.account = alice, .now = noon(), .limit = 3});
  BOOST_TEST((ids(all) == std::vector<std::int64_t>{shade, lamp, bulb}));
  BOOST_TEST(ids(recommend::suggest(db, {.account = alice, .now = noon(), .limit = 1})) ==
             std::vector<std::int64_t>{shade});

  db.run(rows::make_neighbour, lamp, 1, shade, 14, 52);
  const std::int64_t at_hand[] = {lamp};
  const auto with_lamp =
      recommend::suggest(db, {.account = alice, .products = at_hand, .now = noon(), .limit = 2});
  BOOST_TEST((ids(with_lamp) == std::vector<std::int64_t>{shade, bulb}));
}

BOOST_AUTO_TEST_SUITE_END()
