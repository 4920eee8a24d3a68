#include "orders/hosted.h"

#include <chrono>

#include "base/log.h"
#include "base/random.h"
#include "base/text.h"
#include "db/retry.h"
#include "hosted.sql.h"
#include "orders.sql.h"
#include "orders/order_step.h"
#include "orders/rows.h"

namespace orders {
namespace {

// The service asks for half an hour at least; unpaid orders keep their pieces for about as long.
constexpr std::chrono::hours kSessionLife{1};

/// Writes down that a session is paid; false when that was known. With an order that is paid
/// already the money is too much; with one that ended it stays for staff to send back.
bool record_paid(db::Connection& db, const std::string& token, const std::string& session,
                 const std::string& payment, Instant now) {
  return db::with_retries([&] {
    db::Transaction transaction(db);
    const auto found = db.first(sql::hosted::session_by_token, token);
    if (!found) return false;
    const std::int64_t order_id = found->integer("order_id");
    const auto order = db.first(sql::orders::lock_order, order_id);
    if (!order) throw std::logic_error("an order vanished while it was paid");
    const auto is_news =
        db.run(sql::hosted::session_is_paid, found->integer("id"), session, payment, now);
    if (is_news.affected() == 0) return false;
    const States states = to_states(*order);
    const bool is_surplus =
        states.payment != PaymentState::unpaid ||
        db.first(sql::hosted::has_succeeded, order_id)->boolean("has_succeeded");
    db.run(sql::hosted::add_payment, order_id, found->money("amount_cents"),
           is_surplus ? "surplus" : "succeeded", token, now);
    const auto paid = step(states, Action::pay);
    if (!is_surplus && paid) mark_paid(db, *order, paid->after, PaymentMethod::hosted_card, now);
    transaction.commit();
    return true;
  });
}

struct Started {
  OpenOutcome outcome = OpenOutcome::opened;
  std::string token{};
  std::string email{};
  std::string currency{};
  Money amount{};
};

Started start_session(db::Connection& db, std::int64_t order_id, Instant now) {
  db::Transaction transaction(db);
  const auto order = db.first(sql::orders::lock_order, order_id);
  if (!order) return {.outcome = OpenOutcome::not_payable};
  const States states = to_states(*order);
  if (states.is_paid()) return {.outcome = OpenOutcome::already_paid};
  if (!may(states, Action::pay)) return {.outcome = OpenOutcome::not_payable};
  // Another press came first and is asking the service.
  if (!db.run(sql::hosted::open_sessions, order_id).empty()) {
    return {.outcome = OpenOutcome::being_opened};
  }
  Started started{.token = random_token(),
                  .email = order->string("email"),
                  .currency = order->string("currency"),
                  .amount = order->money("total_cents")};
  if (started.amount.cents == 0) return {.outcome = OpenOutcome::not_payable};
  db.run(sql::hosted::start_session, order_id, started.token, started.amount, started.currency,
         now);
  transaction.commit();
  return started;
}

bool settle(db::Connection& db, HostedGateway& gateway, std::int64_t order_id, bool is_to_close,
            Instant now) {
  bool is_paid = false;
  for (const db::Row row : db.run(sql::hosted::open_sessions, order_id)) {
    const std::int64_t id = row.integer("id");
    if (row.is_null("session")) {
      // Nobody was told its address.
      constexpr std::chrono::minutes kLongestQuestion{2};
      const bool is_old = row.instant("created_at") + kLongestQuestion < now;
      if (is_old || is_to_close) db.run(sql::hosted::close_session, id, now);
      continue;
    }
    const std::string session = row.string("session");
    const auto known = is_to_close ? gateway.close(session) : gateway.look_up(session);
    if (!known) continue;
    if (known->state == SessionState::closed) db.run(sql::hosted::close_session, id, now);
    if (known->state == SessionState::paid) {
      is_paid = record_paid(db, row.string("token"), known->id, known->payment, now) || is_paid;
    }
  }
  return is_paid;
}

/// "completed" of "checkout.session.completed"; empty for what is not about a session.
std::string_view session_news(std::string_view kind) {
  constexpr std::string_view kSession = "checkout.session.";
  if (!kind.starts_with(kSession)) return "";
  const std::string_view news = kind.substr(kSession.size());
  const bool is_known = news == "completed" || news == "expired" ||
                        news == "async_payment_succeeded" || news == "async_payment_failed";
  return is_known ? news : "";
}

/// What became of an event of a session.
std::string_view take_session_event(db::Connection& db, const GatewayEvent& event, Instant now) {
  const auto session = db.first(sql::hosted::session_by_token, event.token);
  if (!session) return "unknown session";
  const std::string_view news = session_news(event.kind);
  const bool is_success = news == "completed" || news == "async_payment_succeeded";
  if (is_success) {
    if (!event.is_paid) return "not paid yet";
    const bool is_right = event.amount == session->integer("amount_cents") &&
                          to_lower(event.currency) == to_lower(session->text("currency"));
    if (!is_right) return "another amount";
    return record_paid(db, event.token, event.session, event.payment, now) ? "paid" : "known";
  }
  const auto closed = db.run(sql::hosted::close_session, session->integer("id"), now);
  return closed.affected() == 1 ? "closed" : "known";
}

}  // namespace

std::optional<std::string> open_payment_url(db::Connection& db, std::int64_t order_id) {
  for (const db::Row row : db.run(sql::hosted::open_sessions, order_id)) {
    if (!row.is_null("url")) return row.string("url");
  }
  return std::nullopt;
}

OpenedPayment open_hosted_payment(db::Connection& db, HostedGateway& gateway, std::int64_t order_id,
                                  const std::string& title, const ComeBack& come_back,
                                  Instant now) {
  if (settle(db, gateway, order_id, false, now)) return {OpenOutcome::already_paid, ""};
  if (const auto url = open_payment_url(db, order_id)) return {OpenOutcome::opened, *url};
  const Started started = start_session(db, order_id, now);
  if (started.outcome != OpenOutcome::opened) return {started.outcome, ""};
  const auto session = gateway.open({.token = started.token,
                                     .title = title,
                                     .amount = started.amount,
                                     .currency = started.currency,
                                     .email = started.email,
                                     .success_url = come_back.success_url,
                                     .cancel_url = come_back.cancel_url,
                                     .expires_at = now + kSessionLife});
  if (!session) {
    const auto row = db.first(sql::hosted::session_by_token, started.token);
    db.run(sql::hosted::close_session, row->integer("id"), now);
    return {OpenOutcome::unreachable, ""};
  }
  const auto answered =
      db.run(sql::hosted::answer_session, started.token, session->id, session->url);
  if (answered.affected() == 0) return {OpenOutcome::not_payable, ""};
  return {OpenOutcome::opened, session->url};
}

bool settle_hosted_payments(db::Connection& db, HostedGateway& gateway, std::int64_t order_id,
                            Instant now) {
  return settle(db, gateway, order_id, false, now);
}

bool close_hosted_payments(db::Connection& db, HostedGateway& gateway, std::int64_t order_id,
                           Instant now) {
  return settle(db, gateway, order_id, true, now);
}

EventOutcome take_gateway_event(db::Connection& db, const GatewayEvent& event, Instant now) {
  db::Transaction transaction(db);
  const bool is_refund = event.kind == "charge.refunded" && !event.payment.empty();
  std::optional<std::string> payment;
  if (is_refund) payment = event.payment;
  std::optional<std::int64_t> refunded;
  if (is_refund) refunded = event.refunded;
  const auto noted = db.first(sql::hosted::note_event, event.id, event.kind, now,
                              is_refund ? "waiting" : "ignored", payment, refunded);
  if (!noted) return EventOutcome::known;
  EventOutcome outcome = is_refund ? EventOutcome::taken : EventOutcome::ignored;
  if (!session_news(event.kind).empty()) {
    const std::string_view result = take_session_event(db, event, now);
    db.run(sql::hosted::event_result, event.id, result);
    if (result == "another amount")
      logging::error("", "payment service: another amount than asked");
    outcome = EventOutcome::taken;
  }
  transaction.commit();
  return outcome;
}

}  // namespace orders
