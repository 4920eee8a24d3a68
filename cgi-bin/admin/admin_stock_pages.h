/// admin_stock_pages.h - stock and distribution centres as staff keep them.
#pragma once

#include "web/route.h"

namespace admin {

/// GET /admin/stock: what lies on the shelf, fewest pieces first (?q=, at_most=, center=,
/// behind=pieces-product).
web::Response admin_stock_page(const web::Request& request, Shop& shop);
/// GET /admin/stock.csv: the same products, all of them.
web::Response admin_stock_csv_page(const web::Request& request, Shop& shop);

/// GET /admin/stock/{id}: one product's pieces by centre, what was done to them, and forms to
/// receive, move and count.
web::Response admin_product_stock_page(const web::Request& request, Shop& shop);
/// POST /admin/stock/{id}/receive: `center`, `pieces`, `cost` of one.
web::Response post_stock_receive(const web::Request& request, Shop& shop);
/// POST /admin/stock/{id}/move: `from`, `to`, `pieces`.
web::Response post_stock_move(const web::Request& request, Shop& shop);
/// POST /admin/stock/{id}/count: `center`, `counted`, `expected`, `reason`.
web::Response post_stock_count(const web::Request& request, Shop& shop);

/// GET /admin/centers: the distribution centres, and a form for a new one.
web::Response admin_centers_page(const web::Request& request, Shop& shop);
/// GET /admin/centers.csv: the same as a file.
web::Response admin_centers_file(const web::Request& request, Shop& shop);
/// POST /admin/centers: `name`, `latitude`, `longitude`.
web::Response post_center_add(const web::Request& request, Shop& shop);
/// GET /admin/center/{id}: change one.
web::Response admin_center_page(const web::Request& request, Shop& shop);
/// POST /admin/center/{id}: `name`, `latitude`, `longitude`, `before` (the name that was shown).
web::Response post_center_change(const web::Request& request, Shop& shop);

}  // namespace admin
