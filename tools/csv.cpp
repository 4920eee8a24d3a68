/// csv.cpp - the shop's data as CSV files, out and in again: products, stock, customers, orders.
/// What the columns mean: the headers that cgi-bin/csv/csv_imports.h names.

#include <CLI/CLI.hpp>
#include <fstream>
#include <iostream>
#include <iterator>

#include "csv/csv_imports.h"

namespace {

struct Wish {
  std::string database{};
  std::string file{};
  std::string currency{};
  std::int64_t import_id = 0;
  bool dry_run = false;
};

bool print(std::string_view text) {
  std::cout << text;
  return static_cast<bool>(std::cout);
}

std::string read_file(const std::string& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) throw std::runtime_error(file + ": is no file that can be read");
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

int run_import(db::Connection& db, const csv::Kind& kind, const Wish& wish) {
  const std::string bytes = read_file(wish.file);
  const std::string name = wish.file.substr(wish.file.rfind('/') + 1);
  const CsvReport report = kind.read(
      db, bytes,
      {.file_name = name, .account_id = {}, .dry_run = wish.dry_run, .currency = wish.currency},
      clock_now());
  for (const RowProblem& problem : report.problems) {
    std::cerr << name << ':' << problem.line << ": left out (" << problem.code << ") "
              << problem.detail << '\n';
  }
  if (wish.dry_run) {
    for (const RowChange& change : report.changes) {
      std::cout << name << ':' << change.line << ": " << change.subject << ' ' << change.field
                << ": " << change.before << " -> " << change.after << '\n';
    }
  }
  std::cout << report.rows << " rows: " << report.created << " new, " << report.changed
            << " changed, " << report.same << " as they are, " << report.bad << " left out\n";
  if (wish.dry_run) std::cerr << "dry run: nothing was changed\n";
  if (report.import_id != 0) std::cout << "import " << report.import_id << '\n';
  return 0;
}

int run_undo(db::Connection& db, std::int64_t id) {
  const csv::Undone undone = csv::undo_import(db, id, clock_now());
  switch (undone.outcome) {
    case csv::UndoOutcome::undone:
      std::cout << undone.rows.undone << " undone, " << undone.rows.left
                << " changed since and left\n";
      return 0;
    case csv::UndoOutcome::undone_before: std::cerr << "undone before\n"; return 1;
    case csv::UndoOutcome::no_such_import: std::cerr << "no such import\n"; return 1;
  }
  return 1;
}

int run(const std::string& verb, const Wish& wish) {
  db::Connection db(wish.database);
  if (verb == "undo") return run_undo(db, wish.import_id);
  const csv::Kind& kind = *csv::find_kind(verb.substr(verb.find('-') + 1));
  if (verb.starts_with("import-")) return run_import(db, kind, wish);
  kind.write(db, print);
  return std::cout.flush() ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) try {
  Wish wish;
  CLI::App app{"The shop's data as CSV files. The same file twice changes nothing."};
  app.require_subcommand(1);
  app.add_option("--database", wish.database, "libpq connection string of the owner")
      ->required()
      ->envname("PARLEY_DATABASE");
  app.add_flag("--dry-run", wish.dry_run, "say what would change, change nothing");
  app.add_option("--currency", wish.currency, "of orders that come in; others are left out");
  for (const csv::Kind& kind : csv::kinds()) {
    const std::string name(kind.name);
    app.add_subcommand("export-" + name, "writes " + name + " to the standard output")
        ->fallthrough();
    CLI::App* import = app.add_subcommand("import-" + name, "reads a file of " + name + " in");
    import->fallthrough();
    import->add_option("FILE", wish.file, "what to read")->required();
  }
  CLI::App* undo = app.add_subcommand("undo", "takes an import back");
  undo->fallthrough();
  undo->add_option("IMPORT", wish.import_id, "the number that the import printed")->required();
  CLI11_PARSE(app, argc, argv);
  return run(app.get_subcommands().front()->get_name(), wish);
} catch (const NotThatCsv& refusal) {
  std::cerr << "csv: this is no such file (" << refusal.what() << ' ' << refusal.detail()
            << "); nothing was changed\n";
  return 1;
} catch (const std::exception& error) {
  std::cerr << "csv: " << error.what() << "; nothing was changed\n";
  return 1;
}
