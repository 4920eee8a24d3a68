/// webhooks.h - other systems that are told what happens: their addresses, and what they were told.
///
/// Deliveries queue themselves (triggers order_event_tells and product_tells); a delivery is
/// written if and only if what it tells was committed.
///
/// Source: tables webhook_endpoint, webhook_delivery (sql/migrations/0144_webhooks.sql), queries in
///         sql/queries/webhooks.sql.
/// Errors: "no such endpoint" is an empty result.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "db/db.h"

namespace mail {

inline constexpr std::size_t kMostUrl = 500;  // characters
inline constexpr int kMostTries = 9;          // the last about two days after the first

struct Endpoint {
  std::int64_t id = 0;
  std::string url{};
  std::vector<std::string> events{};
  bool active = true;
  Instant created_at{};
};

/// What can be told.
std::span<const std::string_view> webhook_events();
bool is_event(std::string_view name);

/// "https://host.example/path": no user name in it, a host, and no control characters.
bool is_webhook_url(std::string_view url);

struct NewEndpoint {
  Endpoint endpoint{};
  std::string secret{};  // "whsec_…": shown once
};
NewEndpoint add_endpoint(db::Connection& db, const std::string& url,
                         const std::vector<std::string>& events, Instant now);

struct EndpointChange {
  std::optional<std::string> url{};
  std::optional<std::vector<std::string>> events{};
  std::optional<bool> active{};
};
std::optional<Endpoint> change_endpoint(db::Connection& db, std::int64_t id,
                                        const EndpointChange& change);
[[nodiscard]] bool delete_endpoint(db::Connection& db, std::int64_t id);
std::vector<Endpoint> list_endpoints(db::Connection& db, std::int64_t after, int limit);
int count_endpoints(db::Connection& db);

struct Delivery {
  std::int64_t id = 0;
  std::int64_t endpoint_id = 0;
  std::string url{};  // of the endpoint, in lists
  std::string event_id{};
  std::string event{};
  std::string state{};  // 'waiting', 'delivered' or 'dead'
  int attempts = 0;
  std::optional<std::int64_t> last_status{};
  std::optional<std::string> last_error{};
  Instant created_at{};
  Instant next_try_at{};
  std::optional<Instant> delivered_at{};
};
struct DeliveryFilter {
  std::optional<std::string> state{};
  std::optional<std::string> event{};
  std::optional<std::int64_t> endpoint_id{};
  std::string words{};  // in the last error or the event's id; empty: all
};
/// The newest first, those behind `after`.
std::vector<Delivery> list_deliveries(db::Connection& db, const DeliveryFilter& filter,
                                      std::int64_t after, int limit);
int count_deliveries(db::Connection& db, const std::optional<std::string>& state);
/// Tells it again, delivered or not.
std::optional<Delivery> replay_delivery(db::Connection& db, std::int64_t id, Instant now);

/// A delivery that this sender may try now.
struct ClaimedDelivery {
  std::int64_t id = 0;
  std::string url{};
  std::string secret{};
  std::string event_id{};
  std::string event{};
  std::string body{};
  int attempts = 0;  // this one included
};
std::optional<ClaimedDelivery> claim_delivery(db::Connection& db, Instant now);

struct DeliveryResult {
  std::optional<int> status{};  // of HTTP; nothing: no answer
  std::string error{};          // empty: 2xx
};
/// Writes down what came back; after kMostTries failures the delivery is dead.
void finish_delivery(db::Connection& db, const ClaimedDelivery& delivery,
                     const DeliveryResult& result, Instant now);

/// Deletes what was done with a month ago.
void forget_old_deliveries(db::Connection& db, Instant now);

}  // namespace mail
