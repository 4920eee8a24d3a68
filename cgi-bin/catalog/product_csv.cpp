#include "catalog/product_csv.h"

#include <algorithm>
#include <map>
#include <set>

#include "base/csv_reader.h"
#include "base/csv_writer.h"
#include "base/text.h"
#include "catalog/manage.h"
#include "catalog_csv.sql.h"

namespace catalog {
namespace {

namespace queries = sql::catalog_csv;

constexpr std::string_view kDetail = "detail:";
constexpr std::string_view kBetweenValues = " | ";
constexpr std::size_t kMostColumns = 200;
constexpr std::size_t kMostShownText = 60;  // characters of a cell in a report

enum class Column { sku, name, description, category, brand, price, offered, detail, ignored };

struct Header {
  std::vector<Column> columns{};
  std::vector<std::string> names{};    // as written, trimmed
  std::vector<std::string> details{};  // names of the details that have a column
};

/// A cell as a person meant it: spreadsheets guard formulas by an apostrophe, and so do we.
std::string_view cell_text(std::string_view field) {
  std::string_view text = trimmed(field);
  if (text.size() > 1 && text[0] == '\'' &&
      std::string_view("=+-@\t\r").find(text[1]) != std::string_view::npos) {
    text.remove_prefix(1);
  }
  return text;
}

Column column_of(const std::string& name) {
  static const std::map<std::string, Column, std::less<>> kColumns = {
      {"sku", Column::sku},
      {"name", Column::name},
      {"description", Column::description},
      {"category", Column::category},
      {"brand", Column::brand},
      {"price", Column::price},
      {"offered", Column::offered}};
  const std::string key = to_lower(name);
  const auto known = kColumns.find(key);
  if (known != kColumns.end()) return known->second;
  return key.starts_with(kDetail) ? Column::detail : Column::ignored;
}

Header read_header(CsvReader& reader) {
  CsvRecord record;
  if (!reader.next(record) || !record.problem.empty()) throw NotThatCsv("first_line");
  if (record.fields.size() > kMostColumns) throw NotThatCsv("columns");
  Header header;
  std::set<std::string> seen;
  for (const std::string& field : record.fields) {
    std::string name(cell_text(field));
    Column column = column_of(name);
    if (column == Column::detail) {
      name = std::string(trimmed(std::string_view(name).substr(kDetail.size())));
      const bool is_fine = !name.empty() && count_characters(name) <= kMostAttributeText;
      if (!is_fine) column = Column::ignored;
    }
    const std::string key = (column == Column::detail ? "detail:" : "") + to_lower(name);
    if (column != Column::ignored && !seen.insert(key).second) {
      throw NotThatCsv("column_twice", name);
    }
    if (column == Column::detail) header.details.push_back(name);
    header.columns.push_back(column);
    header.names.push_back(std::move(name));
  }
  if (!seen.contains("sku")) throw NotThatCsv("column", "sku");
  return header;
}

bool has_control_characters(std::string_view text, bool lines) {
  return std::any_of(text.begin(), text.end(), [&](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte == 0x7F || (byte < 0x20 && !(lines && (c == '\n' || c == '\t')));
  });
}

/// One row on its way into the table `incoming`.
struct Row {
  std::string sku{};
  std::optional<std::string> name{};
  std::optional<std::string> description{};
  std::optional<std::string> category{};
  std::optional<std::string> brand{};
  std::optional<Money> price{};
  std::optional<bool> withdrawn{};
  std::vector<Attribute> details{};
};

/// Reads one record; a problem is a code of RowProblem.
class RowReader {
 public:
  RowReader(const Header& header, const CsvRecord& record) : header_(header), record_(record) {}

  bool read(Row& row) {
    if (!record_.problem.empty()) return fail("unreadable", record_.problem);
    if (record_.fields.size() > header_.columns.size()) {
      return fail("unreadable", "has more fields than the first line");
    }
    for (std::size_t at = 0; at < record_.fields.size(); ++at) {
      if (!read_cell(row, at, cell_text(record_.fields[at]))) return false;
    }
    if (row.sku.empty()) return fail("sku", "");
    return true;
  }

  RowProblem problem() const { return {record_.line, code_, shortened(detail_, kMostShownText)}; }

 private:
  bool fail(std::string code, std::string_view detail) {
    code_ = std::move(code);
    detail_ = std::string(detail);
    return false;
  }

  bool fits(std::string_view text, std::size_t most, bool lines = false) const {
    return count_characters(text) <= most && !has_control_characters(text, lines);
  }

