// Each step of the search can be switched off, and is missed then.
#include "search/steps.h"

#include <boost/test/unit_test.hpp>

#include <cmath>

#include "search_eval/judge.h"
#include "support/search_shop.h"

using namespace search;

namespace tt = boost::test_tools;

namespace {

using Ids = std::vector<std::int64_t>;

/// The products found in a small shop by an index with these steps.
Ids found(const Steps& steps, const char* text) {
  Index index(steps);
  const auto add = [&](std::int64_t id, const char* name, const char* description = "made to last",
                       int stock = 1, int sold = 0) {
    Document document = support::make_document(id, name);
    document.card.in_stock = stock;
    document.card.brand = "";
    document.description = description;
    document.attributes = {};
    document.sold_count = sold;
    index.put(document);
  };
  add(1, "Cup");
  add(2, "Memory 16gb");
  add(3, "Couch");
  add(4, "Azure Vase", "made to last", 0);
  add(5, "Azure Vase");
  add(6, "Headphone");
  add(7, "Azure Bowl");
  add(8, "Azure Bowl", "made to last", 1, 1000);
  add(9, "Door Bell");
  for (std::int64_t id = 10; id < 30; ++id) add(id, "Mosaic Fan");
  add(31, "Mosiac Frame");
  add(32, "Cooker Steel Hood");
  add(33, "Steel Cooker Hood");
  add(34, "Hat Pin");
  add(35, "Pin Hat");
  add(36, "Piece", "mirror");
  add(37, "Mirror out of glass for any wall");
  const Rule sofa{1, 1, RuleKind::same, {"sofa", "couch"}, {}};
  const Rule small_words{2, 1, RuleKind::stop, {"to"}, {}};
  index.set_rules(WordRules(std::vector<Rule>{sofa, small_words}, index.stemmer()));
  Ids ids;
  for (const auto* card : find(index, {.text = text}).products) ids.push_back(card->id);
  return ids;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(search_steps)

BOOST_AUTO_TEST_CASE(without_a_step_what_it_finds_is_not_found_or_stands_elsewhere) {
  struct Case {
    bool Steps::*step;
    const char* text;
  };
  const Case cases[] = {{&Steps::measures, "gb"},
                        {&Steps::stems, "cups"},
                        {&Steps::spelling, "hedaphone"},
                        {&Steps::compounds, "doorbell"},
                        {&Steps::beginnings, "co"},
                        {&Steps::inner_words, "phone"},
                        {&Steps::synonyms, "sofa"},
                        {&Steps::lookalikes, "mosiac fan"},
                        {&Steps::stock, "azure vase"},
                        {&Steps::sales, "azure bowl"},
                        {&Steps::field_weights, "mirror"},
                        {&Steps::nearness, "steel cooker hood"},
                        {&Steps::head, "hat"},
                        {&Steps::stop_words, "to couch"},
                        {&Steps::read_filters, "azure under 5"}};
  for (const Case& step : cases) {
    Steps steps;
    steps.*step.step = false;
    BOOST_TEST(found({}, step.text) != found(steps, step.text), step.text);
  }
}

BOOST_AUTO_TEST_CASE(what_a_step_brings_is_a_mean_with_its_interval) {
  const search_eval::Mean brings =
      search_eval::mean_difference({0.5, 0.25, std::nan("")}, {0.75, 0.25, 1.0});

  BOOST_TEST(brings.value == 0.125, tt::tolerance(1e-9));
  BOOST_TEST(brings.half_width == 1.96 * 0.125, tt::tolerance(1e-9));
  BOOST_TEST(search_eval::mean_of({}).value == 0);
}

BOOST_AUTO_TEST_CASE(a_judged_set_is_answered_worse_without_the_step_it_needs) {
  const std::vector<Document> products = {support::make_document(1, "Headphone"),
                                          support::make_document(2, "Fan")};
  const std::vector<search_eval::JudgedQuery> queries = {{"q", "hedaphone", {{"1", 3.0}}}};
  const auto& steps = search_eval::measured_steps();
  BOOST_TEST(steps.front().name == "spelling");
  Steps without;
  without.*steps.front().is_on = false;

  BOOST_TEST(search_eval::judge(products, {}, queries, {}).ndcg.at(0) == 1);
  BOOST_TEST(search_eval::judge(products, without, queries, {}).ndcg.at(0) == 0);
}

BOOST_AUTO_TEST_SUITE_END()
