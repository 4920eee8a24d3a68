/// hosted.h - paying an order on the pages of a payment service.
///
/// A session is committed before the service is asked for it, and no transaction is open meanwhile.
/// One session of an order is open at a time (unique index hosted_session_one_at_a_time); while one
/// is, an order cannot be cancelled or marked as paid: close_hosted_payments() comes first. Money
/// that came twice is a payment of state 'surplus' and goes back by itself.
///
/// Source: tables hosted_session, gateway_event (sql/migrations/0180), queries in
///         sql/queries/hosted.sql, orders/hosted_gateway.h.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "db/db.h"
#include "orders/hosted_gateway.h"

namespace orders {

enum class OpenOutcome {
  opened,
  already_paid,
  not_payable,
  being_opened,  // by another press of the button, a moment ago: the service has not answered it
                 // yet
  unreachable,   // the service gave no session: the order is as it was
};

struct OpenedPayment {
  OpenOutcome outcome = OpenOutcome::unreachable;
  std::string url{};  // of the service, when opened
};

struct ComeBack {
  std::string success_url{};
  std::string cancel_url{};
};

/// Where the customer pays this order: its open session, or a new one.
[[nodiscard]] OpenedPayment open_hosted_payment(db::Connection& db, HostedGateway& gateway,
                                                std::int64_t order_id, const std::string& title,
                                                const ComeBack& come_back, Instant now);

/// The address of the order's open session; nothing when there is none.
std::optional<std::string> open_payment_url(db::Connection& db, std::int64_t order_id);

/// Asks the service how the order's sessions stand; true when it was found to be paid.
bool settle_hosted_payments(db::Connection& db, HostedGateway& gateway, std::int64_t order_id,
                            Instant now);

/// The same, and closes those that are not paid: before an order ends or is paid another way. One
/// that could not be closed (the service is away) stays open.
bool close_hosted_payments(db::Connection& db, HostedGateway& gateway, std::int64_t order_id,
                           Instant now);

/// What the service tells, with a good signature.
struct GatewayEvent {
  std::string id{};
  std::string kind{};   // such as checkout.session.completed
  std::string token{};  // of a session: our name for it
  std::string session{};
  std::string payment{};
  std::string currency{};
  std::int64_t amount = 0;    // of a session: cents
  std::int64_t refunded = 0;  // of a charge: cents that went back until now
  bool is_paid = false;
};

enum class EventOutcome { taken, known, ignored };

/// Does what the event says, once.
EventOutcome take_gateway_event(db::Connection& db, const GatewayEvent& event, Instant now);

}  // namespace orders
