/// verify_page.cpp - GET and POST /account/verify (the link of a letter), POST
/// /account/verify/send.
///
/// A mail scanner follows links: only the button confirms.
///
/// Template: templates/accounts/verify_page.tpl
/// Test:     tests/page/verify_page_test.cpp

#include "accounts/accounts_pages.h"
#include "accounts/links.h"
#include "accounts/rate_limit.h"
#include "base/text.h"
#include "shop.h"
#include "verify_page.tpl.varnames.h"
#include "web/web.h"

namespace accounts {
namespace {

constexpr std::size_t kLongestKey = 100;

}  // namespace

web::Response verify_page(const web::Request& request, Shop&) {
  web::Page page(request, "accounts/verify_page.tpl", request.say({"title.verify"}));
  page.body().SetValue(kvp_CSRF, request.csrf_token());
  page.body().SetValue(kvp_KEY, shortened(request.query.get("key"), kLongestKey));
  page.set_noindex();
  web::Response response = page.render();
  response.keep_session = true;
  return response;
}

web::Response post_verify(const web::Request& request, Shop& shop) {
  const std::string where = request.visitor.is_signed_in() ? "/account" : "/login";
  if (verify_email(shop.db, web::form_text(request, "key", kLongestKey))) {
    return web::redirect_after_post(where, {"verify.done"});
  }
  return web::redirect_with_warning(where, {"verify.worthless"});
}

web::Response post_verify_send(const web::Request& request, Shop& shop) {
  const auto account = find_account(shop.db, request.visitor.account_id);
  if (!account) throw web::NotFound("account");
  const RateLimit limit{"verify", 3, std::chrono::hours(1)};
  if (!count_attempt(shop.db, limit, std::to_string(account->id), request.now)) {
    throw web::TooManyRequests("verifications", seconds_left(limit, request.now));
  }
  if (!account->email_verified) request_verification(shop.db, *account);
  return web::redirect_after_post("/account", {"verify.sent", {account->profile.email}});
}

}  // namespace accounts
