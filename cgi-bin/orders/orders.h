/// orders.h - orders as customer and staff see them, and what may still be done with them.
///
/// Source: tables sales_order, order_line, order_event; queries in sql/queries/orders.sql; rules in
///         orders/states.h.
/// Units:  money is whole cents of the order's own currency; time is UTC.
/// Errors: an order that does not exist, and one that is somebody else's, are the same: nothing.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "db/db.h"
#include "orders/cart.h"
#include "orders/payment_method.h"
#include "orders/place_order.h"
#include "orders/states.h"

namespace orders {

struct OrderLine {
  std::int64_t product_id = 0;
  std::string name{};
  std::string slug{};
  std::string image{};
  int quantity = 0;
  Money unit_price{};

  Money total() const { return unit_price * quantity; }
};

struct OrderEvent {
  Instant at{};
  std::string kind{};  // "placed", "paid" …: see order_event.kind
  std::string note{};
};

struct Order {
  std::int64_t id = 0;
  std::string number{};         // empty for a TEMP order
  std::int64_t account_id = 0;  // 0: a guest's
  std::string visitor{};
  States states{};
  std::string currency{};
  Money subtotal{};
  Money discount{};
  std::vector<Discount> discounts{};  // what `discount` is made of
  Money shipping{};
  Money tax{};
  Money total{};
  std::string tax_name{};
  int tax_rate_bp = 0;
  bool tax_included = true;
  std::string email{};
  Address address{};
  std::string shipping_name{};
  std::optional<PaymentMethod> payment{};  // nothing for imported orders
  Instant created_at{};
  std::optional<Instant> placed_at{};
  std::string bank_account{};  // where to transfer money to; empty when the shop names none
  std::vector<OrderLine> lines{};
  std::vector<OrderEvent> events{};
};

/// One row of the list of orders.
struct OrderSummary {
  std::int64_t id = 0;
  std::string number{};
  States states{};
  std::string currency{};
  Money total{};  // of a TEMP order: goods at today's prices
  int pieces = 0;
  int products = 0;  // different ones
  std::string first_product{};
  Instant at{};  // placed; of a TEMP order: begun
};

/// The customer's orders: TEMP first, then newest first, at most `limit`. Further pages start
/// behind the order `before`; they hold no TEMP order.
std::vector<OrderSummary> list_orders(db::Connection& db, std::int64_t account_id, int limit,
                                      std::optional<std::int64_t> before = {});

/// Any order, for staff and for those who proved otherwise that they may see it.
std::optional<Order> find_order(db::Connection& db, std::int64_t order_id);

/// The owner's order; nothing when it is somebody else's.
std::optional<Order> find_order(db::Connection& db, const CartOwner& owner, std::int64_t order_id);

/// The id of the guest's order with this number that was placed with this e-mail address. Orders of
/// customers are not found: they log in.
std::optional<std::int64_t> find_order_for_guest(db::Connection& db, const std::string& number,
                                                 const std::string& email);

enum class AdvanceOutcome { done, not_now, no_such_order };

/// Takes one step of orders/states.h, with its event and the return of stock. `actor` is the
/// account that does it; nothing: the shop itself. Nothing about money changes (not_now) while a
/// card payment is under way.
[[nodiscard]] AdvanceOutcome advance_order(db::Connection& db, std::int64_t order_id, Action action,
                                           std::optional<std::int64_t> actor,
                                           const std::string& note, Instant now);

/// Cancels an order that is unpaid and unshipped; its pieces can be sold again.
[[nodiscard]] AdvanceOutcome cancel_order(db::Connection& db, std::int64_t order_id,
                                          std::optional<std::int64_t> actor, Instant now);

/// Another way to pay, while nothing is paid.
[[nodiscard]] AdvanceOutcome change_payment_method(db::Connection& db, std::int64_t order_id,
                                                   PaymentMethod method);

}  // namespace orders
