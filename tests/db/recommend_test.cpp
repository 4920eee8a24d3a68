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

  const auto before = recommend::for_account(db, alice, noon(), 5);
  BOOST_TEST(ids(before.fresh) == std::vector<std::int64_t>{bulb});
  BOOST_TEST((ids(before.again) == std::vector<std::int64_t>{shade, lamp}));

  support::make_order(db, support::customer(alice), lamp);
  BOOST_REQUIRE((orders::add_to_cart(db, support::customer(alice), bulb, 1, noon()).outcome ==
                 orders::AddOutcome::added));
  const auto after = recommend::for_account(db, alice, noon(), 5);
  BOOST_TEST(after.fresh.empty());
  BOOST_TEST(ids(after.again) == std::vector<std::int64_t>{shade});
}

BOOST_AUTO_TEST_SUITE_END()
