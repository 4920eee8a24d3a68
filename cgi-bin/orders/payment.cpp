#include "orders/payment.h"

#include <chrono>
#include <optional>

#include "orders.sql.h"
#include "orders/order_step.h"
#include "orders/payment_method.h"
#include "orders/rows.h"

namespace orders {
namespace {

// No gateway takes longer; a payment that is 'started' for longer lost its process.
constexpr std::chrono::minutes kLongestCharge{2};

/// Either a payment that was started now, or the reason why none was.
struct Start {
  std::optional<PayOutcome> refusal{};
  std::int64_t payment_id = 0;
  Money amount{};
  std::string currency{};
};

PayOutcome outcome_of_state(std::string_view state) {
  if (state == "succeeded") return PayOutcome::paid;
  if (state == "declined") return PayOutcome::declined;
  if (state == "timed_out") return PayOutcome::timed_out;
  if (state == "started") return PayOutcome::in_progress;
  return PayOutcome::not_payable;  // refunded
}

std::string_view payment_state(ChargeOutcome outcome) {
  switch (outcome) {
    case ChargeOutcome::succeeded: return "succeeded";
    case ChargeOutcome::declined: return "declined";
    case ChargeOutcome::unknown: return "timed_out";
  }
  throw std::logic_error("unknown ChargeOutcome");
}

bool is_under_way(const db::Row& payment, Instant now) {
  return payment.text("state") == "started" && payment.instant("created_at") + kLongestCharge > now;
}

Start start_payment(db::Connection& db, std::int64_t order_id, const std::string& token,
                    Instant now) {
  db::Transaction transaction(db);
  const auto order = db.first(sql::orders::lock_order, order_id);
  if (!order) return {.refusal = PayOutcome::not_payable};
  if (const auto before = db.first(sql::orders::payment_by_token, token)) {
    const bool is_ours = before->integer("order_id") == order_id;
    return {.refusal = is_ours ? outcome_of_state(before->text("state")) : PayOutcome::not_payable};
  }
  const States states = to_states(*order);
  if (states.is_paid()) return {.refusal = PayOutcome::already_paid};
  if (!may(states, Action::pay)) return {.refusal = PayOutcome::not_payable};
  if (!db.run(sql::orders::open_payments, order_id).empty()) {
    return {.refusal = PayOutcome::in_progress};
  }
  const auto payment =
      db.first(sql::orders::start_payment, order_id, to_text(PaymentMethod::sandbox_card),
               order->money("total_cents"), token, now);
  Start start{{}, payment->integer("id"), order->money("total_cents"), order->string("currency")};
  transaction.commit();
  return start;
}

/// Writes down what the gateway said. What was charged for an order that cannot be paid any more
/// stays in the table as succeeded, for staff to refund.
PayOutcome record(db::Connection& db, std::int64_t order_id, std::int64_t payment_id,
                  ChargeOutcome outcome, Instant now) {
  db::Transaction transaction(db);
  const auto order = db.first(sql::orders::lock_order, order_id);
  if (!order) throw std::logic_error("an order vanished while it was paid");
  const std::string_view state = payment_state(outcome);
  const bool is_news = db.run(sql::orders::finish_payment, payment_id, state, now).affected() == 1;
  const auto paid = step(to_states(*order), Action::pay);
  if (is_news && outcome == ChargeOutcome::succeeded && paid) {
    mark_paid(db, *order, paid->after, PaymentMethod::sandbox_card, now);
  } else if (is_news && outcome != ChargeOutcome::succeeded) {
    db.run(sql::orders::add_event, order_id, now, "payment_failed", std::nullopt, state);
  }
  transaction.commit();
  const bool is_lost = outcome == ChargeOutcome::succeeded && !paid;
  return is_lost ? PayOutcome::not_payable : outcome_of_state(state);
}

}  // namespace

bool settle_payments(db::Connection& db, CardGateway& gateway, std::int64_t order_id, Instant now) {
  bool is_paid = false;
  for (const db::Row payment : db.run(sql::orders::open_payments, order_id)) {
    if (is_under_way(payment, now)) continue;
    const ChargeOutcome outcome = gateway.outcome_of(payment.string("token"));
    if (outcome == ChargeOutcome::unknown) continue;
    const PayOutcome recorded = record(db, order_id, payment.integer("id"), outcome, now);
    is_paid = is_paid || recorded == PayOutcome::paid;
  }
  return is_paid;
}

PayOutcome pay_order(db::Connection& db, CardGateway& gateway, std::int64_t order_id,
                     const Card& card, const std::string& token, Instant now) {
  // A token that was used has its answer already; only a new one may settle what is open.
  if (!db.first(sql::orders::payment_by_token, token) &&
      settle_payments(db, gateway, order_id, now)) {
    return PayOutcome::paid;
  }
  const Start start = start_payment(db, order_id, token, now);
  if (start.refusal) return *start.refusal;
  const ChargeOutcome outcome = gateway.charge(card, start.amount, start.currency, token);
  return record(db, order_id, start.payment_id, outcome, now);
}

}  // namespace orders
