/// payment.h - paying an order by card, once.
///
/// A payment is committed as 'started' before the gateway is asked, and no transaction is open
/// meanwhile: whatever dies in between, the shop knows that it has to ask what became of it.
/// One payment of an order at a time is under way, and one can succeed (unique indexes
/// payment_one_at_a_time, payment_only_one_succeeds).
///
/// Source: table payment, queries in sql/queries/orders.sql, orders/gateway.h.
#pragma once

#include <cstdint>
#include <string>

#include "db/db.h"
#include "orders/gateway.h"

namespace orders {

enum class PayOutcome {
  paid,
  declined,
  timed_out,    // no answer from the gateway: unpaid, may be tried again
  in_progress,  // an earlier press is still being answered
  already_paid,
  not_payable,  // cancelled, unknown, or the token is another order's
};

/// Pays the order with this card. `token` names one press of the button: the same token again
/// gives the first press's outcome. Earlier payments of unknown outcome are settled first.
[[nodiscard]] PayOutcome pay_order(db::Connection& db, CardGateway& gateway, std::int64_t order_id,
                                   const Card& card, const std::string& token, Instant now);

/// Asks the gateway about payments whose outcome is unknown and records it; true when the order was
/// found to be paid. Call it before an unpaid order is cancelled.
bool settle_payments(db::Connection& db, CardGateway& gateway, std::int64_t order_id, Instant now);

}  // namespace orders
