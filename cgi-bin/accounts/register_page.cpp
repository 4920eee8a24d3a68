/// register_page.cpp - GET and POST /register: a new account.
///
/// Template: templates/accounts/register_page.tpl
/// Test:     tests/page/register_page_test.cpp

#include "accounts/account_form.h"
#include "accounts/accounts_pages.h"
#include "accounts/rate_limit.h"
#include "register_page.tpl.varnames.h"
#include "shop.h"
#include "web/countries.h"

namespace accounts {
namespace {

struct Registration {
  std::string username{};
  std::string password{};
  Profile profile{};
  std::string next{};
};

bool is_username(const std::string& name) {
  constexpr std::string_view kAllowed =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-";
  return name.size() >= 3 && name.size() <= 40 &&
         name.find_first_not_of(kAllowed) == std::string::npos;
}

Registration read_registration(const web::Request& request, web::Form& form) {
  Registration wish;
  wish.username = form.text("username", 40, true);
  if (!form.has_problem("username") && !is_username(wish.username)) {
    form.add_problem("username", {"register.username_shape"});
  }
  wish.profile = read_profile(request, form);
  wish.password = form.password("password");
  check_new_password(form, "password", wish.password, wish.username, wish.profile.email);
  wish.next = web::local_path(request.form.get("next"), "/");
  return wish;
}

web::Response show_form(const web::Request& request, const web::Form& form,
                        const Registration& wish) {
  web::Page page(request, "accounts/register_page.tpl",
                 request.say({form.has_problems() ? "title.problem" : "title.register"}));
  auto& body = page.body();
  body.SetValue(krp_CSRF, request.csrf_token());
  body.SetValue(krp_NEXT, wish.next);
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
  return show_form(request, web::Form(request),
                   {.next = web::local_path(request.query.get("next"), "/")});
}

web::Response post_register(const web::Request& request, Shop& shop) {
  web::Form form(request);
  const Registration wish = read_registration(request, form);
  if (form.has_problems()) return show_form(request, form, wish);

  const RateLimit limit{"register", shop.config.register_attempts, std::chrono::hours(1)};
  if (!count_attempt(shop.db, limit, request.remote_address, request.now)) {
    throw web::TooManyRequests("registrations", seconds_left(limit, request.now));
  }
  const auto outcome = register_account(shop.db, wish.username, wish.profile, wish.password);
  if (const auto* taken = std::get_if<Taken>(&outcome)) {
    const bool is_username_taken = *taken == Taken::username;
    form.add_problem(is_username_taken ? "username" : "email",
                     {is_username_taken ? "register.username_taken" : "register.email_taken"});
    return show_form(request, form, wish);
  }
  const Account& account = std::get<Account>(outcome);
  return signed_in(request, shop, account, wish.next, {"register.done", {account.username}});
}

}  // namespace accounts
