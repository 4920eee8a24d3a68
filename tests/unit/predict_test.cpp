#include <boost/test/unit_test.hpp>

#include <cmath>
#include <limits>

#include "analytics/statistics.h"
#include "predict/bg_nbd.h"
#include "predict/gamma_gamma.h"
#include "predict/stacked.h"
#include "predict/tabular.h"

using namespace predict;

namespace {

/// The parameters that the papers give for CDNOW, in weeks and dollars.
constexpr BgNbd kPaper{.243, 4.414, .793, 2.426};
constexpr GammaGamma kNote{6.25, 3.74, 15.44};

struct Examples {
  Numbers rows{2, {}};
  std::vector<int> truths{};
  std::vector<std::int64_t> groups{};
};

/// The first column tells something about the truth, the second nothing.
Examples examples(int count) {
  Examples made;
  for (int i = 0; i < count; ++i) {
    const int noise = i * 7919 % 101;
    const int truth = i % 3 == 0 ? 1 : 0;
    made.rows.add(std::vector<double>{truth * 30.0 + noise, i * 31 % 17 * 1.0});
    made.truths.push_back(truth);
    made.groups.push_back(i / 2);
  }
  return made;
}

const std::vector<std::string> kColumns = {"useful", "noise"};

std::string refusal(const Examples& made) {
  try {
    require_trainable(made.rows, made.truths, kColumns);
  } catch (const NotTrainable& sentence) {
    return sentence.what();
  }
  return "";
}

}  // namespace

BOOST_AUTO_TEST_SUITE(predict_models)

BOOST_AUTO_TEST_CASE(expects_as_many_purchases_as_the_paper_says) {
  const Repeats first_customer{2, 30.43, 38.86};

  BOOST_TEST(expected_purchases(kPaper, first_customer, 39) == 1.226,
             boost::test_tools::tolerance(.001));
  BOOST_TEST(alive(kPaper, first_customer) == 0.7266, boost::test_tools::tolerance(.001));
}

BOOST_AUTO_TEST_CASE(the_chances_of_counts_add_up_to_the_expectation) {
  const Repeats customer{5, 20, 30};
  double sum = 0;
  for (int count = 1; count < 200; ++count) sum += chance_of(kPaper, customer, 39, count);

  BOOST_TEST(sum == expected_purchases(kPaper, customer, 39), boost::test_tools::tolerance(1e-6));
  BOOST_TEST(chance_of(kPaper, customer, 39, 0) == 1.0);
  const int median = median_purchases(kPaper, customer, 39);
  BOOST_TEST(chance_of(kPaper, customer, 39, median) > 0.5);
  BOOST_TEST(chance_of(kPaper, customer, 39, median + 1) <= 0.5);
}

BOOST_AUTO_TEST_CASE(who_never_came_back_may_still_come_and_who_came_often_and_stopped_will_not) {
  BOOST_TEST(alive(kPaper, {0, 0, 39}) == 1.0);
  BOOST_TEST(alive(kPaper, {20, 10, 39}) < 0.01);
}

BOOST_AUTO_TEST_CASE(fitting_finds_the_larger_likelihood) {
  std::vector<Repeats> customers;
  for (int i = 0; i < 300; ++i) {
    const double known = 20 + i % 19;
    const double count = i % 3 == 0 ? 0 : i * 13 % 6;
    customers.push_back({count, count == 0 ? 0 : known * (i % 10) / 10, known});
  }

  const BgNbd fitted = fit_bg_nbd(customers);

  BOOST_TEST(log_likelihood(fitted, customers) > log_likelihood(kPaper, customers));
  BOOST_TEST(log_likelihood(fitted, customers) >
             log_likelihood({fitted.r * 1.1, fitted.alpha, fitted.a, fitted.b}, customers));
}

BOOST_AUTO_TEST_CASE(amounts_are_drawn_towards_the_average_as_in_the_note) {
  BOOST_TEST(expected_amount(kNote, {2, 22.35}) == 24.66, boost::test_tools::tolerance(.002));
  const double average = kNote.p * kNote.gamma / (kNote.q - 1);
  BOOST_TEST(expected_amount(kNote, {0, 0}) == average, boost::test_tools::tolerance(1e-9));
  BOOST_TEST(expected_amount(kNote, {50, 100}) > 95.0);
}

