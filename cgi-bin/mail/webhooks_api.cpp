/// webhooks_api.cpp - /api/webhooks and its deliveries.
///
/// Test: tests/page/machines_api_test.cpp

#include "mail/webhooks_api.h"

#include "mail/webhooks.h"
#include "shop.h"
#include "web/json_form.h"
#include "web/json_list.h"

namespace mail {
namespace {

web::Json to_json(const Endpoint& endpoint) {
  return {{"id", endpoint.id},
          {"url", endpoint.url},
          {"events", endpoint.events},
          {"active", endpoint.active},
          {"created_at", to_iso(endpoint.created_at)}};
}

web::Json to_json(const Delivery& delivery) {
  const bool waits = delivery.state == "waiting";
  return {{"id", delivery.id},
          {"webhook_id", delivery.endpoint_id},
          {"event_id", delivery.event_id},
          {"event", delivery.event},
          {"state", delivery.state},
          {"attempts", delivery.attempts},
          {"last_status", delivery.last_status ? web::Json(*delivery.last_status) : web::Json()},
          {"last_error", delivery.last_error ? web::Json(*delivery.last_error) : web::Json()},
          {"created_at", to_iso(delivery.created_at)},
          {"next_try_at", waits ? web::Json(to_iso(delivery.next_try_at)) : web::Json()},
          {"delivered_at", web::to_json(delivery.delivered_at)}};
}

std::vector<std::string> read_events(web::JsonForm& form) {
  std::vector<std::string> events;
  const web::Json& sent = form.value("events");
  if (!sent.is_array() || sent.empty()) form.add_problem("events", {"api.no_such_event"});
  for (const web::Json& event : sent.is_array() ? sent : web::Json::array()) {
    if (event.is_string() && is_event(event.get<std::string>())) {
      events.push_back(event.get<std::string>());
    } else {
      form.add_problem("events", {"api.no_such_event"});
    }
  }
  return events;
}

std::string read_url(web::JsonForm& form) {
  std::string url = form.text("url", kMostUrl, true);
  if (!form.has_problem("url") && !is_webhook_url(url)) form.add_problem("url", {"api.bad_url"});
  return url;
}

}  // namespace

web::Response api_webhooks(const web::Request& request, Shop& shop) {
  web::QueryForm query(request);
  const web::ListWish wish = web::read_list(query);
  query.require_good();
  auto endpoints = list_endpoints(shop.db, wish.after, wish.per_page + 1);
  const bool has_more = std::ssize(endpoints) > wish.per_page;
  if (has_more) endpoints.pop_back();
  web::Json items = web::Json::array();
  for (const Endpoint& endpoint : endpoints) items.push_back(to_json(endpoint));
  return web::json_response(web::list_answer(request, std::move(items), count_endpoints(shop.db),
                                             has_more ? endpoints.back().id : 0));
}

web::Response api_webhook_create(const web::Request& request, Shop& shop) {
  web::JsonForm form(request);
  const std::string url = read_url(form);
  const auto events = read_events(form);
  form.require_good();
  const NewEndpoint made = add_endpoint(shop.db, url, events, request.now);
  web::Json json = to_json(made.endpoint);
  json["secret"] = made.secret;
  return web::json_response(json, 201);
}

web::Response api_webhook_change(const web::Request& request, Shop& shop) {
  web::JsonForm form(request);
  EndpointChange change;
  if (form.has("url")) change.url = read_url(form);
  if (form.has("events")) change.events = read_events(form);
  if (form.has("active")) change.active = form.boolean("active", true);
  form.require_good();
  const auto endpoint = change_endpoint(shop.db, request.captured_id("id"), change);
  if (!endpoint) throw web::NotFound("endpoint");
  return web::json_response(to_json(*endpoint));
}

web::Response api_webhook_delete(const web::Request& request, Shop& shop) {
  if (!delete_endpoint(shop.db, request.captured_id("id"))) throw web::NotFound("endpoint");
  return web::no_content();
}

web::Response api_deliveries(const web::Request& request, Shop& shop) {
  web::QueryForm query(request);
  const web::ListWish wish = web::read_list(query);
  std::optional<std::string> state;
  if (query.has("state")) {
    state = query.text("state", 20, true);
    if (*state != "waiting" && *state != "delivered" && *state != "dead") {
      query.add_problem("state", {"api.no_such_delivery_state"});
    }
  }
  query.require_good();
  auto deliveries = list_deliveries(shop.db, {.state = state}, wish.after, wish.per_page + 1);
  const bool has_more = std::ssize(deliveries) > wish.per_page;
  if (has_more) deliveries.pop_back();
  web::Json items = web::Json::array();
  for (const Delivery& delivery : deliveries) items.push_back(to_json(delivery));
  return web::json_response(web::list_answer(request, std::move(items),
                                             count_deliveries(shop.db, state),
                                             has_more ? deliveries.back().id : 0));
}

web::Response api_delivery_replay(const web::Request& request, Shop& shop) {
  const auto delivery = replay_delivery(shop.db, request.captured_id("id"), request.now);
  if (!delivery) throw web::NotFound("delivery");
  return web::json_response(to_json(*delivery));
}

}  // namespace mail
