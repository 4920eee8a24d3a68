/// centers_api.h - JSON: where goods lie.
#pragma once

#include "web/route.h"

namespace inventory {

/// GET /distribution-centers, /api/distribution-centers.
web::Response api_centers(const web::Request& request, Shop& shop);
/// GET /distribution-centers/{id}, /api/distribution-centers/{id}.
web::Response api_center(const web::Request& request, Shop& shop);

}  // namespace inventory
