/// locked_order.h - the frame of every verb of staff: lock the order, look whether the form still
/// fits, do it. For the .cpp files of this folder only.
#pragma once

#include "orders.sql.h"
#include "orders/order_work.h"
#include "orders/rows.h"
#include "orders_staff.sql.h"

namespace orders {

/// Locks the order and runs `verb` with its row when nothing happened to it since the form was
/// made. Only the outcome `done` is kept.
template <class Verb>
WorkOutcome with_locked_order(db::Connection& db, std::int64_t order_id, const Hand& hand,
                              Verb verb) {
  return with_retries([&] {
    db::Transaction transaction(db);
    const auto order = db.first(sql::orders::lock_order, order_id);
    if (!order) return WorkOutcome::no_such_order;
    const auto last = db.first(sql::orders_staff::last_event, order_id);
    if (last->integer("id") != hand.seen_event) return WorkOutcome::changed_meanwhile;
    const WorkOutcome outcome = verb(*order);
    if (outcome == WorkOutcome::done) transaction.commit();
    return outcome;
  });
}

}  // namespace orders
