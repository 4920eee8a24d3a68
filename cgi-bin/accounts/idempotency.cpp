#include "accounts/idempotency.h"

#include "idempotency.sql.h"

namespace accounts {
namespace {

constexpr std::chrono::hours kKept{24};
constexpr std::chrono::minutes kLongestRequest{2};

}  // namespace

Claim claim_key(db::Connection& db, std::int64_t account, const std::string& key,
                const std::string& fingerprint, Instant now) {
  db.run(sql::idempotency::drop_old_keys, now - kKept);
  if (db.first(sql::idempotency::claim_key, account, key, fingerprint, now,
               now - kLongestRequest)) {
    return {};
  }
  const auto row = db.first(sql::idempotency::find_key, account, key);
  if (!row) return {.outcome = ClaimOutcome::in_progress};  // released this moment
  if (row->text("fingerprint") != fingerprint) return {.outcome = ClaimOutcome::other_body};
  if (row->is_null("status")) return {.outcome = ClaimOutcome::in_progress};
  return {ClaimOutcome::answered, {row->small("status"), row->string("answer")}};
}

void keep_answer(db::Connection& db, std::int64_t account, const std::string& key,
                 const KeptAnswer& answer) {
  db.run(sql::idempotency::keep_answer, account, key, answer.status, answer.body);
}

void release_key(db::Connection& db, std::int64_t account, const std::string& key) {
  db.run(sql::idempotency::release_key, account, key);
}

}  // namespace accounts
