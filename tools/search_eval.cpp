/// search_eval.cpp - scores the shop's search on judged sets, with no database: how well it ranks
/// (`judged`), what each step of it brings (`ablation`), how well it spells (`spelling`), what it
/// costs as the catalogue grows (`growth`).

#include <unistd.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <fstream>
#include <iomanip>
#include <iostream>
#include <set>

#include "base/text.h"
#include "search/search.h"
#include "search/spelling.h"
#include "search_eval/growth.h"
#include "search_eval/judge.h"
#include "search_eval/judged_set.h"
#include "search_eval/metrics.h"

namespace {

using search_eval::cpu_microseconds;
using search_eval::JudgedQuery;
using search_eval::rank;

struct CommandLine {
  std::string folder{};
  std::string split{};
  std::string only{};
  std::string run_file{};
  std::string misses_file{};
  std::string subset_file{};
  search_eval::Grades grades{};
  bool exact = false;
  std::vector<std::size_t> sizes{10000, 50000, 100000, 1000000};
};

void print_costs(std::vector<double> costs) {
  if (costs.empty()) return;
  std::sort(costs.begin(), costs.end());
  const auto share = [&](std::size_t percent) { return costs[(costs.size() - 1) * percent / 100]; };
  std::cout << "cpu_us_median\t" << share(50) << "\ncpu_us_p95\t" << share(95) << "\ncpu_us_p99\t"
            << share(99) << '\n';
}

void judge(const CommandLine& line) {
  search::Index index;
  const auto products = search_eval::read_products(line.folder);
  const double before = cpu_microseconds();
  for (const search::Document& product : products) {
    index.put(product);
  }
  std::cout << "products\t" << index.size() << "\nindex_cpu_ms\t"
            << (cpu_microseconds() - before) / 1000 << '\n';
  std::ofstream run(line.run_file.empty() ? "/dev/null" : line.run_file);
  std::ofstream misses(line.misses_file.empty() ? "/dev/null" : line.misses_file);
  search_eval::Summary summary;
  std::vector<double> costs;
  const auto queries = search_eval::read_queries(line.folder, line.split, line.only);
  for (const JudgedQuery& query : queries) {
    const double begin = cpu_microseconds();
    const search_eval::Ranking ranking = rank(index, query.text, line.exact);
    costs.push_back(cpu_microseconds() - begin);
    for (const auto& [id, score] : ranking) run << query.id << '\t' << id << '\t' << score << '\n';
    const auto figures = search_eval::measure(ranking, query.judgments, line.grades);
    const auto ndcg = figures.find("NDCG@10_lin");
    if (ndcg != figures.end()) {
      const auto understood = search::understand(index, {.text = query.text, .exact = line.exact});
      misses << ndcg->second << '\t' << query.id << '\t' << query.text << '\t'
             << understood.corrected_text << '\n';
    }
    summary.add(figures);
  }
  std::cout << "queries\t" << queries.size() << '\n' << std::fixed << std::setprecision(4);
  for (const auto& [name, value] : summary.averages()) std::cout << name << '\t' << value << '\n';
  std::cout << std::setprecision(0);
  print_costs(std::move(costs));
}

/// One line of the table: the figures with a step switched off, and what the step brings.
void print_ablation(const std::string& name, const search_eval::Figures& with,
                    const search_eval::Figures& without, const std::set<std::string>& subset,
                    const std::vector<JudgedQuery>& queries) {
  const auto print = [](const std::vector<double>& full, const std::vector<double>& cut) {
    const search_eval::Mean brings = search_eval::mean_difference(cut, full);
    std::cout << '\t' << search_eval::mean_of(cut).value << '\t' << brings.value << "\t±"
              << brings.half_width;
  };
  std::cout << std::fixed << std::setprecision(4) << name;
  print(with.ndcg, without.ndcg);
  print(with.recall, without.recall);
  std::vector<double> full;
  std::vector<double> cut;
  for (std::size_t at = 0; at < queries.size(); ++at) {
    if (!subset.contains(queries[at].id)) continue;
    full.push_back(with.ndcg[at]);
    cut.push_back(without.ndcg[at]);
  }
  if (!subset.empty()) print(full, cut);
  std::vector<double> costs = without.costs;
  std::sort(costs.begin(), costs.end());
  std::cout << '\t' << std::setprecision(0) << costs.at(costs.size() / 2) << std::endl;
}

/// The figures with all steps, then without each of them; what a step brings is the difference,
/// with its 95 % interval over the queries.
void take_apart(const CommandLine& line) {
  const auto products = search_eval::read_products(line.folder);
  const auto queries = search_eval::read_queries(line.folder, line.split, line.only);
  std::set<std::string> subset;
  if (!line.subset_file.empty()) {
    for (const JudgedQuery& query :
         search_eval::read_queries(line.folder, line.split, line.subset_file)) {
      subset.insert(query.id);
    }
  }
  std::cout << "without\tNDCG@10\tbrings\t95%\tRecall@10\tbrings\t95%"
            << (subset.empty() ? "" : "\tNDCG@10 of subset\tbrings\t95%") << "\tcpu_us_median\n";
  const auto full = search_eval::judge(products, {}, queries, line.grades);
  print_ablation("(nothing)", full, full, subset, queries);
  for (const search_eval::NamedStep& step : search_eval::measured_steps()) {
    search::Steps steps;
    steps.*step.is_on = false;
    const auto without = search_eval::judge(products, steps, queries, line.grades);
    print_ablation(step.name, full, without, subset, queries);
  }
}

/// Kilobytes of memory that the process has in use.
std::int64_t memory_kb() {
  std::ifstream status("/proc/self/statm");
  std::int64_t all = 0;
  std::int64_t resident = 0;
  status >> all >> resident;
  return resident * (::sysconf(_SC_PAGESIZE) / 1024);
}

/// One line a size: what building, one product's change and a page of results with facets cost.
void grow(const CommandLine& line) {
  const auto real = search_eval::read_products(line.folder);
  const auto queries = search_eval::read_queries(line.folder, line.split, line.only);
  std::cout << "products\tbuild_ms\tchange_us\tmedian_us\tp95_us\tp99_us\tmemory_mb\n";
  for (const std::size_t size : line.sizes) {
    auto products = search_eval::grown(real, size);
    const std::int64_t memory = memory_kb();
    search::Index index;
    index.set_categories(search_eval::grown_categories());
    double begin = cpu_microseconds();
    for (const search::Document& product : products) index.put(product);
    const double build = cpu_microseconds() - begin;
    const std::int64_t used = memory_kb() - memory;

    constexpr std::size_t kChanges = 1000;
    begin = cpu_microseconds();
    for (std::size_t at = 0; at < kChanges; ++at) {
      search::Document& product = products[at * 37 % size];
      product.card.name += " new";
      index.put(product);
    }
    const double change = (cpu_microseconds() - begin) / kChanges;

    std::vector<double> costs;
    for (const JudgedQuery& query : queries) {
      begin = cpu_microseconds();
      search::find(index, {.text = query.text});
      costs.push_back(cpu_microseconds() - begin);
    }
    std::sort(costs.begin(), costs.end());
    const auto share = [&](std::size_t percent) {
      return costs[(costs.size() - 1) * percent / 100];
    };
    std::cout << size << std::fixed << std::setprecision(0) << '\t' << build / 1000 << '\t'
              << change << '\t' << share(50) << '\t' << share(95) << '\t' << share(99) << '\t'
              << used / 1024 << std::endl;
  }
}

/// A vocabulary of single words, each as often in the "catalogue" as the list says.
search::Vocabulary read_vocabulary(const std::filesystem::path& file) {
  std::ifstream input(file);
  if (!input) throw std::runtime_error(file.string() + ": cannot be read");
  search::Vocabulary vocabulary;
  std::string word;
  for (std::int64_t count = 0; input >> word >> count;) {
    if (word.starts_with("\xEF\xBB\xBF")) word.erase(0, 3);
    vocabulary.add(to_lower(word), count);
  }
  return vocabulary;
}

void spell(const CommandLine& line) {
  const std::filesystem::path folder = line.folder;
  const auto vocabulary = read_vocabulary(folder / "frequency_dictionary_en_82_765.txt");
  struct Tally {
    int right = 0;
    int all = 0;
  };
  std::map<std::string, Tally> tallies;
  std::ofstream misses(line.misses_file.empty() ? "/dev/null" : line.misses_file);
  std::vector<double> costs;
  for (const auto& row : search_eval::read_rows(folder / "typos.tsv", 5)) {
    const std::string wrong = to_lower(row[1]);
    const std::string right = to_lower(row[2]);
    const double begin = cpu_microseconds();
    const std::string guess = search::corrected(vocabulary, wrong).value_or(wrong);
    costs.push_back(cpu_microseconds() - begin);
    Tally& tally = tallies[wrong == right ? "left_alone" : row[3]];
    ++tally.all;
    tally.right += guess == right ? 1 : 0;
    if (guess != right) misses << row[3] << '\t' << wrong << '\t' << right << '\t' << guess << '\n';
  }
  std::cout << std::fixed << std::setprecision(4);
  for (const auto& [name, tally] : tallies) {
    std::cout << name << '\t' << static_cast<double>(tally.right) / tally.all << "\t("
              << tally.right << " of " << tally.all << ")\n";
  }
  std::cout << std::setprecision(0);
  print_costs(std::move(costs));
}

}  // namespace

