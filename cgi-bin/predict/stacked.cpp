#include "predict/stacked.h"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "analytics/statistics.h"

namespace predict {
namespace {

using Json = nlohmann::json;

constexpr std::size_t kFewestRows = 50;
constexpr int kFewestOfClass = 10;
/// No honest column about people does this alone.
constexpr double kTooGood = 0.985;
constexpr double kLeastChance = 1e-6;

double log_odds(double chance) {
  const double kept = std::clamp(chance, kLeastChance, 1 - kLeastChance);
  return std::log(kept / (1 - kept));
}

/// A missing value counts as 0: the regression has no other way.
Numbers logarithms_of(const Numbers& rows) {
  Numbers result = rows;
  for (double& value : result.values) {
    value = std::isnan(value) ? 0 : std::copysign(std::log1p(std::abs(value)), value);
  }
  return result;
}

Numbers without_gaps(const Numbers& rows) {
  Numbers result = rows;
  for (double& value : result.values) {
    if (std::isnan(value)) value = 0;
  }
  return result;
}

/// Spreads groups evenly and the same way every time.
int fold_of(std::int64_t group, int folds) {
  const auto mixed = static_cast<std::uint64_t>(group) * 0x9E3779B97F4A7C15U;
  return static_cast<int>((mixed >> 32U) % static_cast<std::uint64_t>(folds));
}

struct Part {
  Numbers rows{};
  std::vector<int> truths{};
  std::vector<std::size_t> places{};
};

Part choose(const Numbers& rows, std::span<const int> truths, std::span<const std::int64_t> groups,
            const StackedSettings& settings, int fold, bool inside) {
  Part part;
  part.rows.columns = rows.columns;
  for (std::size_t row = 0; row < rows.rows(); ++row) {
    if ((fold_of(groups[row], settings.folds) == fold) != inside) continue;
    part.rows.add(rows.row(row));
    part.truths.push_back(truths[row]);
    part.places.push_back(row);
  }
  return part;
}

std::vector<double> as_numbers(std::span<const int> truths) {
  return {truths.begin(), truths.end()};
}

Json to_json(const Logistic& model) {
  return {{"mean", model.mean},
          {"scale", model.scale},
          {"weight", model.weight},
          {"constant", model.constant}};
}

}  // namespace

void require_trainable(const Numbers& rows, std::span<const int> truths,
                       std::span<const std::string> columns) {
  const auto ones = std::count(truths.begin(), truths.end(), 1);
  const auto zeros = static_cast<std::ptrdiff_t>(truths.size()) - ones;
  if (truths.size() < kFewestRows) {
    throw NotTrainable("there are only " + std::to_string(truths.size()) +
                       " examples to learn from, " + std::to_string(kFewestRows) + " are needed");
  }
  if (ones < kFewestOfClass || zeros < kFewestOfClass) {
    throw NotTrainable("of " + std::to_string(truths.size()) + " examples " + std::to_string(ones) +
                       " say yes and " + std::to_string(zeros) +
                       " say no: at least 10 of each are needed");
  }
  for (std::size_t column = 0; column < rows.columns; ++column) {
    std::vector<double> values;
    for (std::size_t row = 0; row < rows.rows(); ++row) {
      const double value = rows.row(row)[column];
      if (std::isinf(value)) throw NotTrainable("column " + columns[column] + " is not finite");
      values.push_back(std::isnan(value) ? -1e300 : value);
    }
    const double area = analytics::roc_area(values, truths);
    if (std::max(area, 1 - area) > kTooGood) {
      throw NotTrainable("column " + columns[column] +
                         " alone tells the answer: it must know the future");
    }
  }
}

Stacked::Stacked(const Numbers& rows, std::span<const int> truths,
                 std::span<const std::int64_t> groups, const StackedSettings& settings)
    : logarithms_(settings.logarithms) {
  // Each row's answer by parts that have not seen its group, for the second regression.
  Numbers answers{2, std::vector<double>(2 * rows.rows())};
  for (int fold = 0; fold < settings.folds; ++fold) {
    const Part lesson = choose(rows, truths, groups, settings, fold, false);
    const Part asked = choose(rows, truths, groups, settings, fold, true);
    if (asked.places.empty() || lesson.places.empty()) continue;
    const Logistic regression =
        fit_logistic(for_regression(lesson.rows), lesson.truths, settings.ridge);
    const Booster trees(lesson.rows, as_numbers(lesson.truths), settings.trees);
    const std::vector<double> said = trees.predict(asked.rows);
    const Numbers regressed = for_regression(asked.rows);
    for (std::size_t i = 0; i < asked.places.size(); ++i) {
      answers.values[2 * asked.places[i]] = log_odds(chance(regression, regressed.row(i)));
      answers.values[2 * asked.places[i] + 1] = log_odds(said[i]);
    }
  }
  const Logistic second = fit_logistic(answers, truths, settings.ridge);
  regression_share_ = second.weight[0] * second.scale[0];
  trees_share_ = second.weight[1] * second.scale[1];
  constant_ = second.constant - regression_share_ * second.mean[0] - trees_share_ * second.mean[1];
  regression_ = fit_logistic(for_regression(rows), truths, settings.ridge);
  trees_.emplace(rows, as_numbers(truths), settings.trees);
}

Stacked::Stacked(const std::string& saved) {
  try {
    const Json json = Json::parse(saved);
    const Json& regression = json.at("regression");
    regression.at("mean").get_to(regression_.mean);
    regression.at("scale").get_to(regression_.scale);
    regression.at("weight").get_to(regression_.weight);
    regression.at("constant").get_to(regression_.constant);
    trees_.emplace(json.at("trees").dump());
    json.at("logarithms").get_to(logarithms_);
    json.at("constant").get_to(constant_);
    json.at("regression_share").get_to(regression_share_);
    json.at("trees_share").get_to(trees_share_);
  } catch (const Json::exception& error) {
    throw std::runtime_error(std::string("the saved model cannot be read: ") + error.what());
  }
}

std::string Stacked::save() const {
  return Json{{"regression", to_json(regression_)},
              {"trees", Json::parse(trees_->save())},
              {"logarithms", logarithms_},
              {"constant", constant_},
              {"regression_share", regression_share_},
              {"trees_share", trees_share_}}
      .dump();
}

Numbers Stacked::for_regression(const Numbers& rows) const {
  return logarithms_ ? logarithms_of(rows) : without_gaps(rows);
}

std::vector<double> Stacked::chances(const Numbers& rows) const {
  std::vector<double> result = trees_->predict(rows);
  const Numbers regressed = for_regression(rows);
  for (std::size_t row = 0; row < result.size(); ++row) {
    const double sum = constant_ + trees_share_ * log_odds(result[row]) +
                       regression_share_ * log_odds(chance(regression_, regressed.row(row)));
    result[row] = 1 / (1 + std::exp(-sum));
  }
  return result;
}

Numbers Stacked::contributions(const Numbers& rows) const {
  Numbers result = trees_->contributions(rows);
  const Numbers regressed = for_regression(rows);
  for (std::size_t row = 0; row < rows.rows(); ++row) {
    double* const values = &result.values[row * result.columns];
    for (std::size_t i = 0; i < rows.columns; ++i) {
      const double away = (regressed.row(row)[i] - regression_.mean[i]) * regression_.scale[i];
      values[i] = trees_share_ * values[i] + regression_share_ * regression_.weight[i] * away;
    }
    values[rows.columns] =
        trees_share_ * values[rows.columns] + regression_share_ * regression_.constant + constant_;
  }
  return result;
}

}  // namespace predict
