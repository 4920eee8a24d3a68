#include "csv/csv_imports.h"

#include <algorithm>
#include <array>

#include "accounts/customer_csv.h"
#include "base/text.h"
#include "catalog/product_csv.h"
#include "csv_imports.sql.h"
#include "inventory/stock_csv.h"
#include "orders/order_csv.h"

namespace csv {

namespace queries = sql::csv_imports;

std::span<const Kind> kinds() {
  static constexpr std::array<Kind, 4> kKinds = {
      {{"products", catalog::import_products, catalog::undo_products, catalog::export_products},
       {"stock", inventory::import_stock, inventory::undo_stock, inventory::export_stock},
       {"customers", accounts::import_customers, accounts::undo_customers,
        accounts::export_customers},
       {"orders", orders::import_orders, orders::undo_orders, orders::export_orders}}};
  return kKinds;
}

const Kind* find_kind(std::string_view name) {
  const auto found = std::ranges::find(kinds(), name, &Kind::name);
  return found == kinds().end() ? nullptr : &*found;
}

std::int64_t keep_upload(db::Connection& db, const CsvUpload& upload, std::int64_t account_id,
                         Instant now) {
  db.run(queries::drop_old_uploads, now);
  return db
      .first(queries::keep_upload, upload.kind, upload.file_name, to_base64url(upload.bytes),
             account_id, now)
      ->integer("id");
}

std::optional<CsvUpload> find_upload(db::Connection& db, std::int64_t id, std::int64_t account_id) {
  const auto row = db.first(queries::upload_by_id, id, account_id);
  if (!row) return std::nullopt;
  const auto bytes = from_base64url(row->text("content"));
  if (!bytes) throw std::logic_error("csv_upload.content is no base64url");
  return CsvUpload{row->string("kind"), row->string("file_name"), *bytes};
}

bool drop_upload(db::Connection& db, std::int64_t id) {
  return db.run(queries::drop_upload, id).affected() > 0;
}

std::vector<ImportRow> list_imports(db::Connection& db, const ImportFilter& filter, int limit) {
  std::vector<ImportRow> imports;
  for (const db::Row row :
       db.run(queries::imports, filter.before, limit, db::array_of(filter.kinds), filter.words)) {
    imports.push_back({.id = row.integer("id"),
                       .kind = row.string("kind"),
                       .file_name = row.string("file_name"),
                       .username = row.string("username"),
                       .applied_at = row.instant("applied_at"),
                       .undone_at = row.maybe_instant("undone_at"),
                       .created = row.small("created_count"),
                       .changed = row.small("changed_count"),
                       .bad = row.small("bad_count")});
  }
  return imports;
}

std::optional<std::string> kind_of_import(db::Connection& db, std::int64_t id) {
  const auto row = db.first(queries::import_kind, id);
  if (!row) return std::nullopt;
  return row->string("kind");
}

Undone undo_import(db::Connection& db, std::int64_t id, Instant now) {
  db::Transaction transaction(db);
  const auto import = db.first(queries::lock_import, id);
  if (!import) return {};
  if (import->boolean("undone")) return {.outcome = UndoOutcome::undone_before};
  const Kind* kind = find_kind(import->text("kind"));
  if (kind == nullptr) throw std::logic_error("csv_import.kind is unknown");
  const CsvUndone rows = kind->undo(db, id, now);
  db.run(queries::mark_undone, id, now);
  transaction.commit();
  return {UndoOutcome::undone, rows};
}

}  // namespace csv
