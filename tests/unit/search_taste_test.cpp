// A visitor's own taste decides between products that fit about equally, and no more.
#include "search/taste.h"

#include <boost/test/unit_test.hpp>

#include "support/search_shop.h"

using namespace search;

namespace {

struct TasteShop {
  TasteShop() {
    index.set_categories({{1, 0, "lighting", "Lighting"}, {2, 0, "books", "Books"}});
    add(1, "Desk Lamp", "Glow", 1);
    add(2, "Desk Lamp", "Lumen", 1);
    add(3, "Desk for a Lamp and much more that nobody asked for", "Lumen", 1);
  }
  void add(std::int64_t id, const char* name, const char* brand, std::int64_t category) {
    Document document = support::make_document(id, name);
    document.card.brand = brand;
    document.card.in_stock = 1;
    document.category_id = category;
    index.put(document);
  }
  std::vector<std::int64_t> ids(Query query) const {
    std::vector<std::int64_t> ids;
    for (const auto* card : find(index, query).products) ids.push_back(card->id);
    return ids;
  }
  Index index;
  const Taste for_lumen{.brands = {{"Lumen", 1.0F}}, .categories = {{1, 1.0F}}, .most = 0.03F};
};

using Ids = std::vector<std::int64_t>;

}  // namespace

BOOST_FIXTURE_TEST_SUITE(taste, TasteShop)

BOOST_AUTO_TEST_CASE(of_two_that_fit_alike_the_liked_one_comes_first) {
  BOOST_TEST(ids({.text = "desk lamp"}) == (Ids{1, 2, 3}));
  BOOST_TEST(ids({.text = "desk lamp", .taste = &for_lumen}) == (Ids{2, 1, 3}));
}

BOOST_AUTO_TEST_CASE(it_never_passes_what_fits_better) {
  const Taste without_strength{.brands = {{"Lumen", 1.0F}}, .most = 0};

  BOOST_TEST(ids({.text = "desk lamp", .taste = &for_lumen}).back() == 3);
  BOOST_TEST(ids({.text = "desk lamp", .taste = &without_strength}) == (Ids{1, 2, 3}));
}

BOOST_AUTO_TEST_CASE(it_says_nothing_about_other_orders_or_about_what_is_found) {
  Query query{.text = "desk lamp", .sort = Sort::price_up};
  const Ids by_price = ids(query);
  query.taste = &for_lumen;
  BOOST_TEST(ids(query) == by_price);
  BOOST_TEST(find(index, query).total == 3);
}

BOOST_AUTO_TEST_CASE(pages_by_key_go_on_where_the_last_one_ended) {
  Query query{.text = "desk lamp", .per_page = 1, .taste = &for_lumen};
  Ids turned;
  for (int page = 0; page < 3; ++page) {
    const Ids shown = ids(query);
    BOOST_REQUIRE(shown.size() == 1u);
    turned.push_back(shown.front());
    query.after = shown.front();
  }
  BOOST_TEST(turned == (Ids{2, 1, 3}));
}

BOOST_AUTO_TEST_SUITE_END()
