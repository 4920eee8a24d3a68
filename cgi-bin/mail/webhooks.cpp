#include "mail/webhooks.h"

#include <algorithm>
#include <array>

#include "base/random.h"
#include "base/text.h"
#include "webhooks.sql.h"

namespace mail {
namespace {

constexpr std::array<std::string_view, 5> kEvents = {"order.placed", "order.paid", "order.shipped",
                                                     "product.changed", "stock.low"};

// Seconds from one try to the next; the first is also how long a sender may take.
constexpr std::array<std::int64_t, kMostTries> kPauses = {60,    300,   900,   3600, 10800,
                                                          21600, 43200, 43200, 43200};

Endpoint to_endpoint(const db::Row& row) {
  Endpoint endpoint{.id = row.integer("id"),
                    .url = row.string("url"),
                    .events = {},
                    .active = row.boolean("active"),
                    .created_at = row.instant("created_at")};
  for (const std::string_view event : split(row.text("events"), ' ')) {
    if (!event.empty()) endpoint.events.emplace_back(event);
  }
  return endpoint;
}

Delivery to_delivery(const db::Row& row) {
  return {.id = row.integer("id"),
          .endpoint_id = row.integer("endpoint_id"),
          .url = row.string("url"),
          .event_id = row.string("event_id"),
          .event = row.string("event"),
          .state = row.string("state"),
          .attempts = row.small("attempts"),
          .last_status = row.maybe_integer("last_status"),
          .last_error = row.maybe_string("last_error"),
          .created_at = row.instant("created_at"),
          .next_try_at = row.instant("next_try_at"),
          .delivered_at = row.maybe_instant("delivered_at")};
}

}  // namespace

std::span<const std::string_view> webhook_events() {
  return kEvents;
}

bool is_event(std::string_view name) {
  return std::ranges::find(kEvents, name) != kEvents.end();
}

bool is_webhook_url(std::string_view url) {
  const std::string_view scheme = url.starts_with("https://") ? "https://" : "http://";
  if (!url.starts_with(scheme) || url.size() > kMostUrl) return false;
  for (const char c : url) {
    if (c <= 0x20 || c >= 0x7F || c == '\\' || c == '"') return false;
  }
  const std::string_view rest = url.substr(scheme.size());
  const std::string_view authority = rest.substr(0, rest.find_first_of("/?#"));
  return !authority.empty() && authority.front() != ':' &&
         authority.find('@') == std::string_view::npos;
}

NewEndpoint add_endpoint(db::Connection& db, const std::string& url,
                         const std::vector<std::string>& events, Instant now) {
  constexpr std::size_t kBytes = 24;
  const std::string secret = "whsec_" + random_token(kBytes);
  const auto row =
      db.first(sql::webhooks::add_endpoint, url, secret, db::array_of(events), now).value();
  return {to_endpoint(row), secret};
}

std::optional<Endpoint> change_endpoint(db::Connection& db, std::int64_t id,
                                        const EndpointChange& change) {
  std::optional<std::string> events;
  if (change.events) events = db::array_of(*change.events);
  const auto row = db.first(sql::webhooks::change_endpoint, id, change.url, events, change.active);
  if (!row) return std::nullopt;
  return to_endpoint(*row);
}

bool delete_endpoint(db::Connection& db, std::int64_t id) {
  return db.run(sql::webhooks::delete_endpoint, id).affected() > 0;
}

std::vector<Endpoint> list_endpoints(db::Connection& db, std::int64_t after, int limit) {
  std::vector<Endpoint> endpoints;
  for (const db::Row row : db.run(sql::webhooks::endpoints_after, after, limit)) {
    endpoints.push_back(to_endpoint(row));
  }
  return endpoints;
}

int count_endpoints(db::Connection& db) {
  return db.first(sql::webhooks::count_endpoints).value().small("endpoints");
}

std::vector<Delivery> list_deliveries(db::Connection& db, const DeliveryFilter& filter,
                                      std::int64_t after, int limit) {
  std::vector<Delivery> deliveries;
  for (const db::Row row : db.run(sql::webhooks::deliveries, filter.state, after, limit,
                                  filter.event, filter.endpoint_id, filter.words)) {
    deliveries.push_back(to_delivery(row));
  }
  return deliveries;
}

int count_deliveries(db::Connection& db, const std::optional<std::string>& state) {
  return db.first(sql::webhooks::count_deliveries, state).value().small("deliveries");
}

std::optional<Delivery> replay_delivery(db::Connection& db, std::int64_t id, Instant now) {
  const auto row = db.first(sql::webhooks::replay, id, now);
  if (!row) return std::nullopt;
  return to_delivery(*row);
}

std::optional<ClaimedDelivery> claim_delivery(db::Connection& db, Instant now) {
  const auto row = db.first(sql::webhooks::claim_delivery, now, db::array_of(kPauses));
  if (!row) return std::nullopt;
  return ClaimedDelivery{.id = row->integer("id"),
                         .url = row->string("url"),
                         .secret = row->string("secret"),
                         .event_id = row->string("event_id"),
                         .event = row->string("event"),
                         .body = row->string("payload"),
                         .attempts = row->small("attempts")};
}

void finish_delivery(db::Connection& db, const ClaimedDelivery& delivery,
                     const DeliveryResult& result, Instant now) {
  const bool is_done = result.error.empty();
  const bool is_dead = !is_done && delivery.attempts >= kMostTries;
  std::optional<std::string> error;
  if (!is_done) error = shortened(result.error, 300);
  db.run(sql::webhooks::finish_delivery, delivery.id, delivery.attempts,
         is_done   ? "delivered"
         : is_dead ? "dead"
                   : "waiting",
         result.status, error, now);
}

void forget_old_deliveries(db::Connection& db, Instant now) {
  constexpr std::chrono::days kKept{30};
  db.run(sql::webhooks::forget_old_deliveries, now - kKept);
}

}  // namespace mail
