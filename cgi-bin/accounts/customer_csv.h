/// customer_csv.h - customers as a CSV file: written, checked, read in, undone.
///
/// Columns: email (needed: it tells who is meant), first_name, last_name, phone, street,
/// postal_code, city, country (two letters); username and created_at count for new customers only.
/// A column that is missing leaves things as they are, an empty cell empties them. Who comes by a
/// file has no password: "forgot my password" sends a link. A file with passwords is refused, and
/// accounts of staff are out of its reach. The same file twice changes nothing.
///
/// Source: base/csv_file.h, sql/queries/customers_csv.sql.
/// Errors: the codes of a RowProblem are "unreadable", "email", "username", "text", "country",
///         "created_at", "customer_twice", "not_customer", "username_taken"; changes are named by
///         the column, or "new".
#pragma once

#include <functional>
#include <string_view>

#include "base/csv_file.h"
#include "db/db.h"

namespace accounts {

/// Checks a file, and unless it is a dry run does what its good rows say, all of it or nothing.
CsvReport import_customers(db::Connection& db, std::string_view bytes, const CsvImport& import,
                           Instant now);

/// Customers are as they were before the import; new ones who have done nothing yet are gone. To be
/// called inside the transaction that locked the import (csv/csv_imports.h).
CsvUndone undo_customers(db::Connection& db, std::int64_t import_id, Instant now);

/// Writes all customers, piece by piece; stops when `write` says false.
void export_customers(db::Connection& db, const std::function<bool(std::string_view)>& write);

}  // namespace accounts
