#include "inventory/stock_csv.h"

#include <array>
#include <optional>

#include "base/csv_writer.h"
#include "base/money.h"
#include "base/text.h"
#include "catalog/manage.h"
#include "csv_imports.sql.h"
#include "inventory_csv.sql.h"

namespace inventory {
namespace {

namespace queries = sql::inventory_csv;
namespace shared = sql::csv_imports;

constexpr int kMostPieces = 100'000;                // of one product in one centre
constexpr std::int64_t kMostNewPieces = 2'000'000;  // in one file

enum Column : std::size_t { sku, center, pieces, cost };
constexpr std::array<std::string_view, 4> kNames = {"sku", "center", "pieces", "cost"};
constexpr std::array<std::string_view, 2> kNeeded = {"sku", "pieces"};

class StockFile {
 public:
  StockFile(db::Connection& db, std::string_view bytes)
      : db_(db), file_(bytes, {.names = kNames, .needed = kNeeded}) {}

  const CsvReport& check() {
    db_.run(shared::patience);
    db_.run_script(queries::forget_incoming.text);
    db_.run_script(queries::make_incoming.text);
    copy_rows();
    db_.run_script(queries::analyze_incoming.text);
    db_.run(queries::resolve);
    db_.run(queries::lock_products);
    db_.run(queries::judge);
    db_.run_script(queries::analyze_incoming.text);
    read_verdicts();
    return report();
  }

  void apply(const CsvImport& import, Instant now) {
    const std::int64_t id = db_.first(shared::record_import, "stock", import.file_name,
                                      import.account_id, now, 0, report().changed, report().bad)
                                ->integer("id");
    const std::string actor = db_.first(shared::quiet_audit)->string("actor");
    db_.run(queries::keep_pieces, id);
    db_.run(queries::add_pieces, import.account_id, now);
    db_.run(queries::drop_pieces, import.account_id, now, import.file_name);
    db_.run(shared::loud_audit, actor);
    report().import_id = id;
  }

  CsvReport& report() { return file_.report(); }

 private:
  void copy_row(db::CopyIn& copy) {
    const std::string_view code = file_.cell(sku);
    const auto count = to_integer(file_.cell(pieces), 0, kMostPieces);
    const std::string_view cost_text = file_.cell(cost);
    const auto price = cost_text.empty() ? std::nullopt : parse_money(cost_text);
    if (code.empty() || count_characters(code) > catalog::kMostSku) return file_.fail("sku", code);
    if (!count) return file_.fail("pieces", file_.cell(pieces));
    if (!cost_text.empty() && (!price || *price > catalog::kHighestPrice)) {
      return file_.fail("cost", cost_text);
    }
    copy.row(file_.line(), code, file_.cell(center), *count, price);
  }

  void copy_rows() {
    db::CopyIn copy(db_, queries::copy_incoming);
    while (file_.next()) copy_row(copy);
    copy.finish();
  }

  void read_verdicts() {
    std::int64_t new_pieces = 0;
    for (const db::Row row : db_.run(queries::verdicts)) {
      report().count(row.text("verdict"), row.integer("rows"));
      new_pieces += row.integer("new_pieces");
    }
    if (new_pieces > kMostNewPieces) throw NotThatCsv("pieces");
    for (const db::Row row : db_.run(queries::bad_rows, kRowsShown)) {
      const bool names_center = row.text("verdict") == "center";
      report().add_problem(row.integer("line"), row.string("verdict"),
                           row.text(names_center ? "center" : "sku"));
    }
    report().sort_problems();
    for (const db::Row row : db_.run(queries::changed_rows, kRowsShown)) {
      report().add_change(row.integer("line"), row.string("sku"), "pieces", row.text("present"),
                          row.text("pieces"));
    }
  }

  db::Connection& db_;
  CsvFile file_;
};

}  // namespace

CsvReport import_stock(db::Connection& db, std::string_view bytes, const CsvImport& import,
                       Instant now) {
  db::Transaction transaction(db);
  StockFile file(db, bytes);
  const CsvReport& report = file.check();
  if (!import.dry_run && report.changed > 0) {
    file.apply(import, now);
    transaction.commit();
  }
  return report;
}

void export_stock(db::Connection& db, const std::function<bool(std::string_view)>& write) {
  constexpr int kProducts = 1000;
  std::string text;
  add_csv_line(text, {"sku", "center", "pieces", "cost"});
  std::int64_t last = 0;
  while (write(text)) {
    const db::Result rows = db.run(queries::export_stock, last, kProducts);
    if (rows.empty()) return;
    text.clear();
    for (const db::Row row : rows) {
      last = row.integer("id");
      if (row.is_null("pieces")) continue;  // nothing of it lies anywhere
      const std::string cost = to_decimal(row.money("cost_cents"));
      add_csv_line(text, {row.text("sku"), row.text("center"), row.text("pieces"), cost});
    }
  }
}

CsvUndone undo_stock(db::Connection& db, std::int64_t import_id, Instant now) {
  db.run(shared::patience);
  db.run(queries::lock_imported_products, import_id);
  const std::string actor = db.first(shared::quiet_audit)->string("actor");
  db.run_script(queries::forget_incoming.text);
  db.run_script(queries::make_incoming.text);
  db.run(queries::bring_back, import_id);
  db.run(queries::add_pieces, std::nullopt, now);
  db.run(queries::drop_pieces, std::nullopt, now, "undone import " + std::to_string(import_id));
  db.run(shared::loud_audit, actor);
  const auto back = db.first(queries::brought_back, import_id);
  return {back->integer("undone"), back->integer("left_over")};
}

}  // namespace inventory
