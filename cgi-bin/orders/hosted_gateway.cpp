#include "orders/hosted_gateway.h"

#include <curl/curl.h>
#include <openssl/crypto.h>

#include <chrono>
#include <memory>

#include "base/hash.h"
#include "base/log.h"
#include "base/secrets.h"

#include "base/text.h"
#include "orders/payment_method.h"

namespace orders {
namespace {

constexpr long kTimeoutSeconds = 15;
constexpr std::size_t kMostAnswer = 1U << 20U;
constexpr int kTooManyRequests = 429;
constexpr int kConflict = 409;
constexpr int kServerError = 500;

struct ListCleanup {
  void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};
using Headers = std::unique_ptr<curl_slist, ListCleanup>;

void add_header(Headers& headers, const std::string& line) {
  headers.reset(curl_slist_append(headers.release(), line.c_str()));
}

std::size_t receive(const char* bytes, std::size_t size, std::size_t count, void* target) {
  auto& text = *static_cast<std::string*>(target);
  if (text.size() + size * count > kMostAnswer) return 0;
  text.append(bytes, size * count);
  return size * count;
}

std::string text_of(const nlohmann::json& object, const char* name) {
  const auto found = object.find(name);
  return found != object.end() && found->is_string() ? found->get<std::string>() : "";
}

std::int64_t unix_seconds(Instant moment) {
  return std::chrono::duration_cast<std::chrono::seconds>(moment.time_since_epoch()).count();
}

/// Nothing for what is no session.
std::optional<GatewaySession> to_session(const nlohmann::json& body) {
  if (!body.is_object()) return std::nullopt;
  GatewaySession session{.id = text_of(body, "id"),
                         .url = text_of(body, "url"),
                         .payment = text_of(body, "payment_intent")};
  if (session.id.empty()) return std::nullopt;
  // Complete and not paid yet: a debit that takes days. It can still go either way.
  if (text_of(body, "payment_status") == "paid") session.state = SessionState::paid;
  if (text_of(body, "status") == "expired") session.state = SessionState::closed;
  return session;
}

std::string error_of(const nlohmann::json& body) {
  const auto error = body.is_object() ? body.find("error") : body.end();
  return error != body.end() && error->is_object() ? text_of(*error, "message") : "";
}

std::string field(std::string_view name, std::string_view value) {
  return "&" + url_encoded(name) + "=" + url_encoded(value);
}

}  // namespace

HostedGateway::HostedGateway(std::string url, std::string key)
    : url_(std::move(url)), key_(std::move(key)) {}

std::optional<HostedGateway> make_hosted_gateway(const Config& config) {
  if (!is_payment_service(config.card_gateway)) return std::nullopt;
  return HostedGateway(config.card_gateway, secret("gateway_key"));
}

HostedGateway::Answer HostedGateway::ask(const std::string& path, const std::string& fields,
                                         const std::string& token) {
  const std::unique_ptr<CURL, void (*)(CURL*)> handle(curl_easy_init(), curl_easy_cleanup);
  if (!handle) throw std::bad_alloc();
  CURL* curl = handle.get();
  Headers headers;
  add_header(headers, "Authorization: Bearer " + key_);
  if (!token.empty()) add_header(headers, "Idempotency-Key: " + token);
  const std::string url = url_ + path;
  std::string text;
  curl_easy_setopt(curl, CURLOPT_URL, url.c_str());
  curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "http,https");
  curl_easy_setopt(curl, CURLOPT_FOLLOWLOCATION, 0L);
  curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(curl, CURLOPT_TIMEOUT, kTimeoutSeconds);
  curl_easy_setopt(curl, CURLOPT_HTTPHEADER, headers.get());
  curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, receive);
  curl_easy_setopt(curl, CURLOPT_WRITEDATA, &text);
  if (!fields.empty()) {
    curl_easy_setopt(curl, CURLOPT_POSTFIELDSIZE, static_cast<long>(fields.size()));
    curl_easy_setopt(curl, CURLOPT_POSTFIELDS, fields.c_str());
  }
  const CURLcode code = curl_easy_perform(curl);
  if (code != CURLE_OK) {
    logging::error("", std::string("payment service: ") + curl_easy_strerror(code));
    return {};
  }
  long status = 0;
  curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &status);
  Answer answer{static_cast<int>(status), nlohmann::json::parse(text, nullptr, false)};
  if (answer.body.is_discarded()) answer.body = {};
  if (status >= 400) {
    logging::error("", "payment service: " + std::to_string(status) + " " + error_of(answer.body));
  }
  return answer;
}

