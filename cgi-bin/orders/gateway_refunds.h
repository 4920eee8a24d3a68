/// gateway_refunds.h - money on its way back through the payment service.
///
/// A refund of an order that was paid there queues itself in the same transaction (trigger
/// refund_goes_out); here the queue is emptied, and what was refunded at the service itself is
/// taken into the shop's books.
///
/// Source: tables gateway_refund, gateway_event (sql/migrations/0180), queries in
///         sql/queries/hosted.sql.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "db/db.h"
#include "orders/hosted_gateway.h"

namespace orders {

struct RefundRound {
  int done = 0;
  int put_off = 0;  // the service was away: tried again after a growing pause
  int failed = 0;   // refused: staff see why
};

/// Sends what is due, at most `batch`. Tried twice, money goes back once: each refund has a name.
RefundRound send_refunds(db::Connection& db, HostedGateway& gateway, int batch, Instant now);

/// Books refunds that were made at the service itself; returns how many.
int take_outside_refunds(db::Connection& db, int batch, Instant now);

struct GatewayRefund {
  std::int64_t id = 0;
  Money amount{};
  std::string state{};  // "waiting", "done", "failed"
  std::string error{};
  Instant at{};
  bool is_surplus = false;  // money that came twice
};
std::vector<GatewayRefund> list_gateway_refunds(db::Connection& db, std::int64_t order_id);

/// A refused refund of this order is tried again; false when there is none with this id.
bool try_refund_again(db::Connection& db, std::int64_t order_id, std::int64_t id, Instant now);

}  // namespace orders