  bool read_cell(Row& row, std::size_t at, std::string_view text) {
    switch (header_.columns[at]) {
      case Column::sku:
        row.sku = std::string(text);
        return fits(text, kMostSku) || fail("sku", text);
      case Column::name:
        row.name = std::string(text);
        return fits(text, kMostProductName) || fail("name", text);
      case Column::description: return read_description(row, text);
      case Column::category:
        row.category = std::string(text);
        return fits(text, 1000) || fail("category", text);
      case Column::brand:
        row.brand = std::string(text);
        return fits(text, 100) || fail("text", text);
      case Column::price: return read_price(row, text);
      case Column::offered: return read_offered(row, text);
      case Column::detail: return read_detail(row, header_.names[at], text);
      case Column::ignored: return true;
    }
    throw std::logic_error("unknown Column");
  }

  bool read_description(Row& row, std::string_view text) {
    std::string plain;
    for (const char c : text) {
      if (c != '\r') plain += c;
    }
    if (!fits(plain, kMostDescription, true)) return fail("text", text);
    row.description = std::move(plain);
    return true;
  }

  bool read_price(Row& row, std::string_view text) {
    if (text.empty()) return true;
    row.price = parse_money(text);
    return (row.price && *row.price <= kHighestPrice) || fail("price", text);
  }

  bool read_offered(Row& row, std::string_view text) {
    if (text.empty()) return true;
    const std::string word = to_lower(text);
    if (word == "yes" || word == "true" || word == "1") row.withdrawn = false;
    if (word == "no" || word == "false" || word == "0") row.withdrawn = true;
    return row.withdrawn.has_value() || fail("offered", text);
  }

  bool read_detail(Row& row, const std::string& name, std::string_view text) {
    while (!text.empty()) {
      const std::size_t cut = text.find(kBetweenValues);
      const std::string_view value = trimmed(text.substr(0, cut));
      if (!fits(value, kMostAttributeText)) return fail("detail", value);
      if (!value.empty()) row.details.push_back({name, std::string(value)});
      if (cut == std::string_view::npos) break;
      text.remove_prefix(cut + kBetweenValues.size());
    }
    return row.details.size() <= kMostAttributes || fail("detail", name);
  }

  const Header& header_;
  const CsvRecord& record_;
  std::string code_;
  std::string detail_;
};

/// A row's details wait in memory while COPY of the rows themselves is under way.
struct WaitingDetail {
  std::int64_t line;
  std::size_t place;
  Attribute attribute;
};

/// One file on its way through the transaction's tables.
class Import {
 public:
  Import(db::Connection& db, std::string_view bytes) : db_(db), reader_(bytes) {
    header_ = read_header(reader_);
    for (std::size_t at = 0; at < header_.columns.size(); ++at) {
      if (header_.columns[at] == Column::ignored) report_.ignored.push_back(header_.names[at]);
    }
    details_ = db::array_of(header_.details);
  }

  CsvReport check() {
    db_.run(queries::patience);
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
    db_.run(queries::lock_products);
    db_.run(queries::judge, details_);
    db_.run_script(queries::analyze_incoming.text);
    read_verdicts();
    return report_;
  }

  void apply(const CsvImport& import, Instant now) {
    const std::int64_t id =
        db_.first(queries::record_import, "products", import.file_name, import.account_id, now,
                  report_.created, report_.changed, report_.bad)
            ->integer("id");
    db_.run(queries::make_brands);
    db_.run(queries::resolve);
    const std::string actor = db_.first(queries::quiet_audit)->string("actor");
    db_.run(queries::keep_before, id);
    db_.run(queries::create_new);
    db_.run(queries::find_created);
    db_.run(queries::change_known, now);
    if (!header_.details.empty()) {
      db_.run(queries::drop_old_attributes, details_);
      db_.run(queries::add_new_attributes);
    }
    db_.run(queries::keep_created, id);
    db_.run(queries::finish_import, id);
    db_.run(queries::loud_audit, actor);
    report_.import_id = id;
  }

  const CsvReport& report() const { return report_; }

 private:
  void add_problem(RowProblem problem) {
    ++report_.bad;
    if (report_.problems.size() < static_cast<std::size_t>(kRowsShown)) {
      report_.problems.push_back(std::move(problem));
    }
  }

