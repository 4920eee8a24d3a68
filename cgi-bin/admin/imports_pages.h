/// imports_pages.h - handlers of CSV files of products, stock, customers and orders. Who may see or
/// bring in what follows from the kind of file: each needs the permission of its name.
#pragma once

#include "base/csv_file.h"
#include "csv/csv_imports.h"
#include "shop.h"
#include "web/web.h"

namespace admin {

/// GET /admin/imports: upload a file, past imports; with `q` and pages.
web::Response imports_page(const web::Request& request, Shop& shop);
/// GET /admin/imports.csv: past imports as a file.
web::Response imports_file(const web::Request& request, Shop& shop);
/// POST /admin/imports: keeps the file and goes to its preview.
web::Response post_import_upload(const web::Request& request, Shop& shop);
/// GET /admin/imports/{id}: what the uploaded file would change.
web::Response import_preview_page(const web::Request& request, Shop& shop);
/// POST /admin/imports/{id}/apply: does it.
web::Response post_import_apply(const web::Request& request, Shop& shop);
/// POST /admin/imports/{id}/undo: takes an applied import back.
web::Response post_import_undo(const web::Request& request, Shop& shop);
/// GET /admin/products.csv: all products, for reading in again.
web::Response products_file(const web::Request& request, Shop& shop);
/// GET /admin/imports/stock.csv: what lies where, for reading in again.
web::Response stock_file(const web::Request& request, Shop& shop);
/// GET /admin/imports/customers.csv: all customers, for reading in again.
web::Response customers_whole_file(const web::Request& request, Shop& shop);
/// GET /admin/imports/orders.csv: all orders line by line, for reading in elsewhere.
web::Response orders_whole_file(const web::Request& request, Shop& shop);

/// The kind of that name, if this member of staff may handle it. Throws BadRequest, Forbidden.
const csv::Kind& require_kind(const web::Request& request, std::string_view name);

/// The sentence for a file that is no such file.
web::Message not_that(const NotThatCsv& refusal);

}  // namespace admin
