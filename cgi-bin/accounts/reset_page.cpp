/// reset_page.cpp - GET and POST /password/forgot, GET and POST /password/reset.
///
/// Template: templates/accounts/forgot_page.tpl, templates/accounts/reset_page.tpl
/// Test:     tests/page/reset_page_test.cpp

#include "accounts/account_form.h"
#include "accounts/accounts_pages.h"
#include "accounts/links.h"
#include "accounts/rate_limit.h"
#include "base/text.h"
#include "forgot_page.tpl.varnames.h"
#include "reset_page.tpl.varnames.h"
#include "shop.h"

namespace accounts {
namespace {

constexpr std::size_t kLongestKey = 100;

web::Response show_forgot(const web::Request& request, const web::Form& form,
                          const std::string& email) {
  web::Page page(request, "accounts/forgot_page.tpl", request.say({"title.forgot"}));
  auto& body = page.body();
  body.SetValue(kfp_CSRF, request.csrf_token());
  body.SetValue(kfp_EMAIL, email);
  form.fill_problems(body);
  page.set_noindex();
  web::Response response = page.render(form.has_problems() ? 422 : 200);
  response.keep_session = true;
  return response;
}

web::Response show_reset(const web::Request& request, const web::Form& form, const std::string& key,
                         const std::string& username) {
  web::Page page(request, "accounts/reset_page.tpl", request.say({"title.reset"}));
  auto& body = page.body();
  body.SetValue(krp_CSRF, request.csrf_token());
  body.SetValue(krp_KEY, key);
  body.SetValue(krp_USERNAME, username);
  form.fill_problems(body);
  page.set_noindex();
  web::Response response = page.render(form.has_problems() ? 422 : 200);
  response.keep_session = true;
  return response;
}

web::Response worthless_link() {
  return web::redirect_with_warning("/password/forgot", {"reset.worthless"});
}

}  // namespace

web::Response forgot_page(const web::Request& request, Shop&) {
  return show_forgot(request, web::Form(request), "");
}

web::Response post_forgot(const web::Request& request, Shop& shop) {
  web::Form form(request);
  const std::string email = read_email(form);
  if (form.has_problems()) return show_forgot(request, form, email);
  const RateLimit by_address{"reset_address", 10, std::chrono::hours(1)};
  if (!count_attempt(shop.db, by_address, network_of(request.remote_address), request.now)) {
    throw web::TooManyRequests("resets", seconds_left(by_address, request.now));
  }
  // One mailbox is not flooded; the answer stays the same.
  const RateLimit by_email{"reset_email", 3, std::chrono::hours(1)};
  if (count_attempt(shop.db, by_email, to_lower(email), request.now)) {
    request_reset(shop.db, email);
  }
  return web::redirect_after_post("/login", {"reset.requested", {email}});
}

web::Response reset_page(const web::Request& request, Shop& shop) {
  const std::string key = shortened(request.query.get("key"), kLongestKey);
  const auto owner = owner_of_reset(shop.db, key);
  if (!owner) return worthless_link();
  return show_reset(request, web::Form(request), key, owner->username);
}

web::Response post_reset(const web::Request& request, Shop& shop) {
  const std::string key = web::form_text(request, "key", kLongestKey);
  const auto owner = owner_of_reset(shop.db, key);
  if (!owner) return worthless_link();
  web::Form form(request);
  const std::string password = form.password("password");
  check_new_password(form, "password", password, owner->username, owner->email);
  if (form.password("again") != password) form.add_problem("again", {"password.differs"});
  if (form.has_problems()) return show_reset(request, form, key, owner->username);
  if (!reset_password(shop.db, key, password)) return worthless_link();
  return web::redirect_after_post("/login", {"reset.done"});
}

}  // namespace accounts
