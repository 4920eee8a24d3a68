/// idempotency.h - requests that must not happen twice, however often they are sent.
///
/// Source: table idempotency_key (sql/migrations/0141_idempotency.sql), queries in
///         sql/queries/idempotency.sql; IETF draft "The Idempotency-Key HTTP Header Field".
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "db/db.h"

namespace accounts {

struct KeptAnswer {
  int status = 0;
  std::string body{};
};

enum class ClaimOutcome {
  ours,         // go on, then keep the answer
  answered,     // see `kept`
  in_progress,  // somebody is answering it just now
  other_body,   // the key was used for something else
};

struct Claim {
  ClaimOutcome outcome = ClaimOutcome::ours;
  KeptAnswer kept{};
};

/// `fingerprint` tells requests apart that carry the same key.
Claim claim_key(db::Connection& db, std::int64_t account, const std::string& key,
                const std::string& fingerprint, Instant now);

void keep_answer(db::Connection& db, std::int64_t account, const std::string& key,
                 const KeptAnswer& answer);

/// Nothing was done: the key may be used again.
void release_key(db::Connection& db, std::int64_t account, const std::string& key);

}  // namespace accounts
