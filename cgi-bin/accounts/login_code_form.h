/// login_code_form.h - the second step of a log-in: the password was right, now the code.
///
/// Nothing is stored in between: the form carries a signed proof of the first step, which is good
/// for ten minutes and in the same browser only.
#pragma once

#include <string>

#include "accounts/accounts.h"
#include "web/web.h"

namespace accounts {

/// The page that asks for the code.
web::Response ask_for_code(const web::Request& request, const Account& account,
                           const std::string& next);

/// "Welcome back, Alice."
web::Message welcome(const Account& account);

}  // namespace accounts
