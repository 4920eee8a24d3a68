#include "orders/orders.h"

#include "orders.sql.h"
#include "orders/order_step.h"
#include "orders/rows.h"
#include "promotions.sql.h"

namespace orders {
namespace {

OrderSummary to_temp_summary(const db::Row& row) {
  OrderSummary order;
  order.id = row.integer("id");
  order.at = row.instant("created_at");
  order.pieces = row.small("pieces");
  order.products = row.small("products");
  order.total = row.money("total_cents");
  order.first_product = row.string("first_product");
  return order;
}

OrderSummary to_summary(const db::Row& row) {
  OrderSummary order;
  order.id = row.integer("id");
  order.number = row.string("number");
  order.states = to_states(row);
  order.currency = row.string("currency");
  order.total = row.money("total_cents");
  order.at = row.instant("placed_at");
  order.pieces = row.small("pieces");
  order.products = row.small("products");
  order.first_product = row.string("first_product");
  return order;
}

Order to_whole_order(const db::Row& row) {
  Order order = to_order(row);
  order.visitor = row.string("visitor");
  order.discount = row.money("discount_cents");
  order.tax_name = row.string("tax_name");
  order.tax_rate_bp = row.small("tax_rate_bp");
  order.tax_included = row.boolean("tax_included");
  order.email = row.string("email");
  order.shipping_name = row.string("shipping_name");
  order.bank_account = row.string("bank_account");
  return order;
}

}  // namespace

std::vector<OrderSummary> list_orders(db::Connection& db, std::int64_t account_id, int limit,
                                      std::optional<std::int64_t> before) {
  db::Pipeline pipeline(db);
  const int temp = pipeline.add(sql::orders::temp_order, account_id);
  const int placed = pipeline.add(sql::orders::placed_orders, account_id, before, limit);
  pipeline.run();

  std::vector<OrderSummary> orders;
  if (!before) {
    for (const db::Row row : pipeline.take(temp)) orders.push_back(to_temp_summary(row));
  }
  for (const db::Row row : pipeline.take(placed)) {
    if (static_cast<int>(orders.size()) < limit) orders.push_back(to_summary(row));
  }
  return orders;
}

std::optional<Order> find_order(db::Connection& db, std::int64_t order_id) {
  db::Pipeline pipeline(db);
  const int found = pipeline.add(sql::orders::order_by_id, order_id);
  const int lines = pipeline.add(sql::orders::order_lines, order_id);
  const int events = pipeline.add(sql::orders::order_events, order_id);
  const int discounts = pipeline.add(sql::promotions::order_discounts, order_id);
  pipeline.run();

  const db::Result rows = pipeline.take(found);
  if (rows.empty()) return std::nullopt;
  Order order = to_whole_order(rows[0]);
  for (const db::Row row : pipeline.take(lines)) order.lines.push_back(to_order_line(row));
  for (const db::Row row : pipeline.take(events)) {
    order.events.push_back({row.instant("at"), row.string("kind"), row.string("note")});
  }
  for (const db::Row row : pipeline.take(discounts)) {
    const Money amount = row.money("amount_cents");
    order.discounts.push_back({row.integer("promotion_id"), row.string("name"), row.string("code"),
                               amount, amount.cents == 0});
  }
  return order;
}

std::optional<Order> find_order(db::Connection& db, const CartOwner& owner, std::int64_t order_id) {
  std::optional<Order> order = find_order(db, order_id);
  if (!order) return std::nullopt;
  const bool is_theirs = owner.account_id != 0 ? order->account_id == owner.account_id
                                               : order->account_id == 0 && !owner.visitor.empty() &&
                                                     order->visitor == owner.visitor;
  return is_theirs ? order : std::nullopt;
}

std::optional<std::int64_t> find_order_for_guest(db::Connection& db, const std::string& number,
                                                 const std::string& email) {
  const auto row = db.first(sql::orders::guest_order, number, email);
  if (!row) return std::nullopt;
  return row->integer("id");
}

AdvanceOutcome advance_order(db::Connection& db, std::int64_t order_id, Action action,
                             std::optional<std::int64_t> actor, const std::string& note,
                             Instant now) {
  return with_retries([&] {
    db::Transaction transaction(db);
    const auto order = db.first(sql::orders::lock_order, order_id);
    if (!order) return AdvanceOutcome::no_such_order;
    if (!take_step(db, *order, action, {actor, note, now})) return AdvanceOutcome::not_now;
    transaction.commit();
    return AdvanceOutcome::done;
  });
}

AdvanceOutcome cancel_order(db::Connection& db, std::int64_t order_id,
                            std::optional<std::int64_t> actor, Instant now) {
  return advance_order(db, order_id, Action::cancel, actor, "", now);
}

AdvanceOutcome change_payment_method(db::Connection& db, std::int64_t order_id,
                                     PaymentMethod method) {
  db::Transaction transaction(db);
  const auto order = db.first(sql::orders::lock_order, order_id);
  if (!order) return AdvanceOutcome::no_such_order;
  if (!may(to_states(*order), Action::pay)) return AdvanceOutcome::not_now;
  db.run(sql::orders::set_payment_method, order_id, to_text(method));
  transaction.commit();
  return AdvanceOutcome::done;
}

}  // namespace orders
