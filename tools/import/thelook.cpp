#include "import/thelook.h"

#include <algorithm>
#include <array>
#include <functional>

#include "base/text.h"
#include "import.sql.h"
#include "import/input.h"
#include "import/stages.h"
#include "import/values.h"
#include "import_thelook.sql.h"

namespace importer {
namespace {

namespace source = sql::import_thelook;

constexpr std::size_t kLongName = 200;

/// One row of a table, its fields read by the names of `columns`; throws Unusable.
class Fields {
 public:
  Fields(const CsvTable& table, std::span<const std::string_view> columns)
      : table_(table), columns_(columns) {}

  /// BigQuery writes a missing value as nothing or as "null".
  std::string_view raw(std::string_view column) const {
    const auto found = std::find(columns_.begin(), columns_.end(), column);
    const auto field = table_.field(static_cast<std::size_t>(found - columns_.begin()));
    return field == "null" ? std::string_view() : field;
  }
  std::string text(std::string_view column, std::size_t most = kLongName) const {
    const std::string_view field = raw(column);
    if (count_characters(field) > most) throw Unusable(std::string(column) + " is too long");
    return std::string(field);
  }
  std::string needed(std::string_view column, std::size_t most = kLongName) const {
    if (raw(column).empty()) throw Unusable(std::string(column) + " is missing");
    return text(column, most);
  }
  std::int64_t id(std::string_view column) const {
    const auto number = parse_whole(raw(column));
    if (!number || *number <= 0) wrong(column, "no number");
    return *number;
  }
  std::optional<std::int64_t> maybe_id(std::string_view column) const {
    if (raw(column).empty()) return std::nullopt;
    return id(column);
  }
  Money price(std::string_view column) const {
    const auto amount = parse_price(raw(column));
    if (!amount || *amount < Money{0}) wrong(column, "no price");
    return *amount;
  }
  Instant moment(std::string_view column) const {
    const auto at = parse_moment(raw(column));
    if (!at) wrong(column, "no moment");
    return *at;
  }
  std::optional<Instant> maybe_moment(std::string_view column) const {
    if (raw(column).empty()) return std::nullopt;
    return moment(column);
  }
  std::optional<double> coordinate(std::string_view column, double most) const {
    if (raw(column).empty()) return std::nullopt;
    const std::string field(raw(column));
    char* end = nullptr;
    const double number = std::strtod(field.c_str(), &end);
    if (*end != '\0' || !(number >= -most && number <= most)) wrong(column, "no coordinate");
    return number;
  }
  std::string status() const {
    std::string status = needed("status");
    for (const char* known : {"Processing", "Shipped", "Complete", "Cancelled", "Returned"}) {
      if (status == known) return status;
    }
    wrong("status", "no status of an order");
  }
  [[noreturn]] void wrong(std::string_view column, const std::string& what) const {
    throw Unusable(std::string(column) + " " + in_quotes(raw(column)) + " is " + what);
  }

