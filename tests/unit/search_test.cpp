// Words in, products out.
#include <boost/test/unit_test.hpp>

#include "support/search_shop.h"

using namespace search;
using support::make_document;

namespace {

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

BOOST_AUTO_TEST_CASE(a_measure_is_no_price) {
  for (const char* text : {"headphones under 6 ft", "speaker over 50 watt", "laptop under 20 inch",
                           "laptop from 2x4", "lamp under 50%"}) {
    const auto results = find(index, {.text = text});
    BOOST_TEST(!results.asked.max_price.has_value(), text);
    BOOST_TEST(!results.asked.min_price.has_value(), text);
  }
  BOOST_TEST(find(index, {.text = "lamp under €30"}).asked.max_price->cents == 3000);
  BOOST_TEST(find(index, {.text = "lamp under 30 euro"}).asked.max_price->cents == 3000);
}

BOOST_AUTO_TEST_CASE(nothing_within_the_price_finds_the_words_without_it_and_says_so) {
  const auto results = find(index, {.text = "headphones under $0.50"});

  BOOST_TEST(results.is_without_filters);
  BOOST_TEST(!results.has_read_filters);
  BOOST_TEST(results.products.front()->name == "Wireless Headphones Aria");
}

BOOST_AUTO_TEST_CASE(a_price_that_was_chosen_counts_more_than_the_one_in_words) {
  const auto results = find(index, {.text = "headphones under $1.50", .max_price = Money{300}});

  BOOST_TEST(results.asked.max_price->cents == 300);
}

BOOST_AUTO_TEST_CASE(words_that_fit_nothing_are_named) {
  const auto results = find(index, {.text = "speaker xyzzyqq"});

  BOOST_TEST(results.understood.unknown_words == std::vector<std::string>{"xyzzyqq"},
             boost::test_tools::per_element());
  BOOST_TEST(results.products.front()->name == "Wireless Speaker Cube");
  BOOST_TEST(!find(index, {.text = "hat mug"}).has_all_words);
  BOOST_TEST(find(index, {.text = "sun hat"}).has_all_words);
}

BOOST_AUTO_TEST_CASE(the_categories_are_a_tree_below_the_chosen_one) {
  const auto results = find(index, {.category = "audio"});

  BOOST_REQUIRE(results.categories.values.size() == 3u);
  BOOST_TEST(results.categories.values[0].name == "Audio");
  BOOST_TEST(results.categories.values[0].count == 6);
  BOOST_TEST(results.categories.values[1].name == "Headphones");
  BOOST_TEST(results.categories.values[1].depth == 1);
  BOOST_TEST(results.categories.values[1].count == 3);
  BOOST_TEST(results.categories.values[2].depth == 0);
}

BOOST_AUTO_TEST_CASE(prices_are_drawn_as_bars_that_add_up) {
  const auto results = find(index, {});
  int sum = 0;
  for (const PriceBar& bar : results.prices) sum += bar.count;

  BOOST_TEST(sum == 9);
  BOOST_TEST(results.prices.front().from.cents == 100);
  BOOST_TEST(results.prices.back().to.cents == 999);
  // A price filter chooses bars and leaves their counts.
  const auto cheap = find(index, {.max_price = Money{199}});
  BOOST_TEST(cheap.prices.size() == results.prices.size());
  BOOST_TEST(cheap.prices.front().chosen);
  BOOST_TEST(!cheap.prices.back().chosen);
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
       {many,
        std::string("!!!***"),
        std::string("\"open quote"),
        std::string("a & b | !c"),
        std::string("\xF0\x9F\x92\xA1 \xD7\xA9\xD7\x9C"),
        std::string(100000, 'x'),
        std::string("%_%"),
        std::string("under"),
        std::string("under $99999999999999999999"),
        std::string("between 1 and"),
        std::string("from 5 to 3"),
        std::string("((((a+)+)+)+)+$"),
        std::string("lamp:* & !mug <-> hat"),
        std::string("\\' OR 1=1; --"),
        std::string("\xE2\x80\xAE\xD7\xA9\xD7\x9C\xD7\x95\xD7\x9D \xD9\x85\xD8\xB1\xD8\xAD"),
        std::string("\xF0\x9F\x91\xA8\xE2\x80\x8D\xF0\x9F\x91\xA9"),
        std::string("a\0b", 3),
        std::string("\xFF\xFE broken"),
        std::string(399, 'x') + "\xC3\xA9",
        "under " + std::string(100000, '9'),
        std::string(50000, ' ') + "lamp",
        std::string("1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27")}) {
    BOOST_CHECK_NO_THROW(find(index, {.text = text}));
    BOOST_CHECK_NO_THROW(find(index, {.text = text, .exact = true}));
    BOOST_CHECK_NO_THROW(find(index, {.text = text, .plain = true, .sort = Sort::price_up}));
    BOOST_TEST(find(index, {.text = text}).understood.terms.size() <= 48u);
  }
}

BOOST_AUTO_TEST_CASE(wildcards_and_operators_are_no_words) {
  BOOST_TEST(find(index, {.text = "lamp:* & !mug"}).total == 2);
  BOOST_TEST(first("\"wireless speaker") == "Wireless Speaker Cube");
  BOOST_TEST(find(index, {.text = "%"}).total == 9);  // nothing but a mark: everything
  BOOST_TEST(find(index, {.text = "\xF0\x9F\x92\xA1"}).total == 0);
}

BOOST_AUTO_TEST_SUITE_END()
