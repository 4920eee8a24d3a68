/// stacked.h - yes or no from a table of numbers: a logistic regression on logarithms and boosted
/// trees, put together by a second regression on answers about rows that neither had seen.
///
/// Source: Wolpert, "Stacked Generalization", 1992. The second regression also calibrates.
/// Errors: NotTrainable, one sentence, when the rows cannot teach.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <vector>

#include "predict/boosting.h"
#include "predict/logistic.h"

namespace predict {

/// These data cannot teach a model; what() is one sentence for the shopkeeper.
class NotTrainable : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// Throws NotTrainable for too few rows, a single class, an infinite number; and for a column that
/// alone tells the truth all but perfectly: it knows the future.
void require_trainable(const Numbers& rows, std::span<const int> truths,
                       std::span<const std::string> columns);

struct StackedSettings {
  BoostingSettings trees{};
  double ridge = 1;
  bool logarithms = true;  // the regression sees log(1 + x) of each column: amounts and counts
  int folds = 5;
};

class Stacked {
 public:
  /// Rows of one group (a customer at several times) stay on one side of the inner split. A NaN is
  /// a missing value.
  Stacked(const Numbers& rows, std::span<const int> truths, std::span<const std::int64_t> groups,
          const StackedSettings& settings);
  /// As save() gave it; throws std::runtime_error for anything else.
  explicit Stacked(const std::string& saved);
  std::string save() const;

  std::vector<double> chances(const Numbers& rows) const;
  /// For each row: what each column adds to the log-odds, and last what all rows have in common.
  /// They sum up to the log-odds exactly.
  Numbers contributions(const Numbers& rows) const;

 private:
  Numbers for_regression(const Numbers& rows) const;

  bool logarithms_ = true;
  Logistic regression_{};
  std::optional<Booster> trees_{};
  double constant_ = 0;
  double regression_share_ = 0;
  double trees_share_ = 0;
};

}  // namespace predict
