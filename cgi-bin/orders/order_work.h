/// order_work.h - an order as staff have it before them, and what they may do with it.
///
/// Every verb names the last event of the history that its form was made from. When the history
/// has gone on since (a colleague, the customer, or the second click on the same button), nothing
/// is done: changed_meanwhile.
///
/// Source: tables shipment, refund, payment, order_event (sql/migrations/0004, 0110, 0111); queries
///         in sql/queries/orders_staff.sql; rules in orders/states.h.
/// Units:  money is whole cents of the order's own currency.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "db/db.h"
#include "orders/orders.h"

namespace orders {

struct WorkLine {
  std::int64_t id = 0;  // of order_line
  std::int64_t product_id = 0;
  std::string name{};
  std::string slug{};
  std::string sku{};
  int quantity = 0;
  int shipped = 0;
  Money unit_price{};

  Money total() const { return unit_price * quantity; }
  int to_ship() const { return quantity - shipped; }
};

struct WorkEvent {
  Instant at{};
  std::string kind{};
  std::string note{};
  std::string who{};  // user name; empty: the shop itself, or somebody who is gone
};

struct WorkPayment {
  std::string method{};
  std::string state{};
  Money amount{};
  Instant at{};
};

struct WorkRefund {
  Money amount{};
  std::string reason{};
  Instant at{};
};

struct Shipment {
  std::string carrier{};
  std::string tracking{};
  std::string content{};  // "2 × Lamp, 1 × Mug"
  Instant at{};
};

/// Everything about one order.
struct OrderFile {
  Order order{};
  std::string customer{};  // user name; empty for guests
  std::vector<WorkLine> lines{};
  std::vector<WorkEvent> history{};
  std::vector<WorkPayment> payments{};
  std::vector<WorkRefund> refunds{};
  std::vector<Shipment> shipments{};
  Money paid{};
  Money refunded{};
  std::int64_t last_event = 0;

  Money refundable() const { return paid - refunded; }
};

/// A placed order; nothing when there is none with this id.
std::optional<OrderFile> find_order_file(db::Connection& db, std::int64_t order_id);

/// Where the pieces lie that were taken from stock for each line of an order: "2 × Berlin".
std::map<std::int64_t, std::string> places_of_units(db::Connection& db, std::int64_t order_id);

enum class WorkOutcome {
  done,
  changed_meanwhile,
  not_now,
  no_such_order,
  nothing_to_ship,  // no pieces were named
  too_many_pieces,  // more than were ordered and not shipped yet
  too_much_money,   // more than was paid and not refunded yet
};

/// Who does it, when, and what he had before his eyes.
struct Hand {
  std::int64_t account_id = 0;
  std::int64_t seen_event = 0;
  Instant now{};
};

/// One step that needs nothing more: pay, pack, deliver, cancel, take_back. `pay` also records the
/// payment. Other actions are not_now.
[[nodiscard]] WorkOutcome do_step(db::Connection& db, std::int64_t order_id, Action action,
                                  const Hand& hand, const std::string& note);

struct Parcel {
  std::string carrier{};
  std::string tracking{};
  std::vector<std::pair<std::int64_t, int>> pieces{};  // line of the order, how many
};

/// Sends pieces away. With the last one the order is shipped, until then partly shipped.
[[nodiscard]] WorkOutcome ship(db::Connection& db, std::int64_t order_id, const Parcel& parcel,
                               const Hand& hand);

/// Sends money back. With the last of what was paid the order is refunded, and ends when it was
/// never sent: then its pieces come back too.
[[nodiscard]] WorkOutcome refund(db::Connection& db, std::int64_t order_id, Money amount,
                                 const std::string& reason, const Hand& hand);

}  // namespace orders
