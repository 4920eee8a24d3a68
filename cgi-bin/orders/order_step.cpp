#include "orders/order_step.h"

#include "hosted.sql.h"
#include "inventory/inventory.h"
#include "orders.sql.h"
#include "orders/rows.h"

namespace orders {
namespace {

bool is_about_money(Action action) {
  return action == Action::pay || action == Action::cancel || action == Action::refund;
}

}  // namespace

bool is_being_paid(db::Connection& db, std::int64_t order_id) {
  for (const db::Row payment : db.run(sql::orders::open_payments, order_id)) {
    if (payment.text("state") == "started") return true;
  }
  return !db.run(sql::hosted::open_sessions, order_id).empty();
}

void mark_paid(db::Connection& db, const db::Row& order, const States& after, PaymentMethod method,
               Instant now) {
  const std::int64_t order_id = order.integer("id");
  db::Pipeline pipeline(db);
  pipeline.add(sql::orders::set_states, order_id, to_text(after.order), to_text(after.payment),
               to_text(after.fulfilment), now);
  pipeline.add(sql::orders::set_payment_method, order_id, to_text(method));
  pipeline.add(sql::orders::add_event, order_id, now, event_kind(Action::pay), std::nullopt, "");
  pipeline.run();
}

bool take_step(db::Connection& db, const db::Row& order, Action action, const StepNote& note) {
  const std::int64_t id = order.integer("id");
  const auto next = step(to_states(order), action);
  if (!next) return false;
  if (is_about_money(action) && is_being_paid(db, id)) return false;
  const States& after = next->after;
  if (next->returns_stock) inventory::return_units(db, id);
  db::Pipeline pipeline(db);
  pipeline.add(sql::orders::set_states, id, to_text(after.order), to_text(after.payment),
               to_text(after.fulfilment), note.at);
  pipeline.add(sql::orders::add_event, id, note.at, event_kind(action), note.actor, note.note);
  pipeline.run();
  return true;
}

}  // namespace orders
