/// features.h - what is known of customers at a moment, and what they did afterwards.
///
/// Source: sql/queries/predict.sql; the view model_purchase and the table visit_event.
/// Units:  times are days, amounts cents; the cut-off is a midnight in UTC.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "db/db.h"
#include "predict/logistic.h"

namespace predict {

/// The columns of features, in order.
std::span<const std::string_view> feature_names();
/// The place of a column; std::logic_error for no such name.
std::size_t feature(std::string_view name);

struct Features {
  std::vector<std::int64_t> accounts{};
  Numbers rows{};
};

/// All customers who had bought before `cut`, by account. `query` is another one in tests only.
Features read_features(db::Connection& db, Instant cut);
Features read_features(db::Connection& db, Instant cut, const db::Query& query);

struct Outcomes {
  std::vector<std::int64_t> accounts{};  // the same ones in the same order as the features'
  std::vector<int> churned{};            // 1: no purchase within the days ahead
  std::vector<double> purchases{};       // days with purchases
  std::vector<double> spent{};           // cents
};
Outcomes read_outcomes(db::Connection& db, Instant cut, int days_ahead);

/// The features that change when everything from the cut-off on is hidden: they look into the
/// future. Empty for honest features. Runs in a transaction of its own that is rolled back.
/// `blind` is the same text under another name, or the prepared statement would see what is hidden.
std::vector<std::string_view> features_that_look_ahead(db::Connection& db, Instant cut);
std::vector<std::string_view> features_that_look_ahead(db::Connection& db, Instant cut,
                                                       const db::Query& query,
                                                       const db::Query& blind);

}  // namespace predict
