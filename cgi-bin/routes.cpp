#include "routes.h"

#include "health_api.h"

namespace {

using web::Access;
using web::Pool;

constexpr auto anyone = Access::anyone;
constexpr auto shop = Pool::shop;

const web::Route kRoutes[] = {
    // method  path            who may   pool   handler
    {"GET", "/health", anyone, shop, api_health},
};

}  // namespace

std::span<const web::Route> all_routes() {
  return kRoutes;
}
