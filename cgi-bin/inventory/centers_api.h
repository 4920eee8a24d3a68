/// centers_api.h - JSON: where goods lie.
#pragma once

#include "web/route.h"

namespace inventory {

/// GET /distribution-centers, /api/distribution-centers.
web::Response api_centers(const web::Request& request, Shop& shop);
/// GET /distribution-centers/{id}, /api/distribution-centers/{id}.
web::Response api_center(const web::Request& request, Shop& shop);

/// POST /api/stock/receive: {"product_id", "center_id", "pieces", "unit_cost"}; 201.
web::Response api_stock_receive(const web::Request& request, Shop& shop);

}  // namespace inventory
