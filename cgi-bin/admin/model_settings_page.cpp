/// model_settings_page.cpp - GET and POST /admin/models/settings.
///
/// Template: templates/admin/model_settings_page.tpl
/// Test:     tests/page/models_page_test.cpp

#include <charconv>
#include <cmath>

#include "admin/model_view.h"
#include "admin/models_pages.h"
#include "analytics/models.h"
#include "model_settings_page.tpl.varnames.h"
#include "shop.h"
#include "web/web.h"

namespace admin {
namespace {

using analytics::ModelSetting;

constexpr std::size_t kLongest = 12;  // characters of a number

/// "0.25" and "24", never "1e3", "nan" or " 1".
std::optional<double> to_number(const std::string& text) {
  double value = 0;
  const auto [end, error] =
      std::from_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  if (!std::isfinite(value)) return std::nullopt;
  return value;
}

std::string to_text(const ModelSetting& setting, double value) {
  return setting.is_whole ? std::to_string(std::lround(value)) : plain_number(value);
}

web::Response show_settings(const web::Request& request, const web::Form& form,
                            const std::vector<ModelSetting>& settings) {
  web::Page page(request, "admin/model_settings_page.tpl", request.say({"model.settings_title"}));
  page.set_noindex();
  auto& body = page.body();
  body.SetValue(kmsp_CSRF, request.csrf_token());
  for (const ModelSetting& setting : settings) {
    const std::string name(setting.name);
    auto& field = *body.AddSectionDictionary(kmsp_SETTING);
    field.SetValue(kmsp_SETTING_NAME, name);
    field.SetValue(kmsp_SETTING_LABEL, request.say({"model.setting." + name}));
    field.SetValue(kmsp_SETTING_VALUE,
                   form.has(name) ? form.value(name) : to_text(setting, setting.value));
    for (const web::FieldProblem& problem : form.problems()) {
      if (problem.field != name) continue;
      field.SetValueAndShowSection(kmsp_SETTING_ERROR_TEXT, request.say(problem.message),
                                   kmsp_SETTING_ERROR);
      field.ShowSection(kmsp_SETTING_INVALID);
    }
  }
  form.fill_problems(body);
  return page.render(form.has_problems() ? 422 : 200);
}

}  // namespace

web::Response model_settings_page(const web::Request& request, Shop& shop) {
  return show_settings(request, web::Form(request), analytics::list_model_settings(shop.db));
}

web::Response post_model_settings(const web::Request& request, Shop& shop) {
  web::Form form(request);
  auto settings = analytics::list_model_settings(shop.db);
  for (ModelSetting& setting : settings) {
    const auto value = to_number(form.text(setting.name, kLongest, true));
    const bool is_good = value && *value >= setting.least && *value <= setting.most &&
                         (!setting.is_whole || *value == std::floor(*value));
    if (is_good) {
      setting.value = *value;
    } else if (!form.has_problem(setting.name)) {
      form.add_problem(setting.name,
                       {setting.is_whole ? "model.bad_whole" : "model.bad_number",
                        {to_text(setting, setting.least), to_text(setting, setting.most)}});
    }
  }
  if (form.has_problems()) return show_settings(request, form, settings);
  analytics::save_model_settings(shop.db, settings);
  return web::redirect_after_post("/admin/models", {"model.settings_saved"});
}

}  // namespace admin