std::optional<GatewaySession> HostedGateway::open(const SessionWish& wish) {
  std::string fields = "mode=payment";
  fields += field("client_reference_id", wish.token);
  fields += field("success_url", wish.success_url);
  fields += field("cancel_url", wish.cancel_url);
  fields += field("expires_at", std::to_string(unix_seconds(wish.expires_at)));
  if (!wish.email.empty()) fields += field("customer_email", wish.email);
  fields += field("line_items[0][quantity]", "1");
  fields += field("line_items[0][price_data][currency]", to_lower(wish.currency));
  fields += field("line_items[0][price_data][unit_amount]", std::to_string(wish.amount.cents));
  fields += field("line_items[0][price_data][product_data][name]", wish.title);
  const Answer answer = ask("/v1/checkout/sessions", fields, wish.token);
  if (answer.status != 200) return std::nullopt;
  auto session = to_session(answer.body);
  // The address becomes a link: only where the service itself lives by TLS, or a stub does without.
  const std::string_view scheme = url_.starts_with("https://") ? "https://" : "http";
  if (!session || !session->url.starts_with(scheme)) return std::nullopt;
  return session;
}

std::optional<GatewaySession> HostedGateway::look_up(const std::string& session) {
  const Answer answer = ask("/v1/checkout/sessions/" + url_encoded(session), "", "");
  return answer.status == 200 ? to_session(answer.body) : std::nullopt;
}

std::optional<GatewaySession> HostedGateway::close(const std::string& session) {
  // ask() sends a POST when there is something to send.
  const std::string fields = "expand[]=payment_intent";
  const Answer answer =
      ask("/v1/checkout/sessions/" + url_encoded(session) + "/expire", fields, "");
  if (answer.status == 200) {
    auto closed = to_session(answer.body);
    if (closed && closed->state == SessionState::closed) return closed;
  }
  // What is complete cannot be closed: then it says so.
  return answer.status == 0 ? std::nullopt : look_up(session);
}

RefundAnswer HostedGateway::refund(const std::string& payment, Money amount,
                                   const std::string& token) {
  const std::string fields =
      "payment_intent=" + url_encoded(payment) + field("amount", std::to_string(amount.cents));
  const Answer answer = ask("/v1/refunds", fields, token);
  const std::string status =
      answer.status == 200 && answer.body.is_object() ? text_of(answer.body, "status") : "";
  if (status == "succeeded" || status == "pending") return {RefundAnswer::Outcome::done, ""};
  const bool may_work_later = answer.status == 0 || answer.status >= kServerError ||
                              answer.status == kTooManyRequests || answer.status == kConflict;
  const std::string why = error_of(answer.body);
  const std::string number = answer.status == 0 ? "no answer" : std::to_string(answer.status);
  return {may_work_later ? RefundAnswer::Outcome::later : RefundAnswer::Outcome::refused,
          why.empty() ? number : number + ": " + shortened(why, 200)};
}

bool is_gateway_signature(std::string_view header, std::string_view body, std::string_view secret,
                          Instant now) {
  if (secret.empty()) return false;
  constexpr std::int64_t kTolerance = 300;  // seconds, as the service's own libraries allow
  std::optional<std::int64_t> made_at;
  for (const std::string_view part : split(header, ',')) {
    if (trimmed(part).starts_with("t="))
      made_at = to_integer(trimmed(part).substr(2), 0, INT64_MAX);
  }
  if (!made_at) return false;
  const std::int64_t age = unix_seconds(now) - *made_at;
  if (age > kTolerance || age < -kTolerance) return false;
  const std::string wanted =
      hmac_sha256_hex(secret, std::to_string(*made_at) + "." + std::string(body));
  bool is_good = false;
  for (const std::string_view part : split(header, ',')) {
    const std::string_view given = trimmed(part);
    if (!given.starts_with("v1=") || given.size() != wanted.size() + 3) continue;
    is_good = is_good || CRYPTO_memcmp(given.data() + 3, wanted.data(), wanted.size()) == 0;
  }
  return is_good;
}

}  // namespace orders
