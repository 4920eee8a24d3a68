/// import.cpp - turns public shop data into this shop's products, customers and orders, in one
/// transaction. The rules of each source stand in tools/import/README.md.

#include <CLI/CLI.hpp>
#include <fstream>
#include <iostream>

#include "import/dummyjson.h"
#include "import/online_retail.h"
#include "import/stages.h"
#include "import/thelook.h"

namespace {

struct CommandLine {
  std::string database{};
  std::string report_file{};
  std::string source_path{};
  importer::Options options{};
};

/// What all sources' importers look like.
using Importer = importer::Summary (*)(db::Connection&, const std::filesystem::path&,
                                       const importer::Options&, importer::Report&);

void add_source(CLI::App& app, CommandLine& line, Importer& chosen, const std::string& name,
                const std::string& help, const std::string& path, Importer importer) {
  CLI::App* source = app.add_subcommand(name, help);
  source->fallthrough();
  source->add_option(path, line.source_path, "what to read")->required();
  source->callback([&chosen, importer] { chosen = importer; });
}

int run(const CommandLine& line, Importer chosen) {
  std::ofstream listing;
  if (!line.report_file.empty()) {
    listing.open(line.report_file);
    if (!listing) throw importer::Refused(line.report_file + ": cannot be written");
  }
  importer::Report report(std::cerr, line.report_file.empty() ? nullptr : &listing);
  db::Connection db(line.database);
  try {
    const importer::Summary summary = importer::in_one_transaction(db, line.options, report, [&] {
      return chosen(db, line.source_path, line.options, report);
    });
    report.finish();
    std::cout << summary;
    if (line.options.dry_run) std::cerr << "dry run: nothing was changed\n";
    return 0;
  } catch (...) {
    report.finish();
    throw;
  }
}

}  // namespace

int main(int argc, char** argv) try {
  CommandLine line;
  Importer chosen = nullptr;
  CLI::App app{"Imports public shop data. The same data twice changes nothing."};
  app.require_subcommand(1);
  app.add_option("--database", line.database, "libpq connection string of the owner")
      ->required()
      ->envname("PARLEY_DATABASE");
  app.add_option("--currency", line.options.currency, "ISO 4217 code that orders are written in")
      ->check(CLI::IsMember({"USD", "EUR", "GBP", "CHF"}))
      ->capture_default_str();
  app.add_option("--stock", line.options.stock,
                 "pieces per product where the source knows no stock")
      ->check(CLI::Range(0, 10000))
      ->capture_default_str();
  app.add_option("--report", line.report_file, "list every row that was not imported in this file");
  app.add_flag("--strict", line.options.strict, "change nothing when any row is bad");
  app.add_flag("--dry-run", line.options.dry_run, "do everything, say what it did, undo it");
  add_source(app, line, chosen, "online-retail", "UCI Online Retail: one CSV file of invoices",
             "FILE", importer::import_online_retail);
  add_source(app, line, chosen, "dummyjson", "dummyjson.com: products.json, users.json, carts.json",
             "DIR", importer::import_dummyjson);
  add_source(app, line, chosen, "thelook", "TheLook: distribution_centers.csv, products.csv, …",
             "DIR", importer::import_thelook);
  CLI11_PARSE(app, argc, argv);
  return run(line, chosen);
} catch (const std::exception& error) {
  std::cerr << "import: " << error.what() << "; nothing was changed\n";
  return 1;
}
