#include <algorithm>

#include "chat.sql.h"
#include "chat/act.h"
#include "chat/dates.h"

namespace chat {
namespace {

constexpr int kOrdersTold = 3;
constexpr int kLinesTold = 8;

std::string cell(const db::Row& order, const char* column) {
  return "sales_order " + order.string("id") + " " + column;
}

Value number_of(const db::Row& order) {
  return {order.string("number"), cell(order, "number")};
}

Value day_of(const db::Row& order, const char* column) {
  return {to_day_text(order.instant(column)), cell(order, column)};
}

void say_shipped(Answer& answer, const db::Row& order) {
  const bool is_dated = !order.is_null("shipped_at");
  if (is_dated) {
    answer.say("answer.order_shipped", {number_of(order), day_of(order, "shipped_at")});
  } else {
    answer.say("answer.order_on_its_way", {number_of(order)});
  }
}

void say_delivered(Answer& answer, const db::Row& order) {
  const bool is_dated = !order.is_null("delivered_at");
  if (is_dated) {
    answer.say("answer.order_delivered", {number_of(order), day_of(order, "delivered_at")});
  } else {
    answer.say("answer.order_arrived", {number_of(order)});
  }
}

void say_order(const Asking& asking, Answer& answer, const db::Row& order) {
  const std::string_view state = order.text("state");
  const std::string_view fulfilment = order.text("fulfilment_state");
  if (state == "cancelled") {
    return answer.say("answer.order_cancelled", {number_of(order), day_of(order, "placed_at")});
  }
  if (state == "returned" || fulfilment == "returned") {
    return answer.say("answer.order_returned", {number_of(order), day_of(order, "placed_at")});
  }
  if (fulfilment == "delivered") return say_delivered(answer, order);
  if (fulfilment == "shipped") {
    say_shipped(answer, order);
  } else if (fulfilment == "partly_shipped") {
    answer.say("answer.order_partly_shipped", {number_of(order), day_of(order, "placed_at")});
  } else {
    answer.say(fulfilment == "packed" ? "answer.order_packed" : "answer.order_open",
               {number_of(order), day_of(order, "placed_at")});
  }
  if (order.text("payment_state") == "unpaid") {
    answer.say("answer.order_unpaid", {{to_text(order.money("total_cents"), asking.currency),
                                        cell(order, "total_cents")}});
  }
}

Answer log_in_first() {
  Answer answer;
  answer.say("answer.log_in");
  return answer;
}

// --- did I order … ---------------------------------------------------------------------------

struct Purchases {
  db::Result rows{};
  int total() const { return rows.empty() ? 0 : rows[0].small("total"); }
};

constexpr Instant kEver{};

Purchases find_purchases(const Asking& asking, Instant from, Instant until) {
  return {asking.db.run(sql::chat::own_purchases, asking.owner.account_id,
                        to_json(asking.meaning.wish.needs), from, until, kLinesTold)};
}

void say_purchases(const Asking& asking, Answer& answer, const Purchases& purchases) {
  std::vector<std::int64_t> ids;
  for (const db::Row line : purchases.rows) {
    const Value pieces{line.string("quantity"), "order_line of " + cell(line, "quantity")};
    const Value name{line.string("name"), "order_line of " + cell(line, "product_name")};
    const bool is_off = line.text("state") == "cancelled" || line.text("state") == "returned";
    answer.say(is_off ? "answer.bought_and_undone" : "answer.bought",
               {day_of(line, "placed_at"), pieces, name, number_of(line)});
    const std::int64_t product = line.integer("product_id");
    if (std::ranges::find(ids, product) == ids.end()) ids.push_back(product);
  }
  asking.after.shown = ids;
  answer.products = ids;
}

std::vector<Value> range_values(const DateRange& range) {
  return {{to_day_text(range.from), "calendar"},
          {to_day_text(range.until - std::chrono::hours(12)), "calendar"}};
}

/// Nothing then: but perhaps at another time, which is what people want to know next.
Answer not_then(const Asking& asking, const DateRange& range) {
  Answer answer;
  const Value words = wish_words(asking.meaning.wish);
  std::vector<Value> values = range_values(range);
  values.push_back(words);
  answer.say(words.text.empty() ? "answer.nothing_bought_then" : "answer.not_bought_then", values);
  const Purchases ever = find_purchases(asking, kEver, asking.now);
  if (ever.rows.empty()) return answer;
  answer.say("answer.but_at_another_time");
  say_purchases(asking, answer, ever);
  return answer;
}

}  // namespace

Answer act_order_status(const Asking& asking) {
  if (asking.owner.account_id == 0) return log_in_first();
  Answer answer;
  const std::string& number = asking.meaning.order_number;
  if (!number.empty()) {
    const auto order =
        asking.db.first(sql::chat::own_order_by_number, asking.owner.account_id, number);
    // Somebody else's order and none at all sound the same.
    if (!order) {
      answer.say("answer.order_unknown", {quoted(number)});
    } else {
      say_order(asking, answer, *order);
    }
    return answer;
  }
  const auto orders =
      asking.db.run(sql::chat::own_last_orders, asking.owner.account_id, kOrdersTold);
  if (orders.empty()) answer.say("answer.no_orders");
  for (const db::Row order : orders) say_order(asking, answer, order);
  return answer;
}

Answer act_order_history(const Asking& asking) {
  if (asking.owner.account_id == 0) return log_in_first();
  const auto& phrase = asking.meaning.date;
  const DateRange range =
      phrase ? range_of(*phrase, asking.now) : DateRange{kEver, asking.now + std::chrono::hours(1)};
  const Purchases purchases = find_purchases(asking, range.from, range.until);
  Answer answer;
  const Value words = wish_words(asking.meaning.wish);
  if (purchases.rows.empty() && phrase) return not_then(asking, range);
  if (purchases.rows.empty()) {
    if (words.text.empty()) {
      answer.say("answer.no_orders");
    } else {
      answer.say("answer.never_bought", {words});
    }
    return answer;
  }
  const Value count = count_of(purchases.total(), "lines of your orders");
  if (words.text.empty()) {
    answer.say("answer.your_purchases", {count});
  } else {
    answer.say("answer.yes_bought", {words, count});
  }
  say_purchases(asking, answer, purchases);
  return answer;
}

Answer act_order_cancel(const Asking& asking) {
  if (asking.owner.account_id == 0) return log_in_first();
  Answer answer = act_order_status(asking);
  const auto orders = asking.db.run(sql::chat::cancellable_orders, asking.owner.account_id,
                                    asking.meaning.order_number, kOrdersTold);
  for (const db::Row order : orders) {
    answer.proposals.push_back({.kind = Proposal::Kind::order_cancel,
                                .order_id = order.integer("id"),
                                .name = order.string("number")});
  }
  answer.say(orders.empty() ? "answer.how_to_cancel" : "answer.propose_cancel");
  return answer;
}

}  // namespace chat
