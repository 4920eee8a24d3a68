/// shipping_page.cpp - GET and POST /admin/settings/shipping.
///
/// Template: templates/admin/shipping_page.tpl
/// Test:     tests/page/settings_page_test.cpp

#include "admin/settings_pages.h"
#include "base/text.h"
#include "settings.sql.h"
#include "shipping_page.tpl.varnames.h"
#include "shop.h"
#include "web/countries.h"
#include "web/web.h"

namespace admin {
namespace {

constexpr const char* kPath = "/admin/settings/shipping";
constexpr int kMostDays = 365;

struct Method {
  std::string code{};
  std::string name{};
  std::string country{};  // empty: everywhere
  Money price{};
  std::optional<Money> free_from{};
  int days_min = 1;
  int days_max = 3;
  int position = 0;
};

bool is_code(std::string_view code) {
  return !code.empty() && code.size() <= 30 &&
         code.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_-") == std::string_view::npos;
}

Method read_method(const web::Request& request, web::Form& form) {
  Method method;
  method.code = form.text("code", 30, true);
  if (!form.has_problem("code") && !is_code(method.code)) {
    form.add_problem("code", {"settings.code"});
  }
  method.name = form.text("name", 60, true);
  method.country = form.text("country", 2, false);
  if (!method.country.empty() && !web::is_country(request, method.country)) {
    form.add_problem("country", {"register.country_unknown"});
  }
  const auto price = parse_money(form.text("price", 12, true));
  if (!price) form.add_problem("price", {"settings.amount"});
  method.price = price.value_or(Money{});
  const std::string free_from = form.text("free_from", 12, false);
  method.free_from = parse_money(free_from);
  if (!free_from.empty() && !method.free_from) form.add_problem("free_from", {"settings.amount"});
  method.days_min = static_cast<int>(form.integer("days_min", 0, kMostDays));
  method.days_max = static_cast<int>(form.integer("days_max", 0, kMostDays));
  if (method.days_max < method.days_min) form.add_problem("days_max", {"settings.days"});
  method.position = static_cast<int>(form.integer("position", 0, 1000));
  return method;
}

web::Response show_page(const web::Request& request, Shop& shop, const web::Form& form,
                        const Method& typed) {
  web::Page page(request, "admin/shipping_page.tpl", request.say({"title.shipping"}));
  page.set_noindex();
  auto& body = page.body();
  for (const db::Row row : shop.db.run(sql::settings::shipping_methods)) {
    auto& part = *body.AddSectionDictionary(ksp_METHOD);
    part.SetValue(ksp_METHOD_CODE, row.string("code"));
    part.SetValue(ksp_METHOD_NAME, row.string("name"));
    part.SetValue(ksp_METHOD_COUNTRY, row.string("country"));
    part.SetValue(ksp_METHOD_PRICE, to_decimal(row.money("price_cents")));
    const auto free_from = row.maybe_money("free_from_cents");
    part.SetValue(ksp_METHOD_FREE_FROM, free_from ? to_decimal(*free_from) : "");
    part.SetIntValue(ksp_METHOD_DAYS_MIN, row.small("days_min"));
    part.SetIntValue(ksp_METHOD_DAYS_MAX, row.small("days_max"));
    part.SetIntValue(ksp_METHOD_POSITION, row.small("position"));
    part.SetValue(ksp_METHOD_VERSION, row.string("version"));
    part.SetValue(ksp_METHOD_CSRF, request.csrf_token());
    web::fill_countries(request, part, row.string("country"));
  }
  body.SetValue(ksp_CSRF, request.csrf_token());
  body.SetValue(ksp_CODE, typed.code);
  body.SetValue(ksp_NAME, typed.name);
  body.SetIntValue(ksp_DAYS_MIN, typed.days_min);
  body.SetIntValue(ksp_DAYS_MAX, typed.days_max);
  body.SetIntValue(ksp_POSITION, typed.position);
  web::fill_countries(request, body, typed.country);
  form.fill_problems(body);
  return page.render(form.has_problems() ? 422 : 200);
}

}  // namespace

web::Response shipping_page(const web::Request& request, Shop& shop) {
  return show_page(request, shop, web::Form(request), {});
}

web::Response post_shipping(const web::Request& request, Shop& shop) {
  const std::string act = web::form_text(request, "act", 10);
  if (act == "remove") {
    const auto removed =
        shop.db.run(sql::settings::drop_shipping_method, web::form_text(request, "code", 30),
                    web::form_text(request, "version", 20));
    if (removed.affected() == 0) return web::redirect_with_warning(kPath, {"settings.stale"});
    return web::redirect_after_post(kPath, {"settings.removed"});
  }
  web::Form form(request);
  const Method method = read_method(request, form);
  if (form.has_problems()) return show_page(request, shop, form, method);
  if (act == "save") {
    const auto saved = shop.db.run(sql::settings::set_shipping_method, method.code,
                                   web::form_text(request, "version", 20), method.name,
                                   method.country, method.price, method.free_from, method.days_min,
                                   method.days_max, method.position);
    if (saved.affected() == 0) return web::redirect_with_warning(kPath, {"settings.stale"});
    return web::redirect_after_post(kPath, {"settings.saved"});
  }
  if (act != "add") throw web::BadRequest("there is no such act");
  const auto added = shop.db.run(sql::settings::add_shipping_method, method.code, method.name,
                                 method.country, method.price, method.free_from, method.days_min,
                                 method.days_max, method.position);
  if (added.affected() == 0) {
    form.add_problem("code", {"settings.code_exists"});
    return show_page(request, shop, form, method);
  }
  return web::redirect_after_post(kPath, {"settings.saved"});
}

}  // namespace admin
