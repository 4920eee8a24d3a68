/// models_api.cpp - /api/ml/predict, /api/ml/models, /api/ml/retrain, /api/ml/jobs.
///
/// Test: tests/page/models_api_test.cpp

#include "analytics/models_api.h"

#include <algorithm>

#include "accounts/accounts.h"
#include "analytics/models.h"
#include "shop.h"
#include "web/json_form.h"
#include "web/json_list.h"

namespace analytics {
namespace {

using web::Json;

Json to_json(const std::vector<NamedNumber>& numbers) {
  Json list = Json::array();
  for (const NamedNumber& number : numbers) {
    list.push_back({{"feature", number.name}, {"adds", number.value}});
  }
  return list;
}

Json to_json(const ModelVersion& version) {
  return {{"id", version.id},
          {"model", version.model},
          {"state", version.state},
          {"trained_at", to_iso(version.trained_at)},
          {"window_from", to_iso(version.window_from)},
          {"window_to", to_iso(version.window_to)},
          {"code_version", version.code_version},
          {"seed", version.seed},
          {"artifact_hash", version.artifact_hash},
          {"is_kept", version.has_artifact},
          {"verdict", version.verdict},
          {"figure",
           {{"name", version.figure},
            {"value", version.value.value},
            {"low", version.value.low},
            {"high", version.value.high},
            {"without_model", version.plain},
            {"before", version.champion ? Json(*version.champion) : Json()},
            {"smaller_is_better", version.smaller_is_better}}}};
}

Json detail_json(const ModelVersion& version) {
  Json json = to_json(version);
  Json parameters = Json::parse(version.parameters, nullptr, false);
  json["parameters"] = parameters.is_object() ? std::move(parameters) : Json::object();
  json["importance"] = to_json(version.importance);
  json["lift"] = version.lift;
  json["calibration"] = Json::array();
  for (const CalibrationGroup& group : version.calibration) {
    json["calibration"].push_back(
        {{"said", group.said}, {"came", group.came}, {"people", group.people}});
  }
  return json;
}

std::string url_of(const web::Request& request, const ModelJob& job) {
  return web::absolute_url(*request.site, "/api/ml/jobs/" + std::to_string(job.id));
}

Json to_json(const web::Request& request, const ModelJob& job) {
  return {{"id", job.id},
          {"url", url_of(request, job)},
          {"model", job.model},
          {"action", job.action},
          {"reason", job.reason},
          {"state", job.state},
          {"progress", job.progress},
          {"step", job.step},
          {"message", job.message},
          {"requested_by", job.requested_by.empty() ? Json() : Json(job.requested_by)},
          {"requested_at", to_iso(job.requested_at)},
          {"started_at", web::to_json(job.started_at)},
          {"finished_at", web::to_json(job.finished_at)}};
}

bool is_model(const std::string& name) {
  return std::ranges::find(kModels, name) != kModels.end();
}

std::string read_model(web::Form& form, bool is_needed) {
  std::string model = form.text("model", 20, is_needed);
  if (!model.empty() && !form.has_problem("model") && !is_model(model)) {
    form.add_problem("model", {"api.no_such_model"});
  }
  return model;
}

/// 202: the latest job of this model, which was asked for a moment ago.
web::Response asked(const web::Request& request, Shop& shop, std::string_view model) {
  const auto job = newest_job(shop.db, model);
  if (!job) throw std::logic_error("a job that was asked for is gone");
  web::Response response = web::json_response(to_json(request, *job), 202);
  response.headers.emplace_back("Location", "/api/ml/jobs/" + std::to_string(job->id));
  return response;
}

/// 409 that says which job is in the way.
web::Response job_is_open(const web::Request& request, Shop& shop, std::string_view model) {
  const auto job = newest_job(shop.db, model);
  return web::problem_response(
      request, 409, {"model.open_already"},
      job ? Json::object({{"job", to_json(request, *job)}}) : Json::object());
}

Json metrics_json(Shop& shop, const std::string& model) {
  Json metrics = Json::array();
  for (const ModelMetric& metric : list_metrics(shop.db)) {
    if (!model.empty() && metric.model != model) continue;
    metrics.push_back({{"model", metric.model},
                       {"name", metric.metric},
                       {"day", to_iso(metric.day).substr(0, 10)},
                       {"value", metric.value},
                       {"samples", metric.samples},
                       {"alarm", metric.alarm}});
  }
  return metrics;
}

}  // namespace

web::Response api_predict(const web::Request& request, Shop& shop) {
  web::JsonForm form(request);
  const std::int64_t account = form.integer("user_id", 1, INT64_MAX);
  form.require_good();
  if (!accounts::find_account(shop.db, account)) throw web::NotFound("account");
  const auto prediction = find_prediction(shop.db, account);
  if (!prediction) throw web::Conflict("no prediction", {"api.no_prediction"});
  Json json{{"user_id", account}, {"data_until", to_iso(prediction->cut_at)}};
  json["churn"] = nullptr;
  json["spending"] = nullptr;
  if (prediction->churn) {
    json["churn"] = {{"probability", *prediction->churn},
                     {"reasons", to_json(prediction->reasons)}};
  }
  if (prediction->spend) {
    Json spending = Json::object();
    web::put_money(spending, "expected", *prediction->spend);
    spending["currency"] = request.site->currency;
    spending["purchases"] = prediction->purchases;
    json["spending"] = std::move(spending);
  }
  return web::json_response(json);
}

web::Response api_models(const web::Request& request, Shop& shop) {
  web::QueryForm query(request);
  const std::string wanted = read_model(query, false);
  const int limit = static_cast<int>(query.integer("limit", 1, 100, 10));
  query.require_good();
  Json items = Json::array();
  for (const std::string_view model : kModels) {
    if (!wanted.empty() && model != wanted) continue;
    for (const ModelVersion& version : list_versions(shop.db, model, limit)) {
      items.push_back(to_json(version));
    }
  }
  const auto total = static_cast<std::int64_t>(items.size());
  Json answer = web::list_answer(request, std::move(items), total, 0);
  answer["metrics"] = metrics_json(shop, wanted);
  return web::json_response(answer);
}

web::Response api_model(const web::Request& request, Shop& shop) {
  const auto version = find_version(shop.db, request.captured_id("id"));
  if (!version) throw web::NotFound("model version");
  return web::json_response(detail_json(*version));
}

web::Response api_model_activate(const web::Request& request, Shop& shop) {
  const auto version = find_version(shop.db, request.captured_id("id"));
  if (!version) throw web::NotFound("model version");
  switch (request_activation(shop.db, version->id, request.visitor.account_id)) {
    case ActivateOutcome::asked: return asked(request, shop, version->model);
    case ActivateOutcome::no_such_version: throw web::NotFound("model version");
    case ActivateOutcome::not_kept: throw web::Conflict("not kept", {"model.not_kept"});
    case ActivateOutcome::active_already: throw web::Conflict("active", {"model.active_already"});
    case ActivateOutcome::job_is_open: return job_is_open(request, shop, version->model);
  }
  throw std::logic_error("unknown ActivateOutcome");
}

web::Response api_retrain(const web::Request& request, Shop& shop) {
  web::JsonForm form(request);
  const std::string model = read_model(form, true);
  const bool forced = form.boolean("force", false);
  form.require_good();
  if (!request_training(shop.db, model, forced, request.visitor.account_id)) {
    return job_is_open(request, shop, model);
  }
  return asked(request, shop, model);
}

web::Response api_jobs(const web::Request& request, Shop& shop) {
  web::QueryForm query(request);
  const int limit = static_cast<int>(query.integer("limit", 1, 100, 24));
  query.require_good();
  Json items = Json::array();
  for (const ModelJob& job : list_jobs(shop.db, limit)) items.push_back(to_json(request, job));
  const auto total = static_cast<std::int64_t>(items.size());
  return web::json_response(web::list_answer(request, std::move(items), total, 0));
}

web::Response api_job(const web::Request& request, Shop& shop) {
  const auto job = find_job(shop.db, request.captured_id("id"));
  if (!job) throw web::NotFound("job");
  return web::json_response(to_json(request, *job));
}

web::Response api_job_stop(const web::Request& request, Shop& shop) {
  const std::int64_t id = request.captured_id("id");
  if (!find_job(shop.db, id)) throw web::NotFound("job");
  if (!request_stop(shop.db, id, request.now)) throw web::Conflict("ended", {"model.not_open"});
  return api_job(request, shop);
}

}  // namespace analytics
