#include "orders/order_work.h"

#include <algorithm>

#include "base/random.h"
#include "orders/locked_order.h"
#include "orders/order_step.h"

namespace orders {
namespace {

WorkLine to_work_line(const db::Row& row) {
  return {.id = row.integer("id"),
          .product_id = row.integer("product_id"),
          .name = row.string("name"),
          .slug = row.string("slug"),
          .sku = row.string("sku"),
          .quantity = row.small("quantity"),
          .shipped = row.small("shipped"),
          .unit_price = row.money("unit_price_cents")};
}

StepNote note_of(const Hand& hand, std::string note) {
  return {hand.account_id, std::move(note), hand.now};
}

bool is_plain_step(Action action) {
  return action == Action::pay || action == Action::pack || action == Action::deliver ||
         action == Action::cancel || action == Action::take_back;
}

void record_payment(db::Connection& db, const db::Row& order, Instant now) {
  const std::string method = order.is_null("payment_method")
                                 ? std::string(to_text(PaymentMethod::bank_transfer))
                                 : order.string("payment_method");
  db.run(sql::orders_staff::record_payment, order.integer("id"), method, order.money("total_cents"),
         "staff-" + random_token(), now);
}

/// How many pieces stay behind when the parcel is gone; nothing when it holds more than there are,
/// or a line that is not of this order.
std::optional<int> pieces_left(const std::vector<WorkLine>& lines, const Parcel& parcel) {
  int left = 0;
  for (const WorkLine& line : lines) left += line.to_ship();
  for (const auto& [line_id, pieces] : parcel.pieces) {
    const auto line = std::ranges::find(lines, line_id, &WorkLine::id);
    if (line == lines.end() || pieces < 1 || pieces > line->to_ship()) return std::nullopt;
    left -= pieces;
  }
  return left;
}

bool names_a_line_twice(const Parcel& parcel) {
  std::vector<std::int64_t> ids;
  for (const auto& [line_id, pieces] : parcel.pieces) ids.push_back(line_id);
  std::sort(ids.begin(), ids.end());
  return std::adjacent_find(ids.begin(), ids.end()) != ids.end();
}

std::vector<WorkLine> lines_of(db::Connection& db, std::int64_t order_id) {
  std::vector<WorkLine> lines;
  for (const db::Row row : db.run(sql::orders_staff::lines, order_id)) {
    lines.push_back(to_work_line(row));
  }
  return lines;
}

void add_shipment(db::Connection& db, std::int64_t order_id, const Parcel& parcel,
                  const Hand& hand) {
  const auto shipment = db.first(sql::orders_staff::add_shipment, order_id, parcel.carrier,
                                 parcel.tracking, hand.now, hand.account_id);
  db::Pipeline pipeline(db);
  for (const auto& [line_id, pieces] : parcel.pieces) {
    pipeline.add(sql::orders_staff::add_shipment_line, shipment->integer("id"), line_id, pieces);
  }
  pipeline.run();
}

std::string parcel_note(const Parcel& parcel) {
  const bool both = !parcel.carrier.empty() && !parcel.tracking.empty();
  return parcel.carrier + (both ? " " : "") + parcel.tracking;
}

}  // namespace

std::optional<OrderFile> find_order_file(db::Connection& db, std::int64_t order_id) {
  OrderFile file;
  db::Pipeline pipeline(db);
  const int lines = pipeline.add(sql::orders_staff::lines, order_id);
  const int history = pipeline.add(sql::orders_staff::history, order_id);
  const int payments = pipeline.add(sql::orders_staff::payments, order_id);
  const int refunds = pipeline.add(sql::orders_staff::refunds, order_id);
  const int shipments = pipeline.add(sql::orders_staff::shipments, order_id);
  const int money = pipeline.add(sql::orders_staff::money, order_id);
  pipeline.run();
  for (const db::Row row : pipeline.take(lines)) file.lines.push_back(to_work_line(row));
  for (const db::Row row : pipeline.take(history)) {
    file.history.push_back(
        {row.instant("at"), row.string("kind"), row.string("note"), row.string("who")});
    file.last_event = row.integer("id");
  }
  for (const db::Row row : pipeline.take(payments)) {
    file.payments.push_back({row.string("method"), row.string("state"), row.money("amount_cents"),
                             row.instant("created_at")});
  }
  for (const db::Row row : pipeline.take(refunds)) {
    file.refunds.push_back(
        {row.money("amount_cents"), row.string("reason"), row.instant("created_at")});
  }
  for (const db::Row row : pipeline.take(shipments)) {
    file.shipments.push_back({row.string("carrier"), row.string("tracking"), row.string("content"),
                              row.instant("shipped_at")});
  }
  const db::Result sums = pipeline.take(money);
  file.paid = sums[0].money("paid_cents");
  file.refunded = sums[0].money("refunded_cents");
  file.customer = sums[0].string("customer");

  // The order last: what its page shows is never older than the event that its forms name.
  auto order = find_order(db, order_id);
  if (!order || order->states.is_temp()) return std::nullopt;
  file.order = std::move(*order);
  return file;
}

std::map<std::int64_t, std::string> places_of_units(db::Connection& db, std::int64_t order_id) {
  std::map<std::int64_t, std::string> places;
  for (const db::Row row : db.run(sql::orders_staff::places_of_units, order_id)) {
    places[row.integer("order_line_id")] = row.string("places");
  }
  return places;
}

WorkOutcome do_step(db::Connection& db, std::int64_t order_id, Action action, const Hand& hand,
                    const std::string& note) {
  if (!is_plain_step(action)) return WorkOutcome::not_now;
  return with_locked_order(db, order_id, hand, [&](const db::Row& order) {
    if (!take_step(db, order, action, note_of(hand, note))) return WorkOutcome::not_now;
    if (action == Action::pay) record_payment(db, order, hand.now);
    return WorkOutcome::done;
  });
}

WorkOutcome ship(db::Connection& db, std::int64_t order_id, const Parcel& parcel,
                 const Hand& hand) {
  return with_locked_order(db, order_id, hand, [&](const db::Row& order) {
    const States states = to_states(order);
    if (!may(states, Action::ship)) return WorkOutcome::not_now;
    if (parcel.pieces.empty()) return WorkOutcome::nothing_to_ship;
    const auto left = pieces_left(lines_of(db, order_id), parcel);
    if (!left || names_a_line_twice(parcel)) return WorkOutcome::too_many_pieces;
    add_shipment(db, order_id, parcel, hand);
    const StepNote note = note_of(hand, parcel_note(parcel));
    const Action action = *left == 0 ? Action::ship : Action::ship_part;
    if (may(states, action)) {
      return take_step(db, order, action, note) ? WorkOutcome::done : WorkOutcome::not_now;
    }
    // A further part of an order that is partly shipped already.
    db.run(sql::orders::add_event, order_id, hand.now, event_kind(Action::ship_part),
           hand.account_id, note.note);
    return WorkOutcome::done;
  });
}

WorkOutcome refund(db::Connection& db, std::int64_t order_id, Money amount,
                   const std::string& reason, const Hand& hand) {
  return with_locked_order(db, order_id, hand, [&](const db::Row& order) {
    const auto money = db.first(sql::orders_staff::money, order_id);
    const Money left = money->money("paid_cents") - money->money("refunded_cents");
    if (amount > left || amount.cents < 1) return WorkOutcome::too_much_money;
    if (is_being_paid(db, order_id)) return WorkOutcome::not_now;
    db.run(sql::orders_staff::add_refund, order_id, amount, reason, hand.account_id, hand.now);
    const std::string sum = to_text(amount, order.text("currency"));
    const std::string note = reason.empty() ? sum : sum + ": " + reason;
    if (amount == left && to_states(order).is_paid()) {
      const bool is_done = take_step(db, order, Action::refund, note_of(hand, note));
      return is_done ? WorkOutcome::done : WorkOutcome::not_now;
    }
    db.run(sql::orders::add_event, order_id, hand.now,
           amount == left ? "refunded" : "part_refunded", hand.account_id, note);
    return WorkOutcome::done;
  });
}

}  // namespace orders
