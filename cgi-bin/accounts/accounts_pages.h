/// accounts_pages.h - the pages of a person's own account.
#pragma once

#include <string>
#include <vector>

#include "web/route.h"

namespace accounts {

/// GET, POST /register: a new account, which is logged in at once.
web::Response register_page(const web::Request& request, Shop& shop);
web::Response post_register(const web::Request& request, Shop& shop);

/// GET, POST /login: by user name or e-mail address; ?next= is where to go on.
web::Response login_page(const web::Request& request, Shop& shop);
web::Response post_login(const web::Request& request, Shop& shop);

/// GET, POST /login/code: the second step, for accounts with a second factor.
web::Response login_code_page(const web::Request& request, Shop& shop);
web::Response post_login_code(const web::Request& request, Shop& shop);

/// GET, POST /password/forgot: sends a link for a new password.
web::Response forgot_page(const web::Request& request, Shop& shop);
web::Response post_forgot(const web::Request& request, Shop& shop);

/// GET, POST /password/reset: the page behind that link (?key=).
web::Response reset_page(const web::Request& request, Shop& shop);
web::Response post_reset(const web::Request& request, Shop& shop);

/// GET, POST /account/verify: the page behind the link that confirms an address (?key=).
web::Response verify_page(const web::Request& request, Shop& shop);
web::Response post_verify(const web::Request& request, Shop& shop);
/// POST /account/verify/send: another such letter.
web::Response post_verify_send(const web::Request& request, Shop& shop);

/// GET, POST /account/second-factor: sets an authenticator app up.
web::Response second_factor_page(const web::Request& request, Shop& shop);
web::Response post_second_factor(const web::Request& request, Shop& shop);
/// POST /account/second-factor/codes: new recovery codes.
web::Response post_recovery_codes(const web::Request& request, Shop& shop);
/// POST /account/second-factor/off: needs password and code.
web::Response post_second_factor_off(const web::Request& request, Shop& shop);
/// The answer of the POSTs that make recovery codes.
web::Response show_recovery_codes(const web::Request& request,
                                  const std::vector<std::string>& codes);

/// GET /account/log-ins: where one is logged in. POST /account/log-ins/end: ends `log_in`.
web::Response log_ins_page(const web::Request& request, Shop& shop);
web::Response post_log_in_end(const web::Request& request, Shop& shop);

/// GET /account/data, /account/data.json: everything stored about the person.
web::Response personal_data_page(const web::Request& request, Shop& shop);
web::Response personal_data_file(const web::Request& request, Shop& shop);

/// POST /logout: this browser is a guest again.
web::Response post_logout(const web::Request& request, Shop& shop);

/// POST /logout-everywhere: ends all sessions of the account but this one.
web::Response post_logout_everywhere(const web::Request& request, Shop& shop);

/// GET /account: the profile, and the ways to what is one's own.
web::Response account_page(const web::Request& request, Shop& shop);

/// GET, POST /account/edit: name, address, e-mail.
web::Response profile_page(const web::Request& request, Shop& shop);
web::Response post_profile(const web::Request& request, Shop& shop);

/// GET, POST /account/password.
web::Response password_page(const web::Request& request, Shop& shop);
web::Response post_password(const web::Request& request, Shop& shop);

/// GET, POST /account/delete: tells what will happen, then does it.
web::Response delete_account_page(const web::Request& request, Shop& shop);
web::Response post_delete_account(const web::Request& request, Shop& shop);

/// POST /account/tracking: "watch" = "yes" or "no", whether the shop may note what the customer
/// looks at.
web::Response post_tracking(const web::Request& request, Shop& shop);

}  // namespace accounts
