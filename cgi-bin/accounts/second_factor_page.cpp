/// second_factor_page.cpp - GET and POST /account/second-factor, POST
/// /account/second-factor/codes and /account/second-factor/off.
///
/// Recovery codes are the answer of the POST that makes them: they are shown once and kept nowhere
/// in clear, so that there is no page to go on to.
///
/// Template: templates/accounts/second_factor_page.tpl, templates/accounts/recovery_codes_page.tpl
/// Test:     tests/page/second_factor_page_test.cpp

#include "accounts/accounts.h"
#include "accounts/accounts_pages.h"
#include "accounts/rate_limit.h"
#include "accounts/second_factor.h"
#include "accounts/totp.h"
#include "base/text.h"
#include "second_factor_page.tpl.varnames.h"
#include "shop.h"
#include "web/web.h"

namespace accounts {
namespace {

constexpr std::string_view kPurpose = "second-factor-setup";
constexpr std::size_t kLongestSecret = 400;

/// The new secret waits in the form, signed for this account, until a code proves that the app
/// holds it.
std::string signed_secret(const web::Request& request, const std::string& secret) {
  return request.site->signer.sign(kPurpose,
                                   std::to_string(request.visitor.account_id) + "." + secret);
}

std::optional<std::string> read_secret(const web::Request& request, const std::string& text) {
  const auto payload = request.site->signer.verify(kPurpose, text);
  if (!payload) return std::nullopt;
  const auto parts = split(*payload, '.');
  if (parts.size() != 2 || parts[0] != std::to_string(request.visitor.account_id)) {
    return std::nullopt;
  }
  return std::string(parts[1]);
}

/// "ABCD EFGH …": easier to type.
std::string in_groups(const std::string& secret) {
  std::string text;
  for (std::size_t i = 0; i < secret.size(); i += 4) {
    text += (i == 0 ? "" : " ") + secret.substr(i, 4);
  }
  return text;
}

web::Response show_page(const web::Request& request, Shop& shop, const web::Form& form,
                        const std::string& secret) {
  const auto account = find_account(shop.db, request.visitor.account_id);
  if (!account) throw web::NotFound("account");
  const SecondFactor factor = second_factor_of(shop.db, account->id);

  web::Page page(request, "accounts/second_factor_page.tpl", request.say({"title.second_factor"}));
  page.set_noindex();
  auto& body = page.body();
  if (request.visitor.lacks_second_factor) body.ShowSection(ksfp_NEEDED);
  auto& part = *body.AddSectionDictionary(factor.is_on ? ksfp_ON : ksfp_OFF);
  form.fill_problems(part);
  if (factor.is_on) {
    part.SetValue(ksfp_ON_CSRF, request.csrf_token());
    part.SetIntValue(ksfp_ON_CODES_LEFT, factor.codes_left);
  } else {
    part.SetValue(ksfp_OFF_CSRF, request.csrf_token());
    part.SetValue(ksfp_OFF_SECRET, in_groups(secret));
    part.SetValue(ksfp_OFF_SIGNED, signed_secret(request, secret));
    part.SetValue(ksfp_OFF_PLAIN_SECRET, secret);
    part.SetValue(ksfp_OFF_USERNAME, account->username);
    part.SetValue(ksfp_OFF_ISSUER, to_slug(request.site->shop_name));
  }
  return page.render(form.has_problems() ? 422 : 200);
}

/// Password and code guesses of somebody who found an open browser.
void count_try(const web::Request& request, Shop& shop) {
  const RateLimit limit{"second_factor_change", 10, std::chrono::minutes(15)};
  const std::string subject = std::to_string(request.visitor.account_id);
  if (!count_attempt(shop.db, limit, subject, request.now)) {
    throw web::TooManyRequests("second factor", seconds_left(limit, request.now));
  }
}

void require_password(const web::Request& request, Shop& shop, web::Form& form) {
  count_try(request, shop);
  if (!is_password_of(shop.db, request.visitor.account_id, form.password("password"))) {
    form.add_problem("password", {"password.wrong"});
  }
}

}  // namespace

web::Response second_factor_page(const web::Request& request, Shop& shop) {
  return show_page(request, shop, web::Form(request), make_totp_secret());
}

web::Response post_second_factor(const web::Request& request, Shop& shop) {
  const std::int64_t id = request.visitor.account_id;
  const auto secret = read_secret(request, web::form_text(request, "secret", kLongestSecret));
  if (!secret || second_factor_of(shop.db, id).is_on) {
    throw web::BadRequest("second factor: not this account's form");
  }
  web::Form form(request);
  const std::string code = form.text("code", 40, true);
  require_password(request, shop, form);
  if (form.has_problems()) return show_page(request, shop, form, *secret);
  const auto codes = switch_on_second_factor(shop.db, id, *secret, code, request.now);
  if (codes.empty()) {
    form.add_problem("code", {"second_factor.wrong"});
    return show_page(request, shop, form, *secret);
  }
  return show_recovery_codes(request, codes);
}

web::Response post_recovery_codes(const web::Request& request, Shop& shop) {
  const std::int64_t id = request.visitor.account_id;
  if (!second_factor_of(shop.db, id).is_on) throw web::BadRequest("no second factor");
  web::Form form(request);
  require_password(request, shop, form);
  if (form.has_problems()) return show_page(request, shop, form, "");
  return show_recovery_codes(request, renew_recovery_codes(shop.db, id));
}

web::Response post_second_factor_off(const web::Request& request, Shop& shop) {
  const std::int64_t id = request.visitor.account_id;
  if (!second_factor_of(shop.db, id).is_on) throw web::BadRequest("no second factor");
  web::Form form(request);
  const std::string code = form.text("code", 40, true);
  require_password(request, shop, form);
  if (!form.has_problems() && !use_second_factor(shop.db, id, code, request.now)) {
    form.add_problem("code", {"second_factor.wrong"});
  }
  if (form.has_problems()) return show_page(request, shop, form, "");
  switch_off_second_factor(shop.db, id);
  return web::redirect_after_post("/account", {"second_factor.off"});
}

}  // namespace accounts
