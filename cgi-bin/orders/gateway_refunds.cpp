#include "orders/gateway_refunds.h"

#include <algorithm>
#include <chrono>

#include "db/retry.h"
#include "hosted.sql.h"
#include "orders.sql.h"
#include "orders/order_step.h"
#include "orders/rows.h"
#include "orders_staff.sql.h"

namespace orders {
namespace {

/// Half a minute after the first try, doubled each time, six hours at most.
std::chrono::seconds pause_after(int attempts) {
  constexpr std::chrono::seconds kFirst{30};
  constexpr std::chrono::seconds kLongest = std::chrono::hours(6);
  return std::min(kLongest, kFirst * (1 << std::min(attempts, 12)));
}

/// What became of the event.
std::string_view book_outside_refund(db::Connection& db, const db::Row& event, Instant now) {
  if (event.is_null("order_id")) return "unknown session";
  const std::int64_t order_id = event.integer("order_id");
  const auto order = db.first(sql::orders::lock_order, order_id);
  const auto known = db.first(sql::hosted::known_refunds, event.integer("session_id"));
  const auto money = db.first(sql::orders_staff::money, order_id);
  const Money left = money->money("paid_cents") - money->money("refunded_cents");
  const Money news{event.integer("refunded") - known->integer("cents")};
  const Money amount = std::min(news, left, [](Money a, Money b) { return a.cents < b.cents; });
  if (!order || amount.cents < 1) return "known";
  db.run(sql::hosted::refunded_outside);
  db.run(sql::orders_staff::add_refund, order_id, amount, "", std::nullopt, now);
  const std::string note = to_text(amount, order->text("currency"));
  const bool is_all = amount.cents == left.cents;
  if (is_all && take_step(db, *order, Action::refund, {std::nullopt, note, now})) return "refunded";
  db.run(sql::orders::add_event, order_id, now, is_all ? "refunded" : "part_refunded", std::nullopt,
         note);
  return "refunded";
}

}  // namespace

RefundRound send_refunds(db::Connection& db, HostedGateway& gateway, int batch, Instant now) {
  RefundRound round;
  for (const db::Row row : db.run(sql::hosted::claim_refunds, now, batch)) {
    const std::int64_t id = row.integer("id");
    const RefundAnswer answer =
        gateway.refund(row.string("payment"), row.money("amount_cents"), row.string("token"));
    switch (answer.outcome) {
      case RefundAnswer::Outcome::done:
        db.run(sql::hosted::refund_is_done, id, now);
        ++round.done;
        break;
      case RefundAnswer::Outcome::later:
        db.run(sql::hosted::refund_is_put_off, id, now + pause_after(row.small("attempts")),
               answer.why);
        ++round.put_off;
        break;
      case RefundAnswer::Outcome::refused:
        db.run(sql::hosted::refund_has_failed, id, now, answer.why);
        ++round.failed;
        break;
    }
  }
  return round;
}

int take_outside_refunds(db::Connection& db, int batch, Instant now) {
  int booked = 0;
  for (const db::Row event : db.run(sql::hosted::waiting_events, batch)) {
    db::with_retries([&] {
      db::Transaction transaction(db);
      const std::string_view result = book_outside_refund(db, event, now);
      db.run(sql::hosted::event_result, event.string("id"), result);
      transaction.commit();
      if (result == "refunded") ++booked;
      return true;
    });
  }
  return booked;
}

std::vector<GatewayRefund> list_gateway_refunds(db::Connection& db, std::int64_t order_id) {
  std::vector<GatewayRefund> refunds;
  for (const db::Row row : db.run(sql::hosted::refunds_of_order, order_id)) {
    refunds.push_back({.id = row.integer("id"),
                       .amount = row.money("amount_cents"),
                       .state = row.string("state"),
                       .error = row.string("last_error"),
                       .at = row.instant("created_at"),
                       .is_surplus = row.boolean("is_surplus")});
  }
  return refunds;
}

bool try_refund_again(db::Connection& db, std::int64_t order_id, std::int64_t id, Instant now) {
  return db.run(sql::hosted::try_refund_again, id, order_id, now).affected() == 1;
}

}  // namespace orders
