/// settings_page.cpp - GET and POST /admin/settings.
///
/// Template: templates/admin/settings_page.tpl
/// Test:     tests/page/settings_page_test.cpp

#include <algorithm>
#include <array>
#include <map>

#include "admin/settings_pages.h"
#include "base/text.h"
#include "catalog/catalog.h"
#include "orders/payment_method.h"
#include "settings.sql.h"
#include "settings_page.tpl.varnames.h"
#include "shop.h"
#include "web/logo.h"
#include "web/web.h"

namespace admin {
namespace {

using Values = std::map<std::string, std::string, std::less<>>;

constexpr std::string_view kOn = "on";

/// Numbers that may be left empty, and the most that each may be.
constexpr std::array<std::pair<std::string_view, std::int64_t>, 4> kNumbers = {{
    {"unpaid_card_minutes", 100000},
    {"unpaid_days", 1000},
    {"chat_prompts_per_session", 10000},
    {"llm_prompts_per_session", 10000},
}};

Values read_stored(Shop& shop) {
  Values values;
  for (const db::Row row : shop.db.run(sql::settings::all_settings)) {
    values[row.string("name")] = row.string("value");
  }
  return values;
}

bool is_off(const Values& values, std::string_view method) {
  const auto found = values.find("payments_off");
  if (found == values.end()) return false;
  for (const std::string_view name : split(found->second, ' ')) {
    if (name == method) return true;
  }
  return false;
}

/// What was typed, by the names of the table setting.
Values read_form(const web::Request& request, web::Form& form, const Shop& shop) {
  Values values;
  values["shop_name"] = form.text("shop_name", 60, true);
  values["shop_address"] = form.lines("shop_address", 400, false);
  values["tax_id"] = form.text("tax_id", 60, false);
  values["bank_account"] = form.text("bank_account", 200, false);
  values["staff_second_factor"] = form.checked("staff_second_factor") ? kOn : "";
  values["reviews_first_seen"] = form.checked("reviews_first_seen") ? kOn : "";
  for (const auto& [name, most] : kNumbers) {
    values[std::string(name)] = form.text(name, 6, false);
    const std::string& typed = values[std::string(name)];
    if (!typed.empty() && !to_integer(typed, 0, most)) {
      form.add_problem(name, {"form.number", {"0", std::to_string(most)}});
    }
  }
  std::string off;
  bool any_on = false;
  const auto chosen = request.form.all("payment");
  for (const orders::PaymentMethod method : orders::payment_methods(shop.config.card_gateway)) {
    const std::string name(orders::to_text(method));
    const bool is_on = std::find(chosen.begin(), chosen.end(), name) != chosen.end();
    any_on = any_on || is_on;
    if (!is_on) off += (off.empty() ? "" : " ") + name;
  }
  if (!any_on) form.add_problem("payment", {"settings.no_payment"});
  values["payments_off"] = off;
  return values;
}

web::Response show_form(const web::Request& request, Shop& shop, const web::Form& form,
                        const Values& values) {
  const auto value_of = [&](std::string_view name, const std::string& otherwise = "") {
    const auto found = values.find(name);
    return found == values.end() ? otherwise : found->second;
  };
  web::Page page(request, "admin/settings_page.tpl", request.say({"title.settings"}));
  page.set_noindex();
  auto& body = page.body();
  body.SetValue(ksp_CSRF, request.csrf_token());
  body.SetValue(ksp_SHOP_NAME_NOW, value_of("shop_name", shop.config.shop_name));
  body.SetValue(ksp_SHOP_ADDRESS, value_of("shop_address"));
  body.SetValue(ksp_TAX_ID, value_of("tax_id"));
  body.SetValue(ksp_BANK_ACCOUNT, value_of("bank_account"));
  if (value_of("staff_second_factor") == kOn) body.ShowSection(ksp_SECOND_FACTOR);
  body.SetValue(ksp_UNPAID_CARD_MINUTES, value_of("unpaid_card_minutes"));
  body.SetValue(ksp_UNPAID_DAYS, value_of("unpaid_days"));
  body.SetValue(ksp_CHAT_PROMPTS_PER_SESSION, value_of("chat_prompts_per_session"));
  body.SetValue(ksp_LLM_PROMPTS_PER_SESSION, value_of("llm_prompts_per_session"));
  if (value_of("reviews_first_seen") == kOn) body.ShowSection(ksp_REVIEWS_FIRST);
  const std::string logo = value_of("logo");
  body.SetValue(ksp_LOGO, logo.empty() ? web::logo_url() : catalog::picture_url(logo));
  if (!logo.empty()) {
    body.SetValueAndShowSection(ksp_OWN_LOGO_CSRF, request.csrf_token(), ksp_OWN_LOGO);
  }
  for (const orders::PaymentMethod method : orders::payment_methods(shop.config.card_gateway)) {
    const std::string name(orders::to_text(method));
    auto& choice = *body.AddSectionDictionary(ksp_PAYMENT);
    choice.SetValue(ksp_PAYMENT_CODE, name);
    choice.SetValue(ksp_PAYMENT_NAME, request.say({"payment." + name}));
    if (!is_off(values, name)) choice.ShowSection(ksp_PAYMENT_ON);
  }
  form.fill_problems(body);
  return page.render(form.has_problems() ? 422 : 200);
}

}  // namespace

web::Response settings_page(const web::Request& request, Shop& shop) {
  return show_form(request, shop, web::Form(request), read_stored(shop));
}

web::Response post_settings(const web::Request& request, Shop& shop) {
  web::Form form(request);
  const Values values = read_form(request, form, shop);
  if (form.has_problems()) return show_form(request, shop, form, values);
  db::Transaction transaction(shop.db);
  for (const auto& [name, value] : values) {
    shop.db.run(sql::settings::set_setting, name, value, request.now);
  }
  transaction.commit();
  return web::redirect_after_post("/admin/settings", {"settings.saved"});
}

}  // namespace admin
