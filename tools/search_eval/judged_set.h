/// judged_set.h - a catalogue, queries, and what people said about which product fits which query.
///
/// Source: three tab-separated files with a head line: products.tsv (id, title, description),
///         queries.tsv (id, query, split), qrels.tsv (query id, product id, relevance).
/// Errors: std::runtime_error names a file that is missing or holds no row.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "search/index.h"
#include "search_eval/metrics.h"

namespace search_eval {

struct JudgedQuery {
  std::string id{};
  std::string text{};
  Judgments judgments{};
};

/// The rows of a file without its head line, split at tabs; shorter rows are left out.
std::vector<std::vector<std::string>> read_rows(const std::filesystem::path& file,
                                                std::size_t columns);

/// The catalogue as the shop would hold it: title and description, one piece in stock each.
std::vector<search::Document> read_products(const std::filesystem::path& folder);

/// The queries of this split ("dev", "test"; empty: all), only those named in `only` unless that
/// is empty, each with its judgments. Queries without any judgment are left out.
std::vector<JudgedQuery> read_queries(const std::filesystem::path& folder, const std::string& split,
                                      const std::filesystem::path& only);

}  // namespace search_eval
