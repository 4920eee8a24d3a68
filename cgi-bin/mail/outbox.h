/// outbox.h - letters that wait in the database until tools/send_mail has sent them.
///
/// queue_mail() belongs into the transaction of what it tells: then a letter goes out if and only
/// if that was committed. Letters about orders queue themselves (trigger order_event_is_told).
///
/// Source: table mail (sql/migrations/0130_mail.sql), queries in sql/queries/mail.sql.
/// Units:  times are UTC.
/// Errors: "no such letter" is an empty result.
#pragma once

#include <cstdint>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

#include "db/db.h"

namespace mail {

/// Names of facts are those of the letter's template, in lower case; see mail/letter.h.
struct NewMail {
  std::string kind{};  // "password_reset": a row of the table in mail/letter.cpp
  std::string recipient{};
  nlohmann::json facts = nlohmann::json::object();
  nlohmann::json secret{};      // facts that staff may not see (one-time links), or null
  std::int64_t account_id = 0;  // whose letter it is: deleted with the account; 0: nobody's
  std::int64_t order_id = 0;
};

/// Throws std::logic_error for a kind that has no template.
void queue_mail(db::Connection& db, const NewMail& letter);

/// A letter that this sender may try now.
struct ClaimedMail {
  std::int64_t id = 0;
  std::string message_key{};  // the same at every try
  std::string kind{};
  std::string recipient{};
  nlohmann::json facts{};  // the secret ones among them
  int attempts = 0;        // this one included
  Instant created_at{};
};

/// So many tries, with growing pauses between them (about two days in all), then a letter is dead.
inline constexpr int kMostAttempts = 8;
/// A server that says "never" (5yz) is asked so often: it may be a wrong setting of its.
inline constexpr int kMostRefusals = 3;

/// The next letter that is due, or nothing. It is this caller's alone for two minutes at least.
std::optional<ClaimedMail> claim_mail(db::Connection& db, Instant now);

void mark_sent(db::Connection& db, const ClaimedMail& letter, Instant now);

/// Records why it failed; true when there will be no further try.
bool mark_failed(db::Connection& db, const ClaimedMail& letter, const std::string& why,
                 bool refused);

/// Letters that are done with are kept so long.
inline constexpr std::chrono::days kKeptFor{90};
void forget_old_mail(db::Connection& db, Instant now);

/// A letter as staff see it.
struct StoredMail {
  std::int64_t id = 0;
  std::string kind{};
  std::string recipient{};
  nlohmann::json facts{};
  bool has_secret = false;
  std::string state{};  // 'waiting', 'sent' or 'dead'
  int attempts = 0;
  Instant created_at{};
  Instant next_try_at{};
  std::optional<Instant> sent_at{};
  std::string last_error{};
};

std::optional<StoredMail> find_mail(db::Connection& db, std::int64_t id);

/// Newest first, at most `limit`, older than the letter `before` when that is given. Without their
/// facts. `state` and `recipient` (a part of it) may be empty.
std::vector<StoredMail> list_mail(db::Connection& db, const std::string& state,
                                  const std::string& recipient, std::optional<std::int64_t> before,
                                  int limit);

struct MailCounts {
  int waiting = 0;
  int dead = 0;
  int sent = 0;
};
MailCounts count_mail(db::Connection& db);

/// The shop's name as the shopkeeper set it by form; `otherwise` when he did not.
std::string shop_name(db::Connection& db, const std::string& otherwise);

/// Gives a dead letter (nothing: all of them) new tries; how many that were.
std::int64_t send_again(db::Connection& db, std::optional<std::int64_t> id, Instant now);

}  // namespace mail
