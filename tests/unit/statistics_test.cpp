#include <boost/test/unit_test.hpp>

#include "analytics/statistics.h"

using namespace analytics;

BOOST_AUTO_TEST_SUITE(statistics)

BOOST_AUTO_TEST_CASE(the_interval_holds_the_mean_and_repeats_with_its_seed) {
  std::vector<double> values;
  for (int i = 0; i < 100; ++i) values.push_back(i % 10);

  const Estimate once = bootstrap_mean(values, 7);
  const Estimate again = bootstrap_mean(values, 7);

  BOOST_TEST(once.value == 4.5);
  BOOST_TEST(once.low < 4.5);
  BOOST_TEST(once.high > 4.5);
  BOOST_TEST(once.low == again.low);
  BOOST_TEST(once.high == again.high);
  BOOST_TEST(bootstrap_mean({}).value == 0.0);
}

BOOST_AUTO_TEST_CASE(the_area_counts_pairs_in_the_right_order_and_ties_half) {
  const std::vector<int> truths = {0, 0, 1, 1};

  BOOST_TEST(roc_area(std::vector<double>{1, 2, 3, 4}, truths) == 1.0);
  BOOST_TEST(roc_area(std::vector<double>{4, 3, 2, 1}, truths) == 0.0);
  BOOST_TEST(roc_area(std::vector<double>{1, 1, 1, 1}, truths) == 0.5);
  BOOST_TEST(roc_area(std::vector<double>{1, 3, 2, 4}, truths) == 0.75);
  BOOST_TEST(roc_area(std::vector<double>{1, 2}, std::vector<int>{1, 1}) == 0.5);
}

BOOST_AUTO_TEST_CASE(a_better_score_gains_for_sure_and_the_same_score_nothing) {
  std::vector<double> good;
  std::vector<double> poor;
  std::vector<int> truths;
  for (int i = 0; i < 200; ++i) {
    truths.push_back(i % 2);
    good.push_back(i % 2 + (i * 37 % 100) / 100.0);
    poor.push_back(i * 61 % 100);
  }

  BOOST_TEST(bootstrap_roc_gain(good, poor, truths).low > 0.2);
  const Estimate none = bootstrap_roc_gain(good, good, truths);
  BOOST_TEST(none.low == 0.0);
  BOOST_TEST(none.high == 0.0);
}

BOOST_AUTO_TEST_CASE(calibration_sets_what_was_said_beside_what_came) {
  const std::vector<double> said = {0.1, 0.1, 0.9, 0.9};
  const std::vector<int> came = {0, 0, 1, 0};

  const auto groups = calibration(said, came, 2);

  BOOST_REQUIRE(groups.size() == 2U);
  BOOST_TEST(groups[0].said == 0.1);
  BOOST_TEST(groups[0].came == 0.0);
  BOOST_TEST(groups[1].came == 0.5);
  BOOST_TEST(groups[1].people == 2);
}

BOOST_AUTO_TEST_CASE(a_moved_number_is_noticed_and_a_quiet_one_is_not) {
  std::vector<double> before;
  std::vector<double> moved;
  for (int i = 0; i < 1000; ++i) {
    before.push_back(i % 100);
    moved.push_back(i % 100 + 60);
  }

  BOOST_TEST(stability_index(before, before) < 0.01);
  BOOST_TEST(stability_index(before, moved) > 0.25);
  BOOST_TEST(stability_index({}, moved) == 0.0);
}

BOOST_AUTO_TEST_SUITE_END()
