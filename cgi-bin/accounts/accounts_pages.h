/// accounts_pages.h - the pages of a person's own account.
#pragma once

#include "web/route.h"

namespace accounts {

/// GET, POST /register: a new account, which is logged in at once.
web::Response register_page(const web::Request& request, Shop& shop);
web::Response post_register(const web::Request& request, Shop& shop);

/// GET, POST /login: by user name or e-mail address; ?next= is where to go on.
web::Response login_page(const web::Request& request, Shop& shop);
web::Response post_login(const web::Request& request, Shop& shop);

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

}  // namespace accounts
