/// password_page.cpp - GET and POST /account/password.
///
/// Template: templates/accounts/password_page.tpl
/// Test:     tests/page/password_page_test.cpp

#include "accounts/account_form.h"
#include "accounts/accounts_pages.h"
#include "password_page.tpl.varnames.h"
#include "shop.h"

namespace accounts {
namespace {

web::Response show_form(const web::Request& request, const web::Form& form) {
  web::Page page(request, "accounts/password_page.tpl",
                 request.say({form.has_problems() ? "title.problem" : "title.password"}));
  page.body().SetValue(kpp_CSRF, request.csrf_token());
  form.fill_problems(page.body());
  page.set_noindex();
  return page.render(form.has_problems() ? 422 : 200);
}

}  // namespace

web::Response password_page(const web::Request& request, Shop&) {
  return show_form(request, web::Form(request));
}

web::Response post_password(const web::Request& request, Shop& shop) {
  const auto account = find_account(shop.db, request.visitor.account_id);
  if (!account) throw web::NotFound("account");

  web::Form form(request);
  const std::string password = form.password("password");
  if (!is_password_of(shop.db, account->id, form.password("old_password"))) {
    form.add_problem("old_password", {"password.wrong"});
  }
  check_new_password(form, "password", password, account->username, account->profile.email);
  if (form.password("again") != password) form.add_problem("again", {"password.differs"});
  if (form.has_problems()) return show_form(request, form);

  const int epoch = change_password(shop.db, account->id, password);
  web::Response response = web::redirect_after_post("/account", {"account.password_changed"});
  response.new_session = renewed(request, shop, epoch);
  return response;
}

}  // namespace accounts
