/// login_page.cpp - GET and POST /login, POST /logout and /logout-everywhere.
///
/// Template: templates/accounts/login_page.tpl
/// Test:     tests/page/login_page_test.cpp

#include "accounts/account_form.h"
#include "accounts/accounts_pages.h"
#include "accounts/log_ins.h"
#include "accounts/login_code_form.h"
#include "accounts/sign_in_form.h"
#include "base/text.h"
#include "login_page.tpl.varnames.h"
#include "shop.h"

namespace accounts {
namespace {

web::Response show_form(const web::Request& request, const web::Form& form,
                        const std::string& login, const std::string& next) {
  web::Page page(request, "accounts/login_page.tpl",
                 request.say({form.has_problems() ? "title.problem" : "title.login"}));
  auto& body = page.body();
  body.SetValue(klp_CSRF, request.csrf_token());
  body.SetValue(klp_LOGIN, login);
  body.SetValue(klp_NEXT, next);
  form.fill_problems(body);
  web::Response response = page.render(form.has_problems() ? 422 : 200);
  response.keep_session = true;
  return response;
}

}  // namespace

web::Response login_page(const web::Request& request, Shop&) {
  const std::string next = web::local_path(request.query.get("next"), "/");
  if (request.visitor.is_signed_in()) return web::redirect_after_post(next);
  return show_form(request, web::Form(request), "", next);
}

web::Response post_login(const web::Request& request, Shop& shop) {
  web::Form form(request);
  const std::string login = form.text("login", kLongestEmail, true);
  const std::string password = form.password("password");
  const std::string next = web::local_path(request.form.get("next"), "/");
  if (password.empty()) form.add_problem("password", {"form.required"});
  if (count_characters(password) > kLongestPassword) {
    form.add_problem("password", {"password.too_long"});
  }
  if (form.has_problems()) return show_form(request, form, login, next);

  const auto account = check_within_limits(request, shop, login, password);
  if (!account || account->locked) {
    // Only who knows the password is told of the lock.
    form.add_problem("login", {account ? "login.locked" : "login.wrong"});
    return show_form(request, form, login, next);
  }
  if (account->has_second_factor) return ask_for_code(request, *account, next);
  return signed_in(request, shop, *account, next, welcome(*account));
}

web::Response post_logout(const web::Request& request, Shop& shop) {
  if (request.session.is_signed_in()) {
    end_session(shop.db, request.session.account_id, request.session.visitor, request.now);
  }
  web::Response response = web::redirect_after_post("/", {"login.logged_out"});
  response.new_session = web::new_session(request.now);
  return response;
}

web::Response post_logout_everywhere(const web::Request& request, Shop& shop) {
  const int epoch = log_out_everywhere(shop.db, request.visitor.account_id);
  web::Response response = web::redirect_after_post("/account", {"login.logged_out_everywhere"});
  response.new_session = renewed(request, shop, epoch);
  return response;
}

}  // namespace accounts
