// model_eval.cpp - runs our models on public data sets, beside what others reach on the same data
// and protocol.

#include <CLI/CLI.hpp>
#include <chrono>
#include <iostream>

#include "model_eval/lists.h"

namespace {

using RowMaker = std::vector<model_eval::Row> (*)(const std::filesystem::path&);

struct Part {
  const char* name;
  RowMaker rows;
};

constexpr Part kParts[] = {
    {"retail-lists", model_eval::retail_list_rows},
    {"beauty", model_eval::beauty_rows},
    {"movielens", model_eval::movielens_rows},
};

}  // namespace

int main(int argc, char** argv) {
  std::string data;
  std::vector<std::string> only;
  CLI::App app{
      "Prints our models' figures beside the baselines' on public data sets.\n"
      "'rerun' is the baseline's method run here on the same people; verdicts are against it where "
      "there is one."};
  app.add_option("data", data, "the folder that holds the data sets' folders")->required();
  std::set<std::string> names;
  for (const Part& part : kParts) names.insert(part.name);
  app.add_option("--only", only, "just these parts")->check(CLI::IsMember(names));
  CLI11_PARSE(app, argc, argv);
  try {
    std::vector<model_eval::Row> rows;
    for (const Part& part : kParts) {
      if (!only.empty() && std::find(only.begin(), only.end(), part.name) == only.end()) continue;
      const auto begin = std::chrono::steady_clock::now();
      const auto made = part.rows(data);
      rows.insert(rows.end(), made.begin(), made.end());
      const std::chrono::duration<double> spent = std::chrono::steady_clock::now() - begin;
      std::cerr << part.name << ": " << spent.count() << " s\n";
    }
    model_eval::print(rows, std::cout);
    return 0;
  } catch (const std::exception& error) {
    std::cerr << "model_eval: " << error.what() << "\n";
    return 1;
  }
}
