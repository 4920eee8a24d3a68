#include "web/route.h"

#include "base/text.h"
#include "web/http_error.h"

namespace web {
namespace {

/// Puts the {parts} into `captured` when the path has the pattern's shape.
bool matches(std::string_view pattern, std::string_view path,
             std::vector<std::pair<std::string, std::string>>& captured) {
  captured.clear();
  while (true) {
    const std::size_t brace = pattern.find('{');
    if (brace == std::string_view::npos) return pattern == path;
    if (pattern.substr(0, brace) != path.substr(0, brace)) return false;
    path.remove_prefix(brace);
    const std::size_t end = pattern.find('}');
    const std::string_view value = path.substr(0, path.find('/'));
    if (value.empty()) return false;
    captured.emplace_back(pattern.substr(brace + 1, end - brace - 1), value);
    pattern.remove_prefix(end + 1);
    path.remove_prefix(value.size());
  }
}

}  // namespace

const Route& find_route(std::span<const Route> routes, Request& request) {
  const Route* found = nullptr;
  bool found_fits = false;
  const bool wants_json = request.wants_json();
  std::vector<std::pair<std::string, std::string>> captured;
  for (const Route& route : routes) {
    if (route.method != request.method || !matches(route.path, request.path, captured)) continue;
    // A fixed path beats one with parts: "/order/find" and "/order/{id}". Of two with the same
    // path, the one in the clothes that the client asks for.
    const bool fits = (route.kind != Kind::page) == wants_json;
    const std::size_t parts = request.captured.size();
    const bool is_better = found == nullptr || captured.size() < parts ||
                           (captured.size() == parts && fits && !found_fits);
    if (!is_better) continue;
    found = &route;
    found_fits = fits;
    request.captured = captured;
  }
  if (found != nullptr) {
    request.is_json_route = found->kind != Kind::page;
    return *found;
  }
  const std::string allow = allowed_methods(routes, request.path);
  if (!allow.empty()) throw MethodNotAllowed(request.method + " " + request.path, allow);
  throw NotFound("no route " + request.path);
}

std::string allowed_methods(std::span<const Route> routes, const std::string& path) {
  std::string allow;
  std::vector<std::pair<std::string, std::string>> captured;
  for (const Route& route : routes) {
    if (!matches(route.path, path, captured)) continue;
    const std::string name = route.method == "GET" ? "GET, HEAD" : std::string(route.method);
    if (allow.find(name) == std::string::npos) allow += (allow.empty() ? "" : ", ") + name;
  }
  return allow.empty() ? allow : allow + ", OPTIONS";
}

bool is_allowed(Access access, const Visitor& visitor) {
  switch (access) {
    case Access::anyone: return true;
    case Access::customer: return visitor.is_signed_in() && !visitor.is_machine;
    case Access::order_owner:
      return visitor.is_signed_in() && (!visitor.is_machine || visitor.may(Permission::orders));
    case Access::staff: return visitor.is_staff();
    case Access::admin: return visitor.role == Role::admin;
    case Access::orders: return visitor.may(Permission::orders);
    case Access::products: return visitor.may(Permission::products);
    case Access::stock: return visitor.may(Permission::stock);
    case Access::customers: return visitor.may(Permission::customers);
    case Access::conversations: return visitor.may(Permission::conversations);
    case Access::marketing: return visitor.may(Permission::marketing);
    case Access::reports: return visitor.may(Permission::reports);
    case Access::settings: return visitor.may(Permission::settings);
  }
  throw std::logic_error("unknown Access");
}

std::string_view to_text(Access access) {
  switch (access) {
    case Access::anyone: return "anyone";
    case Access::customer: return "customer";
    case Access::order_owner: return "order_owner";
    case Access::staff: return "staff";
    case Access::admin: return "admin";
    case Access::orders: return "orders";
    case Access::products: return "products";
    case Access::stock: return "stock";
    case Access::customers: return "customers";
    case Access::conversations: return "conversations";
    case Access::marketing: return "marketing";
    case Access::reports: return "reports";
    case Access::settings: return "settings";
  }
  throw std::logic_error("unknown Access");
}

std::string_view to_text(Pool pool) {
  switch (pool) {
    case Pool::shop: return "shop";
    case Pool::chat: return "chat";
    case Pool::admin: return "admin";
  }
  throw std::logic_error("unknown Pool");
}

}  // namespace web
