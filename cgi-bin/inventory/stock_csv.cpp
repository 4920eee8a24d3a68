#include "inventory/stock_csv.h"

#include <algorithm>
#include <optional>

#include "base/csv_reader.h"
#include "base/csv_writer.h"
#include "base/text.h"
#include "catalog/manage.h"
#include "catalog_csv.sql.h"
#include "inventory_csv.sql.h"

namespace inventory {
namespace {

namespace queries = sql::inventory_csv;
using catalog::CsvReport;
using catalog::NotThatCsv;

constexpr int kMostPieces = 100'000;                // of one product in one centre
constexpr std::int64_t kMostNewPieces = 2'000'000;  // in one file
constexpr std::size_t kMostShownText = 60;

/// Where the columns are; nothing: the file has none.
struct Places {
  std::optional<std::size_t> sku{};
  std::optional<std::size_t> center{};
  std::optional<std::size_t> pieces{};
  std::optional<std::size_t> cost{};
};

class StockFile {
 public:
  StockFile(db::Connection& db, std::string_view bytes) : db_(db), reader_(bytes) { read_header(); }

  CsvReport check() {
    db_.run(sql::catalog_csv::patience);
    db_.run_script(queries::forget_incoming.text);
    db_.run_script(queries::make_incoming.text);
    copy_rows();
    db_.run_script(queries::analyze_incoming.text);
    db_.run(queries::resolve);
    db_.run(queries::lock_products);
    db_.run(queries::judge);
    db_.run_script(queries::analyze_incoming.text);
    read_verdicts();
    return report_;
  }

  std::int64_t apply(const catalog::CsvImport& import, Instant now) {
    const std::int64_t id = db_.first(sql::catalog_csv::record_import, "stock", import.file_name,
                                      import.account_id, now, 0, report_.changed, report_.bad)
                                ->integer("id");
    const std::string actor = db_.first(sql::catalog_csv::quiet_audit)->string("actor");
    db_.run(queries::keep_pieces, id);
    db_.run(queries::add_pieces, import.account_id, now);
    db_.run(queries::drop_pieces, import.account_id, now, import.file_name);
    db_.run(sql::catalog_csv::loud_audit, actor);
    return id;
  }

 private:
  void read_header() {
    CsvRecord record;
    if (!reader_.next(record) || !record.problem.empty()) throw NotThatCsv("first_line");
    for (std::size_t at = 0; at < record.fields.size(); ++at) {
      const std::string name = to_lower(trimmed(record.fields[at]));
      std::optional<std::size_t>* place = name == "sku"      ? &places_.sku
                                          : name == "center" ? &places_.center
                                          : name == "pieces" ? &places_.pieces
                                          : name == "cost"   ? &places_.cost
                                                             : nullptr;
      if (place == nullptr) {
        report_.ignored.emplace_back(trimmed(record.fields[at]));
      } else if (place->has_value()) {
        throw NotThatCsv("column_twice", name);
      } else {
        *place = at;
      }
    }
    if (!places_.sku) throw NotThatCsv("column", "sku");
    if (!places_.pieces) throw NotThatCsv("column", "pieces");
  }

  static std::string_view cell(const CsvRecord& record, const std::optional<std::size_t>& place) {
    if (!place || *place >= record.fields.size()) return {};
    return trimmed(record.fields[*place]);
  }

  void fail(std::int64_t line, const char* code, std::string_view detail) {
    ++report_.bad;
    if (report_.problems.size() < static_cast<std::size_t>(catalog::kRowsShown)) {
      report_.problems.push_back({line, code, shortened(detail, kMostShownText)});
    }
  }

  void copy_row(db::CopyIn& copy, const CsvRecord& record) {
    if (!record.problem.empty()) return fail(record.line, "unreadable", record.problem);
    const std::string_view sku = cell(record, places_.sku);
    const std::string_view center = cell(record, places_.center);
    const auto pieces = to_integer(cell(record, places_.pieces), 0, kMostPieces);
    const std::string_view cost_text = cell(record, places_.cost);
    const auto cost = cost_text.empty() ? std::nullopt : parse_money(cost_text);
    if (sku.empty() || count_characters(sku) > catalog::kMostSku) {
      return fail(record.line, "sku", sku);
    }
    if (!pieces) return fail(record.line, "pieces", cell(record, places_.pieces));
    if (!cost_text.empty() && (!cost || *cost > catalog::kHighestPrice)) {
      return fail(record.line, "cost", cost_text);
    }
    copy.row(record.line, sku, center, *pieces, cost);
  }

  void copy_rows() {
    CsvRecord record;
    db::CopyIn copy(db_, queries::copy_incoming);
    while (reader_.next(record)) {
      ++report_.rows;
      copy_row(copy, record);
    }
    copy.finish();
  }

  void read_verdicts() {
    std::int64_t new_pieces = 0;
    for (const db::Row row : db_.run(queries::verdicts)) {
      const std::int64_t rows = row.integer("rows");
      if (row.text("verdict") == "changed") {
        report_.changed = rows;
      } else if (row.text("verdict") == "same") {
        report_.same = rows;
      } else {
        report_.bad += rows;
      }
      new_pieces += row.integer("new_pieces");
    }
    if (new_pieces > kMostNewPieces) throw NotThatCsv("pieces");
    for (const db::Row row : db_.run(queries::bad_rows, catalog::kRowsShown)) {
      const bool names_center = row.text("verdict") == "center";
      report_.problems.push_back(
          {row.integer("line"), row.string("verdict"),
           shortened(row.text(names_center ? "center" : "sku"), kMostShownText)});
    }
    std::sort(report_.problems.begin(), report_.problems.end(),
              [](const auto& a, const auto& b) { return a.line < b.line; });
    const auto most = static_cast<std::size_t>(catalog::kRowsShown);
    if (report_.problems.size() > most) report_.problems.resize(most);
    for (const db::Row row : db_.run(queries::changed_rows, catalog::kRowsShown)) {
      report_.changes.push_back({row.integer("line"), row.string("sku"), "pieces",
                                 row.string("present"), row.string("pieces")});
    }
  }

  db::Connection& db_;
  CsvReader reader_;
  Places places_;
  CsvReport report_;
};

}  // namespace

CsvReport import_stock(db::Connection& db, std::string_view bytes, const catalog::CsvImport& import,
                       Instant now) {
  db::Transaction transaction(db);
  StockFile file(db, bytes);
  CsvReport report = file.check();
  if (!import.dry_run && report.changed > 0) {
    report.import_id = file.apply(import, now);
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

UndoneStock undo_stock(db::Connection& db, std::int64_t import_id, Instant now) {
  db.run(sql::catalog_csv::patience);
  db.run(queries::lock_imported_products, import_id);
  const std::string actor = db.first(sql::catalog_csv::quiet_audit)->string("actor");
  db.run_script(queries::forget_incoming.text);
  db.run_script(queries::make_incoming.text);
  db.run(queries::bring_back, import_id);
  db.run(queries::add_pieces, std::nullopt, now);
  db.run(queries::drop_pieces, std::nullopt, now, "undone import " + std::to_string(import_id));
  db.run(sql::catalog_csv::loud_audit, actor);
  const auto back = db.first(queries::brought_back, import_id);
  return {back->integer("undone"), back->integer("left_over")};
}

}  // namespace inventory
