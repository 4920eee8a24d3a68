#include "predict/features.h"

#include <algorithm>
#include <array>

#include "predict.sql.h"

namespace predict {
namespace {

constexpr auto kFeatures = std::to_array<std::string_view>(
    {"repeats",      "last_days",   "known_days", "idle_days",         "orders",   "spent",
     "spent_mean",   "spent_most",  "spent_last", "spent_repeat_mean", "gap_mean", "gap_spread",
     "idle_per_gap", "days_30",     "days_60",    "days_90",           "spent_30", "spent_90",
     "views_30",     "searches_30", "carts_30",   "chats_30"});

}  // namespace

std::span<const std::string_view> feature_names() {
  return kFeatures;
}

std::size_t feature(std::string_view name) {
  const auto found = std::find(kFeatures.begin(), kFeatures.end(), name);
  if (found == kFeatures.end()) throw std::logic_error("no feature " + std::string(name));
  return static_cast<std::size_t>(found - kFeatures.begin());
}

Features read_features(db::Connection& db, Instant cut) {
  return read_features(db, cut, sql::predict::features);
}

Features read_features(db::Connection& db, Instant cut, const db::Query& query) {
  Features features;
  features.rows.columns = kFeatures.size();
  for (const db::Row row : db.run(query, cut)) {
    features.accounts.push_back(row.integer("account_id"));
    for (const std::string_view name : kFeatures) {
      features.rows.values.push_back(row.number(name));
    }
  }
  return features;
}

Outcomes read_outcomes(db::Connection& db, Instant cut, int days_ahead) {
  Outcomes outcomes;
  for (const db::Row row : db.run(sql::predict::outcomes, cut, days_ahead)) {
    outcomes.accounts.push_back(row.integer("account_id"));
    outcomes.churned.push_back(row.boolean("churned") ? 1 : 0);
    outcomes.purchases.push_back(row.number("purchases"));
    outcomes.spent.push_back(row.number("spent"));
  }
  return outcomes;
}

std::vector<std::string_view> features_that_look_ahead(db::Connection& db, Instant cut) {
  const db::Query& query = sql::predict::features;
  static constexpr db::Query kBlind{"predict.blind_features", sql::predict::features.text,
                                    sql::predict::features.params};
  return features_that_look_ahead(db, cut, query, kBlind);
}

std::vector<std::string_view> features_that_look_ahead(db::Connection& db, Instant cut,
                                                       const db::Query& query,
                                                       const db::Query& blind) {
  const db::Transaction undone(db);
  const Features seen = read_features(db, cut, query);
  db.run(sql::predict::hide_purchases);
  db.run(sql::predict::hide_events);
  db.run(sql::predict::past_purchases, cut);
  db.run(sql::predict::past_events, cut);
  const Features hidden = read_features(db, cut, blind);
  db.run(sql::predict::show_purchases);
  db.run(sql::predict::show_events);
  std::vector<std::string_view> found;
  if (seen.accounts != hidden.accounts) found.push_back("account_id");
  for (std::size_t column = 0; column < kFeatures.size(); ++column) {
    bool differs = seen.rows.rows() != hidden.rows.rows();
    for (std::size_t row = 0; !differs && row < seen.rows.rows(); ++row) {
      differs = seen.rows.row(row)[column] != hidden.rows.row(row)[column];
    }
    if (differs) found.push_back(kFeatures[column]);
  }
  return found;
}

}  // namespace predict
