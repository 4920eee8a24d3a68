/// proposal.h - what the assistant proposes and a button accepts: once, for a while, at the price
/// that was said.
///
/// Source: table message_proposal (sql/migrations/0101_proposals.sql), queries in
///         sql/queries/chat_proposals.sql.
/// Units:  price is of one piece, in whole cents.
/// Errors: another person's proposal is the same as none: Outcome::unknown.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "base/money.h"
#include "base/time.h"
#include "db/db.h"

namespace chat {

struct Owner;

struct Proposal {
  enum class Kind { cart_add, favorite_add, order_cancel };

  std::int64_t id = 0;  // 0: not stored yet
  std::int64_t message_id = 0;
  Kind kind = Kind::cart_add;
  std::int64_t product_id = 0;  // of cart_add and favorite_add
  std::int64_t order_id = 0;    // of order_cancel
  int quantity = 1;
  Money price{};
  std::string name{};  // the product's, or the order's number
};

/// "cart_add": its name in the database and in message keys.
std::string_view to_text(Proposal::Kind kind);

/// What sentences about it say: pieces, name, price of one.
std::vector<std::string> words_of(const Proposal& proposal, const std::string& currency);

void store_proposals(db::Connection& db, std::int64_t message, std::span<const Proposal> proposals,
                     Instant now);

/// Those of these messages that can still be accepted.
std::vector<Proposal> list_open_proposals(db::Connection& db,
                                          const std::vector<std::int64_t>& messages, Instant now);

enum class AcceptOutcome {
  done,
  unknown,
  used,           // accepted before
  expired,        // too long ago
  price_changed,  // the product costs something else now
  too_many,       // more than can be had
  log_in_first,   // favorites are an account's
  not_now,        // the order is on its way, paid, or being paid
};

struct Accepted {
  AcceptOutcome outcome = AcceptOutcome::unknown;
  std::int64_t conversation_id = 0;
  Proposal proposal{};
};

/// Does what was proposed, in one transaction with marking it as used.
[[nodiscard]] Accepted accept_proposal(db::Connection& db, const Owner& owner, std::int64_t id,
                                       Instant now);

}  // namespace chat
