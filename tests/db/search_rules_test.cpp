#include "search/rules.h"

#include <boost/test/unit_test.hpp>

#include "analytics/events.h"
#include "search/past.h"
#include "search/search.h"
#include "support/support.h"

using namespace search;

namespace {

struct RulesTest : support::RolledBack {
  RulesTest() { analytics::prepare_event_months(db, support::noon()); }
  int count(Index& index, const std::string& text) { return find(index, db, {.text = text}).total; }
  Rule rule_with(const std::string& word) {
    for (const Rule& rule : list_rules(db)) {
      if (rule.words.front() == word) return rule;
    }
    return {};
  }
  void search(const std::string& text, const std::string& visitor, const std::string& shown) {
    analytics::write_events(db, {{.at = support::noon(),
                                  .kind = "search",
                                  .visitor = visitor,
                                  .detail = text + (shown.empty() ? "" : " → " + shown)}});
  }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(search_rules, RulesTest)

BOOST_AUTO_TEST_CASE(a_rule_holds_at_once_changes_and_goes) {
  support::make_product(db, {.name = "Zettee"});
  Index index;
  BOOST_TEST(count(index, "zofa") == 0);

  save_rule(db, {.kind = RuleKind::same, .words = {"zofa", "zettee"}});
  BOOST_TEST(count(index, "zofa") == 1);

  Rule rule = rule_with("zofa");
  rule.words = {"zouch", "zettee"};
  BOOST_TEST((save_rule(db, rule) == RuleOutcome::done));
  BOOST_TEST((save_rule(db, rule) == RuleOutcome::changed_meanwhile));
  BOOST_TEST(count(index, "zofa") == 0);
  BOOST_TEST(count(index, "zouch") == 1);

  rule = rule_with("zouch");
  BOOST_TEST((remove_rule(db, rule.id, rule.version) == RuleOutcome::done));
  BOOST_TEST(count(index, "zouch") == 0);
  BOOST_TEST((save_rule(db, rule) == RuleOutcome::no_such_rule));
}

BOOST_AUTO_TEST_CASE(the_shop_starts_with_the_usual_stop_words) {
  const Rule stop = list_rules(db).back();

  BOOST_REQUIRE((stop.kind == RuleKind::stop));
  BOOST_TEST(
      stop.words == std::vector<std::string>(usual_stop_words().begin(), usual_stop_words().end()),
      boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(there_is_one_list_of_stop_words_and_it_stays) {
  const Rule stop = list_rules(db).back();

  BOOST_TEST((remove_rule(db, stop.id, stop.version) == RuleOutcome::changed_meanwhile));
  BOOST_TEST(
      (save_rule(db, {.kind = RuleKind::stop, .words = {"x"}}) == RuleOutcome::no_such_rule));
  Rule turned = stop;
  turned.kind = RuleKind::same;
  BOOST_TEST((save_rule(db, turned) != RuleOutcome::done));
}

BOOST_AUTO_TEST_CASE(words_with_marks_of_the_database_come_back_as_they_were) {
  const std::vector<std::string> words = {"a\\b", "say \"hi\"", "{x,y}", "o'clock"};
  save_rule(db, {.kind = RuleKind::same, .words = words});

  BOOST_TEST(rule_with("a\\b").words == words, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(past_searches_are_counted_by_text_and_by_person) {
  for (const char* visitor : {"v1", "v2", "v3"}) search("Zebra Lamp", visitor, "1 2");
  search("zebra lamp ", "v3", "");
  search("secret wish", "v1", "");

  const auto all = past_searches(db, support::noon() - std::chrono::hours(1), 100, 1);
  BOOST_REQUIRE(all.size() == 2u);
  BOOST_TEST(all[0].text == "zebra lamp");
  BOOST_TEST(all[0].times == 4);
  BOOST_TEST(all[0].found);
  BOOST_TEST(!all[1].found);
  const auto of_many = past_searches(db, support::noon() - std::chrono::hours(1), 100, 3);
  BOOST_TEST(of_many.size() == 1u);
  BOOST_TEST(past_searches(db, support::noon() + std::chrono::hours(1), 100, 1).empty());
}

BOOST_AUTO_TEST_CASE(suggestions_are_what_several_persons_found_something_with) {
  for (const char* visitor : {"v1", "v2", "v3"}) {
    search("zebra lamp", visitor, "1");
    search("zebra mug", visitor, "2");
    search("nothing there", visitor, "");
  }
  search("my own secret", "v1", "3");
  Index index;
  index.refresh(db);
  Suggestions suggestions;
  suggestions.refresh(db, index.stemmer(), support::noon() + std::chrono::minutes(1));

  BOOST_TEST(suggestions.popular(10) == (std::vector<std::string>{"zebra lamp", "zebra mug"}),
             boost::test_tools::per_element());
  const auto understood = understand(index, {.text = "zebra lamps"});
  BOOST_TEST(
      suggestions.related(understood, index.stemmer(), 10) == std::vector<std::string>{"zebra mug"},
      boost::test_tools::per_element());
}

BOOST_AUTO_TEST_SUITE_END()
