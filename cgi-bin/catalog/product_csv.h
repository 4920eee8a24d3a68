/// product_csv.h - products as a CSV file: written, checked, read in, undone.
///
/// Columns, in any order, named in the first line: sku (needed), name, description, category (its
/// path "Home > Lighting", or its name), brand (made when nobody has it), price (regular), offered
/// (yes or no), and one "detail: Colour" for each kind of detail, several values apart by " | ".
/// A column that is missing, and an empty cell of name, category, price and offered, leave things
/// as they are; an empty description, brand or detail empties them. Other columns are passed over.
/// Rows that cannot be used are left out and named; the same file twice changes nothing.
///
/// Source: base/csv_reader.h for what a CSV file may look like; sql/queries/catalog_csv.sql.
/// Units:  100,000 rows take seconds: COPY into a table of the transaction, then a few statements.
/// Errors: what is wrong with a file is in its report; NotThatCsv when it is no such file at all.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "db/db.h"

namespace catalog {

/// No file of this kind. what() is "first_line" (it cannot be read), "column" (the one named by
/// detail() is missing), "column_twice", "columns" (too many) or "pieces" (more than two million
/// new ones).
class NotThatCsv : public std::runtime_error {
 public:
  explicit NotThatCsv(const std::string& code, std::string detail = {})
      : std::runtime_error(code), detail_(std::move(detail)) {}
  const std::string& detail() const { return detail_; }

 private:
  std::string detail_;
};

/// A row that is left out. `code` says why: "unreadable", "sku", "twice", "name", "price",
/// "offered", "text", "detail", "category", "new_name", "new_category", "new_price", "below_sale".
struct RowProblem {
  std::int64_t line = 0;  // of the file, from 1
  std::string code{};
  std::string detail{};  // what stood there, shortened
};

/// One row that changes something; `field` is "new", "name", "price", "category", "brand",
/// "description", "offered" or "details".
struct RowChange {
  std::int64_t line = 0;
  std::string sku{};
  std::string field{};
  std::string before{};
  std::string after{};
};

inline constexpr int kRowsShown = 100;  // problems and changed rows that a report lists at most

struct CsvReport {
  std::int64_t rows = 0;
  std::int64_t created = 0;
  std::int64_t changed = 0;
  std::int64_t same = 0;
  std::int64_t bad = 0;
  std::vector<RowProblem> problems{};  // the first ones, by line
  std::vector<RowChange> changes{};    // of the first rows
  std::vector<std::string> ignored{};  // columns that nobody knows
  std::int64_t import_id = 0;          // 0: nothing was changed
};

struct CsvImport {
  std::string file_name{};
  std::optional<std::int64_t> account_id{};  // who does it
  bool dry_run = true;                       // only the report
};

/// Checks a file, and unless it is a dry run does what its good rows say, all of it or nothing.
CsvReport import_products(db::Connection& db, std::string_view bytes, const CsvImport& import,
                          Instant now);

/// What became of an import's products.
struct UndoneProducts {
  std::int64_t undone = 0;
  std::int64_t left = 0;  // somebody changed these since, so they stay as they are
};

/// Products are as they were before the import, new ones are withdrawn. To be called inside the
/// transaction that locked the import (inventory/csv_imports.h).
UndoneProducts undo_products(db::Connection& db, std::int64_t import_id, Instant now);

/// Writes all products, the withdrawn ones too, piece by piece; stops when `write` says false.
void export_products(db::Connection& db, const std::function<bool(std::string_view)>& write);

}  // namespace catalog
