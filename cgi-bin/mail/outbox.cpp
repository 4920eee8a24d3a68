#include "mail/outbox.h"

#include <array>
#include <stdexcept>

#include "mail.sql.h"
#include "mail/letter.h"

namespace mail {
namespace {

using Json = nlohmann::json;

// Seconds from one try to the next; the first is also how long a sender may take.
constexpr std::array<std::int64_t, kMostAttempts> kPauses = {120,   600,   1800,  7200,
                                                             21600, 43200, 86400, 86400};

std::optional<std::int64_t> maybe(std::int64_t id) {
  return id == 0 ? std::nullopt : std::optional(id);
}

/// NULL and what is no object read as an empty object.
Json to_json(std::string_view text) {
  Json value = Json::parse(text, nullptr, false);
  return value.is_object() ? value : Json::object();
}

StoredMail to_stored(const db::Row& row) {
  StoredMail letter;
  letter.id = row.integer("id");
  letter.kind = row.string("kind");
  letter.recipient = row.string("recipient");
  letter.state = row.string("state");
  letter.attempts = row.small("attempts");
  letter.created_at = row.instant("created_at");
  letter.next_try_at = row.instant("next_try_at");
  letter.sent_at = row.maybe_instant("sent_at");
  letter.last_error = row.string("last_error");
  return letter;
}

}  // namespace

void queue_mail(db::Connection& db, const NewMail& letter) {
  if (!is_kind(letter.kind)) throw std::logic_error("there is no letter '" + letter.kind + "'");
  std::optional<std::string> secret;
  if (!letter.secret.is_null()) secret = letter.secret.dump();
  db.run(sql::mail::queue_mail, letter.kind, letter.recipient, letter.facts.dump(), secret,
         maybe(letter.account_id), maybe(letter.order_id));
}

std::optional<ClaimedMail> claim_mail(db::Connection& db, Instant now) {
  const auto row = db.first(sql::mail::claim_mail, now, db::array_of(kPauses));
  if (!row) return std::nullopt;
  ClaimedMail letter;
  letter.id = row->integer("id");
  letter.message_key = row->string("message_key");
  letter.kind = row->string("kind");
  letter.recipient = row->string("recipient");
  letter.facts = to_json(row->text("facts"));
  letter.facts.update(to_json(row->text("secret")));
  letter.attempts = row->small("attempts");
  letter.created_at = row->instant("created_at");
  return letter;
}

void mark_sent(db::Connection& db, const ClaimedMail& letter, Instant now) {
  db.run(sql::mail::mark_sent, letter.id, letter.attempts, now);
}

bool mark_failed(db::Connection& db, const ClaimedMail& letter, const std::string& why,
                 bool refused) {
  const bool is_dead = letter.attempts >= (refused ? kMostRefusals : kMostAttempts);
  db.run(sql::mail::mark_failed, letter.id, letter.attempts, why, is_dead);
  return is_dead;
}

void forget_old_mail(db::Connection& db, Instant now) {
  db.run(sql::mail::forget_old_mail, now - kKeptFor);
}

std::optional<StoredMail> find_mail(db::Connection& db, std::int64_t id) {
  const auto row = db.first(sql::mail::mail_by_id, id);
  if (!row) return std::nullopt;
  StoredMail letter = to_stored(*row);
  letter.facts = to_json(row->text("facts"));
  letter.has_secret = row->boolean("has_secret");
  return letter;
}

std::vector<StoredMail> list_mail(db::Connection& db, const std::string& state,
                                  const std::string& recipient, std::optional<std::int64_t> before,
                                  int limit) {
  std::vector<StoredMail> letters;
  for (const db::Row row : db.run(sql::mail::mail_list, state, recipient, before, limit)) {
    letters.push_back(to_stored(row));
  }
  return letters;
}

MailCounts count_mail(db::Connection& db) {
  const auto row = db.first(sql::mail::mail_counts);
  return {row->small("waiting"), row->small("dead"), row->small("sent")};
}

std::string shop_name(db::Connection& db, const std::string& otherwise) {
  const auto row = db.first(sql::mail::shop_name);
  return row ? row->string("value") : otherwise;
}

std::int64_t send_again(db::Connection& db, std::optional<std::int64_t> id, Instant now) {
  return db.run(sql::mail::send_again, id, now).affected();
}

}  // namespace mail
