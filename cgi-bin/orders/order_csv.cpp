#include "orders/order_csv.h"

#include "base/csv_writer.h"
#include "csv_imports.sql.h"
#include "orders/order_csv_rows.h"
#include "orders_csv.sql.h"

namespace orders {
namespace {

namespace queries = sql::orders_csv;
namespace shared = sql::csv_imports;

class OrderFile {
 public:
  OrderFile(db::Connection& db, std::string_view bytes) : db_(db), file_(bytes, order_columns()) {}

  const CsvReport& check(const std::string& currency, Instant now) {
    db_.run(shared::patience);
    db_.run_script(queries::forget_incoming.text);
    db_.run_script(queries::make_incoming.text);
    db_.run_script(queries::make_incoming_lines.text);
    copy_orders(read_orders(file_, currency, now));
    db_.run_script(queries::analyze_incoming.text);
    db_.run_script(queries::analyze_incoming_lines.text);
    db_.run(queries::find_products);
    db_.run(queries::judge_lines);
    db_.run(queries::judge);
    read_verdicts();
    return report();
  }

  void apply(const CsvImport& import, Instant now) {
    const std::int64_t id = db_.first(shared::record_import, "orders", import.file_name,
                                      import.account_id, now, report().created, 0, report().bad)
                                ->integer("id");
    const std::string actor = db_.first(shared::quiet_audit)->string("actor");
    db_.run(queries::be_quiet);
    db_.run(queries::create_new);
    db_.run(queries::find_created);
    db_.run(queries::create_lines);
    db_.run(queries::create_history);
    db_.run(queries::count_sold);
    db_.run(queries::keep_created, id);
    db_.run(shared::loud_audit, actor);
    report().import_id = id;
  }

  CsvReport& report() { return file_.report(); }

 private:
  void copy_orders(const std::vector<CsvOrder>& orders) {
    db::CopyIn copy(db_, queries::copy_incoming);
    for (const CsvOrder& order : orders) {
      copy.row(order.line, order.rows, order.number, order.state, order.payment, order.fulfilment,
               order.currency, order.placed_at, order.subtotal, order.discount, order.shipping,
               order.tax, order.total, order.tax_name, order.tax_rate_bp, order.tax_included,
               order.email, order.name, order.street, order.postal_code, order.city, order.country,
               order.phone, order.shipping_name, order.payment_method, order.paid_at,
               order.shipped_at, order.delivered_at, order.cancelled_at);
    }
    copy.finish();
    db::CopyIn lines(db_, queries::copy_incoming_lines);
    for (const CsvOrder& order : orders) {
      for (const CsvOrderLine& line : order.lines) {
        lines.row(line.line, order.number, line.sku, line.product, line.quantity, line.unit_price);
      }
    }
    lines.finish();
  }

  void read_verdicts() {
    for (const db::Row row : db_.run(queries::verdicts)) {
      report().count(row.text("verdict"), row.integer("rows"));
    }
    for (const db::Row row : db_.run(queries::bad_rows, kRowsShown)) {
      report().add_problem(row.integer("line"), row.string("verdict"), row.text("detail"));
    }
    report().sort_problems();
    for (const db::Row row : db_.run(queries::new_orders, kRowsShown)) {
      report().add_change(row.integer("line"), row.string("number"), "new", "",
                          row.text("customer"));
    }
  }

  db::Connection& db_;
  CsvFile file_;
};

/// Columns that an order has once, as the queries and the file call them.
constexpr std::string_view kOrderTexts[] = {
    "number", "placed_at",   "state", "payment", "fulfilment", "email",   "name",
    "street", "postal_code", "city",  "country", "phone",      "currency"};
constexpr std::string_view kOrderAmounts[] = {"subtotal", "discount", "shipping", "tax", "total"};
constexpr std::string_view kOrderMore[] = {"tax_name",        "tax_rate",       "tax_included",
                                           "shipping_method", "payment_method", "paid_at",
                                           "shipped_at",      "delivered_at",   "cancelled_at"};

std::vector<std::string> header() {
  std::vector<std::string> names;
  for (const std::string_view name : kOrderTexts) names.emplace_back(name);
  for (const std::string_view name : kOrderAmounts) names.emplace_back(name);
  for (const std::string_view name : kOrderMore) names.emplace_back(name);
  for (const char* name : {"sku", "product", "quantity", "unit_price"}) names.emplace_back(name);
  return names;
}

std::vector<std::string> fields_of(const db::Row& row) {
  std::vector<std::string> fields;
  for (const std::string_view name : kOrderTexts) fields.push_back(row.string(name));
  for (const std::string_view name : kOrderAmounts) fields.push_back(to_decimal(row.money(name)));
  for (const std::string_view name : kOrderMore) fields.push_back(row.string(name));
  fields.push_back(row.string("sku"));
  fields.push_back(row.string("product"));
  fields.push_back(row.string("quantity"));
  fields.push_back(row.is_null("unit_price") ? "" : to_decimal(row.money("unit_price")));
  return fields;
}

}  // namespace

CsvReport import_orders(db::Connection& db, std::string_view bytes, const CsvImport& import,
                        Instant now) {
  db::Transaction transaction(db);
  OrderFile file(db, bytes);
  const CsvReport& report = file.check(import.currency, now);
  if (!import.dry_run && report.created > 0) {
    file.apply(import, now);
    transaction.commit();
  }
  return report;
}

CsvUndone undo_orders(db::Connection& db, std::int64_t import_id, Instant) {
  db.run(shared::patience);
  const std::int64_t all = db.first(queries::count_imported, import_id)->integer("orders");
  db.run(queries::lock_imported, import_id);
  const std::string actor = db.first(shared::quiet_audit)->string("actor");
  db.run_script(queries::forget_undoable.text);
  db.run_script(queries::make_undoable.text);
  db.run(queries::fill_undoable, import_id);
  db.run(queries::uncount_sold);
  const std::int64_t undone = db.run(queries::undo_created).affected();
  db.run(shared::loud_audit, actor);
  return {undone, all - undone};
}

void export_orders(db::Connection& db, const std::function<bool(std::string_view)>& write) {
  constexpr int kOrders = 500;
  std::string text;
  add_csv_line(text, header());
  std::int64_t last = 0;
  while (write(text)) {
    const db::Result rows = db.run(queries::export_orders, last, kOrders);
    if (rows.empty()) return;
    text.clear();
    for (const db::Row row : rows) {
      last = row.integer("id");
      add_csv_line(text, fields_of(row));
    }
  }
}

}  // namespace orders
