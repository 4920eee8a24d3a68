/// centers_api.cpp - GET /distribution-centers and /distribution-centers/{id}.
///
/// Test: tests/page/centers_api_test.cpp

#include "inventory/centers_api.h"

#include "inventory/centers.h"
#include "shop.h"
#include "web/json_list.h"

namespace inventory {
namespace {

web::Json to_json(const Center& center) {
  const auto degrees = [](const std::optional<double>& value) {
    return value ? web::Json(*value) : web::Json(nullptr);
  };
  return {{"id", center.id},
          {"name", center.name},
          {"latitude", degrees(center.latitude)},
          {"longitude", degrees(center.longitude)}};
}

}  // namespace

web::Response api_centers(const web::Request& request, Shop& shop) {
  web::QueryForm query(request);
  const web::ListWish wish = web::read_list(query);
  query.require_good();
  auto centers = list_centers_after(shop.db, wish.after, wish.per_page + 1);
  const bool has_more = centers.size() > static_cast<std::size_t>(wish.per_page);
  if (has_more) centers.pop_back();
  web::Json items = web::Json::array();
  for (const Center& center : centers) items.push_back(to_json(center));
  return web::revalidated(request, web::json_response(web::list_answer(
                                       request, std::move(items), count_centers(shop.db),
                                       has_more ? centers.back().id : 0)));
}

web::Response api_center(const web::Request& request, Shop& shop) {
  const auto center = find_center(shop.db, request.captured_id("id"));
  if (!center) throw web::NotFound("centre");
  return web::revalidated(request, web::json_response(to_json(*center)));
}

}  // namespace inventory
