/// boosting.h - gradient-boosted trees, by XGBoost's C API. Linked by the tools that train; the web
/// program serves what they wrote into tables.
///
/// Source: Chen and Guestrin, "XGBoost: A Scalable Tree Boosting System", KDD 2016.
/// Errors: BoostingError with the library's own words.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <stdexcept>
#include <string>
#include <vector>

#include "predict/logistic.h"

namespace predict {

class BoostingError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// One thread and one seed: the same rows give the same trees to the last bit.
struct BoostingSettings {
  std::string objective = "binary:logistic";  // or "reg:absoluteerror", "reg:squarederror" …
  int trees = 200;
  int depth = 3;
  double rate = 0.05;
  double row_share = 0.8;     // of the rows that each tree sees
  double column_share = 0.8;  // of the columns that each tree sees
  double least_weight = 1;    // of the rows in a leaf
  std::uint64_t seed = 1;
};

class Booster {
 public:
  /// Trains; a NaN among the rows is a value that is missing.
  Booster(const Numbers& rows, std::span<const double> truths, const BoostingSettings& settings);
  /// As save() gave it.
  explicit Booster(const std::string& saved);

  /// JSON, as XGBoost of any later version reads it.
  std::string save() const;
  std::vector<double> predict(const Numbers& rows) const;
  /// For each row, what each column adds to the answer (in log-odds for chances), and last the
  /// average answer: SHAP values (Lundberg and others 2020). They sum up to the answer.
  Numbers contributions(const Numbers& rows) const;

 private:
  std::shared_ptr<void> handle_;
};

}  // namespace predict