BOOST_AUTO_TEST_CASE(learns_what_tells_something_and_repeats_to_the_last_bit) {
  const Examples made = examples(400);
  StackedSettings settings;
  settings.trees.trees = 20;

  const Stacked model(made.rows, made.truths, made.groups, settings);
  const Stacked again(made.rows, made.truths, made.groups, settings);

  const auto chances = model.chances(made.rows);
  BOOST_TEST(analytics::roc_area(chances, made.truths) > 0.65);
  BOOST_TEST((model.save() == again.save()));
  BOOST_TEST((Stacked(model.save()).chances(made.rows) == chances));
  BOOST_CHECK_THROW(Stacked("{}"), std::runtime_error);
}

BOOST_AUTO_TEST_CASE(what_the_columns_add_sums_up_to_the_answer) {
  const Examples made = examples(200);
  StackedSettings settings;
  settings.trees.trees = 20;
  const Stacked model(made.rows, made.truths, made.groups, settings);

  const Numbers adds = model.contributions(made.rows);

  const auto chances = model.chances(made.rows);
  BOOST_TEST(adds.columns == 3U);
  for (std::size_t row = 0; row < 10; ++row) {
    const double sum = adds.row(row)[0] + adds.row(row)[1] + adds.row(row)[2];
    BOOST_TEST(1 / (1 + std::exp(-sum)) == chances[row], boost::test_tools::tolerance(1e-4));
  }
}

BOOST_AUTO_TEST_CASE(refuses_few_examples_one_class_and_numbers_that_are_none_in_one_sentence) {
  BOOST_TEST(refusal(examples(400)).empty());
  BOOST_TEST(refusal(examples(20)).find("only 20 examples") != std::string::npos);
  Examples one_class = examples(400);
  one_class.truths.assign(400, 1);
  BOOST_TEST(refusal(one_class).find("0 say no") != std::string::npos);
  Examples infinite = examples(400);
  infinite.rows.values[1] = std::numeric_limits<double>::infinity();
  BOOST_TEST(refusal(infinite).find("noise is not finite") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(refuses_a_column_that_knows_the_answer) {
  Examples planted = examples(400);
  for (std::size_t row = 0; row < 400; ++row)
    planted.rows.values[2 * row + 1] = planted.truths[row];

  BOOST_TEST(refusal(planted).find("noise alone tells the answer") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_missing_value_is_no_reason_to_refuse) {
  Examples gaps = examples(400);
  for (std::size_t row = 0; row < 400; row += 5) {
    gaps.rows.values[2 * row + 1] = std::numeric_limits<double>::quiet_NaN();
  }
  StackedSettings settings;
  settings.trees.trees = 5;

  BOOST_TEST(refusal(gaps).empty());
  const Stacked model(gaps.rows, gaps.truths, gaps.groups, settings);
  for (const double chance : model.chances(gaps.rows)) BOOST_TEST(std::isfinite(chance));
}

BOOST_AUTO_TEST_CASE(any_table_becomes_numbers_by_the_list_of_its_columns) {
  std::vector<Column> columns = {{Column::Kind::category, "Contract", 0, {}},
                                 {Column::Kind::number, "Charges", 1, {}}};
  const std::vector<Line> known = {{"monthly", "5.5"}, {"yearly", ""}};
  learn_categories(columns, known);

  const Numbers rows = encode(columns, {{"yearly", "7"}, {"unheard of", "x"}});

  BOOST_TEST(encoded_names(columns) ==
             (std::vector<std::string>{"Contract=monthly", "Contract=yearly", "Charges"}));
  BOOST_TEST(rows.row(0)[1] == 1.0);
  BOOST_TEST(rows.row(0)[2] == 7.0);
  BOOST_TEST(rows.row(1)[0] + rows.row(1)[1] == 0.0);
  BOOST_TEST(std::isnan(rows.row(1)[2]));
}

BOOST_AUTO_TEST_SUITE_END()
