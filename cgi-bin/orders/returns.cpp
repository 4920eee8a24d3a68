#include "orders/returns.h"

#include <algorithm>
#include <map>

#include "inventory/inventory.h"
#include "orders/locked_order.h"
#include "orders/order_step.h"
#include "returns.sql.h"

namespace orders {
namespace {

ReturnRule rule_of(const States& states, const std::optional<Instant>& until, Instant now) {
  if (states.order != OrderState::placed && states.order != OrderState::complete) {
    return ReturnRule::ended;
  }
  if (until && now > *until) return ReturnRule::too_late;
  const bool is_all_sent = states.fulfilment == FulfilmentState::shipped ||
                           states.fulfilment == FulfilmentState::delivered;
  return is_all_sent ? ReturnRule::some_pieces : ReturnRule::whole_order;
}

bool names_a_line_twice(const ReturnWish& wish) {
  std::map<std::int64_t, int> count;
  for (const auto& [line, pieces] : wish.pieces) {
    if (++count[line] > 1) return true;
  }
  return false;
}

/// Whether these pieces can go back; nothing speaks against it: asked.
AskOutcome judge(const Returnable& order, const ReturnWish& wish) {
  if (order.rule == ReturnRule::too_late || order.rule == ReturnRule::ended) {
    return AskOutcome::not_now;
  }
  if (wish.pieces.empty()) return AskOutcome::nothing_chosen;
  if (names_a_line_twice(wish)) return AskOutcome::too_many;
  int left = 0;
  for (const ReturnableLine& line : order.lines) left += line.open;
  for (const auto& [line_id, pieces] : wish.pieces) {
    const auto line = std::ranges::find(order.lines, line_id, &ReturnableLine::id);
    if (line == order.lines.end() || pieces < 1 || pieces > line->open) return AskOutcome::too_many;
    left -= pieces;
  }
  return order.rule == ReturnRule::whole_order && left > 0 ? AskOutcome::not_now
                                                           : AskOutcome::asked;
}

Return to_return(const db::Row& row) {
  Return found;
  found.id = row.integer("id");
  found.order_id = row.integer("order_id");
  found.number = row.string("number");
  found.state = row.string("state");
  found.reason = row.string("reason");
  found.answer = row.string("answer");
  found.refund = row.maybe_money("refund_cents");
  found.created_at = row.instant("created_at");
  return found;
}

std::vector<ReturnLine> lines_of(db::Connection& db, std::int64_t return_id) {
  std::vector<ReturnLine> lines;
  for (const db::Row row : db.run(sql::returns::lines_of_return, return_id)) {
    lines.push_back({row.integer("order_line_id"), row.string("name"), row.small("quantity"),
                     row.money("unit_price_cents")});
  }
  return lines;
}

/// What the customer gets back: all he paid when the whole order ends (delivery included), else
/// the price of the pieces with its tax; never more than he paid and has not got back.
Money refund_due(db::Connection& db, std::int64_t order_id, const std::vector<ReturnLine>& lines,
                 bool is_whole) {
  const auto money = db.first(sql::orders_staff::money, order_id);
  const Money left = money->money("paid_cents") - money->money("refunded_cents");
  if (is_whole) return left;
  const auto tax = db.first(sql::returns::tax_of_order, order_id);
  Money goods;
  for (const ReturnLine& line : lines) goods += line.unit_price * line.pieces;
  // Promotions were taken off all goods: each piece gives back its share of them.
  const Money subtotal = tax->money("subtotal_cents");
  if (subtotal.cents > 0) {
    goods -= Money{goods.cents * tax->money("discount_cents").cents / subtotal.cents};
  }
  if (!tax->boolean("included")) goods += add_on(goods, tax->small("rate_bp"));
  return std::min(goods, left);
}

/// What becomes of the order and its pieces; false when that is not possible now.
bool take_in(db::Connection& db, const db::Row& order, const std::vector<ReturnLine>& lines,
             bool is_whole, const Hand& hand) {
  const States states = to_states(order);
  const std::int64_t id = order.integer("id");
  if (states.order == OrderState::returned || states.order == OrderState::cancelled) return true;
  if (is_whole) {
    const Action action = may(states, Action::cancel) ? Action::cancel : Action::take_back;
    return take_step(db, order, action, {hand.account_id, "", hand.now});
  }
  if (rule_of(states, {}, hand.now) != ReturnRule::some_pieces) return false;
  std::vector<inventory::ReturnedPieces> returned;
  for (const ReturnLine& line : lines) returned.push_back({line.order_line_id, line.pieces});
  inventory::return_some_units(db, id, returned);
  return true;
}

std::string content_of(const std::vector<ReturnLine>& lines) {
  std::string content;
  for (const ReturnLine& line : lines) {
    content += (content.empty() ? "" : ", ") + std::to_string(line.pieces) + " × " + line.name;
  }
  return content;
}

}  // namespace

std::optional<Returnable> find_returnable(db::Connection& db, std::int64_t order_id, Instant now) {
  const auto row = db.first(sql::returns::returnable_order, order_id);
  if (!row) return std::nullopt;
  Returnable order;
  order.order_id = order_id;
  order.number = row->string("number");
  order.until = row->maybe_instant("until");
  order.rule = rule_of(to_states(*row), order.until, now);
  int open = 0;
  for (const db::Row line : db.run(sql::returns::returnable_lines, order_id)) {
    order.lines.push_back(
        {line.integer("id"), line.string("name"), line.small("quantity"), line.small("open")});
    open += order.lines.back().open;
  }
  if (open == 0) order.rule = ReturnRule::ended;
  return order;
}

std::optional<std::int64_t> find_order_to_withdraw(db::Connection& db, const std::string& number,
                                                   const std::string& email) {
  const auto row = db.first(sql::returns::order_to_withdraw, number, email);
  if (!row) return std::nullopt;
  return row->integer("id");
}

Asked ask_return(db::Connection& db, std::int64_t order_id, const ReturnWish& wish,
                 std::optional<std::int64_t> actor, Instant now) {
  return with_retries([&]() -> Asked {
    db::Transaction transaction(db);
    if (!db.first(sql::orders::lock_order, order_id)) return {AskOutcome::no_such_order, 0};
    if (const auto before = db.first(sql::returns::return_by_token, wish.token)) {
      const bool is_ours = before->integer("order_id") == order_id;
      return {is_ours ? AskOutcome::asked : AskOutcome::not_now,
              is_ours ? before->integer("id") : 0};
    }
    const AskOutcome outcome = judge(find_returnable(db, order_id, now).value(), wish);
    if (outcome != AskOutcome::asked) return {outcome, 0};
    const auto made = db.first(sql::returns::add_return, order_id, wish.reason, wish.token, now);
    const std::int64_t id = made->integer("id");
    for (const auto& [line, pieces] : wish.pieces) {
      db.run(sql::returns::add_return_line, id, line, pieces);
    }
    db.run(sql::orders::add_event, order_id, now, "return_asked", actor,
           content_of(lines_of(db, id)));
    transaction.commit();
    return {AskOutcome::asked, id};
  });
}

std::optional<Return> find_return(db::Connection& db, std::int64_t order_id,
                                  std::int64_t return_id) {
  const auto row = db.first(sql::returns::return_by_id, return_id);
  if (!row || row->integer("order_id") != order_id) return std::nullopt;
  Return found = to_return(*row);
  found.lines = lines_of(db, return_id);
  return found;
}

std::vector<Return> returns_of_order(db::Connection& db, std::int64_t order_id) {
  std::vector<Return> returns;
  for (const db::Row row : db.run(sql::returns::returns_of_order, order_id)) {
    returns.push_back(to_return(row));
  }
  for (Return& one : returns) one.lines = lines_of(db, one.id);
  return returns;
}

std::vector<ListedReturn> list_returns(db::Connection& db, const std::string& state,
                                       const std::string& text, int limit,
                                       std::optional<std::int64_t> before) {
  std::vector<ListedReturn> returns;
  for (const db::Row row : db.run(sql::returns::list, state, text, before, limit)) {
    returns.push_back({.id = row.integer("id"),
                       .order_id = row.integer("order_id"),
                       .number = row.string("number"),
                       .name = row.string("ship_name"),
                       .email = row.string("email"),
                       .currency = row.string("currency"),
                       .state = row.string("state"),
                       .reason = row.string("reason"),
                       .content = row.string("content"),
                       .refund = row.maybe_money("refund_cents"),
                       .created_at = row.instant("created_at")});
  }
  return returns;
}

WorkOutcome accept_return(db::Connection& db, std::int64_t order_id, std::int64_t return_id,
                          const Hand& hand) {
  return with_locked_order(db, order_id, hand, [&](const db::Row& order) {
    const auto asked = find_return(db, order_id, return_id);
    if (!asked) return WorkOutcome::no_such_order;
    if (asked->state != "asked") return WorkOutcome::not_now;
    const bool is_whole =
        db.first(sql::returns::is_whole_order_returned, order_id, return_id)->boolean("whole");
    const Money due = refund_due(db, order_id, asked->lines, is_whole);
    if (!take_in(db, order, asked->lines, is_whole, hand)) return WorkOutcome::not_now;
    db.run(sql::returns::decide, return_id, "accepted", due, "", hand.account_id, hand.now);
    db.run(sql::orders::add_event, order_id, hand.now, "return_accepted", hand.account_id,
           content_of(asked->lines));
    return WorkOutcome::done;
  });
}

WorkOutcome decline_return(db::Connection& db, std::int64_t order_id, std::int64_t return_id,
                           const std::string& answer, const Hand& hand) {
  return with_locked_order(db, order_id, hand, [&](const db::Row&) {
    const auto asked = find_return(db, order_id, return_id);
    if (!asked) return WorkOutcome::no_such_order;
    if (asked->state != "asked") return WorkOutcome::not_now;
    db.run(sql::returns::decide, return_id, "declined", std::nullopt, answer, hand.account_id,
           hand.now);
    db.run(sql::orders::add_event, order_id, hand.now, "return_declined", hand.account_id, answer);
    return WorkOutcome::done;
  });
}

}  // namespace orders
