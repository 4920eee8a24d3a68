#include "predict/customers.h"

#include <algorithm>
#include <cmath>

namespace predict {
namespace {

/// All lessons under one another.
struct Pool {
  Numbers rows{};
  std::vector<std::int64_t> accounts{};
  std::vector<int> churned{};
  std::vector<double> spent{};
};

Pool pool_of(const std::vector<Lesson>& lessons) {
  Pool pool;
  for (const Lesson& lesson : lessons) {
    const Numbers rows = with_classic(lesson.features, lesson.days_ahead);
    const auto append = [](auto& to, const auto& from) {
      to.insert(to.end(), from.begin(), from.end());
    };
    pool.rows.columns = rows.columns;
    append(pool.rows.values, rows.values);
    append(pool.accounts, lesson.features.accounts);
    append(pool.churned, lesson.outcomes.churned);
    append(pool.spent, lesson.outcomes.spent);
  }
  return pool;
}

template <class Amount>
std::vector<double> by_classic(const Features& features, Amount amount) {
  const Classic classic = fit_classic(features);
  std::vector<double> result;
  for (std::size_t i = 0; i < features.rows.rows(); ++i) {
    const auto row = features.rows.row(i);
    result.push_back(amount(classic, repeats_of(row)) *
                     expected_amount(classic.amounts, spending_of(row)));
  }
  return result;
}

}  // namespace

Repeats repeats_of(std::span<const double> row) {
  static const std::size_t repeats = feature("repeats");
  static const std::size_t last = feature("last_days");
  static const std::size_t known = feature("known_days");
  return {row[repeats], row[last], row[known]};
}

Spending spending_of(std::span<const double> row) {
  static const std::size_t repeats = feature("repeats");
  static const std::size_t mean = feature("spent_repeat_mean");
  return {row[repeats], row[mean]};
}

Classic fit_classic(const Features& features) {
  std::vector<Repeats> repeats;
  std::vector<Spending> spending;
  for (std::size_t i = 0; i < features.rows.rows(); ++i) {
    repeats.push_back(repeats_of(features.rows.row(i)));
    spending.push_back(spending_of(features.rows.row(i)));
  }
  if (repeats.empty()) return {};
  return {fit_bg_nbd(repeats), fit_gamma_gamma(spending)};
}

Numbers with_classic(const Features& features, int days_ahead) {
  const Classic classic = fit_classic(features);
  Numbers rows{features.rows.columns + 4, {}};
  for (std::size_t i = 0; i < features.rows.rows(); ++i) {
    const auto row = features.rows.row(i);
    const Repeats repeats = repeats_of(row);
    const double expected = expected_purchases(classic.purchases, repeats, days_ahead);
    rows.add(row);
    rows.add(std::vector<double>{expected, alive(classic.purchases, repeats),
                                 chance_of(classic.purchases, repeats, days_ahead, 1),
                                 expected * expected_amount(classic.amounts, spending_of(row))});
  }
  return rows;
}

std::vector<std::string> columns_with_classic() {
  std::vector<std::string> columns(feature_names().begin(), feature_names().end());
  columns.insert(columns.end(), {"expected_purchases", "alive", "chance_of_one", "expected_spent"});
  return columns;
}

Stacked train_churn(const std::vector<Lesson>& lessons, std::uint64_t seed) {
  const Pool pool = pool_of(lessons);
  require_trainable(pool.rows, pool.churned, columns_with_classic());
  StackedSettings settings;
  settings.trees = {.trees = 150,
                    .depth = 3,
                    .rate = 0.03,
                    .row_share = 0.7,
                    .column_share = 0.5,
                    .least_weight = 20,
                    .seed = seed};
  return Stacked(pool.rows, pool.churned, pool.accounts, settings);
}

SpendingModel::SpendingModel(const std::vector<Lesson>& lessons, std::uint64_t seed) {
  Pool pool = pool_of(lessons);
  require_trainable(pool.rows, pool.churned, columns_with_classic());
  for (double& cents : pool.spent) cents = std::max(0.0, cents) / 100;
  trees_.emplace(pool.rows, pool.spent,
                 BoostingSettings{.objective = "reg:tweedie",
                                  .trees = 300,
                                  .depth = 3,
                                  .rate = 0.05,
                                  .row_share = 0.7,
                                  .column_share = 0.5,
                                  .least_weight = 20,
                                  .seed = seed});
}

SpendingModel::SpendingModel(const std::string& saved) {
  trees_.emplace(saved);
}

std::vector<double> SpendingModel::amounts(const Features& features, int days_ahead) const {
  std::vector<double> result = trees_->predict(with_classic(features, days_ahead));
  const std::vector<double> classic = expected_spending(features, days_ahead);
  for (std::size_t i = 0; i < result.size(); ++i) result[i] = (100 * result[i] + classic[i]) / 2;
  return result;
}

std::vector<double> expected_spending(const Features& features, int days_ahead) {
  return by_classic(features, [days_ahead](const Classic& classic, const Repeats& repeats) {
    return expected_purchases(classic.purchases, repeats, days_ahead);
  });
}

std::vector<double> median_spending(const Features& features, int days_ahead) {
  return by_classic(features, [days_ahead](const Classic& classic, const Repeats& repeats) {
    return static_cast<double>(median_purchases(classic.purchases, repeats, days_ahead));
  });
}

std::vector<double> spending_again(const Features& features, int days_ahead) {
  static const std::size_t spent = feature("spent");
  static const std::size_t known = feature("known_days");
  std::vector<double> result;
  for (std::size_t i = 0; i < features.rows.rows(); ++i) {
    const auto row = features.rows.row(i);
    const double share = std::min(1.0, days_ahead / (row[known] + 1));
    result.push_back(row[spent] * share);
  }
  return result;
}

}  // namespace predict
