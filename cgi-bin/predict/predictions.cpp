#include "predict/predictions.h"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "predict.sql.h"

namespace predict {
namespace {

constexpr std::size_t kReasons = 3;

/// The columns that move one customer's answer most, as JSON.
std::string reasons(std::span<const double> values, std::span<const double> adds,
                    const std::vector<std::string>& names) {
  std::vector<std::size_t> order(names.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  const std::size_t count = std::min(kReasons, order.size());
  std::partial_sort(
      order.begin(), order.begin() + static_cast<std::ptrdiff_t>(count), order.end(),
      [&adds](std::size_t a, std::size_t b) { return std::abs(adds[a]) > std::abs(adds[b]); });
  nlohmann::json result = nlohmann::json::array();
  for (std::size_t i = 0; i < count; ++i) {
    result.push_back({{"feature", names[order[i]]},
                      {"value", std::round(values[order[i]] * 100) / 100},
                      {"adds", std::round(adds[order[i]] * 1000) / 1000}});
  }
  return result.dump();
}

}  // namespace

void publish_churn(db::Connection& db, const Stacked& model, const Features& customers, Instant cut,
                   int days_ahead, std::int64_t version) {
  const Numbers rows = with_classic(customers, days_ahead);
  const std::vector<double> chances = model.chances(rows);
  const Numbers adds = model.contributions(rows);
  const std::vector<std::string> names = columns_with_classic();
  db.run(sql::predict::make_staged_predictions);
  db::CopyIn copy(db, sql::predict::copy_staged_predictions);
  for (std::size_t i = 0; i < chances.size(); ++i) {
    copy.row(customers.accounts[i], chances[i], std::nullopt, std::nullopt,
             reasons(rows.row(i), adds.row(i), names));
  }
  copy.finish();
  db.run(sql::predict::publish_churn, cut, version);
  db.run(sql::predict::drop_staged_predictions);
}

void publish_spending(db::Connection& db, const SpendingModel& model, const Features& customers,
                      Instant cut, int days_ahead, std::int64_t version) {
  const std::vector<double> amounts = model.amounts(customers, days_ahead);
  const Classic classic = fit_classic(customers);
  db.run(sql::predict::make_staged_predictions);
  db::CopyIn copy(db, sql::predict::copy_staged_predictions);
  for (std::size_t i = 0; i < amounts.size(); ++i) {
    const Repeats repeats = repeats_of(customers.rows.row(i));
    copy.row(customers.accounts[i], std::nullopt, std::llround(std::max(0.0, amounts[i])),
             expected_purchases(classic.purchases, repeats, days_ahead), std::nullopt);
  }
  copy.finish();
  db.run(sql::predict::publish_spending, cut, version);
  db.run(sql::predict::drop_staged_predictions);
}

}  // namespace predict
