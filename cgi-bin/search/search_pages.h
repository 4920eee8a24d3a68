/// search_pages.h - the page that lists, filters and searches products.
#pragma once

#include "web/route.h"

namespace search {

/// GET /search: products by words and filters; without any, all of them. Staff see with explain=1
/// why each stands where it stands.
/// GET /category/{slug}: the same page with the category fixed; an unknown slug is 404.
web::Response listing_page(const web::Request& request, Shop& shop);

}  // namespace search
