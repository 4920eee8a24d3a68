/// hosted_gateway.h - a payment service that charges cards on its own pages and tells by webhook.
///
/// Source: Stripe's public protocol: Checkout Sessions, Refunds, "Stripe-Signature". Any service
///         that speaks it will do; its address is the setting card_gateway, its key gateway_key.
/// Errors: no answer in time, or a refusal, is an empty result or an outcome; it never throws for
///         what the other side does. Waits for the network: never inside a transaction.
#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>

#include "base/config.h"
#include "base/money.h"
#include "base/time.h"

namespace orders {

/// What the customer is to pay, and where he comes back to.
struct SessionWish {
  std::string token{};  // our name for it; asked twice with one token, one session is opened
  std::string title{};  // what the payment page says
  Money amount{};
  std::string currency{};
  std::string email{};  // may be empty
  std::string success_url{};
  std::string cancel_url{};
  Instant expires_at{};
};

enum class SessionState { open, paid, closed };

struct GatewaySession {
  std::string id{};
  std::string url{};      // where the customer pays
  std::string payment{};  // names the payment; empty until there is one
  SessionState state = SessionState::open;
};

struct RefundAnswer {
  enum class Outcome { done, later, refused };
  Outcome outcome = Outcome::later;
  std::string why{};  // for staff, when it is not done
};

class HostedGateway {
 public:
  HostedGateway(std::string url, std::string key);

  std::optional<GatewaySession> open(const SessionWish& wish);
  std::optional<GatewaySession> look_up(const std::string& session);
  /// After `closed` nobody can pay there any more.
  std::optional<GatewaySession> close(const std::string& session);
  /// `token` names this refund: asked twice, the money goes back once.
  RefundAnswer refund(const std::string& payment, Money amount, const std::string& token);

 private:
  struct Answer {
    int status = 0;  // 0: none came
    nlohmann::json body{};
  };
  Answer ask(const std::string& path, const std::string& fields, const std::string& token);

  std::string url_;
  std::string key_;
};

/// The service of these settings; nothing unless card_gateway is an address.
std::optional<HostedGateway> make_hosted_gateway(const Config& config);

/// True when a header "t=…,v1=…" was made with this secret for this body, at most five minutes from
/// `now`.
bool is_gateway_signature(std::string_view header, std::string_view body, std::string_view secret,
                          Instant now);

}  // namespace orders
