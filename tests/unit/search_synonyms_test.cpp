// The shopkeeper's words: synonyms and stop words.
#include <boost/test/unit_test.hpp>

#include "search/past.h"
#include "search/rules.h"
#include "support/search_shop.h"

using namespace search;

namespace {

using Names = std::set<std::string>;

struct RuledShop : support::FilterShop {
  WordRules rules_of(std::vector<Rule> rules) const { return {rules, index.stemmer()}; }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(search_rules, RuledShop)

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
