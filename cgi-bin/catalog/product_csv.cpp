#include "catalog/product_csv.h"

#include <map>

#include "base/csv_writer.h"
#include "base/text.h"
#include "catalog/product_csv_row.h"
#include "catalog/variants.h"
#include "catalog_csv.sql.h"
#include "csv_imports.sql.h"

namespace catalog {
namespace {

namespace queries = sql::catalog_csv;
namespace shared = sql::csv_imports;

/// A row's details wait in memory while COPY of the rows themselves is under way.
struct WaitingDetail {
  std::int64_t line;
  std::size_t place;
  Attribute attribute;
};

/// One file on its way through the transaction's tables.
class Import {
 public:
  Import(db::Connection& db, std::string_view bytes)
      : db_(db), file_(bytes, product_columns()), details_(db::array_of(file_.extras())) {}

  const CsvReport& check() {
    db_.run(shared::patience);
    db_.run_script(queries::forget_incoming.text);
    for (const db::Query* table :
         {&queries::make_incoming, &queries::make_incoming_attribute, &queries::make_path}) {
      db_.run_script(table->text);
    }
    copy_rows();
    db_.run_script(queries::analyze_incoming.text);
    db_.run_script(queries::analyze_incoming_attributes.text);
    db_.run(queries::name_categories);
    db_.run(queries::resolve);
    db_.run(queries::resolve_families);
    db_.run(queries::lock_products);
    db_.run(queries::judge, details_, kMostVariants);
    db_.run_script(queries::analyze_incoming.text);
    read_verdicts();
    return report();
  }

  void apply(const CsvImport& import, Instant now) {
    const std::int64_t id =
        db_.first(shared::record_import, "products", import.file_name, import.account_id, now,
                  report().created, report().changed, report().bad)
            ->integer("id");
    db_.run(queries::make_brands);
    db_.run(queries::make_families);
    db_.run(queries::resolve);
    db_.run(queries::resolve_families);
    const std::string actor = db_.first(shared::quiet_audit)->string("actor");
    db_.run(queries::keep_before, id);
    db_.run(queries::create_new);
    db_.run(queries::find_created);
    db_.run(queries::change_known, now);
    if (!file_.extras().empty()) {
      db_.run(queries::drop_old_attributes, details_);
      db_.run(queries::add_new_attributes);
    }
    db_.run(queries::keep_created, id);
    db_.run(queries::finish_import, id);
    db_.run(shared::loud_audit, actor);
    report().import_id = id;
  }

  CsvReport& report() { return file_.report(); }

 private:
  void copy_rows() {
    std::vector<WaitingDetail> waiting;
    db::CopyIn copy(db_, queries::copy_incoming);
    while (file_.next()) {
      auto row = read_product_row(file_);
      if (!row) continue;
      std::optional<std::string> slug;
      if (row->name && !row->name->empty()) slug = to_slug(*row->name);
      std::optional<std::string> options;
      if (row->options) options = db::array_of(*row->options);
      copy.row(file_.line(), row->sku, row->name, slug, row->description, row->category, row->brand,
               row->price, row->withdrawn, row->family, options);
      for (std::size_t place = 0; place < row->details.size(); ++place) {
        waiting.push_back({file_.line(), place, std::move(row->details[place])});
      }
    }
    copy.finish();
    db::CopyIn details(db_, queries::copy_incoming_attributes);
    for (const WaitingDetail& one : waiting) {
      details.row(one.line, one.place, one.attribute.name, one.attribute.value);
    }
    details.finish();
  }

  void read_verdicts() {
    for (const db::Row row : db_.run(queries::verdicts)) {
      report().count(row.text("verdict"), row.integer("rows"));
    }
    for (const db::Row row : db_.run(queries::bad_rows, kRowsShown)) {
      report().add_problem(row.integer("line"), row.string("verdict"), row.text("detail"));
    }
    report().sort_problems();
    for (const db::Row row : db_.run(queries::changed_rows, kRowsShown)) add_changes(row);
  }

