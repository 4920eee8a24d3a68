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
constexpr int kMostPosition = 1000;
constexpr std::size_t kLongestVersion = 40;

/// The form's fields as they stand in it.
struct Fields {
  std::string code{};
  std::string version{};  // empty: a new way to ship
  std::string name{};
  std::string country{};  // empty: everywhere
  std::string price{};
  std::string free_from{};
  std::string days_min = "1";
  std::string days_max = "3";
  std::string position = "0";
};

bool is_code(std::string_view code) {
  return code.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_-") == std::string_view::npos;
}

Fields to_fields(const db::Row& row) {
  const auto free_from = row.maybe_money("free_from_cents");
  return {.code = row.string("code"),
          .version = row.string("version"),
          .name = row.string("name"),
          .country = row.string("country"),
          .price = to_decimal(row.money("price_cents")),
          .free_from = free_from ? to_decimal(*free_from) : "",
          .days_min = row.string("days_min"),
          .days_max = row.string("days_max"),
          .position = row.string("position")};
}

Fields typed_fields(const web::Form& form) {
  return {.code = form.value("code"),
          .version = form.value("version"),
          .name = form.value("name"),
          .country = form.value("country"),
          .price = form.value("price"),
          .free_from = form.value("free_from"),
          .days_min = form.value("days_min"),
          .days_max = form.value("days_max"),
          .position = form.value("position")};
}

struct Method {
  std::string code{};
  std::string name{};
  std::string country{};
  Money price{};
  std::optional<Money> free_from{};
  int days_min = 0;
  int days_max = 0;
  int position = 0;
};

Method read_method(const web::Request& request, web::Form& form) {
  Method method;
  method.code = form.text("code", 30, true);
  if (!is_code(method.code)) form.add_problem("code", {"settings.code"});
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
  method.position = static_cast<int>(form.integer("position", 0, kMostPosition));
  return method;
}

void fill_form(const web::Request& request, ctemplate::TemplateDictionary& body,
               const Fields& fields) {
  if (fields.version.empty()) {
    body.AddSectionDictionary(ksp_NEW)->SetValue(ksp_NEW_CODE, fields.code);
  } else {
    auto& change = *body.AddSectionDictionary(ksp_CHANGE);
    change.SetValue(ksp_CHANGE_CODE, fields.code);
    change.SetValue(ksp_CHANGE_VERSION, fields.version);
    change.SetValue(ksp_CHANGE_NAME, fields.name);
  }
  body.SetValue(ksp_NAME, fields.name);
  web::fill_countries(request, body, fields.country);
  body.SetValue(ksp_PRICE, fields.price);
  body.SetValue(ksp_FREE_FROM, fields.free_from);
  body.SetValue(ksp_DAYS_MIN, fields.days_min);
  body.SetValue(ksp_DAYS_MAX, fields.days_max);
  body.SetValue(ksp_POSITION, fields.position);
}

web::Response show_page(const web::Request& request, Shop& shop, const web::Form& form,
                        const Fields& fields) {
  web::Page page(request, "admin/shipping_page.tpl", request.say({"title.shipping"}));
  page.set_noindex();
  auto& body = page.body();
  for (const db::Row row : shop.db.run(sql::settings::shipping_methods)) {
    const Fields method = to_fields(row);
    auto& line = *body.AddSectionDictionary(ksp_METHOD);
    line.SetValue(ksp_METHOD_CODE, method.code);
    line.SetValue(ksp_METHOD_NAME, method.name);
    line.SetValue(ksp_METHOD_PLACE, method.country.empty()
                                        ? request.say({"settings.everywhere"})
                                        : web::country_name(request, method.country));
    line.SetValue(ksp_METHOD_PRICE, method.price);
    line.SetValue(ksp_METHOD_FREE_FROM, method.free_from);
    line.SetValue(ksp_METHOD_DAYS_MIN, method.days_min);
    line.SetValue(ksp_METHOD_DAYS_MAX, method.days_max);
  }
  body.SetValue(ksp_CSRF, request.csrf_token());
  fill_form(request, body, fields);
  form.fill_problems(body);
  return page.render(form.has_problems() ? 422 : 200);
}

web::Response told_stale(const std::string& code) {
  return web::redirect_with_warning(kPath + ("?change=" + code), {"settings.stale"});
}

}  // namespace

web::Response shipping_page(const web::Request& request, Shop& shop) {
  Fields fields;
  const std::string& wanted = request.query.get("change");
  for (const db::Row row : shop.db.run(sql::settings::shipping_methods)) {
    if (!wanted.empty() && row.text("code") == wanted) fields = to_fields(row);
  }
  return show_page(request, shop, web::Form(request), fields);
}

web::Response post_shipping(const web::Request& request, Shop& shop) {
  const std::string act = web::form_text(request, "act", 10);
  web::Form form(request);
  if (act == "remove") {
    const auto removed =
        shop.db.run(sql::settings::drop_shipping_method, web::form_text(request, "code", 30),
                    web::form_text(request, "version", kLongestVersion));
    if (removed.affected() == 0) return web::redirect_with_warning(kPath, {"settings.stale"});
    return web::redirect_after_post(kPath, {"settings.removed"});
  }
  if (act != "add" && act != "save") throw web::BadRequest("there is no such act");
  const Method method = read_method(request, form);
  if (form.has_problems()) return show_page(request, shop, form, typed_fields(form));
  if (act == "save") {
    const auto saved = shop.db.run(sql::settings::set_shipping_method, method.code,
                                   web::form_text(request, "version", kLongestVersion), method.name,
                                   method.country, method.price, method.free_from, method.days_min,
                                   method.days_max, method.position);
    if (saved.affected() == 0) return told_stale(method.code);
    return web::redirect_after_post(kPath, {"settings.saved"});
  }
  const auto added = shop.db.run(sql::settings::add_shipping_method, method.code, method.name,
                                 method.country, method.price, method.free_from, method.days_min,
                                 method.days_max, method.position);
  if (added.affected() == 0) {
    form.add_problem("code", {"settings.code_exists"});
    return show_page(request, shop, form, typed_fields(form));
  }
  return web::redirect_after_post(kPath, {"settings.saved"});
}

}  // namespace admin
