/// csv_imports.h - CSV files of products, stock, customers and orders: one table of what can be
/// read and written, uploads that wait for their yes, and imports that can be undone.
///
/// Source: tables csv_import, csv_upload (sql/migrations/0123, 0250), queries in
///         sql/queries/csv_imports.sql; what is in each kind of file: catalog/product_csv.h,
///         inventory/stock_csv.h, accounts/customer_csv.h, orders/order_csv.h.
/// Errors: what a person may run into is an outcome; NotThatCsv for a file of another kind.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/csv_file.h"
#include "db/db.h"

namespace csv {

/// One kind of file. Its name is also that of the permission that a member of staff needs for it.
struct Kind {
  std::string_view name{};
  CsvReport (*read)(db::Connection& db, std::string_view bytes, const CsvImport& import,
                    Instant now) = nullptr;
  CsvUndone (*undo)(db::Connection& db, std::int64_t import_id, Instant now) = nullptr;
  void (*write)(db::Connection& db, const std::function<bool(std::string_view)>& write) = nullptr;
};
std::span<const Kind> kinds();

/// Nothing when there is no such kind.
const Kind* find_kind(std::string_view name);

/// A file that was uploaded and not applied yet; kept for a day.
struct CsvUpload {
  std::string kind{};
  std::string file_name{};
  std::string bytes{};
};

std::int64_t keep_upload(db::Connection& db, const CsvUpload& upload, std::int64_t account_id,
                         Instant now);
/// Nothing when it is not there any more, or somebody else uploaded it.
std::optional<CsvUpload> find_upload(db::Connection& db, std::int64_t id, std::int64_t account_id);
/// False when somebody applied or dropped it a moment ago.
bool drop_upload(db::Connection& db, std::int64_t id);

struct ImportRow {
  std::int64_t id = 0;
  std::string kind{};
  std::string file_name{};
  std::string username{};  // empty: by the tool
  Instant applied_at{};
  std::optional<Instant> undone_at{};
  int created = 0;
  int changed = 0;
  int bad = 0;
};

struct ImportFilter {
  std::vector<std::string> kinds{};      // those that may be seen
  std::string words{};                   // in the file's name or that of who brought it
  std::optional<std::int64_t> before{};  // further pages: older than this import
};

/// Imports that were applied, the newest first.
std::vector<ImportRow> list_imports(db::Connection& db, const ImportFilter& filter, int limit);

/// Nothing for an unknown import.
std::optional<std::string> kind_of_import(db::Connection& db, std::int64_t id);

enum class UndoOutcome { undone, no_such_import, undone_before };

struct Undone {
  UndoOutcome outcome = UndoOutcome::no_such_import;
  CsvUndone rows{};
};

/// Products and customers are as they were before the import, new products are withdrawn, new
/// customers and orders are gone; pieces of stock are taken back as far as they are still there.
Undone undo_import(db::Connection& db, std::int64_t id, Instant now);

}  // namespace csv
