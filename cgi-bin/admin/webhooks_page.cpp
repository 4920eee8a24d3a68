/// webhooks_page.cpp - GET and POST /admin/settings/webhooks, its file, and the forms in its rows.
///
/// Template: templates/admin/webhooks_page.tpl
/// Test:     tests/page/webhooks_page_test.cpp

#include <algorithm>

#include "admin/list_slice.h"
#include "admin/machines_pages.h"
#include "base/csv_writer.h"
#include "base/text.h"
#include "mail/webhooks.h"
#include "web/csv_response.h"
#include "webhooks_page.tpl.varnames.h"

namespace admin {
namespace {

constexpr const char* kPath = "/admin/settings/webhooks";
constexpr std::size_t kShown = 30;
constexpr int kAll = 10'000;
constexpr std::size_t kMostWords = 100;

std::string read_words(const web::Request& request) {
  return shortened(trimmed(request.query.get("q")), kMostWords);
}

std::vector<mail::Endpoint> found_endpoints(db::Connection& db, const std::string& words) {
  auto endpoints = mail::list_endpoints(db, 0, kAll);
  std::erase_if(endpoints, [&](const mail::Endpoint& endpoint) {
    return to_lower(endpoint.url).find(to_lower(words)) == std::string::npos;
  });
  return endpoints;
}

/// A row of ticks, one an event.
void fill_events(ctemplate::TemplateDictionary& dictionary, const web::Request& request,
                 const std::vector<std::string>& ticked) {
  for (const std::string_view event : mail::webhook_events()) {
    auto& choice = *dictionary.AddSectionDictionary(kwp_EVENT);
    std::string key(event);
    std::ranges::replace(key, '.', '_');
    choice.SetValue(kwp_EVENT_VALUE, std::string(event));
    choice.SetValue(kwp_EVENT_NAME, request.say({"webhook.event_" + key}));
    if (std::ranges::find(ticked, event) != ticked.end()) choice.ShowSection(kwp_EVENT_TICKED);
  }
}

void fill_endpoint(ctemplate::TemplateDictionary& row, const web::Request& request,
                   const mail::Endpoint& endpoint) {
  row.SetIntValue(kwp_ENDPOINT_ID, endpoint.id);
  row.SetValue(kwp_ENDPOINT_URL, endpoint.url);
  row.SetValue(kwp_ENDPOINT_SINCE, to_day_text(endpoint.created_at));
  row.SetValue(kwp_ENDPOINT_CSRF, request.csrf_token());
  row.ShowSection(endpoint.active ? kwp_ENDPOINT_ACTIVE : kwp_ENDPOINT_PAUSED);
  fill_events(row, request, endpoint.events);
}

void fill_list(ctemplate::TemplateDictionary& body, const web::Request& request, Shop& shop) {
  const std::string words = read_words(request);
  const auto slice = slice_behind(
      found_endpoints(shop.db, words), [](const auto& endpoint) { return endpoint.id; },
      to_integer(request.query.get("behind"), 1).value_or(0), kShown);
  body.SetValue(kwp_QUERY, words);
  body.SetValue(kwp_FILE_URL, std::string(kPath) + ".csv?q=" + url_encoded(words));
  if (slice.items.empty()) body.ShowSection(kwp_NONE);
  for (const mail::Endpoint& endpoint : slice.items) {
    fill_endpoint(*body.AddSectionDictionary(kwp_ENDPOINT), request, endpoint);
  }
  if (slice.has_more) {
    body.SetValueAndShowSection(kwp_MORE_URL,
                                std::string(kPath) + "?q=" + url_encoded(words) +
                                    "&behind=" + std::to_string(slice.items.back().id),
                                kwp_MORE);
  }
}

web::Response show(const web::Request& request, Shop& shop, const web::Form& form,
                   const mail::NewEndpoint* made) {
  web::Page page(request, "admin/webhooks_page.tpl",
                 request.say({form.has_problems() ? "title.problem" : "title.webhooks"}));
  page.set_noindex();
  auto& body = page.body();
  if (made != nullptr) {
    auto& fresh = *body.AddSectionDictionary(kwp_MADE);
    fresh.SetValue(kwp_MADE_URL, made->endpoint.url);
    fresh.SetValue(kwp_MADE_SECRET, made->secret);
  }
  body.SetValue(kwp_CSRF, request.csrf_token());
  auto& fields = *body.AddSectionDictionary(kwp_NEW);
  fields.SetValue(kwp_NEW_URL, form.value("url"));
  fill_events(fields, request, request.form.all("event"));
  form.fill_problems(fields);
  fill_list(body, request, shop);
  return page.render(form.has_problems() ? 422 : 200);
}

std::vector<std::string> read_events(const web::Request& request) {
  auto events = request.form.all("event");
  for (const std::string& event : events) {
    if (!mail::is_event(event)) throw web::BadRequest("no such event");
  }
  return events;
}

}  // namespace

web::Response webhooks_page(const web::Request& request, Shop& shop) {
  return show(request, shop, web::Form(request), nullptr);
}

web::Response webhooks_file(const web::Request& request, Shop& shop) {
  web::Response response = web::csv_response("webhooks");
  add_csv_line(response.body, {"id", "url", "events", "active", "created_at"});
  for (const mail::Endpoint& endpoint : found_endpoints(shop.db, read_words(request))) {
    std::string events;
    for (const std::string& event : endpoint.events) events += (events.empty() ? "" : " ") + event;
    add_csv_line(response.body, {std::to_string(endpoint.id), endpoint.url, events,
                                 endpoint.active ? "yes" : "no", to_iso(endpoint.created_at)});
  }
  return response;
}

web::Response post_webhook_new(const web::Request& request, Shop& shop) {
  require_person(request);
  web::Form form(request);
  const std::string url = form.text("url", mail::kMostUrl, true);
  if (!form.has_problem("url") && !mail::is_webhook_url(url)) {
    form.add_problem("url", {"api.bad_url"});
  }
  const auto events = read_events(request);
  if (events.empty()) form.add_problem("event", {"webhook.no_event"});
  if (form.has_problems()) return show(request, shop, form, nullptr);
  const mail::NewEndpoint made = mail::add_endpoint(shop.db, url, events, request.now);
  // Not by way of a redirect: what is shown once must not be kept in a cookie or an address.
  web::Request fresh = request;
  fresh.form = {};
  web::Response response = show(fresh, shop, web::Form(fresh), &made);
  response.headers.emplace_back("Cache-Control", "no-store");
  return response;
}

web::Response post_webhook_change(const web::Request& request, Shop& shop) {
  require_person(request);
  const std::string act = web::form_text(request, "act", 20);
  mail::EndpointChange change;
  if (act == "pause" || act == "resume") {
    change.active = act == "resume";
  } else if (act == "save") {
    web::Form form(request);
    change.url = form.text("url", mail::kMostUrl, true);
    if (form.has_problems() || !mail::is_webhook_url(*change.url)) {
      return web::redirect_with_warning(kPath, {"api.bad_url"});
    }
    change.events = read_events(request);
    if (change.events->empty()) return web::redirect_with_warning(kPath, {"webhook.no_event"});
  } else {
    throw web::BadRequest("'act' is no action");
  }
  if (!mail::change_endpoint(shop.db, request.captured_id("id"), change)) {
    return web::redirect_with_warning(kPath, {"webhook.gone"});
  }
  return web::redirect_after_post(kPath, {act == "pause"    ? "webhook.paused"
                                          : act == "resume" ? "webhook.resumed"
                                                            : "webhook.saved"});
}

web::Response post_webhook_remove(const web::Request& request, Shop& shop) {
  require_person(request);
  if (!mail::delete_endpoint(shop.db, request.captured_id("id"))) {
    return web::redirect_with_warning(kPath, {"webhook.gone"});
  }
  return web::redirect_after_post(kPath, {"webhook.removed"});
}

}  // namespace admin
