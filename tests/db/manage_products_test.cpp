#include <boost/test/unit_test.hpp>

#include "catalog/manage.h"
#include "search/index.h"
#include "search/search.h"
#include "support/orders.h"

using namespace catalog;
using support::make_product;
using support::noon;

namespace {

struct Managed : support::RolledBack {
  EditableProduct edit(std::int64_t id) { return find_to_edit(db, id).value(); }
  std::int64_t first_category() { return edit(make_product(db)).draft.category_id; }
  Money price_of(std::int64_t id) { return find_product(db, id).value().price; }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(manage_products, Managed)

BOOST_AUTO_TEST_CASE(a_new_product_is_found_at_once_by_its_words) {
  search::find(*shop.index, db, {.text = "before"});
  ProductDraft draft{.sku = "KITE-1",
                     .name = "Quixotic Kite",
                     .description = "Flies.",
                     .category_id = first_category(),
                     .price = Money{1250},
                     .attributes = {{"Colour", "red"}, {"Colour", "blue"}}};

  const Created created = create_product(db, draft);

  BOOST_TEST((created.outcome == SaveOutcome::saved));
  BOOST_TEST(search::find(*shop.index, db, {.text = "quixotic"}).total == 1);
  const EditableProduct product = edit(created.id);
  BOOST_TEST(product.slug == "quixotic-kite");
  BOOST_TEST(product.draft.attributes.size() == 2U);
  BOOST_TEST(product.draft.attributes[1].value == "blue");
}

BOOST_AUTO_TEST_CASE(the_second_of_two_editors_is_told_and_overwrites_nothing) {
  const auto lamp = make_product(db, {.name = "Lamp", .price = Money{1000}});
  const EditableProduct first = edit(lamp);
  const EditableProduct second = edit(lamp);
  ProductDraft dearer = first.draft;
  dearer.price = Money{2000};
  ProductDraft renamed = second.draft;
  renamed.name = "Torch";

  BOOST_TEST((save_product(db, lamp, first.version, dearer) == SaveOutcome::saved));
  BOOST_TEST((save_product(db, lamp, second.version, renamed) == SaveOutcome::changed_meanwhile));

  BOOST_TEST(edit(lamp).draft.name == "Lamp");
  BOOST_TEST(price_of(lamp).cents == 2000);
}

BOOST_AUTO_TEST_CASE(changed_details_count_as_a_change_and_sold_pieces_do_not) {
  support::make_rules(db);
  const auto lamp = make_product(db, {.attributes = {{"Colour", "red"}}});
  const EditableProduct seen = edit(lamp);

  support::make_order(db, support::guest(), lamp);
  BOOST_TEST(edit(lamp).version == seen.version);

  ProductDraft blue = seen.draft;
  blue.attributes = {{"Colour", "blue"}};
  BOOST_TEST((save_product(db, lamp, seen.version, blue) == SaveOutcome::saved));
  BOOST_TEST(edit(lamp).version > seen.version);
  BOOST_TEST((save_product(db, lamp, seen.version, blue) == SaveOutcome::changed_meanwhile));
}

BOOST_AUTO_TEST_CASE(a_stock_code_belongs_to_one_product) {
  make_product(db, {.sku = "TAKEN"});
  const auto lamp = make_product(db);
  const EditableProduct seen = edit(lamp);
  ProductDraft draft = seen.draft;
  draft.sku = "TAKEN";

  BOOST_TEST((save_product(db, lamp, seen.version, draft) == SaveOutcome::sku_taken));
  BOOST_TEST((create_product(db, draft).outcome == SaveOutcome::sku_taken));
  draft.sku = "FREE";
  draft.category_id = 999999999;
  BOOST_TEST((create_product(db, draft).outcome == SaveOutcome::no_such_category));
}

BOOST_AUTO_TEST_CASE(a_withdrawn_product_cannot_be_found_or_bought_until_it_is_offered_again) {
  const auto lamp = make_product(db, {.name = "Zanzibar Lamp"});

  BOOST_TEST((withdraw_product(db, lamp, edit(lamp).version, noon()) == SaveOutcome::saved));
  BOOST_TEST(!find_product(db, lamp).has_value());
  BOOST_TEST(search::find(*shop.index, db, {.text = "zanzibar"}).total == 0);
  BOOST_TEST((offer_product_again(db, lamp, 1) == SaveOutcome::changed_meanwhile));

  BOOST_TEST((offer_product_again(db, lamp, edit(lamp).version) == SaveOutcome::saved));
  BOOST_TEST(search::find(*shop.index, db, {.text = "zanzibar"}).total == 1);
}

BOOST_AUTO_TEST_CASE(many_prices_change_at_once_but_only_those_that_were_seen_as_they_are) {
  const auto cheap = make_product(db, {.price = Money{995}});
  const auto dear = make_product(db, {.price = Money{100000}});
  const std::vector<Seen> seen = {{cheap, edit(cheap).version}, {dear, edit(dear).version}};
  const BulkChange ten_less{.kind = BulkChange::Kind::price_percent, .basis_points = -1000};

  BOOST_TEST(change_many(db, seen, ten_less, noon()).value() == 2);
  BOOST_TEST(price_of(cheap).cents == 896);  // 895.5 rounded half up
  BOOST_TEST(price_of(dear).cents == 90000);
  // The same form again (a double click) changes nothing.
  BOOST_TEST(change_many(db, seen, ten_less, noon()).value() == 0);
  BOOST_TEST(price_of(cheap).cents == 896);
}

BOOST_AUTO_TEST_CASE(no_price_falls_below_nothing_or_leaves_the_scale) {
  const auto cheap = make_product(db, {.price = Money{100}});
  const auto dear = make_product(db, {.price = Money{5000}});
  const std::vector<Seen> seen = {{cheap, edit(cheap).version}, {dear, edit(dear).version}};

  const BulkChange less{.kind = BulkChange::Kind::price_amount, .amount = Money{-200}};
  BOOST_TEST(change_many(db, seen, less, noon()).value() == 1);
  BOOST_TEST(price_of(cheap).cents == 100);
  BOOST_TEST(price_of(dear).cents == 4800);
  const std::vector<Seen> again = {{dear, edit(dear).version}};
  const BulkChange more{.kind = BulkChange::Kind::price_amount, .amount = kHighestPrice};
  BOOST_TEST(change_many(db, again, more, noon()).value() == 0);
  const BulkChange nowhere{.kind = BulkChange::Kind::category, .category_id = 999999999};
  BOOST_TEST(!change_many(db, again, nowhere, noon()).has_value());
}

BOOST_AUTO_TEST_CASE(the_list_goes_on_behind_the_last_row_without_gap_or_repetition) {
  std::vector<std::int64_t> made;
  for (int i = 0; i < 5; ++i) made.push_back(make_product(db, {.brand = "Only These"}));
  const ProductFilter filter{.brand_id = edit(made[0]).draft.brand_id};

  const auto first = list_products(db, filter, {}, 3);
  const auto second = list_products(db, filter, first.back().place, 3);

  BOOST_REQUIRE(first.size() == 3U);
  BOOST_REQUIRE(second.size() == 2U);
  BOOST_TEST(first[0].id == made[4]);
  BOOST_TEST(second[1].id == made[0]);
}

BOOST_AUTO_TEST_CASE(the_list_finds_by_words_and_stock_code_withdrawn_ones_too) {
  const auto kite = make_product(db, {.name = "Quixotic Kite", .sku = "KT-77", .in_stock = 2});
  const auto gone = make_product(db, {.name = "Quixotic Drum"});
  BOOST_TEST((withdraw_product(db, gone, 1, noon()) == SaveOutcome::saved));
  const ProductFilter all{.state = ProductFilter::State::all};
  const std::vector<std::int64_t> found = search::find_ids(*shop.index, db, "quixotic", 100);

  BOOST_TEST(found.size() == 1U);
  const auto rows = list_found_products(db, all, "quixotic", found, {}, 10);
  BOOST_REQUIRE(rows.size() == 2U);
  BOOST_TEST(rows[0].id == kite);
  BOOST_TEST(rows[1].id == gone);
  BOOST_TEST(list_found_products(db, all, "quixotic", found, rows[0].place, 10).size() == 1U);
  BOOST_TEST(list_found_products(db, all, "kt-7", {}, {}, 10).size() == 1U);
  const ProductFilter sold_out{.at_most_in_stock = 0};
  BOOST_TEST(list_found_products(db, sold_out, "KT-77", {}, {}, 10).empty());
}

BOOST_AUTO_TEST_SUITE_END()
