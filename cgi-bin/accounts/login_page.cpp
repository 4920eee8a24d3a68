/// login_page.cpp - GET and POST /login, POST /logout and /logout-everywhere.
///
/// Template: templates/accounts/login_page.tpl
/// Test:     tests/page/login_page_test.cpp

#include "accounts/account_form.h"
#include "accounts/accounts_pages.h"
#include "accounts/rate_limit.h"
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

RateLimit login_limit(const Shop& shop) {
  return {"login", shop.config.login_attempts, std::chrono::minutes(15)};
}

/// Failed attempts count against the name tried and against the address that tries.
std::vector<std::string> subjects_of(const web::Request& request, const std::string& login) {
  return {"name:" + to_lower(login), "address:" + request.remote_address};
}

bool is_locked_out(const web::Request& request, Shop& shop, const std::string& login) {
  for (const std::string& subject : subjects_of(request, login)) {
    if (is_exhausted(shop.db, login_limit(shop), subject, request.now)) return true;
  }
  return false;
}

void count_failure(const web::Request& request, Shop& shop, const std::string& login) {
  for (const std::string& subject : subjects_of(request, login)) {
    [[maybe_unused]] const bool more =
        count_attempt(shop.db, login_limit(shop), subject, request.now);
  }
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

  if (is_locked_out(request, shop, login)) {
    throw web::TooManyRequests("log-ins", seconds_left(login_limit(shop), request.now));
  }
  const auto account = sign_in(shop.db, login, password);
  if (!account) {
    count_failure(request, shop, login);
    form.add_problem("login", {"login.wrong"});
    return show_form(request, form, login, next);
  }
  clear_attempts(shop.db, login_limit(shop), subjects_of(request, login).front());
  const std::string& first_name = account->profile.first_name;
  return signed_in(request, shop, *account, next,
                   {"login.done", {first_name.empty() ? account->username : first_name}});
}

web::Response post_logout(const web::Request& request, Shop&) {
  web::Response response = web::redirect_after_post("/", {"login.logged_out"});
  response.new_session = web::new_session(request.now);
  return response;
}

web::Response post_logout_everywhere(const web::Request& request, Shop& shop) {
  const int epoch = log_out_everywhere(shop.db, request.visitor.account_id);
  web::Response response = web::redirect_after_post("/account", {"login.logged_out_everywhere"});
  response.new_session = renewed(request, epoch);
  return response;
}

}  // namespace accounts
