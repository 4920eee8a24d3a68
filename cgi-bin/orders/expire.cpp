#include "orders/expire.h"

#include "orders.sql.h"
#include "orders/hosted.h"
#include "orders/order_step.h"
#include "orders/payment.h"
#include "orders/rows.h"
#include "orders_staff.sql.h"

namespace orders {
namespace {

enum class Fate { cancelled, left, gone };

/// Cancels one order, unless it is no longer to be cancelled when its lock is ours.
Fate expire_order(db::Connection& db, std::int64_t order_id, Instant now) {
  return with_retries([&] {
    db::Transaction transaction(db);
    const auto order = db.first(sql::orders::lock_order, order_id);
    if (!order) return Fate::gone;
    const auto due = db.first(sql::orders_staff::expired_order, order_id, now);
    if (!due) return Fate::gone;
    // An unknown outcome may be money that was taken.
    if (!db.run(sql::orders::open_payments, order_id).empty()) return Fate::left;
    if (is_being_paid(db, order_id)) return Fate::left;
    if (!take_step(db, *order, Action::cancel, {{}, due->string("note"), now})) return Fate::left;
    transaction.commit();
    return Fate::cancelled;
  });
}

}  // namespace

Expired expire_orders(db::Connection& db, CardGateway* gateway, int batch, Instant now,
                      HostedGateway* hosted) {
  Expired expired;
  std::int64_t behind = 0;
  while (true) {
    const db::Result orders = db.run(sql::orders_staff::expired_orders, now, behind, batch);
    for (const db::Row order : orders) {
      behind = order.integer("id");
      if (gateway != nullptr && settle_payments(db, *gateway, behind, now)) {
        ++expired.paid;
        continue;
      }
      if (hosted != nullptr && close_hosted_payments(db, *hosted, behind, now)) {
        ++expired.paid;
        continue;
      }
      const Fate fate = expire_order(db, behind, now);
      if (fate == Fate::cancelled) ++expired.cancelled;
      if (fate == Fate::left) ++expired.left;
    }
    if (orders.size() < batch) return expired;
  }
}

int count_expired_orders(db::Connection& db, Instant now) {
  return db.first(sql::orders_staff::count_expired_orders, now)->small("orders");
}

}  // namespace orders
