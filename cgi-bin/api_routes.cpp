#include "api_routes.h"

#include "accounts/accounts_api.h"
#include "health_api.h"

namespace {

using web::Access;
using web::Kind;
using web::Pool;

constexpr auto anyone = Access::anyone;
constexpr auto customer = Access::customer;
constexpr auto shop = Pool::shop;
constexpr auto json = Kind::json;
constexpr auto sign_in = Kind::sign_in;

// What a row answers, takes and means is told by templates/api/operations.en.json, one entry a row;
// a test compares the two.
const web::Route kRoutes[] = {
    // method  path            who may   pool   handler
    {"GET", "/health", anyone, shop, api_health, json},
    {"GET", "/api/health", anyone, shop, api_health, json},

    {"POST", "/login", anyone, shop, accounts::api_login, sign_in},
    {"POST", "/api/login", anyone, shop, accounts::api_login, sign_in},
    {"POST", "/api/users/login", anyone, shop, accounts::api_login, sign_in},
    {"POST", "/api/auth/token", anyone, shop, accounts::api_login, sign_in},
    {"POST", "/api/token/refresh", anyone, shop, accounts::api_token_refresh, sign_in},
    {"POST", "/logout", anyone, shop, accounts::api_logout, sign_in},
    {"POST", "/api/logout", anyone, shop, accounts::api_logout, sign_in},
    {"POST", "/register", anyone, shop, accounts::api_register, sign_in},
    {"POST", "/api/users/register", anyone, shop, accounts::api_register, sign_in},
    {"GET", "/api/users/profile", customer, shop, accounts::api_profile, json},
    {"PUT", "/api/users/profile/update", customer, shop, accounts::api_profile_update, json},
};

}  // namespace

std::span<const web::Route> api_routes() {
  return kRoutes;
}
