/// links.h - single-use links by mail: a new password, a confirmed e-mail address.
///
/// Only hashes of the links' keys are stored. A link is good once, until it expires, and as long as
/// the account still has the address that it was sent to.
///
/// Source: table account_link (sql/migrations/0131_account_safety.sql), queries in
///         sql/queries/account_safety.sql; OWASP Forgot Password Cheat Sheet.
/// Errors: a link that does not count is an empty result.
#pragma once

#include <optional>
#include <string>

#include "accounts/accounts.h"

namespace accounts {

inline constexpr int kResetHours = 2;
inline constexpr int kVerifyHours = 48;

/// Sends a link for a new password to this address. Does, costs and returns the same for an
/// address that nobody has.
void request_reset(db::Connection& db, const std::string& email);

/// Sends a link that confirms the account's address.
void request_verification(db::Connection& db, const Account& account);

struct LinkOwner {
  std::int64_t account_id = 0;
  std::string username{};
  std::string email{};
};

/// Whose password this key may set, without using it up.
std::optional<LinkOwner> owner_of_reset(db::Connection& db, const std::string& key);

/// Uses the link: sets the password and ends all sessions. False when it is not good (any more).
[[nodiscard]] bool reset_password(db::Connection& db, const std::string& key,
                                  const std::string& password, const HashCost& cost = kUsualCost);

/// Uses the link: the address counts as confirmed. False when it is not good (any more).
[[nodiscard]] bool verify_email(db::Connection& db, const std::string& key);

}  // namespace accounts
