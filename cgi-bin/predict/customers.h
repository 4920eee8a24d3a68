/// customers.h - customers at one moment as the models see them, and what is said of them.
///
/// Units: cents and days.
#pragma once

#include <string>
#include <vector>

#include "predict/bg_nbd.h"
#include "predict/features.h"
#include "predict/gamma_gamma.h"
#include "predict/stacked.h"

namespace predict {

/// Customers at one cut-off and what they did then. Earlier cut-offs are further lessons.
struct Lesson {
  Features features{};
  Outcomes outcomes{};
  int days_ahead = 90;
};

/// The classic pair, fitted to these very customers.
struct Classic {
  BgNbd purchases{};
  GammaGamma amounts{};
};
Classic fit_classic(const Features& features);
Repeats repeats_of(std::span<const double> row);
Spending spending_of(std::span<const double> row);

/// The feature columns, and behind them what the classic pair says about the days ahead.
Numbers with_classic(const Features& features, int days_ahead);
std::vector<std::string> columns_with_classic();

/// The chance that a customer buys nothing within the days ahead.
Stacked train_churn(const std::vector<Lesson>& lessons, std::uint64_t seed);

/// What customers will spend within the days ahead, in cents: the mean of boosted trees (Tweedie:
/// an amount that is often 0) and of the classic pair. Right on average, also summed up.
class SpendingModel {
 public:
  SpendingModel(const std::vector<Lesson>& lessons, std::uint64_t seed);
  explicit SpendingModel(const std::string& saved);
  std::string save() const { return trees_->save(); }
  std::vector<double> amounts(const Features& features, int days_ahead) const;

 private:
  std::optional<Booster> trees_{};
};

/// By the classic pair: on average right, and the middle.
std::vector<double> expected_spending(const Features& features, int days_ahead);
std::vector<double> median_spending(const Features& features, int days_ahead);
/// As much as in an equally long time until now, as far as the customer has been known.
std::vector<double> spending_again(const Features& features, int days_ahead);

}  // namespace predict
