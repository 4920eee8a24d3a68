/// returns.h - the customer sends something back, or withdraws from the order before it comes.
///
/// Until everything is sent, only the whole order can be withdrawn; afterwards any of its pieces,
/// until `return_days` (table setting, 30 when not set) after delivery.
///
/// Source: tables return_request, return_line (sql/migrations/0113); queries in
///         sql/queries/returns.sql. Directive 2011/83/EU, articles 9 to 14.
/// Units:  money is whole cents of the order's own currency.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "db/db.h"
#include "orders/order_work.h"

namespace orders {

struct ReturnableLine {
  std::int64_t id = 0;  // of order_line
  std::string name{};
  int quantity = 0;
  int open = 0;  // pieces that are not on their way back already
};

enum class ReturnRule {
  some_pieces,  // any of the lines
  whole_order,  // not all of it is sent: it goes back as a whole
  too_late,
  ended,  // cancelled, or everything came back
};

struct Returnable {
  std::int64_t order_id = 0;
  std::string number{};
  ReturnRule rule = ReturnRule::ended;
  std::optional<Instant> until{};  // known once it is delivered
  std::vector<ReturnableLine> lines{};
};

/// What of a placed order can go back now; nothing for an unknown order.
std::optional<Returnable> find_returnable(db::Connection& db, std::int64_t order_id, Instant now);

/// The placed order with this number that was placed with this e-mail address, customers' orders
/// included.
std::optional<std::int64_t> find_order_to_withdraw(db::Connection& db, const std::string& number,
                                                   const std::string& email);

struct ReturnWish {
  std::vector<std::pair<std::int64_t, int>> pieces{};  // line of the order, how many
  std::string reason{};                                // may be empty
  std::string token{};                                 // names one press of the button
};

enum class AskOutcome { asked, nothing_chosen, too_many, not_now, no_such_order };

struct Asked {
  AskOutcome outcome = AskOutcome::no_such_order;
  std::int64_t return_id = 0;  // when asked
};

/// Announces a return. The same token again gives the first one.
[[nodiscard]] Asked ask_return(db::Connection& db, std::int64_t order_id, const ReturnWish& wish,
                               std::optional<std::int64_t> actor, Instant now);

struct ReturnLine {
  std::int64_t order_line_id = 0;
  std::string name{};
  int pieces = 0;
  Money unit_price{};
};

struct Return {
  std::int64_t id = 0;
  std::int64_t order_id = 0;
  std::string number{};  // of the order
  std::string state{};   // "asked", "accepted", "declined"
  std::string reason{};
  std::string answer{};
  std::optional<Money> refund{};  // what is due for it, once accepted
  Instant created_at{};
  std::vector<ReturnLine> lines{};
};

/// The return with this id, when it is of this order.
std::optional<Return> find_return(db::Connection& db, std::int64_t order_id,
                                  std::int64_t return_id);
/// Oldest first.
std::vector<Return> returns_of_order(db::Connection& db, std::int64_t order_id);

struct ListedReturn {
  std::int64_t id = 0;
  std::int64_t order_id = 0;
  std::string number{};
  std::string name{};
  std::string email{};
  std::string currency{};
  std::string state{};
  std::string reason{};
  std::string content{};  // "2 × Lamp"
  std::optional<Money> refund{};
  Instant created_at{};
};

/// Newest first, older than return `before`. `state` and `text` (in number, name or e-mail) may be
/// empty.
std::vector<ListedReturn> list_returns(db::Connection& db, const std::string& state,
                                       const std::string& text, int limit,
                                       std::optional<std::int64_t> before = {});

/// The goods are back, or will never be sent: their pieces can be sold again, and what is due to
/// the customer is written down (paying it back is a refund of its own). When nothing is left of
/// the order, it is cancelled or returned. not_now: decided already, or not possible any more.
[[nodiscard]] WorkOutcome accept_return(db::Connection& db, std::int64_t order_id,
                                        std::int64_t return_id, const Hand& hand);
[[nodiscard]] WorkOutcome decline_return(db::Connection& db, std::int64_t order_id,
                                         std::int64_t return_id, const std::string& answer,
                                         const Hand& hand);

}  // namespace orders
