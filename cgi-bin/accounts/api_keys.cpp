#include "accounts/api_keys.h"

#include "api_keys.sql.h"
#include "base/hash.h"
#include "base/random.h"
#include "base/text.h"

namespace accounts {
namespace {

ApiKey to_key(const db::Row& row) {
  ApiKey key{.id = row.integer("id"),
             .name = row.string("name"),
             .prefix = row.string("prefix"),
             .may_write = row.boolean("may_write"),
             .created_at = row.instant("created_at"),
             .expires_at = row.maybe_instant("expires_at"),
             .last_used_at = row.maybe_instant("last_used_at"),
             .revoked_at = row.maybe_instant("revoked_at"),
             .maker = row.string("maker")};
  for (const std::string_view name : split(row.text("permissions"), ' ')) {
    if (!name.empty()) key.permissions.emplace_back(name);
  }
  return key;
}

}  // namespace

NewKey make_key(db::Connection& db, const KeyWish& wish, Instant now) {
  constexpr std::size_t kBytes = 24;
  constexpr std::size_t kShown = 8;  // letters that tell keys apart and give nothing away
  const std::string secret = std::string(kKeyStart) + random_token(kBytes);
  const std::string prefix = secret.substr(0, kShown);
  const auto row =
      db.first(sql::api_keys::add_key, wish.account_id, wish.name, prefix, sha256(secret),
               db::array_of(wish.permissions), wish.may_write, now, wish.expires_at);
  return {{.id = row.value().integer("id"),
           .name = wish.name,
           .prefix = prefix,
           .permissions = wish.permissions,
           .may_write = wish.may_write,
           .created_at = now,
           .expires_at = wish.expires_at},
          secret};
}

KeyPage list_keys(db::Connection& db, std::int64_t after, int limit) {
  KeyPage page;
  for (const db::Row row : db.run(sql::api_keys::keys_after, after, limit + 1)) {
    page.keys.push_back(to_key(row));
  }
  page.has_more = std::ssize(page.keys) > limit;
  if (page.has_more) page.keys.pop_back();
  page.total = db.first(sql::api_keys::count_keys).value().integer("keys");
  return page;
}

std::vector<ApiKey> find_keys(db::Connection& db, const std::string& words,
                              std::optional<std::int64_t> before, int limit) {
  std::vector<ApiKey> keys;
  for (const db::Row row : db.run(sql::api_keys::keys_found, words, before, limit)) {
    keys.push_back(to_key(row));
  }
  return keys;
}

bool revoke_key(db::Connection& db, std::int64_t id, Instant now) {
  return db.first(sql::api_keys::revoke_key, id, now).has_value();
}

}  // namespace accounts