 private:
  const CsvTable& table_;
  std::span<const std::string_view> columns_;
};

/// One COPY from one file of the folder; a missing file has no rows.
std::int64_t stage_table(
    db::Connection& db, const std::filesystem::path& file,
    std::span<const std::string_view> columns, const db::Query& query, Report& report,
    const std::function<void(const Fields&, std::int64_t line, db::CopyIn&)>& take) {
  if (!std::filesystem::exists(file)) {
    report.progress(file.filename().string() + " is not there");
    return 0;
  }
  CsvTable table(file, columns, report);
  const Fields fields(table, columns);
  db::CopyIn copy(db, query);
  while (table.next()) {
    try {
      take(fields, table.line(), copy);
    } catch (const Unusable& problem) {
      table.bad(problem.what());
    }
  }
  copy.finish();
  return table.rows();
}

std::int64_t stage_centers(db::Connection& db, const std::filesystem::path& folder,
                           Report& report) {
  static constexpr auto kColumns =
      std::to_array<std::string_view>({"id", "name", "latitude", "longitude"});
  return stage_table(db, folder / "distribution_centers.csv", kColumns, source::copy_centers,
                     report, [](const Fields& row, std::int64_t line, db::CopyIn& copy) {
                       copy.row(line, row.id("id"), row.needed("name"),
                                row.coordinate("latitude", 90), row.coordinate("longitude", 180));
                     });
}

std::int64_t stage_products(db::Connection& db, const std::filesystem::path& folder,
                            Report& report) {
  static constexpr auto kColumns =
      std::to_array<std::string_view>({"id", "cost", "category", "name", "brand", "retail_price",
                                       "department", "sku", "distribution_center_id"});
  return stage_table(db, folder / "products.csv", kColumns, source::copy_products, report,
                     [](const Fields& row, std::int64_t line, db::CopyIn& copy) {
                       const std::string name = row.needed("name", 300);
                       const std::string category = row.needed("category", 100);
                       const std::string brand = row.text("brand", 100);
                       row.price("cost");
                       copy.row(line, row.id("id"), row.needed("sku", 64), to_slug(name), name,
                                to_slug(category), category, to_slug(brand), brand,
                                row.text("department", 100), row.price("retail_price"),
                                row.id("distribution_center_id"));
                     });
}

std::int64_t stage_users(db::Connection& db, const std::filesystem::path& folder, Report& report) {
  static constexpr auto kColumns =
      std::to_array<std::string_view>({"id", "first_name", "last_name", "email", "street_address",
                                       "postal_code", "city", "country", "created_at"});
  return stage_table(db, folder / "users.csv", kColumns, source::copy_accounts, report,
                     [](const Fields& row, std::int64_t line, db::CopyIn& copy) {
                       const std::string email = to_lower(row.needed("email", 254));
                       const std::size_t at = email.find('@');
                       if (at == 0 || at >= email.size() - 1) row.wrong("email", "no address");
                       copy.row(line, row.id("id"), email, row.text("first_name"),
                                row.text("last_name"), row.text("street_address"),
                                row.text("postal_code"), row.text("city"),
                                country_code(row.raw("country")), row.moment("created_at"));
                     });
}

std::int64_t stage_units(db::Connection& db, const std::filesystem::path& folder, Report& report) {
  static constexpr auto kColumns = std::to_array<std::string_view>(
      {"id", "product_id", "created_at", "sold_at", "cost", "product_distribution_center_id"});
  return stage_table(db, folder / "inventory_items.csv", kColumns, source::copy_units, report,
                     [](const Fields& row, std::int64_t line, db::CopyIn& copy) {
                       copy.row(line, row.id("id"), row.id("product_id"),
                                row.id("product_distribution_center_id"), row.price("cost"),
                                row.moment("created_at"), row.maybe_moment("sold_at"));
                     });
}

std::int64_t stage_orders(db::Connection& db, const std::filesystem::path& folder, Report& report) {
  static constexpr auto kColumns = std::to_array<std::string_view>(
      {"order_id", "user_id", "status", "created_at", "returned_at", "shipped_at", "delivered_at"});
  return stage_table(db, folder / "orders.csv", kColumns, source::copy_orders, report,
                     [](const Fields& row, std::int64_t line, db::CopyIn& copy) {
                       copy.row(line, row.id("order_id"), row.id("user_id"), row.status(),
                                row.moment("created_at"), row.maybe_moment("shipped_at"),
                                row.maybe_moment("delivered_at"), row.maybe_moment("returned_at"));
                     });
}

std::int64_t stage_sales(db::Connection& db, const std::filesystem::path& folder, Report& report) {
  static constexpr auto kColumns = std::to_array<std::string_view>(
      {"id", "order_id", "user_id", "product_id", "inventory_item_id", "status", "created_at",
       "shipped_at", "delivered_at", "returned_at", "sale_price"});
  return stage_table(db, folder / "order_items.csv", kColumns, source::copy_sales, report,
                     [](const Fields& row, std::int64_t line, db::CopyIn& copy) {
                       copy.row(line, row.id("id"), row.id("order_id"), row.id("user_id"),
                                row.id("product_id"), row.id("inventory_item_id"), row.status(),
                                row.moment("created_at"), row.maybe_moment("shipped_at"),
                                row.maybe_moment("delivered_at"), row.maybe_moment("returned_at"),
                                row.price("sale_price"));
                     });
}

/// Our word for TheLook's kind of event; empty when this shop keeps none of that kind.
std::string kind_of(const Fields& row) {
  std::string type = row.needed("event_type");
  if (type == "product" || type == "home" || type == "department") return "view";
  if (type == "cart" || type == "purchase") return type;
  if (type == "cancel") return "";
  row.wrong("event_type", "no kind of event");
}

/// "/product/42" -> 42; nothing for other addresses.
std::optional<std::int64_t> product_of(std::string_view uri) {
  constexpr std::string_view kProduct = "/product/";
  if (!uri.starts_with(kProduct)) return std::nullopt;
  return to_integer(uri.substr(kProduct.size()), 1, INT32_MAX);
}

std::int64_t stage_events(db::Connection& db, const std::filesystem::path& folder, Report& report) {
  static constexpr auto kColumns = std::to_array<std::string_view>(
      {"id", "user_id", "session_id", "created_at", "uri", "event_type"});
  return stage_table(
      db, folder / "events.csv", kColumns, source::copy_events, report,
      [&](const Fields& row, std::int64_t line, db::CopyIn& copy) {
        const std::string kind = kind_of(row);
        if (kind.empty()) {
          report.left_out("events.csv", line, "the shop keeps no events of this kind");
          return;
        }
        const std::string uri = row.text("uri", 1000);
        copy.row(line, row.id("id"), row.maybe_id("user_id"), row.needed("session_id"),
                 row.moment("created_at"), kind, product_of(uri), uri);
      });
}

Summary summarize(db::Connection& db, std::int64_t rows, const Report& report) {
  const auto totals = db.first(source::totals);
  Summary summary;
  summary.add("rows read", rows);
  summary.add("bad rows", report.bad_rows());
  summary.add("rows left out", report.left_out_rows());
  for (const char* count : {"products", "customers", "pieces", "orders", "events"}) {
    summary.add(count, totals->integer(count));
  }
  summary.add("goods sold", totals->money("goods_cents"));
  return summary;
}

void add_catalogue(db::Connection& db) {
  run_all(db, {&source::refuse_centers, &source::add_centers, &source::refuse_products,
               &source::mark_known_products, &source::add_categories, &source::add_brands,
               &source::add_products, &source::find_products, &source::add_attributes});
}

void add_orders(db::Connection& db, bool has_orders, const Options& options) {
  run_all(db, {&source::refuse_units, &source::mark_known_units});
  db.run(has_orders ? source::refuse_orders : source::derive_orders);
  run_all(db, {&source::mark_known_orders, &source::refuse_sales, &source::refuse_empty_orders,
               &source::refuse_sold_units});
  db.run(source::add_orders, options.currency);
  run_all(db, {&source::find_orders, &source::add_order_lines, &source::add_order_events,
               &source::add_units, &source::count_stock, &source::count_sales});
}

}  // namespace

Summary import_thelook(db::Connection& db, const std::filesystem::path& folder,
                       const Options& options, Report& report) {
  if (!std::filesystem::is_directory(folder)) throw Refused(folder.string() + ": is no folder");
  make_stages(
      db, {&source::make_centers, &source::make_products, &source::make_accounts,
           &source::make_units, &source::make_orders, &source::make_sales, &source::make_events});
  std::int64_t rows = 0;
  for (const auto stage : {stage_centers, stage_products, stage_users, stage_units, stage_orders,
                           stage_sales, stage_events}) {
    rows += stage(db, folder, report);
  }
  if (rows == 0) throw Refused(folder.string() + ": holds nothing to import");
  run_all(db, {&source::analyze_units, &source::analyze_sales, &source::analyze_events});
  report.progress("products");
  add_catalogue(db);
  report.progress("accounts");
  run_all(db, {&source::refuse_accounts, &source::mark_known_accounts, &source::add_accounts});
  report.progress("orders");
  add_orders(db, std::filesystem::exists(folder / "orders.csv"), options);
  report.progress("events");
  run_all(db, {&source::refuse_events, &source::make_event_months, &source::mark_known_events,
               &source::add_events});
  report_problems(db, report);
  Summary summary = summarize(db, rows, report);
  finish_stages(db, "thelook", options, report);
  return summary;
}

}  // namespace importer
