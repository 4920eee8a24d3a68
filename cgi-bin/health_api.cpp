#include "health_api.h"

#include "shop.h"
#include "version.h"
#include "visitor.sql.h"
#include "web/json.h"

web::Response api_health(const web::Request&, Shop& shop) {
  const bool database_up = [&] {
    try {
      return shop.db.first(sql::visitor::health).has_value();
    } catch (const Unavailable&) {
      return false;
    }
  }();
  return web::json_response({{"status", database_up ? "ok" : "unavailable"},
                             {"database", database_up ? "ok" : "unavailable"},
                             {"version", kVersion}},
                            database_up ? 200 : 503);
}