  /// What one row changes, field by field.
  void add_changes(const db::Row& row) {
    const auto add = [&](const char* field, std::string_view before, std::string_view after) {
      report().add_change(row.integer("line"), row.string("sku"), field, before, after);
    };
    if (row.text("verdict") == "new") return add("new", "", row.text("new_name"));
    const std::size_t before = report().changes.size();
    const auto compare = [&](const char* field, std::string_view old, std::string_view fresh) {
      if (old != fresh) add(field, old, fresh);
    };
    compare("name", row.text("old_name"), row.text("new_name"));
    compare("price", to_decimal(row.money("old_price_cents")),
            to_decimal(row.money("new_price_cents")));
    compare("category", row.text("old_category"), row.text("new_category"));
    if (to_lower(row.text("old_brand")) != to_lower(row.text("new_brand"))) {
      add("brand", row.text("old_brand"), row.text("new_brand"));
    }
    if (to_lower(row.text("old_family")) != to_lower(row.text("new_family"))) {
      add("family", row.text("old_family"), row.text("new_family"));
    }
    if (row.boolean("other_description")) add("description", "", "");
    compare("offered", row.boolean("old_withdrawn") ? "no" : "yes",
            row.boolean("new_withdrawn") ? "no" : "yes");
    if (report().changes.size() == before) add("details", "", "");
  }

  db::Connection& db_;
  CsvFile file_;
  std::string details_;
};

using Details = std::map<std::string, std::string, std::less<>>;

/// "Colour" -> "red | blue"
Details read_details(std::string_view text) {
  Details details;
  if (text.empty()) return details;
  for (const std::string_view pair : split(text, '\x1E')) {
    const std::size_t cut = pair.find('\x1F');
    if (cut == std::string_view::npos) continue;
    std::string& values = details[std::string(pair.substr(0, cut))];
    if (!values.empty()) values += kBetweenValues;
    values += pair.substr(cut + 1);
  }
  return details;
}

}  // namespace

CsvReport import_products(db::Connection& db, std::string_view bytes, const CsvImport& import,
                          Instant now) {
  db::Transaction transaction(db);
  Import file(db, bytes);
  const CsvReport& report = file.check();
  if (!import.dry_run && report.created + report.changed > 0) {
    file.apply(import, now);
    transaction.commit();
  }
  return report;
}

CsvUndone undo_products(db::Connection& db, std::int64_t import_id, Instant now) {
  db.run(shared::patience);
  db.run(queries::lock_imported_products, import_id);
  const std::string actor = db.first(shared::quiet_audit)->string("actor");
  db.run_script(queries::forget_undoable.text);
  db.run_script(queries::make_undoable.text);
  db.run(queries::fill_undoable, import_id);
  db.run(queries::undo_created, now);
  db.run(queries::undo_changed, import_id);
  db.run(queries::undo_drop_attributes);
  db.run(queries::undo_add_attributes, import_id);
  db.run(shared::loud_audit, actor);
  const std::int64_t undone = db.first(queries::undoable_count)->integer("products");
  return {undone, db.first(queries::count_imported, import_id)->integer("products") - undone};
}

void export_products(db::Connection& db, const std::function<bool(std::string_view)>& write) {
  constexpr int kRows = 1000;
  constexpr int kMostDetails = 150;  // a file has no more columns than an import reads
  std::map<std::int64_t, std::string> paths;
  for (const db::Row row : db.run(queries::category_paths)) {
    paths[row.integer("id")] = row.string("text");
  }
  std::vector<std::string> names;
  std::vector<std::string> header = {"sku",   "name",    "description", "category", "brand",
                                     "price", "offered", "family",      "options",  "in_stock"};
  for (const db::Row row : db.run(queries::attribute_names, kMostDetails)) {
    names.push_back(row.string("name"));
    header.push_back("detail: " + names.back());
  }
  std::string text;
  add_csv_line(text, header);
  std::int64_t last = 0;
  while (write(text)) {
    const db::Result rows = db.run(queries::export_products, last, kRows);
    if (rows.empty()) return;
    text.clear();
    for (const db::Row row : rows) {
      last = row.integer("id");
      std::vector<std::string> fields = {row.string("sku"),
                                         row.string("name"),
                                         row.string("description"),
                                         paths[row.integer("category_id")],
                                         row.string("brand"),
                                         to_decimal(row.money("price_cents")),
                                         row.boolean("withdrawn") ? "no" : "yes",
                                         row.string("family"),
                                         row.string("options"),
                                         row.string("in_stock")};
      Details details = read_details(row.text("attributes"));
      for (const std::string& name : names) fields.push_back(details[name]);
      add_csv_line(text, fields);
    }
  }
}

}  // namespace catalog
