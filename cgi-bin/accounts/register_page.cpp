/// register_page.cpp - GET and POST /register: a new account.
///
/// Template: templates/accounts/register_page.tpl
/// Test:     tests/page/register_page_test.cpp

#include "accounts/account_form.h"
#include "accounts/accounts_pages.h"
#include "accounts/sign_in_form.h"
#include "register_page.tpl.varnames.h"
#include "shop.h"
#include "web/countries.h"

namespace accounts {
namespace {

web::Response show_form(const web::Request& request, const web::Form& form,
                        const Registration& wish, const std::string& next) {
  web::Page page(request, "accounts/register_page.tpl",
                 request.say({form.has_problems() ? "title.problem" : "title.register"}));
  auto& body = page.body();
  body.SetValue(krp_CSRF, request.csrf_token());
  body.SetValue(krp_NEXT, next);
  body.SetValue(krp_USERNAME, wish.username);
  body.SetValue(krp_EMAIL, wish.profile.email);
  body.SetValue(krp_FIRST_NAME, wish.profile.first_name);
  body.SetValue(krp_LAST_NAME, wish.profile.last_name);
  body.SetValue(krp_PHONE, wish.profile.phone);
  body.SetValue(krp_CITY, wish.profile.city);
  web::fill_countries(request, body, wish.profile.country);
  form.fill_problems(body);
  web::Response response = page.render(form.has_problems() ? 422 : 200);
  response.keep_session = true;
  return response;
}

}  // namespace

web::Response register_page(const web::Request& request, Shop&) {
  if (request.visitor.is_signed_in()) return web::redirect_after_post("/account");
  return show_form(request, web::Form(request), {},
                   web::local_path(request.query.get("next"), "/"));
}

web::Response post_register(const web::Request& request, Shop& shop) {
  web::Form form(request);
  const Registration wish = read_registration(request, form);
  const std::string next = web::local_path(request.form.get("next"), "/");
  if (form.has_problems()) return show_form(request, form, wish, next);
  const auto account = register_within_limits(request, shop, wish, form);
  if (!account) return show_form(request, form, wish, next);
  return signed_in(request, shop, *account, next, {"register.done", {account->username}});
}

}  // namespace accounts
