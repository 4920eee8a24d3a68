/// taxes_page.cpp - GET and POST /admin/settings/taxes.
///
/// Template: templates/admin/taxes_page.tpl
/// Test:     tests/page/settings_page_test.cpp

#include "admin/settings_pages.h"
#include "base/text.h"
#include "settings.sql.h"
#include "shop.h"
#include "taxes_page.tpl.varnames.h"
#include "web/countries.h"
#include "web/web.h"

namespace admin {
namespace {

constexpr const char* kPath = "/admin/settings/taxes";

struct Rate {
  std::string country{};
  std::string name{};
  int basis_points = 0;
  bool included = false;
};

/// "8.25" percent -> 825; nothing for what is no rate up to 100.
std::optional<int> read_percent(std::string_view text) {
  const auto hundredths = parse_money(text);  // two decimals, point or comma
  constexpr std::int64_t kWhole = 10000;
  if (!hundredths || hundredths->cents > kWhole) return std::nullopt;
  return static_cast<int>(hundredths->cents);
}

web::Response show_page(const web::Request& request, Shop& shop, const web::Form& form,
                        const Rate& typed) {
  web::Page page(request, "admin/taxes_page.tpl", request.say({"title.taxes"}));
  page.set_noindex();
  auto& body = page.body();
  for (const db::Row row : shop.db.run(sql::settings::tax_rates)) {
    auto& rate = *body.AddSectionDictionary(ktp_RATE);
    const std::string country = row.string("country");
    rate.SetValue(ktp_RATE_COUNTRY, country);
    rate.SetValue(ktp_RATE_PLACE, country.empty() ? request.say({"settings.everywhere"})
                                                  : web::country_name(request, country));
    rate.SetValue(ktp_RATE_NAME, row.string("name"));
    rate.SetValue(ktp_RATE_PERCENT, to_decimal(Money{row.integer("rate_bp")}));
    rate.SetValue(ktp_RATE_VERSION, row.string("version"));
    rate.SetValue(ktp_RATE_CSRF, request.csrf_token());
    if (row.boolean("included")) rate.ShowSection(ktp_RATE_INCLUDED);
  }
  body.SetValue(ktp_CSRF, request.csrf_token());
  body.SetValue(ktp_NAME, typed.name);
  web::fill_countries(request, body, typed.country);
  form.fill_problems(body);
  return page.render(form.has_problems() ? 422 : 200);
}

Rate read_rate(const web::Request& request, web::Form& form) {
  Rate rate;
  rate.country = form.text("country", 2, false);
  if (!rate.country.empty() && !web::is_country(request, rate.country)) {
    form.add_problem("country", {"register.country_unknown"});
  }
  rate.name = form.text("name", 40, true);
  const auto percent = read_percent(form.text("percent", 8, true));
  if (!percent) form.add_problem("percent", {"settings.percent"});
  rate.basis_points = percent.value_or(0);
  rate.included = form.checked("included");
  return rate;
}

}  // namespace

web::Response taxes_page(const web::Request& request, Shop& shop) {
  return show_page(request, shop, web::Form(request), {});
}

web::Response post_taxes(const web::Request& request, Shop& shop) {
  const std::string act = web::form_text(request, "act", 10);
  if (act == "remove") {
    const auto removed =
        shop.db.run(sql::settings::drop_tax_rate, web::form_text(request, "country", 2),
                    web::form_text(request, "version", 20));
    if (removed.affected() == 0) return web::redirect_with_warning(kPath, {"settings.stale"});
    return web::redirect_after_post(kPath, {"settings.removed"});
  }
  web::Form form(request);
  const Rate rate = read_rate(request, form);
  if (form.has_problems()) return show_page(request, shop, form, rate);
  if (act == "save") {
    const auto saved = shop.db.run(sql::settings::set_tax_rate, rate.country,
                                   web::form_text(request, "version", 20), rate.name,
                                   rate.basis_points, rate.included);
    if (saved.affected() == 0) return web::redirect_with_warning(kPath, {"settings.stale"});
    return web::redirect_after_post(kPath, {"settings.saved"});
  }
  if (act != "add") throw web::BadRequest("there is no such act");
  const auto added = shop.db.run(sql::settings::add_tax_rate, rate.country, rate.name,
                                 rate.basis_points, rate.included);
  if (added.affected() == 0) {
    form.add_problem("country", {"settings.rate_exists"});
    return show_page(request, shop, form, rate);
  }
  return web::redirect_after_post(kPath, {"settings.saved"});
}

}  // namespace admin
