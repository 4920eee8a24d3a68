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
constexpr std::string_view kElsewhere = "elsewhere";  // ?change= of the rate without a country
constexpr std::size_t kLongestVersion = 40;

/// The form's fields as they stand in it.
struct Fields {
  std::string country{};  // empty: everywhere else
  std::string version{};  // empty: a new rate
  std::string name{};
  std::string percent{};
  bool included = true;
};

/// "8.25" percent -> 825; nothing for what is no rate up to 100.
std::optional<int> read_percent(std::string_view text) {
  const auto hundredths = parse_money(text);  // two decimals, point or comma
  constexpr std::int64_t kWhole = 10000;
  if (!hundredths || hundredths->cents > kWhole) return std::nullopt;
  return static_cast<int>(hundredths->cents);
}

Fields to_fields(const db::Row& row) {
  return {.country = row.string("country"),
          .version = row.string("version"),
          .name = row.string("name"),
          .percent = to_decimal(Money{row.integer("rate_bp")}),
          .included = row.boolean("included")};
}

std::string key_of(const Fields& rate) {
  return rate.country.empty() ? std::string(kElsewhere) : rate.country;
}

std::string place_of(const web::Request& request, const Fields& rate) {
  return rate.country.empty() ? request.say({"settings.elsewhere"})
                              : web::country_name(request, rate.country);
}

web::Response show_page(const web::Request& request, Shop& shop, const web::Form& form,
                        const Fields& fields) {
  web::Page page(request, "admin/taxes_page.tpl", request.say({"title.taxes"}));
  page.set_noindex();
  auto& body = page.body();
  for (const db::Row row : shop.db.run(sql::settings::tax_rates)) {
    const Fields rate = to_fields(row);
    auto& line = *body.AddSectionDictionary(ktp_RATE);
    line.SetValue(ktp_RATE_KEY, key_of(rate));
    line.SetValue(ktp_RATE_PLACE, place_of(request, rate));
    line.SetValue(ktp_RATE_NAME, rate.name);
    line.SetValue(ktp_RATE_PERCENT, rate.percent);
    line.ShowSection(rate.included ? ktp_RATE_INCLUDED : ktp_RATE_ADDED);
  }
  body.SetValue(ktp_CSRF, request.csrf_token());
  if (fields.version.empty()) {
    web::fill_countries(request, *body.AddSectionDictionary(ktp_NEW), fields.country);
  } else {
    auto& change = *body.AddSectionDictionary(ktp_CHANGE);
    change.SetValue(ktp_CHANGE_COUNTRY, fields.country);
    change.SetValue(ktp_CHANGE_VERSION, fields.version);
    change.SetValue(ktp_CHANGE_PLACE, place_of(request, fields));
  }
  body.SetValue(ktp_NAME, fields.name);
  body.SetValue(ktp_PERCENT, fields.percent);
  if (fields.included) body.ShowSection(ktp_INCLUDED);
  form.fill_problems(body);
  return page.render(form.has_problems() ? 422 : 200);
}

}  // namespace

web::Response taxes_page(const web::Request& request, Shop& shop) {
  Fields fields;
  const std::string& wanted = request.query.get("change");
  for (const db::Row row : shop.db.run(sql::settings::tax_rates)) {
    if (key_of(to_fields(row)) == wanted) fields = to_fields(row);
  }
  return show_page(request, shop, web::Form(request), fields);
}

web::Response post_taxes(const web::Request& request, Shop& shop) {
  const std::string act = web::form_text(request, "act", 10);
  if (act == "remove") {
    const auto removed =
        shop.db.run(sql::settings::drop_tax_rate, web::form_text(request, "country", 2),
                    web::form_text(request, "version", kLongestVersion));
    if (removed.affected() == 0) return web::redirect_with_warning(kPath, {"settings.stale"});
    return web::redirect_after_post(kPath, {"settings.removed"});
  }
  if (act != "add" && act != "save") throw web::BadRequest("there is no such act");
  web::Form form(request);
  const Fields rate{.country = form.text("country", 2, false),
                    .version = form.value("version"),
                    .name = form.text("name", 40, true),
                    .percent = form.text("percent", 8, true),
                    .included = form.checked("included")};
  if (!rate.country.empty() && !web::is_country(request, rate.country)) {
    form.add_problem("country", {"register.country_unknown"});
  }
  const auto basis_points = read_percent(rate.percent);
  if (!basis_points) form.add_problem("percent", {"settings.percent"});
  if (form.has_problems()) return show_page(request, shop, form, rate);
  if (act == "save") {
    const auto saved = shop.db.run(sql::settings::set_tax_rate, rate.country,
                                   web::form_text(request, "version", kLongestVersion), rate.name,
                                   *basis_points, rate.included);
    if (saved.affected() == 0) {
      return web::redirect_with_warning(kPath + ("?change=" + key_of(rate)), {"settings.stale"});
    }
    return web::redirect_after_post(kPath, {"settings.saved"});
  }
  const auto added = shop.db.run(sql::settings::add_tax_rate, rate.country, rate.name,
                                 *basis_points, rate.included);
  if (added.affected() == 0) {
    form.add_problem("country", {"settings.rate_exists"});
    return show_page(request, shop, form, rate);
  }
  return web::redirect_after_post(kPath, {"settings.saved"});
}

}  // namespace admin
