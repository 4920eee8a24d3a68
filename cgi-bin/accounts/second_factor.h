/// second_factor.h - what a person must have beside the password: an authenticator app, or one of
/// the recovery codes on paper.
///
/// Source: account.totp_secret, table recovery_code (sql/migrations/0131_account_safety.sql),
///         accounts/totp.h.
#pragma once

#include <string>
#include <vector>

#include "db/db.h"

namespace accounts {

inline constexpr int kRecoveryCodes = 10;

struct SecondFactor {
  bool is_on = false;
  int codes_left = 0;  // unused recovery codes
};
SecondFactor second_factor_of(db::Connection& db, std::int64_t account_id);

/// Switches it on when `code` belongs to `secret` (base32) now; returns the recovery codes, which
/// are shown once and stored as hashes. Nothing is changed, and the list empty, for a wrong code.
std::vector<std::string> switch_on_second_factor(db::Connection& db, std::int64_t account_id,
                                                 const std::string& secret, const std::string& code,
                                                 Instant now);

/// True when this is the app's code, or an unused recovery code. Either is good once.
[[nodiscard]] bool use_second_factor(db::Connection& db, std::int64_t account_id,
                                     const std::string& code, Instant now);

/// New recovery codes; the earlier ones are worth nothing from now on.
std::vector<std::string> renew_recovery_codes(db::Connection& db, std::int64_t account_id);

void switch_off_second_factor(db::Connection& db, std::int64_t account_id);

}  // namespace accounts
