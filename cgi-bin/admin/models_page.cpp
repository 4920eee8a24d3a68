/// models_page.cpp - GET /admin/models, POST /admin/models/train, /admin/models/stop.
///
/// Template: templates/admin/models_page.tpl
/// Test:     tests/page/models_page_test.cpp

#include <algorithm>

#include "admin/model_view.h"
#include "admin/models_pages.h"
#include "analytics/models.h"
#include "analytics/plot.h"
#include "models_page.tpl.varnames.h"
#include "shop.h"
#include "web/web.h"

namespace admin {
namespace {

using analytics::ModelVersion;
using ctemplate::TemplateDictionary;

constexpr int kVersionsShown = 12;
constexpr int kJobsShown = 15;

/// The figure of all versions, oldest first, as a line.
void fill_history(TemplateDictionary& model, const std::vector<ModelVersion>& versions) {
  if (versions.size() < 2) return;
  std::vector<analytics::PlotPoint> points;
  for (auto version = versions.rbegin(); version != versions.rend(); ++version) {
    points.push_back({static_cast<double>(points.size()), version->value.value});
  }
  auto& history = *model.AddSectionDictionary(kmp_HISTORY);
  history.SetValue(kmp_HISTORY_POINTS, analytics::polyline_of(analytics::range_of(points), points));
  history.SetValue(kmp_HISTORY_FIGURE, versions.front().figure);
  history.SetIntValue(kmp_HISTORY_COUNT, static_cast<long>(versions.size()));
}

void fill_versions(TemplateDictionary& model, const web::Request& request,
                   const std::vector<ModelVersion>& versions) {
  for (const ModelVersion& version : versions) {
    auto& row = *model.AddSectionDictionary(kmp_VERSION);
    row.SetIntValue(kmp_VERSION_ID, version.id);
    row.SetValue(kmp_VERSION_TRAINED, to_minute_text(version.trained_at));
    row.SetValue(kmp_VERSION_STATE, request.say({"model.state." + version.state}));
    row.SetValue(kmp_VERSION_FIGURE, version.figure);
    row.SetValue(kmp_VERSION_VALUE, figure_text(version.value.value));
    row.SetValue(kmp_VERSION_PLAIN, figure_text(version.plain));
  }
}

void fill_model(TemplateDictionary& body, const web::Request& request, Shop& shop,
                const std::string& name, int horizon, bool may_act) {
  const auto versions = analytics::list_versions(shop.db, name, kVersionsShown);
  auto& model = *body.AddSectionDictionary(kmp_MODEL);
  model.SetValue(kmp_MODEL_KEY, name);
  model.SetValue(kmp_MODEL_NAME, request.say({"model.name." + name}));
  model.SetValue(kmp_MODEL_TEXT, request.say({"model.text." + name, {std::to_string(horizon)}}));
  if (may_act) {
    auto& form = *model.AddSectionDictionary(kmp_TRAIN);
    form.SetValue(kmp_TRAIN_CSRF, request.csrf_token());
    form.SetValue(kmp_TRAIN_MODEL, name);
  }
  const auto active = std::find_if(versions.begin(), versions.end(),
                                   [](const ModelVersion& v) { return v.state == "active"; });
  if (active == versions.end()) {
    auto& untrained = *model.AddSectionDictionary(kmp_UNTRAINED);
    if (name == "recommend") untrained.ShowSection(kmp_COUNTED);
  } else {
    auto& line = *model.AddSectionDictionary(kmp_ACTIVE);
    line.SetIntValue(kmp_ACTIVE_ID, active->id);
    line.SetValue(kmp_ACTIVE_SINCE, to_day_text(active->trained_at));
    line.SetValue(kmp_ACTIVE_VERDICT, active->verdict);
  }
  fill_history(model, versions);
  if (!versions.empty()) {
    fill_versions(*model.AddSectionDictionary(kmp_VERSIONS), request, versions);
  }
}

void fill_jobs(TemplateDictionary& body, const web::Request& request, Shop& shop, bool may_act) {
  const auto jobs = analytics::list_jobs(shop.db, kJobsShown);
  body.ShowSection(jobs.empty() ? kmp_NO_JOBS : kmp_JOBS);
  for (const analytics::ModelJob& job : jobs) {
    auto& row = *body.AddSectionDictionary(kmp_JOB);
    row.SetValue(kmp_JOB_MODEL, request.say({"model.name." + job.model}));
    row.SetValue(kmp_JOB_REASON, request.say({"model.reason." + job.reason}));
    row.SetValue(kmp_JOB_STATE, request.say({"model.job." + job.state}));
    row.SetValue(kmp_JOB_ASKED, to_minute_text(job.requested_at));
    row.SetValue(kmp_JOB_BY, job.requested_by);
    row.SetValue(kmp_JOB_MESSAGE, job.is_open() ? job.step : job.message);
    if (!job.is_open()) continue;
    row.AddSectionDictionary(kmp_PROGRESS)->SetIntValue(kmp_PROGRESS_PERCENT, job.progress);
    if (!may_act) continue;
    auto& stop = *row.AddSectionDictionary(kmp_STOP);
    stop.SetValue(kmp_STOP_CSRF, request.csrf_token());
    stop.SetIntValue(kmp_STOP_JOB, job.id);
  }
}

double drift_alarm(db::Connection& db) {
  for (const analytics::ModelSetting& setting : analytics::list_model_settings(db)) {
    if (setting.name == "drift_alarm") return setting.value;
  }
  throw std::logic_error("no setting drift_alarm");
}

/// The drift that raises no alarm, folded away: twenty lines that say that all is well.
void fill_drift(TemplateDictionary& body, const web::Request& request, Shop& shop,
                std::vector<analytics::ModelMetric> metrics) {
  if (metrics.empty()) return;
  std::stable_sort(metrics.begin(), metrics.end(),
                   [](const auto& a, const auto& b) { return a.value > b.value; });
  auto& drift = *body.AddSectionDictionary(kmp_DRIFT);
  drift.SetIntValue(kmp_DRIFT_COUNT, static_cast<long>(metrics.size()));
  drift.SetValue(kmp_DRIFT_ALARM, plain_number(drift_alarm(shop.db)));
  for (const analytics::ModelMetric& metric : metrics) {
    auto& row = *drift.AddSectionDictionary(kmp_DRIFT_FIGURE);
    row.SetValue(kmp_DRIFT_FIGURE_NAME, feature_name(request, metric.metric.substr(kDrift.size())));
    row.SetValue(kmp_DRIFT_FIGURE_VALUE, figure_text(metric.value));
  }
}

void fill_metrics(TemplateDictionary& body, const web::Request& request, Shop& shop) {
  auto metrics = analytics::list_metrics(shop.db);
  if (metrics.empty()) body.ShowSection(kmp_NO_METRICS);
  const auto quiet = std::stable_partition(metrics.begin(), metrics.end(), [](const auto& metric) {
    return metric.alarm || !metric.metric.starts_with(kDrift);
  });
  fill_drift(body, request, shop, {quiet, metrics.end()});
  metrics.erase(quiet, metrics.end());
  if (metrics.empty()) return;
  auto& table = *body.AddSectionDictionary(kmp_METRICS);
  for (const analytics::ModelMetric& metric : metrics) {
    auto& row = *table.AddSectionDictionary(kmp_METRIC);
    row.SetValue(kmp_METRIC_MODEL, request.say({"model.name." + metric.model}));
    row.SetValue(kmp_METRIC_NAME, metric_name(request, metric.metric));
    row.SetValue(kmp_METRIC_DAY, to_day_text(metric.day));
    row.SetValue(kmp_METRIC_VALUE, figure_text(metric.value));
    row.SetIntValue(kmp_METRIC_SAMPLES, metric.samples);
    if (metric.alarm) row.ShowSection(kmp_METRIC_ALARM);
  }
}

void fill_insights(TemplateDictionary& body, const web::Request& request, Shop& shop) {
  const analytics::RecommendationInsights insights = analytics::recommendation_insights(shop.db);
  if (insights.coverage <= 0) return;  // no list was looked at yet
  auto& tiles = *body.AddSectionDictionary(kmp_INSIGHTS);
  tiles.SetValue(kmp_INSIGHTS_COVERAGE, percent_text(insights.coverage));
  tiles.SetValue(kmp_INSIGHTS_HIT_RATE, percent_text(insights.hit_rate));
  tiles.SetIntValue(kmp_INSIGHTS_CUSTOMERS, insights.customers);
  tiles.SetValue(kmp_INSIGHTS_RECOMMENDED, to_text(insights.recommended, request.site->currency));
  tiles.SetValue(kmp_INSIGHTS_GOODS, to_text(insights.total, request.site->currency));
}

}  // namespace

web::Response models_page(const web::Request& request, Shop& shop) {
  const bool may_act = request.visitor.role == web::Role::admin;
  web::Page page(request, "admin/models_page.tpl", request.say({"model.title"}));
  page.set_noindex();
  auto& body = page.body();
  if (may_act) body.ShowSection(kmp_SETTINGS);
  const int horizon = horizon_days(shop.db);
  for (const std::string_view name : analytics::kModels) {
    fill_model(body, request, shop, std::string(name), horizon, may_act);
  }
  fill_jobs(body, request, shop, may_act);
  fill_insights(body, request, shop);
  fill_metrics(body, request, shop);
  return page.render();
}

web::Response post_model_train(const web::Request& request, Shop& shop) {
  const std::string model = web::form_text(request, "model", 20);
  const auto& known = analytics::kModels;
  if (std::find(known.begin(), known.end(), model) == known.end()) {
    throw web::BadRequest("bad model");
  }
  const bool forced = request.form.has("forced");
  if (!analytics::request_training(shop.db, model, forced, request.visitor.account_id)) {
    return web::redirect_with_warning("/admin/models", {"model.open_already"});
  }
  return web::redirect_after_post("/admin/models", {"model.asked"});
}

web::Response post_model_stop(const web::Request& request, Shop& shop) {
  const std::int64_t job = web::form_integer(request, "job", 1, INT64_MAX);
  if (!analytics::request_stop(shop.db, job, request.now)) {
    return web::redirect_with_warning("/admin/models", {"model.not_open"});
  }
  return web::redirect_after_post("/admin/models", {"model.stopping"});
}

}  // namespace admin
