/// product_csv.h - products as a CSV file: written, checked, read in, undone.
///
/// Columns, in any order, named in the first line: sku (needed), name, description, category (its
/// path "Home > Lighting", or its name), brand (made when nobody has it), price (regular), offered
/// (yes or no), family (what the names of variants begin with; rows with the same one are variants
/// of each other) and options (the details that tell them apart, "Size | Colour"; needed for a new
/// family), and one "detail: Colour" for each kind of detail, several values apart by " | ".
/// A column that is missing, and an empty cell of name, category, price, offered and options, leave
/// things as they are; an empty description, brand, family or detail empties them. Other columns
/// are passed over. Rows that cannot be used are left out and named; the same file twice changes
/// nothing.
///
/// Source: base/csv_file.h; sql/queries/catalog_csv.sql.
/// Units:  100,000 rows take seconds: COPY into a table of the transaction, then a few statements.
/// Errors: what is wrong with a file is in its report, by the codes "unreadable", "sku", "twice",
///         "name", "price", "offered", "text", "detail", "category", "new_name", "new_category",
///         "new_price", "below_sale", "options", "new_family", "family_twice", "family_full";
///         changes by "new", "name", "price", "category", "brand", "family", "description",
///         "offered", "details".
#pragma once

#include <functional>
#include <string_view>

#include "base/csv_file.h"
#include "db/db.h"

namespace catalog {

/// Checks a file, and unless it is a dry run does what its good rows say, all of it or nothing.
CsvReport import_products(db::Connection& db, std::string_view bytes, const CsvImport& import,
                          Instant now);

/// Products are as they were before the import, new ones are withdrawn. To be called inside the
/// transaction that locked the import (csv/csv_imports.h).
CsvUndone undo_products(db::Connection& db, std::int64_t import_id, Instant now);

/// Writes all products, the withdrawn ones too, piece by piece; stops when `write` says false.
void export_products(db::Connection& db, const std::function<bool(std::string_view)>& write);

}  // namespace catalog
