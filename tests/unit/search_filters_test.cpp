// Words of a query that are filters.
#include <boost/test/unit_test.hpp>

#include "support/search_shop.h"

using namespace search;
using support::make_document;
using Names = std::set<std::string>;

BOOST_FIXTURE_TEST_SUITE(filters_in_words, support::FilterShop)

BOOST_AUTO_TEST_CASE(a_colour_becomes_a_filter_with_all_its_shades) {
  const auto results = find(index, {.text = "red lamp"});

  BOOST_TEST(results.has_read_filters);
  BOOST_REQUIRE(results.asked.attributes.size() == 1u);
  BOOST_TEST(results.asked.attributes[0].name == "Colour");
  BOOST_TEST(results.asked.attributes[0].values.size() == 2u);
  BOOST_TEST(results.asked.text == "lamp");
  BOOST_TEST((names({.text = "red lamp"}) == Names{"Desk Lamp", "Floor Lamp"}));
  BOOST_TEST(names({.text = "red lamp", .plain = true}).contains("Table Lamp"));
}

BOOST_AUTO_TEST_CASE(several_filters_and_a_price_are_read_at_once) {
  const auto results = find(index, {.text = "cotton shirt for men under $30"});

  BOOST_TEST(results.asked.text == "shirt");
  BOOST_TEST(results.asked.attributes.size() == 2u);
  BOOST_TEST(results.asked.max_price->cents == 3000);
  BOOST_TEST((names({.text = "cotton shirt for men under $30"}) == Names{"Shirt Tom"}));
  BOOST_TEST((names({.text = "waterproof jacket"}) == Names{"Rain Jacket"}));
  BOOST_TEST(find(index, {.text = "stainless steel jacket"}).asked.attributes[0].values[0] ==
             "stainless steel");
}

BOOST_AUTO_TEST_CASE(a_value_that_the_products_do_not_bear_out_stays_a_word) {
  const auto results = find(index, {.text = "orange juice"});

  BOOST_TEST(!results.has_read_filters);
  BOOST_TEST(results.products.front()->name == "Orange Juice");
}

BOOST_AUTO_TEST_CASE(a_filter_that_was_chosen_is_not_read_again) {
  const auto results = find(index, {.text = "red lamp", .attributes = {{"Colour", {"blue"}}}});

  BOOST_TEST(!results.has_read_filters);
  BOOST_TEST(results.asked.attributes.size() == 1u);
}

BOOST_AUTO_TEST_CASE(what_has_no_product_together_is_found_by_its_words) {
  const auto results = find(index, {.text = "linen lamp"});

  BOOST_TEST(!results.has_read_filters);
  BOOST_TEST(!results.has_all_words);
  BOOST_TEST(results.total > 0);
}

BOOST_AUTO_TEST_CASE(a_brand_and_a_category_become_filters_where_nearly_all_products_agree) {
  index.set_categories({{1, 0, "tools", "Power Tools"}, {2, 0, "books", "Books"}});
  std::int64_t id = 100;
  const auto add = [&](const char* name, const char* brand, std::int64_t category) {
    Document document = make_document(++id, name);
    document.card.brand = brand;
    document.category_id = category;
    document.attributes = {};
    index.put(document);
  };
  for (const char* name :
       {"Drill", "Saw", "Sander One", "Sander Two", "Sander Three", "Sander Four"})
    add(name, "Black & Gold", 1);
  add("Saw", "Acme", 1);
  add("Saw for Children", "Acme", 2);

  const auto of_brand = find(index, {.text = "black gold saw"});
  BOOST_TEST(of_brand.has_read_filters);
  BOOST_TEST((of_brand.asked.brands == std::vector<std::string>{"Black & Gold"}));
  BOOST_TEST(of_brand.asked.text == "saw");
  BOOST_TEST(of_brand.total == 1);

  const auto of_category = find(index, {.text = "power tools sander"});
  BOOST_TEST(of_category.asked.category == "tools");
  BOOST_TEST(of_category.category_name == "Power Tools");
  BOOST_TEST(of_category.asked.text == "sander");

  // Chosen already, refused, alone, or only a part of the name: a word stays a word.
  BOOST_TEST(!find(index, {.text = "black gold"}).has_read_filters);
  BOOST_TEST(!find(index, {.text = "power tools"}).has_read_filters);
  BOOST_TEST(find(index, {.text = "black gold saw", .brands = {"Acme"}}).asked.brands.size() == 1u);
  BOOST_TEST(!find(index, {.text = "black gold saw", .plain = true}).has_read_filters);
  BOOST_TEST(!find(index, {.text = "gold saw"}).has_read_filters);
}

BOOST_AUTO_TEST_CASE(a_brand_that_is_a_common_word_stays_a_word) {
  std::int64_t id = 200;
  for (const char* brand : {"Apple", "Grove", "Grove"}) {
    Document document = make_document(++id, "Apple Phone or Fruit");
    document.card.brand = brand;
    document.attributes = {};
    index.put(document);
  }

  BOOST_TEST(!find(index, {.text = "apple phone"}).has_read_filters);
  BOOST_TEST(find(index, {.text = "apple phone"}).total == 3);
}

BOOST_AUTO_TEST_SUITE_END()
