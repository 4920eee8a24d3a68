/// rate_limit.h - how often somebody may try something in a span of time.
///
/// Source: table rate_limit: fixed windows, counted in the database so that all worker processes
///         and machines count together. Subjects are stored as SHA-256, never in clear.
#pragma once

#include <chrono>
#include <string>

#include "db/db.h"

namespace accounts {

struct RateLimit {
  std::string purpose{};  // 'login', 'register', 'chat' …
  int attempts = 0;       // so many are fine in one window
  std::chrono::seconds window{0};
};

/// Counts an attempt; false when it is one too many.
[[nodiscard]] bool count_attempt(db::Connection& db, const RateLimit& limit,
                                 const std::string& subject, Instant now);

/// How many attempts the subject has left in this window.
int attempts_left(db::Connection& db, const RateLimit& limit, const std::string& subject,
                  Instant now);

/// True when the subject has used up its attempts; counts nothing.
bool is_exhausted(db::Connection& db, const RateLimit& limit, const std::string& subject,
                  Instant now);

/// Takes one counted attempt back: it was none, after all.
void uncount_attempt(db::Connection& db, const RateLimit& limit, const std::string& subject,
                     Instant now);

/// Who shares a limit with this address: an IPv4 address stands alone, an IPv6 address for its /64,
/// since one host may take any address of that.
std::string network_of(const std::string& address);

/// Forgets the subject's attempts: after a success.
void clear_attempts(db::Connection& db, const RateLimit& limit, const std::string& subject);

/// Seconds until the present window ends.
int seconds_left(const RateLimit& limit, Instant now);

}  // namespace accounts
