#include "search/search.h"

#include <boost/test/unit_test.hpp>
#include <map>
#include <random>
#include <set>

#include "search/past.h"
#include "search/rules.h"
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

BOOST_AUTO_TEST_CASE(an_unknown_word_is_read_by_what_stands_beside_it) {
  Index tools;
  std::int64_t id = 0;
  for (const char* name :
       {"Step Ladder Oak", "Step Ladder Steel", "Letter Opener", "Letter Box", "Letter Rack"}) {
    tools.put(make_document(++id, name));
  }
  const auto understood = understand(tools, {.text = "step latder"});
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

namespace {

/// Lamps and shirts with what they are made of, and a shop assistant's idea of words.
struct FilterShop {
  FilterShop() {
    std::int64_t id = 0;
    const auto add = [&](const char* name, std::vector<AttributeValue> attributes) {
      Document document = make_document(++id, name);
      document.attributes = std::move(attributes);
      index.put(document);
    };
    add("Desk Lamp", {{"Colour", "red"}});
    add("Floor Lamp", {{"Colour", "Dark Red"}});
    add("Table Lamp", {{"Colour", "blue"}});
    add("Shirt Tom", {{"Gender", "Men"}, {"Material", "cotton"}});
    add("Shirt Ann", {{"Gender", "Women"}, {"Material", "cotton"}});
    add("Shirt Bob", {{"Gender", "Men"}, {"Material", "linen"}});
    add("Rain Jacket", {{"Waterproof", "yes"}, {"Material", "stainless steel"}});
    add("Sofa Big", {});
    add("Couch Small", {});
    for (int i = 0; i < 3; ++i) add("Orange Juice", {});
    add("Bowl", {{"Colour", "orange"}});
  }
  std::set<std::string> names(const Query& query) const {
    std::set<std::string> names;
    for (const auto* card : find(index, query).products) names.insert(card->name);
    return names;
  }
  WordRules rules_of(std::vector<Rule> rules) const { return {rules, index.stemmer()}; }
  Index index;
};

using Names = std::set<std::string>;

}  // namespace

BOOST_FIXTURE_TEST_SUITE(filters_in_words, FilterShop)

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

BOOST_AUTO_TEST_CASE(synonyms_find_each_other_or_one_way_only) {
  index.set_rules(rules_of({{.kind = RuleKind::same, .words = {"sofa", "couch"}},
                            {.kind = RuleKind::also, .words = {"top"}, .means = {"shirt"}}}));

  BOOST_TEST((names({.text = "sofa"}) == Names{"Sofa Big", "Couch Small"}));
  BOOST_TEST((names({.text = "couches"}) == Names{"Sofa Big", "Couch Small"}));
  BOOST_TEST(find(index, {.text = "sofa"}).products.front()->name == "Sofa Big");
  BOOST_TEST(names({.text = "top"}).size() == 3u);
  BOOST_TEST(find(index, {.text = "top"}).understood.unknown_words.empty());
  BOOST_TEST((names({.text = "sofa", .exact = true}) == Names{"Sofa Big"}));
}

BOOST_AUTO_TEST_CASE(synonyms_may_be_several_words) {
  index.set_rules(rules_of({{.kind = RuleKind::same, .words = {"anorak", "rain jacket"}},
                            {.kind = RuleKind::also,
                             .words = {"reading light"},
                             .means = {"table lamp", "desk lamp"}}}));

  BOOST_TEST((names({.text = "anorak"}) == Names{"Rain Jacket"}));
  BOOST_TEST((names({.text = "reading light"}) == Names{"Table Lamp", "Desk Lamp"}));
}

BOOST_AUTO_TEST_CASE(stop_words_are_the_shopkeepers) {
  BOOST_TEST(!find(index, {.text = "shirt pray"}).has_all_words);
  index.set_rules(rules_of({{.kind = RuleKind::stop, .words = {"pray", "for"}}}));
  BOOST_TEST(find(index, {.text = "pray, shirt"}).has_all_words);
  BOOST_TEST(find(index, {.text = "pray"}).total == 0);  // nothing but small words means them
}

BOOST_AUTO_TEST_CASE(the_effect_of_a_rule_is_known_before_it_holds) {
  const WordRules now;
  const WordRules then = rules_of({{.kind = RuleKind::same, .words = {"sofa", "couch"}}});
  const std::vector<PastSearch> past = {
      {"sofa", 5, true}, {"small couch", 2, true}, {"lamp", 9, true}};

  const RuleEffect effect = effect_of(index, now, then, {"sofa", "couch"}, past);

  BOOST_TEST(effect.all == 16);
  BOOST_TEST(effect.changed == 7);
  BOOST_TEST(effect.texts == 2);
  BOOST_TEST(effect.examples.at(0).text == "sofa");
  BOOST_TEST(effect.examples.at(0).before == 1);
  BOOST_TEST(effect.examples.at(0).after == 2);
}

BOOST_AUTO_TEST_CASE(a_typed_list_of_words_is_cut_at_commas_and_lines) {
  const auto words = read_words(" Sofa,,couch\r\n sofa ;Sofa Bed, ");

  BOOST_TEST(words == (std::vector<std::string>{"sofa", "couch", "sofa bed"}),
             boost::test_tools::per_element());
  BOOST_TEST(read_words("  , \n").empty());
}

BOOST_AUTO_TEST_SUITE_END()
