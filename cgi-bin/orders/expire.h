/// expire.h - unpaid orders do not keep their pieces for ever.
///
/// Pieces leave the shelf when an order is placed. An order that waits for an online card is
/// cancelled after `unpaid_card_minutes` (60), one that waits for a bank transfer after
/// `unpaid_days` (14); both are rows of the table setting. Cash on delivery is paid at the door and
/// never expires; neither does what staff have begun to pack.
///
/// Source: queries in sql/queries/orders_staff.sql.
#pragma once

#include "db/db.h"
#include "orders/gateway.h"
#include "orders/hosted_gateway.h"

namespace orders {

struct Expired {
  int cancelled = 0;
  int paid = 0;  // the gateway knew of a payment that the shop did not
  int left = 0;  // a payment is under way, or its outcome is not known: left alone
};

/// Cancels orders that waited too long; their pieces can be sold again. Payments of unknown outcome
/// are settled with `gateway` first, or closed at the service `hosted`, if there is one. Looks at
/// `batch` orders at a time, each in a transaction of its own: it may be stopped at any moment, and
/// may run beside another one.
Expired expire_orders(db::Connection& db, CardGateway* gateway, int batch, Instant now,
                      HostedGateway* hosted = nullptr);

/// How many orders expire_orders would look at.
int count_expired_orders(db::Connection& db, Instant now);

}  // namespace orders
