/// tokens.h - log-ins of API clients: which refresh tokens were given out, and which are used up.
///
/// A family is one log-in. Each refresh token of it is good once and is followed by the next; one
/// that comes a second time was stolen (or its follower was), so the whole family ends.
///
/// Source: tables token_family, refresh_token (sql/migrations/0140_tokens.sql), queries in
///         sql/queries/tokens.sql; OAuth 2.0 Security Best Current Practice, section 4.14.2.
/// Errors: a token that does not count is an outcome. Ids are stored as SHA-256, never in clear.
#pragma once

#include <cstdint>
#include <string>

#include "db/db.h"

namespace accounts {

/// Starts a family with its first refresh token; returns the family's id.
std::int64_t start_family(db::Connection& db, std::int64_t account_id, int epoch,
                          const std::string& token_id, Instant now);

enum class RotateOutcome {
  rotated,
  unknown,  // never given out, or the account was logged out everywhere or deleted
  ended,    // logged out
  reused,   // used before: the family has ended now
};

struct Rotation {
  RotateOutcome outcome = RotateOutcome::unknown;
  std::int64_t account_id = 0;
  int epoch = 0;
};

/// Uses up the family's token `token_id` and gives out `next_id`.
[[nodiscard]] Rotation rotate(db::Connection& db, std::int64_t family, const std::string& token_id,
                              const std::string& next_id, Instant now);

/// Logs this family out; nothing happens when it is over already.
void end_family(db::Connection& db, std::int64_t family, Instant now);

/// Logs the family out that this refresh token belongs to.
void end_family_of(db::Connection& db, std::int64_t family, const std::string& token_id,
                   Instant now);

}  // namespace accounts
