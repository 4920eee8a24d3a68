/// route.h - one row of the table in routes.cpp.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "web/request.h"
#include "web/response.h"

struct Shop;  // shop.h: what one process holds open; web/ only hands it on

namespace web {

enum class Access {
  anyone,
  customer,     // a person signed in, whatever the role
  order_owner,  // the same, and machines that may see orders; the handler looks whose order it is
  staff,        // staff or admin, whatever they are allowed
  admin,
  // staff with this permission, or admin
  orders,
  products,
  stock,
  customers,
  conversations,
  marketing,
  reports,
  settings,
};

/// True when this person may use a route with that access.
bool is_allowed(Access access, const Visitor& visitor);

/// Which worker processes answer; nginx gets its location lines from this column.
enum class Pool { shop, chat, admin };

/// What a route answers. Two rows may share method and path when one of them is a page: the client
/// chooses (Request::wants_json).
enum class Kind {
  page,
  json,
  sign_in,  // JSON that proves or ends who one is: an expired token beside it does no harm
};

using Handler = Response (*)(const Request& request, Shop& shop);

struct Route {
  std::string_view method;
  std::string_view path;  // "/product/{id}"
  Access access;
  Pool pool;
  Handler handler;
  Kind kind = Kind::page;
};

/// The route of this request, its {parts} put into request.captured. A path of the table with
/// another method throws MethodNotAllowed, any other path NotFound.
const Route& find_route(std::span<const Route> routes, Request& request);

/// The methods that the table has for this path: "GET, HEAD, OPTIONS"; empty for an unknown path.
std::string allowed_methods(std::span<const Route> routes, const std::string& path);

std::string_view to_text(Access access);
std::string_view to_text(Pool pool);

}  // namespace web
