/// models.h - the shop's models as staff see and steer them: versions with their figures, jobs of
/// tools/retrain, daily metrics, and what is said of customers.
///
/// Source: tables model_version, model_job, model_metric, customer_prediction; queries in
///         sql/queries/analytics_models.sql. Training itself is done by tools/retrain --watch.
/// Errors: an unknown version or job is an empty result or false.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analytics/statistics.h"
#include "db/db.h"

namespace analytics {

inline constexpr std::array<std::string_view, 5> kModels{"recommend", "churn", "spending",
                                                         "intents", "search"};

struct NamedNumber {
  std::string name{};
  double value = 0;
};

struct ModelVersion {
  std::int64_t id = 0;
  std::string model{};
  Instant trained_at{};
  Instant window_from{};
  Instant window_to{};
  std::string code_version{};
  std::string parameters{};  // JSON
  std::int64_t seed = 0;
  std::string artifact_hash{};
  bool has_artifact = false;
  std::string verdict{};
  std::string state{};   // 'refused', 'active', 'retired'
  std::string figure{};  // "AUC"
  bool smaller_is_better = false;
  Estimate value{};
  double plain = 0;                  // of no model at all
  std::optional<double> champion{};  // of the one that was active before
  std::vector<CalibrationGroup> calibration{};
  std::vector<double> lift{};  // share found among the first 10 %, 20 % …
  std::vector<NamedNumber> importance{};
};

/// Newest first.
std::vector<ModelVersion> list_versions(db::Connection& db, std::string_view model, int limit);
std::optional<ModelVersion> find_version(db::Connection& db, std::int64_t id);

struct ModelJob {
  std::int64_t id = 0;
  std::string model{};
  std::string action{};
  std::string reason{};
  std::string state{};
  std::string step{};
  std::string message{};
  std::string requested_by{};  // empty: nobody
  Instant requested_at{};
  std::optional<Instant> started_at{};
  std::optional<Instant> finished_at{};
  int progress = 0;
  bool is_open() const { return state == "waiting" || state == "running"; }
};

/// Newest first.
std::vector<ModelJob> list_jobs(db::Connection& db, int limit);

/// The latest one of this model.
std::optional<ModelJob> newest_job(db::Connection& db, std::string_view model);

/// False when a job of this model is open already.
bool request_training(db::Connection& db, std::string_view model, bool forced,
                      std::int64_t account_id);
enum class ActivateOutcome { asked, no_such_version, not_kept, active_already, job_is_open };
ActivateOutcome request_activation(db::Connection& db, std::int64_t version,
                                   std::int64_t account_id);
/// A waiting job ends at once, a running one at its next step. False when it is not open.
bool request_stop(db::Connection& db, std::int64_t job, Instant now);

/// A number by which training and monitoring go.
struct ModelSetting {
  std::string_view name{};
  double least = 0;
  double most = 0;
  bool is_whole = false;
  double value = 0;
};
/// All there are, with what holds now.
std::vector<ModelSetting> list_model_settings(db::Connection& db);
/// The values must lie within their limits.
void save_model_settings(db::Connection& db, const std::vector<ModelSetting>& settings);

struct ModelMetric {
  std::string model{};
  std::string metric{};
  Instant day{};
  double value = 0;
  int samples = 0;
  bool alarm = false;
};
/// The newest day of each metric.
std::vector<ModelMetric> list_metrics(db::Connection& db);

struct RecommendationInsights {
  double coverage = 0;  // share of offered products on somebody's list
  double hit_rate = 0;  // of the last 30 days: customers who took something of their list
  int customers = 0;    // who ordered in that time and had a list
  Money recommended{};  // goods that were on the buyer's list
  Money total{};        // all goods of those customers
};
RecommendationInsights recommendation_insights(db::Connection& db);

struct CustomerPrediction {
  std::int64_t account_id = 0;
  std::string username{};
  std::string name{};
  std::optional<double> churn{};
  std::optional<Money> spend{};
  double purchases = 0;
  Instant cut_at{};
  std::vector<NamedNumber> reasons{};  // feature, and what it adds to the log-odds of leaving
};

enum class PredictionOrder { by_churn, by_value };

struct PredictionFilter {
  PredictionOrder order = PredictionOrder::by_churn;
  std::string words{};      // in a name or e-mail address; empty: all
  std::int64_t behind = 0;  // further pages: behind this account; none behind an unknown one
};
std::vector<CustomerPrediction> list_predictions(db::Connection& db, const PredictionFilter& filter,
                                                 int limit);

/// What is said of one customer; nothing for an unknown account and for one who never bought.
std::optional<CustomerPrediction> find_prediction(db::Connection& db, std::int64_t account_id);

/// One job, open or ended.
std::optional<ModelJob> find_job(db::Connection& db, std::int64_t id);

}  // namespace analytics
