/// csv.cpp - the shop's data as CSV files: products and stock out, in and back again; customers and
/// orders out. What the columns mean: cgi-bin/catalog/product_csv.h, cgi-bin/inventory/stock_csv.h.

#include <CLI/CLI.hpp>
#include <fstream>
#include <iostream>
#include <iterator>

#include "base/csv_writer.h"
#include "catalog/product_csv.h"
#include "csv_tool.sql.h"
#include "inventory/csv_imports.h"
#include "inventory/stock_csv.h"

namespace {

using Importer = catalog::CsvReport (*)(db::Connection&, std::string_view,
                                        const catalog::CsvImport&, Instant);

constexpr int kRows = 1000;

bool print(std::string_view text) {
  std::cout << text;
  return static_cast<bool>(std::cout);
}

void export_customers(db::Connection& db) {
  std::string text;
  add_csv_line(text, {"username", "email", "first_name", "last_name", "phone", "street",
                      "postal_code", "city", "country", "created_at"});
  std::int64_t last = 0;
  while (print(text)) {
    const db::Result rows = db.run(sql::csv_tool::customers, last, kRows);
    if (rows.empty()) return;
    text.clear();
    for (const db::Row row : rows) {
      last = row.integer("id");
      add_csv_line(text, {row.text("username"), row.text("email"), row.text("first_name"),
                          row.text("last_name"), row.text("phone"), row.text("street"),
                          row.text("postal_code"), row.text("city"), row.text("country"),
                          row.text("created_at")});
    }
  }
}

void export_orders(db::Connection& db) {
  std::string text;
  add_csv_line(text, {"number", "placed_at", "state", "payment", "fulfilment", "email", "country",
                      "currency", "subtotal", "discount", "shipping", "tax", "total", "sku",
                      "product", "quantity", "unit_price"});
  std::int64_t last = 0;
  while (print(text)) {
    const db::Result rows = db.run(sql::csv_tool::orders, last, kRows);
    if (rows.empty()) return;
    text.clear();
    for (const db::Row row : rows) {
      last = row.integer("id");
      const std::string subtotal = to_decimal(row.money("subtotal_cents"));
      const std::string discount = to_decimal(row.money("discount_cents"));
      const std::string shipping = to_decimal(row.money("shipping_cents"));
      const std::string tax = to_decimal(row.money("tax_cents"));
      const std::string total = to_decimal(row.money("total_cents"));
      const std::string price = to_decimal(row.money("unit_price_cents"));
      add_csv_line(text,
                   {row.text("number"), row.text("placed_at"), row.text("state"),
                    row.text("payment_state"), row.text("fulfilment_state"), row.text("email"),
                    row.text("country"), row.text("currency"), subtotal, discount, shipping, tax,
                    total, row.text("sku"), row.text("product_name"), row.text("quantity"), price});
    }
  }
}

std::string read_file(const std::string& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) throw std::runtime_error(file + ": is no file that can be read");
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

int run_import(db::Connection& db, Importer importer, const std::string& file, bool dry_run) {
  const std::string bytes = read_file(file);
  const std::string name = file.substr(file.rfind('/') + 1);
  const catalog::CsvReport report =
      importer(db, bytes, {.file_name = name, .account_id = {}, .dry_run = dry_run}, clock_now());
  for (const catalog::RowProblem& problem : report.problems) {
    std::cerr << name << ':' << problem.line << ": left out (" << problem.code << ") "
              << problem.detail << '\n';
  }
  if (dry_run) {
    for (const catalog::RowChange& change : report.changes) {
      std::cout << name << ':' << change.line << ": " << change.sku << ' ' << change.field << ": "
                << change.before << " -> " << change.after << '\n';
    }
  }
  std::cout << report.rows << " rows: " << report.created << " new, " << report.changed
            << " changed, " << report.same << " as they are, " << report.bad << " left out\n";
  if (dry_run) std::cerr << "dry run: nothing was changed\n";
  if (report.import_id != 0) std::cout << "import " << report.import_id << '\n';
  return 0;
}

int run_undo(db::Connection& db, std::int64_t id) {
  const inventory::Undone undone = inventory::undo_import(db, id, clock_now());
  switch (undone.outcome) {
    case inventory::UndoOutcome::undone:
      std::cout << undone.undone << " undone, " << undone.left << " changed since and left\n";
      return 0;
    case inventory::UndoOutcome::undone_before: std::cerr << "undone before\n"; return 1;
    case inventory::UndoOutcome::no_such_import: std::cerr << "no such import\n"; return 1;
  }
  return 1;
}

}  // namespace

int main(int argc, char** argv) {
  std::string database;
  std::string file;
  std::int64_t id = 0;
  bool dry_run = false;
  CLI::App app{"The shop's data as CSV files. The same file twice changes nothing."};
  app.require_subcommand(1);
  app.add_option("--database", database, "libpq connection string of the owner")
      ->required()
      ->envname("PARLEY_DATABASE");
  app.add_flag("--dry-run", dry_run, "say what would change, change nothing");
  app.add_subcommand("export-products", "writes all products to the standard output")
      ->fallthrough();
  app.add_subcommand("export-stock", "writes what lies where")->fallthrough();
  app.add_subcommand("export-customers", "writes all customers")->fallthrough();
  app.add_subcommand("export-orders", "writes all orders, one row a line")->fallthrough();
  for (const char* name : {"import-products", "import-stock"}) {
    CLI::App* import = app.add_subcommand(name, "reads a file in");
    import->fallthrough();
    import->add_option("FILE", file, "what to read")->required();
  }
  CLI::App* undo = app.add_subcommand("undo", "takes an import back");
  undo->fallthrough();
  undo->add_option("IMPORT", id, "the number that the import printed")->required();
  CLI11_PARSE(app, argc, argv);
  try {
    db::Connection db(database);
    const std::string verb = app.get_subcommands().front()->get_name();
    if (verb == "import-products") return run_import(db, catalog::import_products, file, dry_run);
    if (verb == "import-stock") return run_import(db, inventory::import_stock, file, dry_run);
    if (verb == "undo") return run_undo(db, id);
    if (verb == "export-products") catalog::export_products(db, print);
    if (verb == "export-stock") inventory::export_stock(db, print);
    if (verb == "export-customers") export_customers(db);
    if (verb == "export-orders") export_orders(db);
    return std::cout.flush() ? 0 : 1;
  } catch (const catalog::NotThatCsv& refusal) {
    std::cerr << "csv: this is no such file (" << refusal.what() << ' ' << refusal.detail()
              << "); nothing was changed\n";
    return 1;
  } catch (const std::exception& error) {
    std::cerr << "csv: " << error.what() << "; nothing was changed\n";
    return 1;
  }
}