  void copy_rows() {
    std::vector<WaitingDetail> waiting;
    CsvRecord record;
    db::CopyIn copy(db_, queries::copy_incoming);
    while (reader_.next(record)) {
      ++report_.rows;
      Row row;
      RowReader reading(header_, record);
      if (!reading.read(row)) {
        add_problem(reading.problem());
        continue;
      }
      const auto slug =
          row.name && !row.name->empty() ? std::optional(to_slug(*row.name)) : std::nullopt;
      copy.row(record.line, row.sku, row.name, slug, row.description, row.category, row.brand,
               row.price, row.withdrawn);
      for (std::size_t place = 0; place < row.details.size(); ++place) {
        waiting.push_back({record.line, place, std::move(row.details[place])});
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
      const std::int64_t rows = row.integer("rows");
      if (row.text("verdict") == "new") {
        report_.created = rows;
      } else if (row.text("verdict") == "changed") {
        report_.changed = rows;
      } else if (row.text("verdict") == "same") {
        report_.same = rows;
      } else {
        report_.bad += rows;
      }
    }
    for (const db::Row row : db_.run(queries::bad_rows, kRowsShown)) {
      const bool names_category = row.text("verdict") == "category";
      report_.problems.push_back(
          {row.integer("line"), row.string("verdict"),
           shortened(row.text(names_category ? "category" : "sku"), kMostShownText)});
    }
    std::sort(report_.problems.begin(), report_.problems.end(),
              [](const RowProblem& a, const RowProblem& b) { return a.line < b.line; });
    if (report_.problems.size() > static_cast<std::size_t>(kRowsShown)) {
      report_.problems.resize(static_cast<std::size_t>(kRowsShown));
    }
    for (const db::Row row : db_.run(queries::changed_rows, kRowsShown)) add_changes(row);
  }

  /// What one row changes, field by field.
  void add_changes(const db::Row& row) {
    const auto add = [&](const char* field, std::string before, std::string after) {
      report_.changes.push_back({row.integer("line"), row.string("sku"), field,
                                 shortened(before, kMostShownText),
                                 shortened(after, kMostShownText)});
    };
    if (row.text("verdict") == "new") {
      add("new", "", row.string("new_name"));
      return;
    }
    const std::size_t before = report_.changes.size();
    if (row.text("old_name") != row.text("new_name")) {
      add("name", row.string("old_name"), row.string("new_name"));
    }
    if (row.integer("old_price_cents") != row.integer("new_price_cents")) {
      add("price", to_decimal(row.money("old_price_cents")),
          to_decimal(row.money("new_price_cents")));
    }
    if (row.text("old_category") != row.text("new_category")) {
      add("category", row.string("old_category"), row.string("new_category"));
    }
    if (to_lower(row.text("old_brand")) != to_lower(row.text("new_brand"))) {
      add("brand", row.string("old_brand"), row.string("new_brand"));
    }
    if (row.boolean("other_description")) add("description", "", "");
    if (row.boolean("old_withdrawn") != row.boolean("new_withdrawn")) {
      add("offered", row.boolean("old_withdrawn") ? "no" : "yes",
          row.boolean("new_withdrawn") ? "no" : "yes");
    }
    if (report_.changes.size() == before) add("details", "", "");
  }

  db::Connection& db_;
  CsvReader reader_;
  Header header_;
  std::string details_;
  CsvReport report_;
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
  file.check();
  const bool does_something = file.report().created + file.report().changed > 0;
  if (!import.dry_run && does_something) {
    file.apply(import, now);
    transaction.commit();
  }
  return file.report();
}

UndoneProducts undo_products(db::Connection& db, std::int64_t import_id, Instant now) {
  db.run(queries::patience);
  db.run(queries::lock_imported_products, import_id);
  const std::string actor = db.first(queries::quiet_audit)->string("actor");
  db.run_script(queries::forget_undoable.text);
  db.run_script(queries::make_undoable.text);
  db.run(queries::fill_undoable, import_id);
  db.run(queries::undo_created, now);
  db.run(queries::undo_changed, import_id);
  db.run(queries::undo_drop_attributes);
  db.run(queries::undo_add_attributes, import_id);
  db.run(queries::loud_audit, actor);
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
  std::vector<std::string> header = {"sku",   "name",  "description", "category",
                                     "brand", "price", "offered",     "in_stock"};
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
                                         row.string("in_stock")};
      Details details = read_details(row.text("attributes"));
      for (const std::string& name : names) fields.push_back(details[name]);
      add_csv_line(text, fields);
    }
  }
}

}  // namespace catalog
