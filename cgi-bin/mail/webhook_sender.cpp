#include "mail/webhook_sender.h"

#include <curl/curl.h>

#include <memory>
#include <stdexcept>

#include "base/hash.h"
#include "base/net.h"
#include "base/text.h"

namespace mail {
namespace {

struct Target {
  std::string host{};
  std::string port{};
};

struct CurlUrl {
  CurlUrl() : handle(curl_url()) {}
  ~CurlUrl() { curl_url_cleanup(handle); }
  CurlUrl(const CurlUrl&) = delete;
  CurlUrl& operator=(const CurlUrl&) = delete;
  std::string part(CURLUPart which, unsigned flags = 0) const {
    char* text = nullptr;
    if (curl_url_get(handle, which, &text, flags) != CURLUE_OK) return {};
    std::string result(text);
    curl_free(text);
    return result;
  }
  CURLU* handle;
};

/// By curl's own reading of the address, so that what is checked is what is asked.
std::optional<Target> target_of(const std::string& url) {
  const CurlUrl parsed;
  if (curl_url_set(parsed.handle, CURLUPART_URL, url.c_str(), 0) != CURLUE_OK) return std::nullopt;
  Target target{parsed.part(CURLUPART_HOST), parsed.part(CURLUPART_PORT, CURLU_DEFAULT_PORT)};
  if (target.host.starts_with('[') && target.host.ends_with(']')) {
    target.host = target.host.substr(1, target.host.size() - 2);
  }
  if (target.host.empty() || target.port.empty()) return std::nullopt;
  return target;
}

/// An address of the host that may be told; empty when there is none.
std::string allowed_address(const Target& target, const SenderRules& rules) {
  for (const std::string& address : resolve_host(target.host)) {
    if (rules.allow_private || !is_special_address(address)) return address;
  }
  return {};
}

std::string unix_seconds(Instant now) {
  return std::to_string(
      std::chrono::duration_cast<std::chrono::seconds>(now.time_since_epoch()).count());
}

struct ListCleanup {
  void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};
using Headers = std::unique_ptr<curl_slist, ListCleanup>;

Headers headers_of(const ClaimedDelivery& delivery, const std::string& timestamp) {
  curl_slist* list = nullptr;
  const std::string signature =
      webhook_signature(delivery.secret, delivery.event_id, timestamp, delivery.body);
  for (const std::string& line :
       {std::string("Content-Type: application/json"), std::string("User-Agent: Parley"),
        "webhook-id: " + delivery.event_id, "webhook-timestamp: " + timestamp,
        "webhook-signature: " + signature}) {
    list = curl_slist_append(list, line.c_str());
  }
  return Headers(list);
}

std::size_t forget(char*, std::size_t size, std::size_t count, void*) {
  return size * count;  // what the other side says beside its status is not kept
}

}  // namespace

std::string webhook_signature(const std::string& secret, const std::string& id,
                              const std::string& timestamp, const std::string& body) {
  constexpr std::string_view kStart = "whsec_";
  const auto key = from_base64url(std::string_view(secret).substr(kStart.size()));
  if (!secret.starts_with(kStart) || !key) throw std::logic_error("a webhook's secret is broken");
  return "v1," + hmac_sha256(*key, id + "." + timestamp + "." + body);
}

DeliveryResult send_webhook(const ClaimedDelivery& delivery, const SenderRules& rules,
                            Instant now) {
  const auto target = target_of(delivery.url);
  if (!target) return {.error = "the address cannot be read"};
  const std::string address = allowed_address(*target, rules);
  if (address.empty()) return {.error = "the host has no address that may be told"};

  const std::unique_ptr<CURL, decltype(&curl_easy_cleanup)> handle(curl_easy_init(),
                                                                   &curl_easy_cleanup);
  if (!handle) return {.error = "no memory for curl"};
  const std::string timestamp = unix_seconds(now);
  const Headers headers = headers_of(delivery, timestamp);
  const bool is_v6 = address.find(':') != std::string::npos;
  const std::string pinned =
      target->host + ":" + target->port + ":" + (is_v6 ? "[" + address + "]" : address);
  const std::unique_ptr<curl_slist, ListCleanup> resolve(
      curl_slist_append(nullptr, pinned.c_str()));
  CURL* curl = handle.get();
  curl_easy_setopt(curl, CURLOPT_URL, delivery.url.c_str());
  curl_easy_setopt(curl, CURLOPT_RESOLVE, resolve.get());
  curl_easy_setopt(curl, CURLOPT_PROXY, "");
  curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "http,https");
  curl_easy_setopt(curl, CURLOPT_FOLLOWLOCATION, 0L);
  curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(curl, CURLOPT_TIMEOUT, static_cast<long>(rules.timeout_s));
  curl_easy_setopt(curl, CURLOPT_HTTPHEADER, headers.get());
  curl_easy_setopt(curl, CURLOPT_POSTFIELDSIZE, static_cast<long>(delivery.body.size()));
  curl_easy_setopt(curl, CURLOPT_POSTFIELDS, delivery.body.c_str());
  curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, forget);
  const CURLcode code = curl_easy_perform(curl);
  if (code != CURLE_OK) return {.error = curl_easy_strerror(code)};
  long status = 0;
  curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &status);
  const bool is_good = status >= 200 && status < 300;
  return {.status = static_cast<int>(status),
          .error = is_good ? "" : "HTTP status " + std::to_string(status)};
}

WebhookRound send_due_webhooks(db::Connection& db, const SenderRules& rules) {
  WebhookRound round;
  while (const auto delivery = claim_delivery(db, clock_now())) {
    const DeliveryResult result = send_webhook(*delivery, rules, clock_now());
    finish_delivery(db, *delivery, result, clock_now());
    ++(result.error.empty() ? round.delivered : round.failed);
  }
  return round;
}

}  // namespace mail
