// Every address that the documents name, with its method and with those who may use it.
#include <boost/test/unit_test.hpp>

#include "routes.h"
#include "support/api.h"
#include "web/http_error.h"

namespace {

using web::Access;

struct Row {
  const char* id;
  const char* method;
  const char* path;
  Access access;
  const char* accept = "application/json";
};

const Row kRows[] = {
    {"API-1", "POST", "/register", Access::anyone},
    {"API-2", "POST", "/login", Access::anyone},
    {"API-3", "GET", "/search", Access::anyone},
    {"API-4", "POST", "/purchase", Access::customer},
    {"API-5", "POST", "/save_chat", Access::customer},
    {"API-6", "GET", "/chat_history", Access::customer},
    {"API-7", "POST", "/api/users/login", Access::anyone},
    {"API-8", "POST", "/api/users/register", Access::anyone},
    {"API-9", "GET", "/api/users/profile", Access::customer},
    {"API-10", "PUT", "/api/users/profile/update", Access::customer},
    {"API-11", "GET", "/api/users", Access::admin},
    {"API-12", "GET", "/api/users/7", Access::admin},
    {"API-13", "DELETE", "/api/users/delete/7", Access::admin},
    {"API-14", "PUT", "/api/users/update/7", Access::admin},
    {"API-15", "GET", "/api/products", Access::anyone},
    {"API-16", "GET", "/api/products/7", Access::anyone},
    {"API-17", "POST", "/api/products/create", Access::products},
    {"API-18", "PUT", "/api/products/update/7", Access::products},
    {"API-19", "DELETE", "/api/products/delete/7", Access::products},
    {"API-20", "POST", "/api/products/upload", Access::products},
    {"API-21", "POST", "/api/products/7/reviews", Access::customer},
    {"API-22", "GET", "/api/products/products_search", Access::anyone},
    {"API-23", "GET", "/api/orders", Access::orders},
    {"API-24", "POST", "/api/orders/add", Access::customer},
    {"API-25", "GET", "/api/orders/myorders", Access::customer},
    {"API-26", "GET", "/api/orders/7", Access::order_owner},
    {"API-27", "PUT", "/api/orders/7/pay", Access::order_owner},
    {"API-28", "PUT", "/api/orders/7/deliver", Access::orders},
    {"API-29", "POST", "/api/chat", Access::customer},
    {"API-30", "POST", "/api/chat/chat/save", Access::customer},
    {"API-31", "GET", "/api/chat/chat/history", Access::customer},
    {"API-32", "POST", "/api/login", Access::anyone},
    {"API-33", "POST", "/api/token/refresh", Access::anyone},
    {"API-34", "GET", "/", Access::anyone},
    {"API-35", "GET", "/health", Access::anyone},
    {"API-36", "GET", "/distribution-centers", Access::anyone},
    {"API-37", "GET", "/users", Access::admin},
    {"API-38", "GET", "/products", Access::anyone},
    {"API-39", "GET", "/orders", Access::order_owner},
    {"API-40", "POST", "/ai/recommendations", Access::customer},
    {"API-41", "GET", "/analytics/sales-summary", Access::reports},
    {"API-42", "GET", "/analytics/top-products", Access::reports},
    {"API-43", "POST", "/api/auth/token", Access::anyone},
    {"API-44", "GET", "/api/profiles/me", Access::customer},
    {"API-45", "GET", "/api/profiles", Access::admin},
    {"API-46", "GET", "/api/sessions", Access::customer},
    {"API-47", "POST", "/api/sessions", Access::customer},
    {"API-48", "GET", "/api/sessions/7", Access::customer},
    {"API-49", "POST", "/api/sessions/7/add_message", Access::customer},
    {"API-50", "GET", "/api/sessions/7/messages", Access::customer},
    {"API-51", "POST", "/api/sessions/7/archive", Access::customer},
    {"API-52", "GET", "/api/sessions/stats", Access::customer},
    {"API-53", "GET", "/api/messages", Access::customer},
    {"API-54", "POST", "/api/messages/7/react", Access::customer},
    {"API-55", "GET", "/api/messages/7/reactions", Access::customer},
    {"API-56", "GET", "/api/analytics", Access::conversations},
    {"API-57", "GET", "/api/analytics/summary", Access::conversations},
    {"API-58", "GET", "/api/templates", Access::customer},
    {"API-59", "POST", "/api/templates/7/use_template", Access::customer},
    {"API-60", "GET", "/docs", Access::anyone, "text/html"},
    {"API-61", "GET", "/admin", Access::staff, "text/html"},
    // Controllers that the documents name without an address.
    {"API-62", "POST", "/api/stock/receive", Access::stock},
    {"API-63", "POST", "/api/logout", Access::anyone},
    {"API-64", "POST", "/api/orders/7/cancel", Access::order_owner},
    {"API-65", "GET", "/api/cart", Access::customer},
    {"API-65", "POST", "/api/cart/items", Access::customer},
    {"API-65", "PATCH", "/api/cart/items/7", Access::customer},
    {"API-65", "DELETE", "/api/cart/items/7", Access::customer},
    {"API-65", "DELETE", "/api/cart", Access::customer},
    {"API-66", "POST", "/api/ml/predict", Access::reports},
    {"API-66", "GET", "/api/ml/models", Access::reports},
    {"API-66", "POST", "/api/ml/retrain", Access::admin},
    {"API-66", "GET", "/api/ml/jobs/7", Access::reports},
    {"API-66", "POST", "/api/ml/models/7/activate", Access::admin},
};

/// The route as nginx and the program find it, from the address as it was sent.
const web::Route& route_of(const Row& row, const std::string& address) {
  const std::map<std::string, std::string> variables = {{"REQUEST_METHOD", row.method},
                                                        {"REQUEST_URI", address},
                                                        {"HTTP_HOST", "shop.example"},
                                                        {"HTTP_ACCEPT", row.accept}};
  std::string accept = std::string("HTTP_ACCEPT=") + row.accept;
  char* all[] = {accept.data(), nullptr};
  const web::Source source{.variable = [&](const char* name) -> const char* {
                             const auto found = variables.find(name);
                             return found == variables.end() ? nullptr : found->second.c_str();
                           },
                           .read_body = [](char*, std::size_t) { return std::size_t{0}; },
                           .all_variables = all};
  web::Request request;
  request.site = &support::test_site();
  request.now = support::noon();
  web::read_request(request, source);
  return web::find_route(all_routes(), request);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(contract_rows)

BOOST_AUTO_TEST_CASE(every_row_is_there_with_and_without_a_slash_at_its_end) {
  for (const Row& row : kRows) {
    const std::string path = row.path;
    for (const std::string& address : {path, path == "/" ? path : path + "/", path + "?a=b"}) {
      try {
        const web::Route& route = route_of(row, address);
        const bool is_json = std::string(row.accept) == "application/json";
        BOOST_TEST((route.access == row.access),
                   row.id << " " << address << " is for " << web::to_text(route.access));
        BOOST_TEST((route.kind != web::Kind::page) == is_json, row.id << " " << address);
      } catch (const web::HttpError& missing) {
        BOOST_ERROR(row.id << " " << row.method << " " << address << ": " << missing.what());
      }
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()
