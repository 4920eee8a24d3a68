/// order_csv.h - orders as a CSV file: written, read in as history, undone.
///
/// One row a line of an order. Columns: number, placed_at, state, payment, fulfilment, currency,
/// subtotal, shipping, tax, total, sku, quantity, unit_price (needed); email, name, street,
/// postal_code, city, country, phone, discount, tax_name, tax_rate (percent), tax_included (yes or
/// no), shipping_method, payment_method, paid_at, shipped_at, delivered_at, cancelled_at, product.
/// What concerns the whole order stands in its first row; further ones repeat it or leave it empty.
///
/// An order that comes in is history: it moves no stock, sends no letters, tells no other system
/// and is never cancelled for want of payment. Its lines must add up, its states must be such that
/// an order of this shop can have, its products must be here; its customer is whoever has that
/// e-mail address. A placed order stays as it is: a row that says something else about one that is
/// here already is left out. The same file twice changes nothing.
///
/// Source: base/csv_file.h, sql/queries/orders_csv.sql.
/// Errors: an order is left out whole; the codes of its rows are "unreadable", "number", "moment",
///         "order_state", "currency", "amount", "text", "yes_or_no", "payment_method", "sku",
///         "quantity", "order_rows_differ", "order_incomplete", "product", "sku_twice",
///         "order_other", "order_steps", "order_sums", "no_lines", "email".
#pragma once

#include <functional>
#include <string_view>

#include "base/csv_file.h"
#include "db/db.h"

namespace orders {

/// Checks a file, and unless it is a dry run takes its good orders in, all of them or nothing.
CsvReport import_orders(db::Connection& db, std::string_view bytes, const CsvImport& import,
                        Instant now);

/// The orders of an import are gone, but for those that somebody has worked on since. To be called
/// inside the transaction that locked the import (csv/csv_imports.h).
CsvUndone undo_orders(db::Connection& db, std::int64_t import_id, Instant now);

/// Writes all placed orders, piece by piece; stops when `write` says false.
void export_orders(db::Connection& db, const std::function<bool(std::string_view)>& write);

}  // namespace orders
