/// csv_imports.h - CSV files of products and stock that staff uploaded, and imports that can be
/// undone.
///
/// Source: tables csv_import, csv_upload, csv_import_product, csv_import_stock
/// (sql/migrations/0123). Errors: what a person may run into is an outcome.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "db/db.h"

namespace inventory {

/// A file that was uploaded and not applied yet; kept for a day.
struct CsvUpload {
  std::string kind{};  // "products" or "stock"
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

/// Imports that were applied, the newest first; `before` is the id of the last row seen.
std::vector<ImportRow> list_imports(db::Connection& db, std::optional<std::int64_t> before,
                                    int limit);

/// "products" or "stock"; nothing for an unknown import.
std::optional<std::string> kind_of_import(db::Connection& db, std::int64_t id);

enum class UndoOutcome { undone, no_such_import, undone_before };

struct Undone {
  UndoOutcome outcome = UndoOutcome::no_such_import;
  std::int64_t undone = 0;
  std::int64_t left = 0;  // somebody changed these since, so they stay as they are
};

/// Products are as they were before the import, new ones are withdrawn; pieces of stock are taken
/// back as far as they are still there.
Undone undo_import(db::Connection& db, std::int64_t id, Instant now);

}  // namespace inventory
