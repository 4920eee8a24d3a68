#include <boost/test/unit_test.hpp>

#include "recommend/buy_again.h"
#include "recommend/ease.h"
#include "recommend/quality.h"
#include "recommend/texts.h"
#include "recommend/window.h"

using namespace recommend;

namespace {

constexpr int kCup = 0;
constexpr int kSaucer = 1;
constexpr int kNail = 2;
constexpr int kHammer = 3;
constexpr int kNewHammer = 4;

/// Cups go with saucers, nails with hammers; nobody has bought the new hammer.
History two_tastes() {
  History history{5, {}};
  for (int i = 0; i < 20; ++i) {
    history.people.push_back({{1, {kCup}}, {9, {kSaucer}}});
    history.people.push_back({{1, {kNail}}, {9, {kHammer}}});
  }
  return history;
}

TextIndex texts() {
  return TextIndex(
      word_vectors({"Blue cup", "Saucer", "Box of nails", "Claw hammer", "Sledge hammers"}));
}

float text_likeness(const TextIndex& index, int one, int other) {
  for (const Likeness& like : index.similar_to(one)) {
    if (like.item == other) return like.cosine;
  }
  return 0;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(recommend_models)

BOOST_AUTO_TEST_CASE(what_the_same_people_bought_speaks_for_each_other) {
  const Matrix weights = fit_ease(two_tastes(), nullptr, {.lambda = 1});

  BOOST_TEST(weights(kCup, kSaucer) > 0.5F);
  BOOST_TEST(std::abs(weights(kCup, kHammer)) < 1e-4F);
  BOOST_TEST(weights(kCup, kCup) == 0.0F);
}

BOOST_AUTO_TEST_CASE(a_product_that_nobody_bought_is_found_by_its_words) {
  const TextIndex index = texts();
  const EaseSettings settings{.lambda = 10, .text_weight = 20};

  const Matrix without = fit_ease(two_tastes(), nullptr, settings);
  const Matrix with = fit_ease(two_tastes(), &index, settings);

  BOOST_TEST(without(kHammer, kNewHammer) == 0.0F);
  BOOST_TEST(with(kHammer, kNewHammer) > with(kCup, kNewHammer));
}

BOOST_AUTO_TEST_CASE(the_same_history_gives_the_same_weights_to_the_last_bit) {
  BOOST_TEST((fit_ease(two_tastes(), nullptr, {}) == fit_ease(two_tastes(), nullptr, {})));
}

BOOST_AUTO_TEST_CASE(newer_purchases_weigh_more_and_none_more_than_one) {
  const Past past = {{0, {kCup}}, {10, {kNail}}, {20, {kNail, kHammer}}};

  const auto items = weigh_past(past, 0.5F, 1000);

  BOOST_REQUIRE(items.size() == 3U);
  BOOST_TEST(items[0].item == kCup);
  BOOST_TEST(items[0].weight < 0.25F);
  BOOST_TEST(items[1].weight == 1.0F);
  BOOST_TEST(items[2].weight == 1.0F);
  BOOST_TEST(weigh_past({}, 0.5F, 1000).empty());
}

BOOST_AUTO_TEST_CASE(words_are_compared_without_case_and_plural) {
  const TextIndex index = texts();

  BOOST_TEST(text_likeness(index, kHammer, kNewHammer) > 0.9F);
  BOOST_TEST(text_likeness(index, kHammer, kCup) == 0.0F);
  BOOST_TEST(TextIndex(word_vectors({"", "!"})).similar_to(0).empty());
}

BOOST_AUTO_TEST_CASE(what_follows_is_proposed_and_what_went_before_only_when_asked_both_ways) {
  const History history = two_tastes();

  const Neighbours onwards = fit_window(history, {});
  const Neighbours both = fit_window(history, {.both_ways = true});

  BOOST_TEST(onwards[kCup].size() == 1U);
  BOOST_TEST(onwards[kSaucer].empty());
  BOOST_REQUIRE(both[kSaucer].size() == 1U);
  BOOST_TEST(both[kSaucer][0].item == kCup);
  std::vector<float> scores(5, 0.0F);
  add_window_scores(onwards, history.people[0], 0.7F, scores);
  BOOST_TEST(scores[kSaucer] > 0.0F);
}

BOOST_AUTO_TEST_CASE(what_people_take_again_comes_before_what_they_take_once) {
  History history{3, {}};
  for (int i = 0; i < 20; ++i) {
    history.people.push_back({{1, {0, 1}}, {2, {0}}, {3, {0}}});
  }
  const auto rates = fit_return_rates(history, {});

  std::vector<float> scores(3, 0.0F);
  add_buy_again_scores(rates, {{1, {0, 1}}}, {}, scores);

  BOOST_TEST(scores[0] > 4 * scores[1]);
  BOOST_TEST(scores[2] == 0.0F);
}

BOOST_AUTO_TEST_CASE(lists_are_sorted_by_score_and_then_by_number) {
  BOOST_TEST(best_items({1, 3, 3, 2}, 3) == (std::vector<int>{1, 2, 3}));
  BOOST_TEST(best_items({1, 3, 3, 2}, 9, {1}) == (std::vector<int>{2, 3, 0}));
}

BOOST_AUTO_TEST_CASE(figures_of_a_list_follow_their_definitions) {
  const std::vector<int> list = {7, 5, 9};

  BOOST_TEST(recall_at(list, {5, 6}, 3) == 0.5);
  BOOST_TEST(recall_at(list, {5, 6, 8, 9}, 2) == 0.5);
  BOOST_TEST(ndcg_at(list, {7}, 3) == 1.0);
  BOOST_TEST(ndcg_at(list, {5}, 3) == 1 / std::log2(3.0));
}

BOOST_AUTO_TEST_SUITE_END()
