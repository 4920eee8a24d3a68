/// login_code_page.cpp - GET and POST /login/code: the second step of a log-in.
///
/// Template: templates/accounts/login_code_page.tpl
/// Test:     tests/page/second_factor_page_test.cpp

#include "accounts/account_form.h"
#include "accounts/accounts_pages.h"
#include "accounts/login_code_form.h"
#include "accounts/sign_in_form.h"
#include "base/text.h"
#include "login_code_page.tpl.varnames.h"
#include "shop.h"

namespace accounts {
namespace {

constexpr std::string_view kPurpose = "second-factor";
constexpr std::chrono::minutes kProofLife{10};
constexpr std::size_t kLongestProof = 400;

std::int64_t seconds_of(Instant moment) {
  return std::chrono::floor<std::chrono::seconds>(moment.time_since_epoch()).count();
}

std::string make_proof(const web::Request& request, const Account& account) {
  return request.site->signer.sign(
      kPurpose, request.session.visitor + "." + std::to_string(account.id) + "." +
                    std::to_string(account.session_epoch) + "." +
                    std::to_string(seconds_of(request.now + kProofLife)));
}

/// Who proved his password in this browser a moment ago.
std::optional<Account> read_proof(const web::Request& request, Shop& shop,
                                  const std::string& proof) {
  const auto payload = request.site->signer.verify(kPurpose, proof);
  if (!payload) return std::nullopt;
  const auto parts = split(*payload, '.');
  if (parts.size() != 4 || parts[0] != request.session.visitor) return std::nullopt;
  const auto id = to_integer(parts[1], 1);
  const auto until = to_integer(parts[3]);
  if (!id || !until || *until < seconds_of(request.now)) return std::nullopt;
  auto account = find_account(shop.db, *id);
  if (!account || account->locked || !account->has_second_factor) return std::nullopt;
  if (parts[2] != std::to_string(account->session_epoch)) return std::nullopt;
  return account;
}

web::Response show_form(const web::Request& request, const web::Form& form,
                        const std::string& proof, const std::string& next) {
  web::Page page(request, "accounts/login_code_page.tpl", request.say({"title.login"}));
  page.set_noindex();
  auto& body = page.body();
  body.SetValue(klcp_CSRF, request.csrf_token());
  body.SetValue(klcp_PROOF, proof);
  body.SetValue(klcp_NEXT, next);
  form.fill_problems(body);
  return page.render(form.has_problems() ? 422 : 200);
}

}  // namespace

web::Response ask_for_code(const web::Request& request, const Account& account,
                           const std::string& next) {
  return show_form(request, web::Form(request), make_proof(request, account), next);
}

web::Message welcome(const Account& account) {
  const std::string& first_name = account.profile.first_name;
  return {"login.done", {first_name.empty() ? account.username : first_name}};
}

web::Response login_code_page(const web::Request&, Shop&) {
  return web::redirect_after_post("/login");
}

web::Response post_login_code(const web::Request& request, Shop& shop) {
  const std::string proof = web::form_text(request, "proof", kLongestProof);
  const std::string next = web::local_path(request.form.get("next"), "/");
  const auto account = read_proof(request, shop, proof);
  if (!account) return web::redirect_with_warning("/login", {"login.again"});

  web::Form form(request);
  const std::string code = form.text("code", 40, true);
  if (form.has_problems()) return show_form(request, form, proof, next);
  if (!use_code_within_limits(request, shop, account->id, code)) {
    form.add_problem("code", {"second_factor.wrong"});
    return show_form(request, form, proof, next);
  }
  return signed_in(request, shop, *account, next, welcome(*account));
}

}  // namespace accounts
