/// model_page.cpp - GET /admin/models/{id}, POST /admin/models/{id}/activate.
///
/// Template: templates/admin/model_page.tpl
/// Test:     tests/page/models_page_test.cpp

#include <algorithm>

#include "admin/model_view.h"
#include "admin/models_pages.h"
#include "analytics/models.h"
#include "analytics/plot.h"
#include "model_page.tpl.varnames.h"
#include "shop.h"
#include "web/web.h"

namespace admin {
namespace {

using analytics::ModelVersion;
using analytics::PlotPoint;
using ctemplate::TemplateDictionary;

constexpr analytics::PlotRange kShares{0, 1, 0, 1};
constexpr double kLongestBar = 200;  // of the picture's units

void fill_calibration(TemplateDictionary& body, const ModelVersion& version) {
  if (version.calibration.empty()) return;
  auto& plot = *body.AddSectionDictionary(kmp_CALIBRATION);
  std::vector<PlotPoint> points;
  for (const auto& group : version.calibration) {
    points.push_back({group.said, group.came});
    auto& row = *plot.AddSectionDictionary(kmp_GROUP);
    row.SetValue(kmp_GROUP_SAID, percent_text(group.said));
    row.SetValue(kmp_GROUP_CAME, percent_text(group.came));
    row.SetIntValue(kmp_GROUP_PEOPLE, group.people);
  }
  plot.SetValue(kmp_CALIBRATION_POINTS, analytics::polyline_of(kShares, points));
}

void fill_lift(TemplateDictionary& body, const ModelVersion& version) {
  if (version.lift.empty()) return;
  std::vector<PlotPoint> points = {{0, 0}};
  for (const double share : version.lift) {
    points.push_back(
        {static_cast<double>(points.size()) / static_cast<double>(version.lift.size()), share});
  }
  auto& plot = *body.AddSectionDictionary(kmp_LIFT);
  plot.SetValue(kmp_LIFT_POINTS, analytics::polyline_of(kShares, points));
  plot.SetValue(kmp_LIFT_FIRST, percent_text(version.lift.front()));
}

void fill_importance(TemplateDictionary& body, const web::Request& request,
                     const ModelVersion& version) {
  if (version.importance.empty()) return;
  auto& plot = *body.AddSectionDictionary(kmp_IMPORTANCE);
  const double most = std::max(1e-9, version.importance.front().value);
  for (const auto& [feature, adds] : version.importance) {
    auto& row = *plot.AddSectionDictionary(kmp_FEATURE);
    row.SetValue(kmp_FEATURE_NAME, feature_name(request, feature));
    row.SetValue(kmp_FEATURE_ADDS, figure_text(adds));
    row.SetIntValue(kmp_FEATURE_WIDTH, static_cast<long>(kLongestBar * adds / most));
  }
}

}  // namespace

web::Response model_page(const web::Request& request, Shop& shop) {
  const auto version = analytics::find_version(shop.db, request.captured_id("id"));
  if (!version) throw web::NotFound("model version");
  const std::string name = request.say({"model.name." + version->model});
  web::Page page(request, "admin/model_page.tpl",
                 request.say({"model.version_title", {name, std::to_string(version->id)}}));
  page.set_noindex();
  auto& body = page.body();
  body.SetIntValue(kmp_ID, version->id);
  body.SetValue(kmp_NAME, name);
  body.SetValue(kmp_STATE, request.say({"model.state." + version->state}));
  body.SetValue(kmp_VERDICT, version->verdict);
  body.SetValue(kmp_TRAINED, to_minute_text(version->trained_at));
  body.SetValue(kmp_FROM, to_day_text(version->window_from));
  body.SetValue(kmp_TO, to_day_text(version->window_to));
  body.SetValue(kmp_CODE, version->code_version);
  body.SetIntValue(kmp_SEED, version->seed);
  body.SetValue(kmp_HASH, version->artifact_hash.substr(0, 16));
  body.SetValue(kmp_PARAMETERS, in_words(version->parameters));
  body.SetValue(kmp_FIGURE, version->figure);
  const std::string meaning = "model.figure." + version->figure;
  if (request.site->messages.has(meaning)) {
    body.SetValueAndShowSection(kmp_MEANING_TEXT, request.say({meaning}), kmp_MEANING);
  }
  body.SetValue(kmp_VALUE, figure_text(version->value.value));
  body.SetValue(kmp_LOW, figure_text(version->value.low));
  body.SetValue(kmp_HIGH, figure_text(version->value.high));
  body.SetValue(kmp_PLAIN, figure_text(version->plain));
  if (version->champion) {
    body.SetValueAndShowSection(kmp_CHAMPION_VALUE, figure_text(*version->champion), kmp_CHAMPION);
  }
  fill_calibration(body, *version);
  fill_lift(body, *version);
  fill_importance(body, request, *version);
  const bool may_act = request.visitor.role == web::Role::admin;
  if (may_act && version->has_artifact && version->state != "active") {
    body.AddSectionDictionary(kmp_ACTIVATE)->SetValue(kmp_ACTIVATE_CSRF, request.csrf_token());
  }
  return page.render();
}

web::Response post_model_activate(const web::Request& request, Shop& shop) {
  using analytics::ActivateOutcome;
  const std::int64_t id = request.captured_id("id");
  const auto warn = [](const char* key) {
    return web::redirect_with_warning("/admin/models", {key});
  };
  switch (analytics::request_activation(shop.db, id, request.visitor.account_id)) {
    case ActivateOutcome::asked:
      return web::redirect_after_post("/admin/models", {"model.activating"});
    case ActivateOutcome::no_such_version: throw web::NotFound("model version");
    case ActivateOutcome::not_kept: return warn("model.not_kept");
    case ActivateOutcome::active_already: return warn("model.active_already");
    case ActivateOutcome::job_is_open: return warn("model.open_already");
  }
  throw std::logic_error("unknown ActivateOutcome");
}

}  // namespace admin
