#include "search/search.h"

#include <boost/test/unit_test.hpp>
#include <random>
#include <set>

#include "search/spelling.h"

using namespace search;

namespace {

Document make_document(std::int64_t id, const std::string& name,
                       const std::string& colour = "red") {
  Document document;
  document.card.id = id;
  document.card.name = name;
  document.card.brand = id % 2 == 0 ? "Even" : "Odd";
  document.card.price = Money{id * 100};
  document.card.in_stock = static_cast<int>(id % 5);
  document.card.review_count = 1;
  document.card.rating_sum = 1 + id % 5;
  document.category_id = 1 + id % 3;
  document.attributes = {{"Colour", colour}};
  return document;
}

struct SmallShop {
  SmallShop() {
    index.set_categories(
        {{1, 0, "audio", "Audio"}, {2, 1, "headphones", "Headphones"}, {3, 0, "home", "Home"}});
    std::int64_t id = 0;
    for (const char* name : {"Wireless Headphones Aria", "Wired Headphones Bass",
                             "Wireless Speaker Cube", "Table Lamp Sun", "Sun Hat",
                             "Flashlight Beam", "Café Mug", "Laptop 16GB", "Laptop 8GB"}) {
      index.put(make_document(++id, name));
    }
  }
  std::vector<std::string> names(const Query& query) const {
    std::vector<std::string> names;
    for (const auto* card : find(index, query).products) names.push_back(card->name);
    return names;
  }
  std::string first(const std::string& text) const {
    const auto found = names({.text = text});
    return found.empty() ? "" : found.front();
  }
  Index index;
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(searching, SmallShop)

BOOST_AUTO_TEST_CASE(what_matches_more_words_comes_first) {
  const auto found = names({.text = "wireless headphones"});

  BOOST_TEST(found.size() > 2u);  // either word is enough
  BOOST_TEST(found.front() == "Wireless Headphones Aria");
}

BOOST_AUTO_TEST_CASE(several_words_find_what_has_either) {
  const auto found = names({.text = "sun, table"});

  BOOST_TEST(found.size() == 2u);
}

BOOST_AUTO_TEST_CASE(typing_errors_plurals_accents_and_joined_words_are_forgiven) {
  BOOST_TEST(first("wirless speker") == "Wireless Speaker Cube");
  BOOST_TEST(first("headhpones wired") == "Wired Headphones Bass");
  BOOST_TEST(first("lamps") == "Table Lamp Sun");
  BOOST_TEST(first("cafe") == "Café Mug");
  BOOST_TEST(first("flash light") == "Flashlight Beam");
  BOOST_TEST(first("tablelamp") == "Table Lamp Sun");
  BOOST_TEST(first("16 gb") == "Laptop 16GB");
  BOOST_TEST(first("laptop 8gb") == "Laptop 8GB");
}

BOOST_AUTO_TEST_CASE(a_beginning_and_a_part_of_a_word_find_it) {
  BOOST_TEST(first("flashl") == "Flashlight Beam");
  BOOST_TEST(first("phone") != "");
}

BOOST_AUTO_TEST_CASE(a_correction_is_shown_and_can_be_refused) {
  BOOST_TEST(find(index, {.text = "wirless"}).understood.corrected_text == "wireless");
  BOOST_TEST(find(index, {.text = "wirless", .exact = true}).total == 0);
  BOOST_TEST(find(index, {.text = "wireless"}).understood.corrected_text == "");
}

BOOST_AUTO_TEST_CASE(prices_in_words_become_filters) {
  const auto results = find(index, {.text = "headphones under $1.50"});

  BOOST_TEST(results.understood.max_price->cents == 150);
  BOOST_TEST(results.total == 1);
  BOOST_TEST(find(index, {.text = "laptop between 8 and 8.50"}).total == 1);
}

BOOST_AUTO_TEST_CASE(a_parent_category_stands_for_its_children) {
  BOOST_TEST(find(index, {.category = "audio"}).total == 6);
  BOOST_TEST(find(index, {.category = "headphones"}).total == 3);
  BOOST_TEST(find(index, {.category = "unknown"}).total == 0);
}

BOOST_AUTO_TEST_CASE(pages_neither_repeat_nor_skip) {
  std::vector<std::string> seen;
  for (int page = 1; page <= 3; ++page) {
    for (const std::string& name : names({.sort = Sort::rating, .page = page, .per_page = 4})) {
      seen.push_back(name);
    }
  }
  std::sort(seen.begin(), seen.end());
  BOOST_TEST(seen.size() == 9u);
  BOOST_TEST((std::unique(seen.begin(), seen.end()) == seen.end()));
  BOOST_TEST(find(index, {.page = 99, .per_page = 4}).page == 3);
}

BOOST_AUTO_TEST_CASE(what_was_taken_out_is_not_found_and_what_was_changed_is) {
  index.remove(1);
  auto speaker = make_document(3, "Loud Box");
  index.put(speaker);

  BOOST_TEST(names({.text = "aria"}).empty());
  BOOST_TEST(names({.text = "speaker", .exact = true}).empty());
  BOOST_TEST(first("loud") == "Loud Box");
  speaker.card.in_stock = 77;
  index.put(speaker);
  BOOST_TEST(find(index, {.text = "loud"}).products[0]->in_stock == 77);
}

BOOST_AUTO_TEST_CASE(no_text_is_too_strange) {
  std::string many;
  for (int i = 0; i < 10000; ++i) many += "word" + std::to_string(i) + " ";
  for (const std::string& text :
       {many, std::string("!!!***"), std::string("\"open quote"), std::string("a & b | !c"),
        std::string("\xF0\x9F\x92\xA1 \xD7\xA9\xD7\x9C"), std::string(100000, 'x'),
        std::string("%_%"), std::string("under"), std::string("under $99999999999999999999")}) {
    BOOST_CHECK_NO_THROW(find(index, {.text = text}));
  }
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(spelling)

BOOST_AUTO_TEST_CASE(a_swap_is_one_error) {
  BOOST_TEST(edit_distance("table", "tabel", 2) == 1);
  BOOST_TEST(edit_distance("table", "tale", 2) == 1);
  BOOST_TEST(edit_distance("table", "chair", 2) == 3);
  BOOST_TEST(edit_distance("", "ab", 2) == 2);
}

BOOST_AUTO_TEST_CASE(short_words_and_stock_codes_are_left_alone) {
  BOOST_TEST(allowed_errors("mugs") == 0);
  BOOST_TEST(allowed_errors("table") == 1);
  BOOST_TEST(allowed_errors("headphone") == 2);
  BOOST_TEST(allowed_errors("85123abcd") == 0);
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(facets)

BOOST_AUTO_TEST_CASE(counts_equal_a_brute_force_count_over_random_filters) {
  std::mt19937 random(7);
  const std::vector<std::string> colours = {"red", "blue", "green", "black"};
  Index index;
  index.set_categories({{1, 0, "one", "One"}, {2, 0, "two", "Two"}, {3, 0, "three", "Three"}});
  std::vector<Document> documents;
  for (std::int64_t id = 1; id <= 200; ++id) {
    documents.push_back(make_document(id, "Thing", colours[random() % colours.size()]));
    index.put(documents.back());
  }
  for (int round = 0; round < 60; ++round) {
    Query query;
    if (random() % 2 == 0) query.brands = {random() % 2 == 0 ? "Even" : "Odd"};
    if (random() % 2 == 0) query.max_price = Money{static_cast<std::int64_t>(random() % 20000)};
    if (random() % 2 == 0) query.in_stock_only = true;
    if (random() % 2 == 0) query.min_stars = static_cast<int>(1 + random() % 5);
    if (random() % 2 == 0) query.attributes = {{"Colour", {colours[0], colours[random() % 4]}}};
    const auto fits = [&](const Document& d, bool brand, bool colour) {
      const auto& card = d.card;
      if (brand && !query.brands.empty() && card.brand != query.brands[0]) return false;
      if (query.max_price && card.price > *query.max_price) return false;
      if (query.in_stock_only && card.in_stock == 0) return false;
      if (card.rating_sum < query.min_stars) return false;
      if (!colour || query.attributes.empty()) return true;
      const auto& values = query.attributes[0].values;
      return std::find(values.begin(), values.end(), d.attributes[0].value) != values.end();
    };
    const auto count = [&](auto&& keep) {
      return static_cast<int>(std::count_if(documents.begin(), documents.end(), keep));
    };
    const Results results = find(index, query);

    BOOST_TEST(results.total == count([&](const Document& d) { return fits(d, true, true); }));
    for (const FacetValue& value : results.brands.values) {
      BOOST_TEST(value.count == count([&](const Document& d) {
                   return d.card.brand == value.value && fits(d, false, true);
                 }));
    }
    for (const Facet& facet : results.attributes) {
      for (const FacetValue& value : facet.values) {
        BOOST_TEST(value.count == count([&](const Document& d) {
                     return d.attributes[0].value == value.value && fits(d, true, false);
                   }));
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(an_unknown_word_is_read_by_what_stands_beside_it) {
  Index tools;
  std::int64_t id = 0;
  for (const char* name :
       {"Step Ladder Oak", "Step Ladder Steel", "Letter Opener", "Letter Box", "Letter Rack"}) {
    tools.put(make_document(++id, name));
  }
  const auto understood = understand(tools, "step latder", false);
  BOOST_TEST(understood.corrected_text == "step ladder");
}

BOOST_AUTO_TEST_CASE(joined_and_parted_words_find_each_other) {
  Index bells;
  bells.put(make_document(1, "Door Bell Chime"));
  bells.put(make_document(2, "Doorbell Button"));
  bells.put(make_document(3, "Door Handle"));
  for (const char* text : {"doorbell", "door bell"}) {
    std::set<std::string> found;
    for (const auto* card : find(bells, {.text = text}).products) found.insert(card->name);
    BOOST_TEST(found.contains("Door Bell Chime"));
    BOOST_TEST(found.contains("Doorbell Button"));
  }
}

BOOST_AUTO_TEST_CASE(what_it_is_comes_before_what_is_made_for_it) {
  Index shop;
  shop.put(make_document(1, "Projector Lamp"));
  shop.put(make_document(2, "Mount for Projector"));
  shop.put(make_document(3, "Pocket Projector"));
  BOOST_TEST(find(shop, {.text = "projector"}).products.front()->name == "Pocket Projector");
}

BOOST_AUTO_TEST_CASE(with_plenty_that_match_all_words_the_others_are_left_out) {
  Index shop;
  for (std::int64_t id = 1; id <= 700; ++id) shop.put(make_document(id, "Desk Lamp"));
  shop.put(make_document(701, "Desk Organizer"));
  BOOST_TEST(find(shop, {.text = "desk lamp"}).total == 700);
  BOOST_TEST(find(shop, {.text = "desk"}).total == 701);
}

BOOST_AUTO_TEST_SUITE_END()
