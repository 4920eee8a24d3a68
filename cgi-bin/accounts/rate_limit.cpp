#include "accounts/rate_limit.h"

#include <arpa/inet.h>

#include <array>

#include "accounts.sql.h"
#include "base/hash.h"
#include "base/text.h"

namespace accounts {
namespace {

Instant window_start(const RateLimit& limit, Instant now) {
  const auto seconds = std::chrono::floor<std::chrono::seconds>(now.time_since_epoch());
  return Instant(seconds - seconds % limit.window);
}

}  // namespace

bool count_attempt(db::Connection& db, const RateLimit& limit, const std::string& subject,
                   Instant now) {
  const Instant start = window_start(limit, now);
  const auto row = db.first(sql::accounts::count_attempt, limit.purpose, sha256(subject), start);
  const int attempts = row.value().small("attempts");
  // The first attempt of a window clears away what is long over; others pay nothing for it.
  if (attempts == 1) db.run(sql::accounts::drop_old_attempts, start - std::chrono::hours(24));
  return attempts <= limit.attempts;
}

int attempts_left(db::Connection& db, const RateLimit& limit, const std::string& subject,
                  Instant now) {
  const auto row = db.first(sql::accounts::attempts_so_far, limit.purpose, sha256(subject),
                            window_start(limit, now));
  return std::max(0, limit.attempts - (row ? row->small("attempts") : 0));
}

bool is_exhausted(db::Connection& db, const RateLimit& limit, const std::string& subject,
                  Instant now) {
  const auto row = db.first(sql::accounts::attempts_so_far, limit.purpose, sha256(subject),
                            window_start(limit, now));
  return row && row->small("attempts") >= limit.attempts;
}

void uncount_attempt(db::Connection& db, const RateLimit& limit, const std::string& subject,
                     Instant now) {
  db.run(sql::accounts::uncount_attempt, limit.purpose, sha256(subject), window_start(limit, now));
}

std::string network_of(const std::string& address) {
  std::array<unsigned char, sizeof(in6_addr)> bytes{};
  if (::inet_pton(AF_INET6, address.c_str(), bytes.data()) != 1) return address;
  constexpr std::size_t kNetworkBytes = 8;
  return to_base64url({reinterpret_cast<const char*>(bytes.data()), kNetworkBytes}) + "/64";
}

void clear_attempts(db::Connection& db, const RateLimit& limit, const std::string& subject) {
  db.run(sql::accounts::clear_attempts, limit.purpose, sha256(subject));
}

int seconds_left(const RateLimit& limit, Instant now) {
  const auto left = window_start(limit, now) + limit.window - now;
  return static_cast<int>(std::chrono::ceil<std::chrono::seconds>(left).count());
}

}  // namespace accounts
