#include "visits.h"

#include "base/log.h"
#include "base/text.h"
#include "web/json.h"

namespace {

constexpr std::size_t kTogether = 64;
constexpr auto kLongest = std::chrono::seconds(2);
constexpr std::size_t kMostDetail = 300;  // characters

using analytics::Event;

/// "/product/42/desk-lamp" and "/api/products/42" -> 42; 0 for other paths.
std::int64_t product_in(std::string_view path) {
  for (const std::string_view start : {"/product/", "/api/products/"}) {
    if (!path.starts_with(start)) continue;
    path.remove_prefix(start.size());
    return to_integer(path.substr(0, path.find('/')), 1).value_or(0);
  }
  return 0;
}

std::int64_t product_in_json(const web::Request& request) {
  std::string problem;
  const auto json = web::parse_json(request.body, problem);
  if (!json || !json->is_object()) return 0;
  const auto product = json->find("product_id");
  if (product == json->end() || !product->is_number_unsigned()) return 0;
  return product->get<std::int64_t>();
}

/// The page of this site that led here, without its query; empty when none did.
std::string_view page_before(const web::Request& request) {
  std::string_view referer = request.header("referer");
  const std::size_t scheme = referer.find("://");
  if (scheme == std::string_view::npos) return {};
  referer.remove_prefix(scheme + 3);
  const std::size_t slash = referer.find('/');
  if (slash == std::string_view::npos || referer.substr(0, slash) != request.host) return {};
  referer.remove_prefix(slash);
  return referer.substr(0, referer.find_first_of("?#"));
}

void fill_get(Event& event, const web::Request& request) {
  const std::string_view path = request.path;
  if (path.starts_with("/api/") && path.ends_with("/reviews")) return;
  event.product_id = product_in(path);
  if (event.product_id != 0) {
    const std::string_view before = page_before(request);
    event.kind = before.empty() || product_in(before) == event.product_id ? "view" : "click";
    event.detail = before;
  } else if (path == "/search" && !request.query.get("q").empty()) {
    event.kind = "search";
    event.detail = request.query.get("q");
  }
}

void fill_api_post(Event& event, const web::Request& request) {
  const std::string_view path = request.path;
  if (path == "/api/cart/items") {
    event.kind = "cart";
    event.product_id = product_in_json(request);
  } else if (path == "/api/favorites") {
    event.kind = "favorite";
    event.product_id = product_in_json(request);
  } else if (path.starts_with("/api/products/") && path.ends_with("/reviews")) {
    event.kind = "review";
    event.product_id = product_in(path);
  } else if (path == "/purchase" || path == "/api/purchase" || path == "/api/orders/add") {
    event.kind = "purchase";
  } else if (path.starts_with("/api/messages/") && path.ends_with("/react")) {
    event.kind = "reaction";
  }
}

void fill_post(Event& event, const web::Request& request, const web::Response& response) {
  const std::string_view path = request.path;
  const auto product = to_integer(request.form.get("product"), 1).value_or(0);
  if (path == "/cart/add") {
    event.kind = "cart";
    event.product_id = product;
  } else if (path == "/favorites/add") {
    event.kind = "favorite";
    event.product_id = product;
  } else if (path.starts_with("/product/") && path.ends_with("/review")) {
    event.kind = "review";
    event.product_id = product_in(path);
  } else if (path == "/checkout" && response.status == 303) {
    event.kind = "purchase";
  } else if (path == "/chat" || path == "/api/chat") {
    event.kind = "chat";  // that one asked, never what
  } else {
    fill_api_post(event, request);
  }
}

}  // namespace

std::optional<Event> event_of(const web::Request& request, const web::Response& response) {
  if (request.header("sec-gpc") == "1" || request.visitor.is_staff()) return std::nullopt;
  if (request.head_only || response.status >= 400 || response.status == 301) return std::nullopt;
  Event event;
  if (request.is_get()) {
    fill_get(event, request);
  } else if (request.method == "POST") {
    fill_post(event, request, response);
  }
  if (event.kind.empty()) return std::nullopt;
  event.at = request.now;
  event.account_id = request.visitor.account_id;
  if (event.account_id == 0 && !request.session.fresh) event.visitor = request.session.visitor;
  event.detail = shortened(event.detail, kMostDetail);
  if (!response.shown_products.empty()) {
    event.detail += " →";
    for (const std::int64_t product : response.shown_products) {
      event.detail += " " + std::to_string(product);
    }
  }
  return event;
}

Visits::~Visits() {
  write();
}

void Visits::note(const web::Request& request, const web::Response& response) {
  auto event = event_of(request, response);
  const bool is_deed =
      event && event->kind != "view" && event->kind != "click" && event->kind != "search";
  if (event) waiting_.push_back(std::move(*event));
  if (waiting_.empty()) return;
  const bool is_old = waiting_.front().at + kLongest < request.now;
  if (is_deed || is_old || waiting_.size() >= kTogether) write();
}

void Visits::write() {
  if (waiting_.empty()) return;
  std::vector<Event> events;
  events.swap(waiting_);
  try {
    analytics::write_events(db_, events);
  } catch (const std::exception& error) {
    logging::error("", std::string("events lost: ") + error.what());
  }
}
