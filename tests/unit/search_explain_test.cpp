// The explanation of a place is the arithmetic that led to it.
#include "search/explain.h"

#include <boost/test/unit_test.hpp>
#include <cmath>
#include <map>

#include "search/taste.h"
#include "support/search_shop.h"

using namespace search;

namespace tt = boost::test_tools;

namespace {

struct ExplainedShop {
  ExplainedShop() {
    index.set_categories({{1, 0, "lighting", "Lighting"}});
    add(1, "Red Desk Lamp", "Lumen", 3, 40);
    add(2, "Desk Lamp Shade", "Glow", 0, 0);
    add(3, "Flash Light", "Lumen", 1, 0);
    add(4, "Flashlight small", "Glow", 1, 1000);
    add(5, "Couch with Lamp", "Sit", 1, 0);
    for (std::int64_t id = 100; id < 140; ++id) add(id, "Mosaic Fan", "Air", 1, 0);
    add(200, "Mosiac Frame", "Air", 1, 0);
    const Rule sofa{1, 1, RuleKind::same, {"sofa", "couch"}, {}};
    index.set_rules(WordRules(std::vector<Rule>{sofa}, index.stemmer()));
    index.set_learned({{1, 1.25F}});
  }
  void add(std::int64_t id, const char* name, const char* brand, int stock, int sold) {
    Document document = support::make_document(id, name);
    document.card.brand = brand;
    document.card.in_stock = stock;
    document.category_id = 1;
    document.attributes = {};
    document.sold_count = sold;
    document.description = "Something for the desk.";
    index.put(document);
  }
  Explanation why(const Query& query, std::int64_t product) const {
    const Results results = find(index, query);
    for (std::size_t place = 0; place < results.products.size(); ++place) {
      if (results.products[place]->id == product) return explain(index, results, place);
    }
    return {};
  }
  std::map<std::string_view, float> factors(const Query& query, std::int64_t product) const {
    std::map<std::string_view, float> factors;
    for (const auto& factor : why(query, product).factors) factors[factor.name] = factor.value;
    return factors;
  }
  Index index;
  const Taste taste{.brands = {{"Lumen", 1.0F}}, .categories = {{1, 0.5F}}, .most = 0.04F};
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(search_explanations, ExplainedShop)

BOOST_AUTO_TEST_CASE(worth_times_fit_over_the_words_times_the_factors_is_the_score) {
  for (const char* text : {"lamp", "desk lamp", "red desk lamps", "flashlight", "flash light",
                           "sofa lamp", "lam", "desk lmap", "mosiac fan", "lamp nothing"}) {
    const Results results = find(index, {.text = text, .taste = &taste});
    BOOST_TEST(!results.products.empty(), text);
    for (std::size_t place = 0; place < results.products.size(); ++place) {
      const Explanation explanation = explain(index, results, place);
      double score = 0;
      for (const ExplainedWord& word : explanation.words) {
        score += static_cast<double>(word.worth) * word.fit;
      }
      for (const ExplainedFactor& factor : explanation.factors) score *= factor.value;
      BOOST_TEST_INFO(text << ", product " << results.products[place]->id);
      BOOST_TEST(score == explanation.score, tt::tolerance(1e-4));
    }
  }
}

BOOST_AUTO_TEST_CASE(each_term_beside_the_words_has_a_factor_of_its_own) {
  const Query query{.text = "desk lamp", .taste = &taste};
  const auto first = factors(query, 1);  // the red desk lamp

  BOOST_TEST(first.at("share_of_words") == 1);
  BOOST_TEST(first.at("is_what_was_asked_for") > 1);
  BOOST_TEST(first.at("side_by_side") > 1);
  BOOST_TEST(first.at("stock") == 1);
  BOOST_TEST(first.at("sales") > 1);
  BOOST_TEST(first.at("taken_by_visitors") == 1.25F);
  BOOST_TEST(first.at("own_taste") == 1.03F, tt::tolerance(1e-5F));
  const auto second = factors(query, 2);  // the shade
  BOOST_TEST(second.at("is_what_was_asked_for") == 1);
  BOOST_TEST(second.at("stock") < 1);
  BOOST_TEST(second.at("own_taste") == 1.01F, tt::tolerance(1e-5F));
  BOOST_TEST(factors({.text = "desk lamp"}, 1).at("own_taste") == 1);
}

BOOST_AUTO_TEST_CASE(a_word_says_how_and_where_it_was_found) {
  const auto words = [&](const char* text, std::int64_t product) {
    return why({.text = text}, product).words;
  };
  const auto lamp = words("red desk lamp", 5);
  BOOST_TEST(lamp.at(0).way == "");  // not red
  BOOST_TEST(lamp.at(1).fields == std::vector<std::string_view>{"description"});
  BOOST_TEST(lamp.at(2).fields == std::vector<std::string_view>{"name"});
  BOOST_TEST(words("sofa", 5).at(0).way == "synonym");
  BOOST_TEST(words("sofa", 5).at(0).stem == "couch");
  BOOST_TEST(words("flashlight", 3).at(0).way == "phrase");
  BOOST_TEST(words("desk lmap", 1).at(1).typed == "lmap");
  BOOST_TEST(words("mosiac fan", 100).at(0).way == "lookalike");
}

BOOST_AUTO_TEST_CASE(without_words_there_is_nothing_to_explain) {
  const Explanation explanation = explain(index, find(index, {}), 0);
  BOOST_TEST(explanation.words.empty());
  BOOST_TEST(explanation.factors.empty());
}

BOOST_AUTO_TEST_SUITE_END()
