/// order_step.h - one step of orders/states.h on a locked order: states, stock and history
/// together. For the .cpp files of this folder only.
#pragma once

#include <optional>
#include <string>

#include "db/db.h"
#include "orders/payment_method.h"
#include "orders/states.h"

namespace orders {

/// What the history tells about a step.
struct StepNote {
  std::optional<std::int64_t> actor{};  // account; nothing: the shop itself
  std::string note{};
  Instant at{};
};

/// What follows from the money for a locked order: its states after Action::pay, the way it was
/// paid, its history.
void mark_paid(db::Connection& db, const db::Row& order, const States& after, PaymentMethod method,
               Instant now);

/// A gateway is being asked, or the customer stands on the pages of a payment service: until it
/// answers, the order must stay what the customer pays for.
bool is_being_paid(db::Connection& db, std::int64_t order_id);

/// Takes the step inside the caller's transaction, which holds the row of sql lock_order. False,
/// and nothing is changed, when it is not allowed now: by the table of steps, or because money is
/// concerned while a payment is under way.
[[nodiscard]] bool take_step(db::Connection& db, const db::Row& order, Action action,
                             const StepNote& note);

}  // namespace orders
