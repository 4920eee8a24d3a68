/// manage_api.h - JSON: products as staff make and change them.
#pragma once

#include "web/route.h"

namespace catalog {

/// POST /api/products/create: 201 product.
web::Response api_product_create(const web::Request& request, Shop& shop);
/// PUT /api/products/update/{id}: what is not sent stays as it is.
web::Response api_product_update(const web::Request& request, Shop& shop);
/// DELETE /api/products/delete/{id}: no longer offered; orders keep it.
web::Response api_product_delete(const web::Request& request, Shop& shop);
/// POST /api/products/upload: multipart with `product_id`, `image`, `alt`; 201.
web::Response api_product_upload(const web::Request& request, Shop& shop);

}  // namespace catalog
