/// profile_page.cpp - GET and POST /account/edit: name, address, e-mail.
///
/// Template: templates/accounts/profile_page.tpl
/// Test:     tests/page/profile_page_test.cpp

#include "accounts/account_form.h"
#include "accounts/accounts_pages.h"
#include "base/text.h"
#include "profile_page.tpl.varnames.h"
#include "shop.h"
#include "web/countries.h"

namespace accounts {
namespace {

web::Response show_form(const web::Request& request, const web::Form& form,
                        const Profile& profile) {
  web::Page page(request, "accounts/profile_page.tpl",
                 request.say({form.has_problems() ? "title.problem" : "title.profile"}));
  auto& body = page.body();
  body.SetValue(kpp_CSRF, request.csrf_token());
  body.SetValue(kpp_EMAIL, profile.email);
  body.SetValue(kpp_FIRST_NAME, profile.first_name);
  body.SetValue(kpp_LAST_NAME, profile.last_name);
  body.SetValue(kpp_PHONE, profile.phone);
  body.SetValue(kpp_STREET, profile.street);
  body.SetValue(kpp_POSTAL_CODE, profile.postal_code);
  body.SetValue(kpp_CITY, profile.city);
  web::fill_countries(request, body, profile.country);
  form.fill_problems(body);
  page.set_noindex();
  return page.render(form.has_problems() ? 422 : 200);
}

}  // namespace

web::Response profile_page(const web::Request& request, Shop& shop) {
  const auto account = find_account(shop.db, request.visitor.account_id);
  if (!account) throw web::NotFound("account");
  return show_form(request, web::Form(request), account->profile);
}

web::Response post_profile(const web::Request& request, Shop& shop) {
  const auto account = find_account(shop.db, request.visitor.account_id);
  if (!account) throw web::NotFound("account");

  web::Form form(request);
  const Profile profile = read_profile(request, form);
  // The address is a way into the account: a borrowed browser must not be able to change it.
  const bool changes_email = to_lower(profile.email) != to_lower(account->profile.email);
  if (changes_email && !is_password_of(shop.db, account->id, form.password("password"))) {
    form.add_problem("password", {"password.wrong"});
  }
  if (form.has_problems()) return show_form(request, form, profile);

  if (!update_profile(shop.db, account->id, profile)) {
    form.add_problem("email", {"register.email_taken"});
    return show_form(request, form, profile);
  }
  return web::redirect_after_post("/account", {"account.saved"});
}

}  // namespace accounts
