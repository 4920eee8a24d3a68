// The assortment in memory says of every need what the database's product_meets() says.
#include "chat/assortment.h"

#include <algorithm>
#include <boost/test/unit_test.hpp>

#include "chat/catalogue_words.h"
#include "chat/find.h"
#include "support/chat.h"
#include "tests.sql.h"

using chat::Need;
using chat::Sort;
using chat::Wish;

namespace {

struct Stocked : support::RolledBack {
  std::int64_t tee = support::make_product(db, {.name = "Red T-Shirt with Pocket",
                                                .description = "Soft jersey for summers.",
                                                .category = "clothes",
                                                .brand = "Kite",
                                                .price = {2000},
                                                .attributes = {{"Colour", "red"}}});
  std::int64_t tee_2 = support::make_product(db, {.name = "Blue Tshirt",
                                                  .category = "clothes",
                                                  .brand = "Lumen",
                                                  .price = {1500},
                                                  .in_stock = 0,
                                                  .attributes = {{"Colour", "blue"}}});
  std::int64_t lamp = support::make_product(db, {.name = "Red Desk Lamp", .price = {3000}});
  std::int64_t bulb = support::make_product(
      db, {.name = "Bulb for Lamps", .brand = "Kite", .price = {300}, .in_stock = 9});

  chat::CatalogueWords words{support::phrases()};
  const chat::Assortment& assortment() {
    words.refresh(db);
    return words.assortment();
  }
  std::vector<std::int64_t> in_memory(const Wish& wish) {
    std::vector<std::int64_t> ids;
    for (const auto* item : assortment().pick(wish, 100).items) ids.push_back(item->id);
    return ids;
  }
  std::vector<std::int64_t> in_database(const std::vector<Need>& needs) {
    std::vector<std::int64_t> ids;
    for (const db::Row row : db.run(sql::tests::products_meeting, chat::to_json(needs))) {
      ids.push_back(row.integer("id"));
    }
    return ids;
  }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(assortment, Stocked)

BOOST_AUTO_TEST_CASE(memory_and_database_agree_on_what_fulfils_needs) {
  const std::int64_t clothes =
      db.first(sql::tests::category_named, "clothes", "clothes")->integer("id");
  const std::int64_t kite = db.first(sql::tests::brand_named, "kite", "Kite")->integer("id");
  const std::vector<Need> needs = {
      {.names = {{"t", "shirt"}}},
      {.names = {{"lamp"}}},
      {.names = {{"red"}}},
      {.names = {{"red", "desk"}}},
      {.names = {{"lamp"}, {"tshirt"}}},
      {.names = {{"summer"}}, .deep = true},
      {.names = {{"summer"}}},
      {.names = {{"unheard"}}, .deep = true},
      {.categories = {clothes}},
      {.brands = {kite}},
      {.brands = {kite}, .pairs = {{"Colour", "blue"}}},
      {.pairs = {{"Colour", "red"}}, .names = {{"red"}}},
      {.products = {lamp, bulb}},
  };
  for (const Need& one : needs) {
    for (Need other : needs) {
      for (const bool unwanted : {false, true}) {
        other.unwanted = unwanted;
        auto ours = in_memory({.needs = {one, other}});
        std::ranges::sort(ours);
        const auto theirs = in_database({one, other});
        BOOST_TEST(ours == theirs, boost::test_tools::per_element());
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(changes_of_the_catalogue_are_seen_at_once) {
  const Wish lamps{.needs = {{.names = {{"lamp"}}}}};
  BOOST_TEST(in_memory(lamps).size() == 2u);
  db.run(sql::tests::rename_product, lamp, "Green Desk Light");
  db.run(sql::tests::set_price, bulb, 999);
  BOOST_TEST(in_memory(lamps) == std::vector{bulb}, boost::test_tools::per_element());
  BOOST_TEST(assortment().pick(lamps, 1).lowest.cents == 999);
  db.run(sql::tests::sell_out, bulb);
  BOOST_TEST(in_memory({.needs = lamps.needs, .in_stock = true}).empty());
  db.run(sql::tests::withdraw_product, bulb);
  BOOST_TEST(in_memory(lamps).empty());
}

BOOST_AUTO_TEST_CASE(orders_limits_and_sums_are_those_of_all_that_match) {
  const Wish dear{.sort = Sort::dearest};
  BOOST_TEST(in_memory(dear) == (std::vector{lamp, tee, tee_2, bulb}),
             boost::test_tools::per_element());
  const auto picked =
      assortment().pick({.price_to = Money{2000}, .sort = Sort::price, .skip = 1}, 1);
  BOOST_TEST(picked.total == 3);
  BOOST_TEST(picked.pieces == 14);
  BOOST_TEST(picked.lowest.cents == 300);
  BOOST_TEST_REQUIRE(picked.items.size() == 1u);
  BOOST_TEST(picked.items[0]->id == tee_2);
  BOOST_TEST(in_memory({.skip = 9}).empty());
  BOOST_TEST(in_memory({}).back() == tee_2);  // sold out comes last
}

BOOST_AUTO_TEST_CASE(the_thing_itself_comes_before_what_mentions_it) {
  const Wish lamps{.needs = {{.names = {{"lamp"}}}}, .sort = Sort::price};
  const auto heads = assortment().pick(lamps, 9, true);
  BOOST_TEST(heads.items.size() == 2u);  // "Bulb for Lamps" ends with it as well
  const Wish bulbs{.needs = {{.names = {{"bulb"}}}}};
  support::make_product(db, {.name = "Bulb Holder"});
  BOOST_TEST(assortment().pick(bulbs, 9).total == 2);
  const auto bulb_heads = assortment().pick(bulbs, 9, true);
  BOOST_TEST_REQUIRE(bulb_heads.total == 1);
  BOOST_TEST(bulb_heads.items[0]->id == bulb);
  const auto shirts =
      assortment().pick({.needs = {{.names = {{"t", "shirt"}}}}, .sort = Sort::price}, 9, true);
  BOOST_TEST(shirts.total == 2);  // "T-Shirt with Pocket" is one
  const auto pockets = assortment().pick({.needs = {{.names = {{"red"}}}}}, 9, true);
  BOOST_TEST(pockets.total == 2);  // nothing is called a red: all that mention it
}

BOOST_AUTO_TEST_SUITE_END()
