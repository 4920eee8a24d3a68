/// api_keys.h - keys for machines: made once, shown once, revoked at once.
///
/// A key may what it names and its maker may today, never what only an admin may. One that is not
/// for writing reads only.
///
/// Source: table api_key (sql/migrations/0143_api_keys.sql), queries in sql/queries/api_keys.sql.
///         Keys are 192 random bits, stored as SHA-256.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "db/db.h"

namespace accounts {

inline constexpr std::string_view kKeyStart = "pk_";

struct KeyWish {
  std::int64_t account_id = 0;
  std::string name{};
  std::vector<std::string> permissions{};
  bool may_write = false;
  std::optional<Instant> expires_at{};
};

struct ApiKey {
  std::int64_t id = 0;
  std::string name{};
  std::string prefix{};
  std::vector<std::string> permissions{};
  bool may_write = false;
  Instant created_at{};
  std::optional<Instant> expires_at{};
  std::optional<Instant> last_used_at{};
  std::optional<Instant> revoked_at{};
  std::string maker{};  // user name of who made it, in lists
};

struct NewKey {
  ApiKey key{};
  std::string secret{};  // "pk_…": never to be seen again
};
NewKey make_key(db::Connection& db, const KeyWish& wish, Instant now);

struct KeyPage {
  std::vector<ApiKey> keys{};
  std::int64_t total = 0;
  bool has_more = false;
};
KeyPage list_keys(db::Connection& db, std::int64_t after, int limit);

/// The newest first, at most `limit`, those with `words` in their name, their first letters or the
/// name of who made them, older than the key `before` (nothing: from the newest on).
std::vector<ApiKey> find_keys(db::Connection& db, const std::string& words,
                              std::optional<std::int64_t> before, int limit);

/// False when there is no such key, or it was revoked already.
[[nodiscard]] bool revoke_key(db::Connection& db, std::int64_t id, Instant now);

}  // namespace accounts
