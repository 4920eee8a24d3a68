#include "support/gateway_stub.h"

#include <nlohmann/json.hpp>
#include <stdexcept>

#include "base/hash.h"
#include "base/text.h"
#include "web/request.h"

namespace support {
namespace {

using Json = nlohmann::json;
using Fields = std::map<std::string, std::string>;

std::string http(int status, const Json& body) {
  const std::string text = body.dump();
  return "HTTP/1.1 " + std::to_string(status) +
         " X\r\nContent-Type: application/json\r\nContent-Length: " + std::to_string(text.size()) +
         "\r\nConnection: close\r\n\r\n" + text;
}

std::string error(int status, const std::string& message) {
  return http(status, {{"error", {{"message", message}}}});
}

Fields fields_of(const std::string& body) {
  Fields fields;
  const web::Fields parsed = web::parse_fields(body);
  for (const auto& [name, value] : parsed.entries()) fields[name] = value;
  return fields;
}

Json to_json(const GatewayStub::Session& session, const std::string& base) {
  return {{"id", session.id},
          {"object", "checkout.session"},
          {"url", base + "/pay/" + session.id},
          {"client_reference_id", session.token},
          {"amount_total", session.amount},
          {"currency", session.currency},
          {"status", session.status},
          {"payment_status", session.status == "complete" ? "paid" : "unpaid"},
          {"payment_intent", session.payment.empty() ? Json() : Json(session.payment)}};
}

GatewayStub::Event signed_event(const std::string& id, const std::string& kind, const Json& object,
                                Instant at) {
  const std::string body =
      Json({{"id", id}, {"object", "event"}, {"type", kind}, {"data", {{"object", object}}}})
          .dump();
  const std::string time = std::to_string(
      std::chrono::duration_cast<std::chrono::seconds>(at.time_since_epoch()).count());
  return {body, "t=" + time + ",v1=" + hmac_sha256_hex(GatewayStub::kSecret, time + "." + body)};
}

}  // namespace

void GatewayStub::serve(int client) {
  if (is_down_) return;
  const std::string request = HttpStub::read_request(client);
  const std::lock_guard lock(mutex_);
  send_all(client, answer(request));
}

std::string GatewayStub::answer(const std::string& request) {
  if (header_of(request, "Authorization") != std::string("Bearer ") + kKey) {
    return error(401, "no such key");
  }
  const std::string method = request.substr(0, request.find(' '));
  const auto from = method.size() + 1;
  const std::string path = request.substr(from, request.find(' ', from) - from);
  const Fields fields = fields_of(request.substr(request.find("\r\n\r\n") + 4));
  const std::string token = header_of(request, "Idempotency-Key");
  if (method == "POST" && path == "/v1/checkout/sessions") return open(fields, token);
  if (method == "POST" && path == "/v1/refunds") return refund(fields, token);
  const std::string rest = path.substr(std::min(path.size(), std::size_t{22}));
  const auto found = sessions_.find(rest.substr(0, rest.find('/')));
  if (found == sessions_.end()) return error(404, "no such session");
  if (method == "POST") {
    if (found->second.status != "open") return error(400, "only open sessions can be expired");
    found->second.status = "expired";
  }
  return http(200, to_json(found->second, url()));
}

std::string GatewayStub::open(const Fields& fields, const std::string& token) {
  if (const auto known = by_token_.find(token); known != by_token_.end()) {
    return http(200, to_json(sessions_[known->second], url()));
  }
  const auto value = [&](const std::string& name) {
    const auto found = fields.find(name);
    return found == fields.end() ? std::string() : found->second;
  };
  const auto amount = to_integer(value("line_items[0][price_data][unit_amount]"), 1, 99999999);
  if (value("mode") != "payment" || !amount || value("line_items[0][quantity]") != "1" ||
      value("line_items[0][price_data][product_data][name]").empty()) {
    return error(400, "a field is missing");
  }
  Session session{.id = "cs_test_" + std::to_string(sessions_.size() + 1),
                  .token = value("client_reference_id"),
                  .currency = value("line_items[0][price_data][currency]"),
                  .email = value("customer_email"),
                  .success_url = value("success_url"),
                  .amount = *amount};
  last_ = session.id;
  by_token_[token] = session.id;
  sessions_[session.id] = session;
  return http(200, to_json(session, url()));
}

std::string GatewayStub::refund(const Fields& fields, const std::string& token) {
  if (refuses_refunds_) return error(400, "the charge is disputed");
  for (const Refund& known : refunds_) {
    if (known.token == token) return http(200, {{"id", "re_1"}, {"status", "succeeded"}});
  }
  refunds_.push_back({fields.at("payment_intent"), std::stoll(fields.at("amount")), token});
  return http(200, {{"id", "re_1"}, {"status", "succeeded"}});
}

GatewayStub::Session GatewayStub::last_session() {
  const std::lock_guard lock(mutex_);
  return sessions_[last_];
}

int GatewayStub::sessions() {
  const std::lock_guard lock(mutex_);
  return static_cast<int>(sessions_.size());
}

std::vector<GatewayStub::Refund> GatewayStub::refunds() {
  const std::lock_guard lock(mutex_);
  return refunds_;
}

void GatewayStub::pay(const std::string& session) {
  const std::lock_guard lock(mutex_);
  Session& paid = sessions_.at(session);
  if (paid.status != "open") throw std::logic_error("only open sessions can be paid");
  paid.status = "complete";
  paid.payment = "pi_of_" + session;
}

GatewayStub::Event GatewayStub::event(const std::string& id, const std::string& kind,
                                      const std::string& session, Instant at) {
  const std::lock_guard lock(mutex_);
  return signed_event(id, kind, to_json(sessions_.at(session), url()), at);
}

GatewayStub::Event GatewayStub::refund_event(const std::string& id, const std::string& payment,
                                             std::int64_t refunded, Instant at) {
  return signed_event(id, "charge.refunded",
                      {{"id", "ch_1"}, {"payment_intent", payment}, {"amount_refunded", refunded}},
                      at);
}

}  // namespace support
