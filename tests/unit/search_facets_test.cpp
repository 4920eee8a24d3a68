// What each further filter would leave.
#include <boost/test/unit_test.hpp>
#include <map>
#include <random>

#include "support/search_shop.h"

using namespace search;
using support::make_document;

BOOST_AUTO_TEST_SUITE(facets)

namespace {

/// A random query, and whether a product fits it, filter by filter: one may be left out.
struct BruteForce {
  enum Part { nothing, brand, price, stock, stars, colour, material, category };

  bool fits(const Document& d, Part left_out) const {
    const auto& card = d.card;
    const auto any = [](const std::vector<std::string>& list, const std::string& value) {
      return std::find(list.begin(), list.end(), value) != list.end();
    };
    if (left_out != brand && !query.brands.empty() && !any(query.brands, card.brand)) return false;
    if (left_out != price) {
      if (query.min_price && card.price < *query.min_price) return false;
      if (query.max_price && card.price > *query.max_price) return false;
    }
    if (left_out != stock && query.in_stock_only && card.in_stock == 0) return false;
    if (left_out != stars && card.rating_sum < query.min_stars) return false;
    if (left_out != category && !query.category.empty() && !is_below(d.category_id)) return false;
    for (const AttributeFilter& filter : query.attributes) {
      if (left_out == (filter.name == "Colour" ? colour : material)) continue;
      if (std::none_of(d.attributes.begin(), d.attributes.end(), [&](const AttributeValue& v) {
            return v.name == filter.name && any(filter.values, v.value);
          })) {
        return false;
      }
    }
    return true;
  }
  bool is_below(std::int64_t id) const {
    for (std::int64_t node = id; node != 0; node = parents.at(node)) {
      if (query.category == "c" + std::to_string(node)) return true;
    }
    return false;
  }

  Query query;
  std::map<std::int64_t, std::int64_t> parents;
};

}  // namespace

BOOST_AUTO_TEST_CASE(counts_equal_a_brute_force_count_over_random_filters) {
  std::mt19937 random(7);
  const std::vector<std::string> colours = {"red", "blue", "green", "black"};
  const std::vector<std::string> materials = {"oak", "steel", "glass"};
  const std::map<std::int64_t, std::int64_t> parents = {{1, 0}, {2, 1}, {3, 1}, {4, 3}, {5, 0}};
  Index index;
  std::vector<CategoryNode> nodes;
  for (const auto& [id, parent] : parents) {
    nodes.push_back({id, parent, "c" + std::to_string(id), "C" + std::to_string(id)});
  }
  index.set_categories(nodes);
  std::vector<Document> documents;
  for (std::int64_t id = 1; id <= 300; ++id) {
    Document document = make_document(id, "Thing", colours[random() % colours.size()]);
    document.category_id = 1 + static_cast<std::int64_t>(random() % 5);
    if (random() % 3 > 0) {
      document.attributes.push_back({"Material", materials[random() % materials.size()]});
    }
    if (random() % 5 == 0) document.attributes.push_back({"Colour", "violet"});  // of two colours
    document.card.price = Money{static_cast<std::int64_t>(random() % 500000)};
    documents.push_back(document);
    index.put(document);
  }
  const auto one_in = [&](unsigned n) { return random() % n == 0; };
  for (int round = 0; round < 300; ++round) {
    BruteForce truth{{}, parents};
    Query& query = truth.query;
    if (one_in(2)) query.brands = {one_in(2) ? "Even" : "Odd"};
    if (one_in(2)) query.max_price = Money{static_cast<std::int64_t>(random() % 500000)};
    if (one_in(4)) query.min_price = Money{static_cast<std::int64_t>(random() % 100000)};
    if (one_in(3)) query.in_stock_only = true;
    if (one_in(3)) query.min_stars = static_cast<int>(1 + random() % 5);
    if (one_in(2)) query.attributes.push_back({"Colour", {colours[0], colours[random() % 4]}});
    if (one_in(3)) query.attributes.push_back({"Material", {materials[random() % 3]}});
    if (one_in(3)) query.category = "c" + std::to_string(1 + random() % 5);
    const auto count = [&](BruteForce::Part left_out, auto&& keep) {
      return static_cast<int>(
          std::count_if(documents.begin(), documents.end(),
                        [&](const Document& d) { return keep(d) && truth.fits(d, left_out); }));
    };
    const Results results = find(index, query);

    BOOST_TEST(results.total == count(BruteForce::nothing, [](const Document&) { return true; }));
    BOOST_TEST(results.in_stock ==
               count(BruteForce::stock, [](const Document& d) { return d.card.in_stock > 0; }));
    for (const FacetValue& value : results.brands.values) {
      BOOST_TEST(value.count == count(BruteForce::brand, [&](const Document& d) {
                   return d.card.brand == value.value;
                 }));
    }
    for (const FacetValue& value : results.stars.values) {
      BOOST_TEST(value.count == count(BruteForce::stars, [&](const Document& d) {
                   return d.card.rating_sum >= std::stoi(value.value);
                 }));
    }
    for (const FacetValue& value : results.categories.values) {
      BruteForce below{{.category = value.value}, parents};
      BOOST_TEST(value.count == count(BruteForce::category, [&](const Document& d) {
                   return below.is_below(d.category_id);
                 }));
    }
    for (const PriceBar& bar : results.prices) {
      BOOST_TEST(bar.count == count(BruteForce::price, [&](const Document& d) {
                   return d.card.price >= bar.from && d.card.price <= bar.to;
                 }));
    }
    for (const Facet& facet : results.attributes) {
      const auto part = facet.name == "Colour" ? BruteForce::colour : BruteForce::material;
      for (const FacetValue& value : facet.values) {
        BOOST_TEST(value.count == count(part, [&](const Document& d) {
                     return std::any_of(d.attributes.begin(), d.attributes.end(),
                                        [&](const AttributeValue& v) {
                                          return v.name == facet.name && v.value == value.value;
                                        });
                   }));
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(variants_of_one_product_count_once_for_each_value) {
  Index shop;
  for (std::int64_t id = 1; id <= 4; ++id) {
    Document shirt = make_document(id, "Shirt", id % 2 == 0 ? "red" : "blue");
    shirt.card.brand = "Loom";
    shirt.card.in_stock = 1;
    shirt.family = 7;
    shop.put(shirt);
  }
  shop.put(make_document(5, "Shirt alone", "red"));
  const Results results = find(shop, {.text = "shirt"});

  BOOST_TEST(results.total == 2);
  for (const FacetValue& value : results.attributes.at(0).values) {
    BOOST_TEST(value.count == (value.value == "red" ? 2 : 1));
    BOOST_TEST(find(shop, {.text = "shirt", .attributes = {{"Colour", {value.value}}}}).total ==
               value.count);
  }
  BOOST_TEST(find(shop, {.text = "shirt", .brands = {"Loom"}}).total == 1);
}

BOOST_AUTO_TEST_SUITE_END()
