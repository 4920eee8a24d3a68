/// user_api.cpp - POST /api/users/register, GET /api/users/profile, PUT /api/users/profile/update.
///
/// Test: tests/page/user_api_test.cpp

#include "accounts/account_form.h"
#include "accounts/accounts_api.h"
#include "accounts/sign_in_form.h"
#include "accounts/user_json_view.h"
#include "base/text.h"
#include "shop.h"
#include "web/json_form.h"

namespace accounts {

web::Response api_register(const web::Request& request, Shop& shop) {
  web::JsonForm form(request);
  const Registration wish = read_registration(request, form);
  form.require_good();
  const auto account = register_within_limits(request, shop, wish, form);
  if (!account) {
    const web::FieldProblem& taken = form.problems().front();
    web::Json errors = web::Json::array();
    errors.push_back({{"field", taken.field}, {"message", request.say(taken.message)}});
    return web::problem_response(request, 409, taken.message,
                                 web::Json::object({{"errors", errors}}));
  }
  web::Response response = web::json_response(to_json(*account), 201);
  response.headers.emplace_back("Location", "/api/users/profile/");
  return response;
}

web::Response api_profile(const web::Request& request, Shop& shop) {
  return web::json_response(to_json(own_account(request, shop)));
}

web::Response api_profile_update(const web::Request& request, Shop& shop) {
  const Account account = own_account(request, shop);
  web::JsonForm form(request);
  const Profile profile = read_profile_changes(request, form, account.profile);
  const std::string password = form.password("password");
  if (form.has("password")) {
    check_new_password(form, "password", password, account.username, profile.email);
  }
  // Both are ways into the account: a borrowed token must not be able to change them.
  const bool changes_email = to_lower(profile.email) != to_lower(account.profile.email);
  if (changes_email || form.has("password")) {
    const std::string current = form.password("current_password");
    if (!is_password_of(shop.db, account.id, current)) {
      form.add_problem("current_password", {"password.wrong"});
    }
  }
  form.require_good();
  if (!update_profile(shop.db, account.id, profile)) {
    throw web::Conflict("e-mail address taken", {"register.email_taken"});
  }
  // Ends every session and every token, this one included.
  if (form.has("password")) change_password(shop.db, account.id, password);
  return web::json_response(to_json(own_account(request, shop)));
}

}  // namespace accounts
