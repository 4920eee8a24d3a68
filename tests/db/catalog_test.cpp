#include <boost/test/unit_test.hpp>

#include "catalog/addresses.h"
#include "catalog/catalog.h"
#include "catalog_tests.sql.h"
#include "support/support.h"

using support::make_product;

namespace {

std::vector<std::int64_t> ids_of(const std::vector<catalog::ProductCard>& cards) {
  std::vector<std::int64_t> ids;
  for (const catalog::ProductCard& card : cards) ids.push_back(card.id);
  return ids;
}

std::vector<std::int64_t> list(std::initializer_list<std::int64_t> ids) {
  return ids;
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(catalogue, support::RolledBack)

BOOST_AUTO_TEST_CASE(a_product_is_found_with_everything_a_customer_may_know) {
  const auto id = make_product(db, {.name = "Desk lamp",
                                    .sku = "L-1",
                                    .description = "Bright.",
                                    .category = "desk lamps",
                                    .brand = "Lumen",
                                    .price = Money{2599},
                                    .in_stock = 3,
                                    .attributes = {{"Colour", "green"}, {"Material", "oak"}}});
  make_product(db, {.category = "lighting"});
  db.run(sql::catalog_tests::nest_category, "desk-lamps", "lighting");
  db.run(sql::catalog_tests::set_image, id, "front.svg");
  db.run(sql::catalog_tests::make_picture, id, 1, "back.svg", "From behind");

  const auto lamp = catalog::find_product(db, id);

  BOOST_REQUIRE(lamp.has_value());
  BOOST_TEST(lamp->name == "Desk lamp");
  BOOST_TEST(lamp->slug == "desk-lamp");
  BOOST_TEST(lamp->sku == "L-1");
  BOOST_TEST(lamp->description == "Bright.");
  BOOST_TEST(lamp->brand == "Lumen");
  BOOST_TEST(lamp->price.cents == 2599);
  BOOST_TEST(lamp->in_stock == 3);
  BOOST_TEST(lamp->can_be_bought());
  BOOST_REQUIRE(lamp->category_path.size() == 2u);
  BOOST_TEST(lamp->category_path[0].slug == "lighting");
  BOOST_TEST(lamp->category().name == "desk lamps");
  BOOST_REQUIRE(lamp->attributes.size() == 2u);
  BOOST_TEST(lamp->attributes[1].name == "Material");
  BOOST_TEST(lamp->attributes[1].value == "oak");
  BOOST_REQUIRE(lamp->pictures.size() == 2u);
  BOOST_TEST(lamp->pictures[0].file == "front.svg");
  BOOST_TEST(lamp->pictures[1].alt == "From behind");
}

BOOST_AUTO_TEST_CASE(an_unknown_or_withdrawn_product_is_not_found) {
  const auto id = make_product(db);
  db.run(sql::catalog_tests::withdraw, id);

  BOOST_TEST(!catalog::find_product(db, id).has_value());
  BOOST_TEST(!catalog::find_product(db, INT64_MAX).has_value());
  BOOST_TEST(!catalog::find_product(db, 0).has_value());
}

BOOST_AUTO_TEST_CASE(cards_come_in_the_order_asked_for_without_what_is_gone) {
  const auto lamp = make_product(db);
  const auto pan = make_product(db, {.name = "Pan", .in_stock = 0});
  const auto gone = make_product(db);
  db.run(sql::catalog_tests::withdraw, gone);

  const std::vector<std::int64_t> wanted = {pan, gone, 0, lamp};
  const auto cards = catalog::find_cards(db, wanted);

  BOOST_TEST(ids_of(cards) == list({pan, lamp}), boost::test_tools::per_element());
  BOOST_TEST(cards[0].in_stock == 0);
  BOOST_TEST(catalog::find_cards(db, {}).empty());
}

BOOST_AUTO_TEST_CASE(the_newest_and_the_most_sold_products_come_first) {
  const auto old_favorite = make_product(db);
  const auto newcomer = make_product(db);
  db.run(sql::catalog_tests::set_sold, old_favorite, 1000000);

  // Both were made in one transaction, at one moment: then the later number is the newer one.
  BOOST_TEST(catalog::list_new(db, 1).at(0).id == newcomer);
  BOOST_TEST(catalog::list_popular(db, 1).at(0).id == old_favorite);
  const auto shelves = catalog::find_shelves(db);
  BOOST_TEST(shelves.newest.at(0).id == newcomer);
  BOOST_TEST(shelves.popular.at(0).id == old_favorite);
  BOOST_TEST(shelves.newest.size() <= 10u);
}

BOOST_AUTO_TEST_CASE(similar_products_are_of_the_same_category_and_near_in_price) {
  const auto lamp = make_product(db, {.category = "similar", .price = Money{2000}});
  const auto near = make_product(db, {.category = "similar", .price = Money{2100}});
  const auto far = make_product(db, {.category = "similar", .price = Money{9000}});
  const auto middle = make_product(db, {.category = "similar", .price = Money{1500}});
  make_product(db, {.category = "similar", .price = Money{2000}, .in_stock = 0});
  make_product(db, {.category = "other", .price = Money{2000}});

  const auto all = ids_of(catalog::list_similar(db, lamp, 10));
  const auto two = ids_of(catalog::list_similar(db, lamp, 2));

  BOOST_TEST(all == list({near, middle, far}), boost::test_tools::per_element());
  BOOST_TEST(two == list({near, middle}), boost::test_tools::per_element());
  BOOST_TEST(catalog::list_similar(db, INT64_MAX, 3).empty());
}

BOOST_AUTO_TEST_CASE(a_top_category_shows_the_picture_of_the_best_seller_below_it) {
  make_product(db, {.category = "pictured"});
  const auto weak = make_product(db, {.category = "pictured"});
  const auto best = make_product(db, {.category = "pictured below"});
  db.run(sql::catalog_tests::nest_category, "pictured-below", "pictured");
  db.run(sql::catalog_tests::set_image, weak, "weak.svg");
  db.run(sql::catalog_tests::set_image, best, "best.svg");
  db.run(sql::catalog_tests::set_sold, best, 10);

  bool is_listed = false;
  for (const catalog::Category& category : catalog::list_top_categories(db)) {
    BOOST_TEST(category.slug != "pictured-below");
    if (category.slug != "pictured") continue;
    is_listed = true;
    BOOST_TEST(category.image == "best.svg");
  }
  BOOST_TEST(is_listed);
}

BOOST_AUTO_TEST_CASE(search_engines_are_told_what_is_on_offer) {
  const auto lamp = make_product(db, {.category = "told"});
  const auto gone = make_product(db, {.category = "told"});
  db.run(sql::catalog_tests::withdraw, gone);

  const auto paths = catalog::list_addresses(db, 49999);
  const auto has = [&](const std::string& path) { return std::ranges::count(paths, path) == 1; };

  BOOST_TEST(has(catalog::product_path(lamp, "lamp")));
  BOOST_TEST(has("/category/told"));
  BOOST_TEST(!has(catalog::product_path(gone, "lamp")));
}

BOOST_AUTO_TEST_SUITE_END()
