/// deliveries_page.cpp - GET /admin/settings/deliveries, its file, and telling something again.
///
/// Template: templates/admin/deliveries_page.tpl
/// Test:     tests/page/webhooks_page_test.cpp

#include "admin/machines_pages.h"
#include "base/csv_writer.h"
#include "base/text.h"
#include "deliveries_page.tpl.varnames.h"
#include "mail/webhooks.h"
#include "web/csv_response.h"

namespace admin {
namespace {

constexpr const char* kPath = "/admin/settings/deliveries";
constexpr int kShown = 50;
constexpr int kRowsAtOnce = 1000;
constexpr std::size_t kMostWords = 100;
constexpr std::string_view kStates[] = {"waiting", "delivered", "dead"};

mail::DeliveryFilter read_filter(const web::Request& request) {
  mail::DeliveryFilter filter;
  for (const std::string_view state : kStates) {
    if (request.query.get("state") == state) filter.state = state;
  }
  if (mail::is_event(request.query.get("event"))) filter.event = request.query.get("event");
  filter.endpoint_id = to_integer(request.query.get("endpoint"), 1);
  filter.words = shortened(trimmed(request.query.get("q")), kMostWords);
  return filter;
}

std::string query_of(const mail::DeliveryFilter& filter) {
  return "?state=" + filter.state.value_or("") + "&event=" + filter.event.value_or("") +
         "&endpoint=" + (filter.endpoint_id ? std::to_string(*filter.endpoint_id) : "") +
         "&q=" + url_encoded(filter.words);
}

void fill_filter(ctemplate::TemplateDictionary& body, const web::Request& request,
                 const mail::DeliveryFilter& filter) {
  body.SetValue(kdp_QUERY, filter.words);
  body.SetValue(kdp_FILE_URL, std::string(kPath) + ".csv" + query_of(filter));
  if (filter.endpoint_id) {
    body.SetValueAndShowSection(kdp_OF_ID, std::to_string(*filter.endpoint_id), kdp_OF);
  }
  for (const std::string_view state : kStates) {
    auto& choice = *body.AddSectionDictionary(kdp_STATE);
    choice.SetValue(kdp_STATE_VALUE, std::string(state));
    choice.SetValue(kdp_STATE_NAME, request.say({"webhook.state_" + std::string(state)}));
    if (filter.state == state) choice.ShowSection(kdp_STATE_CHOSEN);
  }
  for (const std::string_view event : mail::webhook_events()) {
    auto& choice = *body.AddSectionDictionary(kdp_EVENT);
    choice.SetValue(kdp_EVENT_VALUE, std::string(event));
    if (filter.event == event) choice.ShowSection(kdp_EVENT_CHOSEN);
  }
}

void fill_row(ctemplate::TemplateDictionary& row, const web::Request& request,
              const mail::Delivery& delivery) {
  row.SetValue(kdp_DELIVERY_EVENT, delivery.event);
  row.SetValue(kdp_DELIVERY_URL, delivery.url);
  row.SetValue(kdp_DELIVERY_AT, to_minute_text(delivery.created_at));
  row.SetValue(kdp_DELIVERY_STATE, request.say({"webhook.state_" + delivery.state}));
  row.SetIntValue(kdp_DELIVERY_TRIES, delivery.attempts);
  std::string answer = delivery.last_status ? std::to_string(*delivery.last_status) : "";
  if (delivery.last_error) answer += (answer.empty() ? "" : " ") + *delivery.last_error;
  row.SetValue(kdp_DELIVERY_ANSWER, answer);
  row.SetIntValue(kdp_DELIVERY_ID, delivery.id);
  row.SetValue(kdp_DELIVERY_CSRF, request.csrf_token());
}

void write_csv(web::Stream& stream, Shop& shop, const mail::DeliveryFilter& filter) {
  std::string text;
  add_csv_line(text, {"id", "event_id", "event", "url", "state", "attempts", "last_status",
                      "last_error", "created_at", "delivered_at"});
  std::int64_t behind = 0;
  while (true) {
    const auto rows = mail::list_deliveries(shop.db, filter, behind, kRowsAtOnce);
    for (const mail::Delivery& row : rows) {
      add_csv_line(text, {std::to_string(row.id), row.event_id, row.event, row.url, row.state,
                          std::to_string(row.attempts),
                          row.last_status ? std::to_string(*row.last_status) : "",
                          row.last_error.value_or(""), to_iso(row.created_at),
                          row.delivered_at ? to_iso(*row.delivered_at) : ""});
    }
    if (!stream.write(text) || static_cast<int>(rows.size()) < kRowsAtOnce) return;
    text.clear();
    behind = rows.back().id;
  }
}

}  // namespace

web::Response deliveries_page(const web::Request& request, Shop& shop) {
  const mail::DeliveryFilter filter = read_filter(request);
  const std::int64_t behind = to_integer(request.query.get("behind"), 1).value_or(0);
  auto rows = mail::list_deliveries(shop.db, filter, behind, kShown + 1);

  web::Page page(request, "admin/deliveries_page.tpl", request.say({"title.deliveries"}));
  page.set_noindex();
  auto& body = page.body();
  fill_filter(body, request, filter);
  if (rows.empty()) {
    body.ShowSection(kdp_NONE);
    return page.render();
  }
  if (rows.size() > kShown) {
    rows.pop_back();
    body.SetValueAndShowSection(
        kdp_MORE_URL,
        std::string(kPath) + query_of(filter) + "&behind=" + std::to_string(rows.back().id),
        kdp_MORE);
  }
  auto& table = *body.AddSectionDictionary(kdp_TABLE);
  for (const mail::Delivery& row : rows) {
    fill_row(*table.AddSectionDictionary(kdp_DELIVERY), request, row);
  }
  return page.render();
}

web::Response deliveries_file(const web::Request& request, Shop& shop) {
  web::Response response = web::csv_response("deliveries");
  response.stream = [filter = read_filter(request), &shop](web::Stream& stream) {
    write_csv(stream, shop, filter);
  };
  return response;
}

web::Response post_delivery_replay(const web::Request& request, Shop& shop) {
  require_person(request);
  if (!mail::replay_delivery(shop.db, request.captured_id("id"), request.now)) {
    throw web::NotFound("delivery");
  }
  return web::redirect_after_post(kPath, {"webhook.replayed"});
}

}  // namespace admin
