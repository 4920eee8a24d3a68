/// gateway_stub.h - a payment service on a free port of this machine: sessions, refunds, signed
/// events, and all that can go wrong with them.
///
///   support::GatewayStub service;
///   orders::HostedGateway gateway(service.url(), "key");
///   … service.pay(service.last_session()) …
///
/// It speaks Stripe's protocol over real HTTP, in a thread of its own.
#pragma once

#include <atomic>
#include <map>
#include <mutex>
#include <string>
#include <vector>

#include "base/time.h"
#include "support/http_stub.h"

namespace support {

class GatewayStub {
 public:
  struct Session {
    std::string id{};
    std::string token{};  // client_reference_id
    std::string currency{};
    std::string email{};
    std::string success_url{};
    std::int64_t amount = 0;
    std::string status = "open";
    std::string payment{};
  };
  struct Refund {
    std::string payment{};
    std::int64_t amount = 0;
    std::string token{};
  };
  /// What a webhook brings: the body and its Stripe-Signature.
  struct Event {
    std::string body{};
    std::string signature{};
  };

  static constexpr const char* kKey = "sk_test_of_the_stub";
  static constexpr const char* kSecret = "whsec_of_the_stub";

  std::string url() const { return server_.url(); }
  /// Takes no requests: connections are shut without an answer.
  void go_down(bool is_down) { is_down_ = is_down; }
  /// Answers every refund with 400.
  void refuse_refunds(bool refuses) { refuses_refunds_ = refuses; }

  Session last_session();
  int sessions();
  std::vector<Refund> refunds();
  /// The customer pays on the service's page.
  void pay(const std::string& session);

  /// An event about the session as it stands.
  Event event(const std::string& id, const std::string& kind, const std::string& session,
              Instant at);
  /// "charge.refunded" with the cents that went back in all.
  Event refund_event(const std::string& id, const std::string& payment, std::int64_t refunded,
                     Instant at);

 private:
  void serve(int client);
  std::string answer(const std::string& request);
  std::string open(const std::map<std::string, std::string>& fields, const std::string& token);
  std::string refund(const std::map<std::string, std::string>& fields, const std::string& token);

  std::atomic<bool> is_down_{false};
  std::atomic<bool> refuses_refunds_{false};
  std::mutex mutex_;
  std::map<std::string, Session> sessions_;
  std::map<std::string, std::string> by_token_;  // Idempotency-Key -> session
  std::string last_;
  std::vector<Refund> refunds_;
  HttpStub server_{[this](int client) { serve(client); }};  // last: it uses all of the above
};

}  // namespace support
