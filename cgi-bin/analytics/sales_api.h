/// sales_api.h - JSON: sales in numbers, for staff.
#pragma once

#include "web/route.h"

namespace analytics {

/// GET /analytics/sales-summary (?from=, ?to=).
web::Response api_sales_summary(const web::Request& request, Shop& shop);
/// GET /analytics/top-products (?from=, ?to=, ?limit=).
web::Response api_top_products(const web::Request& request, Shop& shop);

}  // namespace analytics
