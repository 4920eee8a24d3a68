#include "search_eval/judged_set.h"

#include <fstream>
#include <set>
#include <stdexcept>

#include "base/text.h"

namespace search_eval {

std::vector<std::vector<std::string>> read_rows(const std::filesystem::path& file,
                                                std::size_t columns) {
  std::ifstream input(file);
  if (!input) throw std::runtime_error(file.string() + ": cannot be read");
  std::vector<std::vector<std::string>> rows;
  std::string line;
  std::getline(input, line);  // the head
  while (std::getline(input, line)) {
    if (!line.empty() && line.back() == '\r') line.pop_back();
    std::vector<std::string> row;
    for (const std::string_view part : split(line, '\t')) row.emplace_back(part);
    if (row.size() >= columns) rows.push_back(std::move(row));
  }
  if (rows.empty()) throw std::runtime_error(file.string() + ": holds no row");
  return rows;
}

std::vector<search::Document> read_products(const std::filesystem::path& folder) {
  std::vector<search::Document> products;
  for (auto& row : read_rows(folder / "products.tsv", 2)) {
    const auto id = to_integer(row[0], 1);
    if (!id) continue;
    search::Document document;
    document.card.id = *id;
    document.card.name = std::move(row[1]);
    document.card.in_stock = 1;
    if (row.size() > 2) document.description = std::move(row[2]);
    products.push_back(std::move(document));
  }
  return products;
}

std::vector<JudgedQuery> read_queries(const std::filesystem::path& folder, const std::string& split,
                                      const std::filesystem::path& only) {
  std::set<std::string> chosen;
  if (!only.empty()) {
    std::ifstream input(only);
    if (!input) throw std::runtime_error(only.string() + ": cannot be read");
    for (std::string line; std::getline(input, line);) chosen.emplace(trimmed(line));
  }
  std::map<std::string, Judgments> judgments;
  for (const auto& row : read_rows(folder / "qrels.tsv", 3)) {
    const double relevance = std::stod(row[2]);
    auto [place, is_new] = judgments[row[0]].try_emplace(row[1], relevance);
    if (!is_new) place->second = std::max(place->second, relevance);
  }
  std::vector<JudgedQuery> queries;
  for (auto& row : read_rows(folder / "queries.tsv", 2)) {
    const bool is_of_split = split.empty() || (row.size() > 2 && row[2] == split);
    const auto judged = judgments.find(row[0]);
    if (!is_of_split || judged == judgments.end()) continue;
    if (!chosen.empty() && !chosen.contains(row[0])) continue;
    queries.push_back({row[0], row[1], std::move(judged->second)});
  }
  return queries;
}

}  // namespace search_eval
