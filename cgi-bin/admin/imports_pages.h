/// imports_pages.h - the shopkeeper's CSV files of products and stock: out, in, and back again;
/// their rows are in routes.cpp. Needs the permission `products`; for stock also `stock`.
#pragma once

#include "catalog/product_csv.h"
#include "shop.h"
#include "web/web.h"

namespace admin {

/// GET /admin/products.csv: all products, as an import reads them.
web::Response products_file(const web::Request& request, Shop& shop);
/// GET /admin/imports/stock.csv: what lies where, as an import reads it.
web::Response stock_file(const web::Request& request, Shop& shop);

/// GET /admin/imports: what was imported (?before= an id), and the form for a new file.
web::Response imports_page(const web::Request& request, Shop& shop);
/// POST /admin/imports: multipart, `file` of the `kind` products or stock; leads to its preview.
web::Response post_import_upload(const web::Request& request, Shop& shop);
/// GET /admin/imports/{id}: what the uploaded file would change; changes nothing.
web::Response import_preview_page(const web::Request& request, Shop& shop);
/// POST /admin/imports/{id}/apply: does it.
web::Response post_import_apply(const web::Request& request, Shop& shop);
/// POST /admin/imports/{id}/undo: as it was before, as far as nobody changed it since.
web::Response post_import_undo(const web::Request& request, Shop& shop);

/// Why a file is none that can be read in.
web::Message not_that(const catalog::NotThatCsv& refusal);

}  // namespace admin
