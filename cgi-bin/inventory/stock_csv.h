/// stock_csv.h - what lies where as a CSV file: written, checked, read in, undone.
///
/// Columns: sku and pieces (needed), center (may be missing when there is one only), cost of one
/// piece (else the last one's). A row says how many pieces lie there: missing ones are added,
/// surplus ones leave the books, the longest lying first. The same file twice changes nothing.
///
/// Source: base/csv_file.h, sql/queries/inventory_csv.sql; every change leaves a row of
/// stock_change. Errors: the codes of a RowProblem are "unreadable", "sku", "pieces", "cost",
/// "product", "center",
///         "twice"; of a change "pieces".
#pragma once

#include <cstdint>
#include <functional>
#include <string_view>

#include "base/csv_file.h"
#include "db/db.h"

namespace inventory {

/// Checks a file, and unless it is a dry run does what its good rows say, all of it or nothing.
CsvReport import_stock(db::Connection& db, std::string_view bytes, const CsvImport& import,
                       Instant now);

/// Writes what lies where, piece by piece; stops when `write` says false.
void export_stock(db::Connection& db, const std::function<bool(std::string_view)>& write);

/// Left are rows whose pieces were sold or moved since: as many as still lie there went back. To be
/// called inside the transaction that locked the import (csv/csv_imports.h).
CsvUndone undo_stock(db::Connection& db, std::int64_t import_id, Instant now);

}  // namespace inventory
