// model_eval.cpp - runs our models on public data sets, beside what others reach on the same data
// and protocol.

#include <CLI/CLI.hpp>
#include <algorithm>
#include <chrono>
#include <iostream>

#include "model_eval/forecasts.h"
#include "model_eval/lists.h"

namespace {

using model_eval::Row;

struct CommandLine {
  std::filesystem::path data{};
  std::filesystem::path tables = "tools/model_eval";  // holds *.columns
  std::string database{};
  std::vector<std::string> only{};
};

struct Part {
  const char* name;
  std::vector<Row> (*rows)(const CommandLine&);
  bool needs_database = false;
};

std::vector<Row> rows_of_tables(const CommandLine& line) {
  std::vector<Row> rows;
  for (const auto& entry : std::filesystem::directory_iterator(line.tables)) {
    if (entry.path().extension() != ".columns") continue;
    const auto made = model_eval::tabular_rows(line.data, entry.path());
    rows.insert(rows.end(), made.begin(), made.end());
  }
  return rows;
}

template <std::vector<Row> (*rows)(const std::filesystem::path&, db::Connection&)>
std::vector<Row> in_database(const CommandLine& line) {
  db::Connection db(line.database);
  return rows(line.data, db);
}

template <std::vector<Row> (*rows)(const std::filesystem::path&)>
std::vector<Row> from_files(const CommandLine& line) {
  return rows(line.data);
}

constexpr Part kParts[] = {
    {"retail-lists", from_files<model_eval::retail_list_rows>},
    {"beauty", from_files<model_eval::beauty_rows>},
    {"movielens", from_files<model_eval::movielens_rows>},
    {"cdnow", in_database<model_eval::cdnow_rows>, true},
    {"retail-churn", in_database<model_eval::retail_churn_rows>, true},
    {"tables", rows_of_tables},
};

bool is_wanted(const Part& part, const CommandLine& line) {
  if (!line.only.empty() &&
      std::find(line.only.begin(), line.only.end(), part.name) == line.only.end()) {
    return false;
  }
  if (!part.needs_database || !line.database.empty()) return true;
  std::cerr << part.name << ": left out, it needs --database\n";
  return false;
}

void run(const CommandLine& line) {
  std::vector<Row> rows;
  for (const Part& part : kParts) {
    if (!is_wanted(part, line)) continue;
    const auto begin = std::chrono::steady_clock::now();
    const auto made = part.rows(line);
    rows.insert(rows.end(), made.begin(), made.end());
    const std::chrono::duration<double> spent = std::chrono::steady_clock::now() - begin;
    std::cerr << part.name << ": " << spent.count() << " s\n";
  }
  model_eval::print(rows, std::cout);
}

}  // namespace

int main(int argc, char** argv) try {
  CommandLine line;
  CLI::App app{
      "Prints our models' figures beside the baselines' on public data sets.\n"
      "'rerun' is the baseline's method run here on the same people; verdicts are against it where "
      "there is one."};
  app.add_option("data", line.data, "the folder that holds the data sets' folders")->required();
  app.add_option("--database", line.database,
                 "libpq connection string of any PostgreSQL 15: only temporary tables are made")
      ->envname("PARLEY_DATABASE");
  app.add_option("--tables", line.tables, "the folder that describes tables (*.columns)")
      ->capture_default_str();
  std::set<std::string> names;
  for (const Part& part : kParts) names.insert(part.name);
  app.add_option("--only", line.only, "just these parts")->check(CLI::IsMember(names));
  CLI11_PARSE(app, argc, argv);
  run(line);
  return 0;
} catch (const std::exception& error) {
  std::cerr << "model_eval: " << error.what() << "\n";
  return 1;
}
