/// sign_in_form.h - proving who one is, for the pages and the API alike: the same limits, the same
/// rules.
#pragma once

#include <optional>
#include <string>
#include <variant>

#include "accounts/accounts.h"
#include "accounts/rate_limit.h"
#include "web/web.h"

namespace accounts {

RateLimit login_limit(const Shop& shop);
RateLimit register_limit(const Shop& shop);

/// The account when the password is right, though it may be locked or need a second factor.
/// Failures count against the name tried and against the address that tries; throws
/// TooManyRequests when there were too many.
std::optional<Account> check_within_limits(const web::Request& request, Shop& shop,
                                           const std::string& login, const std::string& password);

/// True when this is the second factor of who has proved his password. Six digits can be guessed by
/// who may try often: throws TooManyRequests after five wrong ones in a quarter of an hour.
[[nodiscard]] bool use_code_within_limits(const web::Request& request, Shop& shop,
                                          std::int64_t account_id, const std::string& code);

/// Failed log-ins that this request may still make: the smaller of name's and address's.
int logins_left(const web::Request& request, Shop& shop, const std::string& login);

struct Registration {
  std::string username{};
  std::string password{};
  Profile profile{};
};
Registration read_registration(const web::Request& request, web::Form& form);

/// The new account; nothing, and a problem in `form`, when a name is taken. Throws TooManyRequests
/// when the address has made too many.
std::optional<Account> register_within_limits(const web::Request& request, Shop& shop,
                                              const Registration& wish, web::Form& form);

}  // namespace accounts
