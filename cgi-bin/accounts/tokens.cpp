#include "accounts/tokens.h"

#include "base/hash.h"
#include "tokens.sql.h"

namespace accounts {
namespace {

/// Longer than any refresh token lives; then nobody can ask for the family again.
constexpr std::chrono::days kKept{30};

}  // namespace

std::int64_t start_family(db::Connection& db, std::int64_t account_id, int epoch,
                          const std::string& token_id, Instant now) {
  db::Transaction transaction(db);
  db.run(sql::tokens::drop_old_families, now - kKept);
  const std::int64_t family =
      db.first(sql::tokens::start_family, account_id, epoch, now).value().integer("id");
  db.run(sql::tokens::add_refresh_token, sha256(token_id), family, now);
  transaction.commit();
  return family;
}

Rotation rotate(db::Connection& db, std::int64_t family, const std::string& token_id,
                const std::string& next_id, Instant now) {
  db::Transaction transaction(db);
  const auto token = db.first(sql::tokens::lock_refresh_token, sha256(token_id), family);
  if (!token || !token->boolean("is_current")) return {};
  if (token->boolean("is_ended")) return {.outcome = RotateOutcome::ended};
  if (token->boolean("is_used")) {
    db.run(sql::tokens::end_family, family, now, "reuse");
    transaction.commit();
    return {.outcome = RotateOutcome::reused};
  }
  db.run(sql::tokens::use_refresh_token, sha256(token_id), now);
  db.run(sql::tokens::add_refresh_token, sha256(next_id), family, now);
  transaction.commit();
  return {RotateOutcome::rotated, token->integer("account_id"), token->small("epoch")};
}

void end_family(db::Connection& db, std::int64_t family, Instant now) {
  db.run(sql::tokens::end_family, family, now, "logout");
}

void end_family_of(db::Connection& db, std::int64_t family, const std::string& token_id,
                   Instant now) {
  db::Transaction transaction(db);
  if (!db.first(sql::tokens::lock_refresh_token, sha256(token_id), family)) return;
  end_family(db, family, now);
  transaction.commit();
}

}  // namespace accounts