int main(int argc, char** argv) try {
  CommandLine line;
  CLI::App app{"Scores the shop's search on judged sets"};
  app.require_subcommand(1);
  CLI::App* judged = app.add_subcommand("judged", "NDCG, recall and cost on a judged catalogue");
  judged->add_option("--run", line.run_file, "write query, product and score of each hit here");
  judged->add_flag("--exact", line.exact, "without mending the spelling");
  CLI::App* ablation = app.add_subcommand(
      "ablation", "what each step of the search brings: the figures with one switched off");
  ablation->add_option("--subset", line.subset_file,
                       "file with the ids of queries that get columns of their own");
  for (CLI::App* command : {judged, ablation}) {
    command->add_option("folder", line.folder, "with products.tsv, queries.tsv, qrels.tsv")
        ->required();
    command->add_option("--split", line.split, "only queries of this split: dev or test");
    command->add_option("--only", line.only, "file with the ids of the queries to ask");
    command->add_option("--base", line.grades.base, "grade that is worth nothing");
    command->add_option("--relevant", line.grades.relevant, "grade from which on it is relevant");
  }
  CLI::App* spelling = app.add_subcommand("spelling", "first guesses for misspelt words");
  spelling->add_option("folder", line.folder, "with typos.tsv and a word-frequency list")
      ->required();
  CLI::App* growth = app.add_subcommand("growth", "what search costs as the catalogue grows");
  growth->add_option("folder", line.folder, "with products.tsv, queries.tsv, qrels.tsv")
      ->required();
  growth->add_option("--sizes", line.sizes, "numbers of products");
  growth->add_option("--split", line.split, "only queries of this split");
  for (CLI::App* command : {judged, spelling}) {
    command->add_option("--misses", line.misses_file, "write what was answered badly here");
  }
  CLI11_PARSE(app, argc, argv);
  if (judged->parsed()) judge(line);
  if (ablation->parsed()) take_apart(line);
  if (spelling->parsed()) spell(line);
  if (growth->parsed()) grow(line);
  return 0;
} catch (const std::exception& error) {
  std::cerr << "search_eval: " << error.what() << '\n';
  return 1;
}
