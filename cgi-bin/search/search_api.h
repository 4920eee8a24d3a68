/// search_api.h - JSON: products by words and filters.
#pragma once

#include "web/route.h"

namespace search {

/// GET /search, /products, /api/products, /api/products/products_search: products with facets;
/// for staff with explain=1 also why each stands where it stands.
web::Response api_products(const web::Request& request, Shop& shop);

}  // namespace search
