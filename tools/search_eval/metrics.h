/// metrics.h - how good a ranking is beside what people judged.
///
/// Source: Järvelin and Kekäläinen 2002 (NDCG); the figures are those of the evaluation scripts
///         that come with the judged sets, tie by tie: products of equal score stand in the order
///         of their ids as text.
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace search_eval {

/// Product id -> relevance as judged.
using Judgments = std::map<std::string, double>;
/// Product ids with their scores, in any order.
using Ranking = std::vector<std::pair<std::string, double>>;

struct Grades {
  double base = 1.0;      // the grade that is worth nothing
  double relevant = 2.5;  // from this grade on a product counts as relevant
};

/// Name -> value of one query. A figure that the judgments leave undefined (no product worth
/// anything, none relevant) is missing.
std::map<std::string, double> measure(Ranking ranking, const Judgments& judgments,
                                      const Grades& grades);

/// Averages each figure over the queries that have it.
class Summary {
 public:
  void add(const std::map<std::string, double>& figures);
  std::map<std::string, double> averages() const;

 private:
  std::map<std::string, std::pair<double, int>> sums_;
};

}  // namespace search_eval
