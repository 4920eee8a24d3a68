#include "analytics/models.h"

#include <nlohmann/json.hpp>

#include "analytics_models.sql.h"

namespace analytics {
namespace {

namespace queries = sql::analytics_models;
using Json = nlohmann::json;

Estimate to_estimate(const Json& json) {
  return {json.value("value", 0.0), json.value("low", 0.0), json.value("high", 0.0)};
}

/// What tools/retrain wrote (retrain/compare.h and the trainers' details).
void fill_figures(ModelVersion& version, const std::string& text) {
  const Json json = Json::parse(text, nullptr, false);
  if (!json.is_object()) return;
  version.figure = json.value("figure", "");
  version.smaller_is_better = json.value("smaller_is_better", false);
  const Json none = Json::object();
  version.value = to_estimate(json.value("challenger", none));
  version.plain = to_estimate(json.value("plain", none)).value;
  if (json.contains("champion")) version.champion = to_estimate(json["champion"]).value;
  const Json details = json.value("details", none);
  for (const Json& group : details.value("calibration", Json::array())) {
    version.calibration.push_back(
        {group.value("said", 0.0), group.value("came", 0.0), group.value("people", 0)});
  }
  for (const Json& share : details.value("lift", Json::array())) {
    version.lift.push_back(share.get<double>());
  }
  for (const Json& feature : details.value("importance", Json::array())) {
    version.importance.push_back({feature.value("feature", ""), feature.value("adds", 0.0)});
  }
}

ModelVersion to_version(const db::Row& row) {
  ModelVersion version;
  version.id = row.integer("id");
  version.model = row.string("model");
  version.trained_at = row.instant("trained_at");
  version.window_from = row.instant("window_from");
  version.window_to = row.instant("window_to");
  version.code_version = row.string("code_version");
  version.parameters = row.string("parameters");
  version.seed = row.integer("seed");
  version.artifact_hash = row.string("artifact_hash");
  version.has_artifact = row.boolean("has_artifact");
  version.verdict = row.string("verdict");
  version.state = row.string("state");
  fill_figures(version, row.string("metrics"));
  return version;
}

ModelJob to_job(const db::Row& row) {
  ModelJob job;
  job.id = row.integer("id");
  job.model = row.string("model");
  job.action = row.string("action");
  job.reason = row.string("reason");
  job.state = row.string("state");
  job.step = row.string("step");
  job.message = row.string("message");
  job.requested_by = row.string("requested_by");
  job.requested_at = row.instant("requested_at");
  job.started_at = row.maybe_instant("started_at");
  job.finished_at = row.maybe_instant("finished_at");
  job.progress = row.small("progress");
  return job;
}

std::vector<NamedNumber> to_reasons(const std::string& text) {
  std::vector<NamedNumber> reasons;
  const Json json = Json::parse(text, nullptr, false);
  if (!json.is_array()) return reasons;
  for (const Json& reason : json) {
    reasons.push_back({reason.value("feature", ""), reason.value("adds", 0.0)});
  }
  return reasons;
}

CustomerPrediction to_prediction(const db::Row& row) {
  CustomerPrediction prediction;
  prediction.account_id = row.integer("account_id");
  prediction.username = row.string("username");
  prediction.name = row.string("name");
  if (!row.is_null("churn")) prediction.churn = row.number("churn");
  prediction.spend = row.maybe_money("spend_cents");
  prediction.purchases = row.is_null("purchases") ? 0 : row.number("purchases");
  prediction.cut_at = row.instant("cut_at");
  prediction.reasons = to_reasons(row.string("churn_reasons"));
  return prediction;
}

}  // namespace

std::vector<ModelVersion> list_versions(db::Connection& db, std::string_view model, int limit) {
  std::vector<ModelVersion> versions;
  for (const db::Row row : db.run(queries::versions, model, limit)) {
    versions.push_back(to_version(row));
  }
  return versions;
}

std::optional<ModelVersion> find_version(db::Connection& db, std::int64_t id) {
  const auto row = db.first(queries::version, id);
  if (!row) return std::nullopt;
  return to_version(*row);
}

std::vector<ModelJob> list_jobs(db::Connection& db, int limit) {
  std::vector<ModelJob> jobs;
  for (const db::Row row : db.run(queries::jobs, limit)) jobs.push_back(to_job(row));
  return jobs;
}

std::optional<ModelJob> find_job(db::Connection& db, std::int64_t id) {
  const auto row = db.first(queries::job, id);
  if (!row) return std::nullopt;
  return to_job(*row);
}

std::optional<ModelJob> newest_job(db::Connection& db, std::string_view model) {
  const auto row = db.first(queries::newest_job, model);
  if (!row) return std::nullopt;
  return to_job(*row);
}

bool request_training(db::Connection& db, std::string_view model, bool forced,
                      std::int64_t account_id) {
  return db.first(queries::request_training, model, forced, account_id).has_value();
}

ActivateOutcome request_activation(db::Connection& db, std::int64_t version,
                                   std::int64_t account_id) {
  const auto row = db.first(queries::version, version);
  if (!row) return ActivateOutcome::no_such_version;
  if (row->text("state") == "active") return ActivateOutcome::active_already;
  if (!row->boolean("has_artifact")) return ActivateOutcome::not_kept;
  const bool asked =
      db.first(queries::request_activation, row->text("model"), version, account_id).has_value();
  return asked ? ActivateOutcome::asked : ActivateOutcome::job_is_open;
}

bool request_stop(db::Connection& db, std::int64_t job, Instant now) {
  return db.first(queries::request_stop, job, now).has_value();
}

std::vector<ModelSetting> list_model_settings(db::Connection& db) {
  std::vector<ModelSetting> settings = {
      {"every_hours", 1, 8760, true, 24},   {"new_samples", 1, 1'000'000, true, 100},
      {"window_days", 30, 3650, true, 730}, {"horizon_days", 7, 365, true, 90},
      {"margin", 0, 100, false, 0},         {"drift_alarm", 0.01, 10, false, 0.25},
      {"rollback_share", 0, 1, false, 0.8}, {"search_term", 0, 1, true, 1},
      {"taste_term", 0, 10, true, 3},       {"event_months", 0, 1200, true, 25},
      {"letter_products", 0, 10, true, 3},  {"stock_term", 0, 90, true, 15},
      {"sales_term", 0, 20, false, 3},
  };
  for (const db::Row row : db.run(queries::model_settings)) {
    for (ModelSetting& setting : settings) {
      if (row.text("name") == setting.name) setting.value = row.number("value");
    }
  }
  return settings;
}

void save_model_settings(db::Connection& db, const std::vector<ModelSetting>& settings) {
  db::Transaction transaction(db);
  for (const ModelSetting& setting : settings) {
    db.run(queries::set_model_setting, setting.name, setting.value);
  }
  transaction.commit();
}

std::vector<ModelMetric> list_metrics(db::Connection& db) {
  std::vector<ModelMetric> metrics;
  for (const db::Row row : db.run(queries::newest_metrics)) {
    metrics.push_back({row.string("model"), row.string("metric"), row.instant("day"),
                       row.number("value"), row.small("samples"), row.boolean("alarm")});
  }
  return metrics;
}

RecommendationInsights recommendation_insights(db::Connection& db) {
  const auto row = db.first(queries::insights);
  return {row->number("coverage"), row->number("hit_rate"), row->small("customers"),
          row->money("recommended_cents"), row->money("cents")};
}

std::optional<CustomerPrediction> find_prediction(db::Connection& db, std::int64_t account_id) {
  const auto row = db.first(queries::prediction, account_id);
  if (!row) return std::nullopt;
  return to_prediction(*row);
}

std::vector<CustomerPrediction> list_predictions(db::Connection& db, const PredictionFilter& filter,
                                                 int limit) {
  const db::Query& query = filter.order == PredictionOrder::by_churn
                               ? queries::predictions_by_churn
                               : queries::predictions_by_value;
  std::vector<CustomerPrediction> predictions;
  for (const db::Row row : db.run(query, limit, filter.words, filter.behind)) {
    predictions.push_back(to_prediction(row));
  }
  return predictions;
}

}  // namespace analytics
