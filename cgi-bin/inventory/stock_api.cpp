/// stock_api.cpp - POST /api/stock/receive: pieces of a product arrive at a centre.
///
/// Test: tests/page/manage_api_test.cpp

#include "inventory/centers_api.h"
#include "inventory/inventory.h"
#include "shop.h"
#include "web/json_form.h"

namespace inventory {

web::Response api_stock_receive(const web::Request& request, Shop& shop) {
  constexpr int kMostPieces = 10000;
  web::JsonForm form(request);
  Delivery delivery{.product_id = form.integer("product_id", 1, INT64_MAX),
                    .center_id = form.integer("center_id", 1, INT64_MAX),
                    .pieces = static_cast<int>(form.integer("pieces", 1, kMostPieces))};
  const auto cost = parse_money(form.value_text("unit_cost"));
  if (!cost) form.add_problem("unit_cost", {"product.price"});
  form.require_good();
  delivery.cost = *cost;
  const auto in_stock = receive_units(shop.db, delivery, request.now);
  if (!in_stock) throw web::NotFound("product or centre", {"api.no_such_product_or_centre"});
  return web::json_response(
      {{"product_id", delivery.product_id}, {"received", delivery.pieces}, {"in_stock", *in_stock}},
      201);
}

}  // namespace inventory
