#include "search_eval/judge.h"

#include <sys/resource.h>

#include <cmath>
#include <limits>

#include "search/search.h"

namespace search_eval {

double cpu_microseconds() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  const auto sum = [](const timeval& time) {
    return static_cast<double>(time.tv_sec) * 1e6 + static_cast<double>(time.tv_usec);
  };
  return sum(usage.ru_utime) + sum(usage.ru_stime);
}

Ranking rank(const search::Index& index, const std::string& text, bool exact) {
  search::Query query;
  query.text = text;
  query.exact = exact;
  query.per_page = 100;
  Ranking ranking;
  for (const catalog::ProductCard* card : search::find(index, query).products) {
    ranking.emplace_back(std::to_string(card->id), -static_cast<double>(ranking.size()));
  }
  return ranking;
}

const std::vector<NamedStep>& measured_steps() {
  using search::Steps;
  static const std::vector<NamedStep> steps = {
      {"spelling", &Steps::spelling},
      {"lookalikes", &Steps::lookalikes},
      {"joined and split words", &Steps::compounds},
      {"stems", &Steps::stems},
      {"numbers and units", &Steps::measures},
      {"stop words", &Steps::stop_words},
      {"beginnings of words", &Steps::beginnings},
      {"parts of words", &Steps::inner_words},
      {"prices and filters in words", &Steps::read_filters},
      {"rarity", &Steps::rarity},
      {"field weights", &Steps::field_weights},
      {"field lengths", &Steps::lengths},
      {"share of the words", &Steps::coverage},
      {"nearness", &Steps::nearness},
      {"what it is", &Steps::head},
  };
  return steps;
}

Figures judge(const std::vector<search::Document>& products, const search::Steps& steps,
              const std::vector<JudgedQuery>& queries, const Grades& grades) {
  search::Index index(steps);
  for (const search::Document& product : products) index.put(product);
  Figures all;
  for (const JudgedQuery& query : queries) {
    const double begin = cpu_microseconds();
    const Ranking ranking = rank(index, query.text, false);
    all.costs.push_back(cpu_microseconds() - begin);
    const auto figures = measure(ranking, query.judgments, grades);
    const auto figure = [&](const char* name) {
      const auto known = figures.find(name);
      return known == figures.end() ? std::numeric_limits<double>::quiet_NaN() : known->second;
    };
    all.ndcg.push_back(figure("NDCG@10_lin"));
    all.recall.push_back(figure("Recall@10"));
  }
  return all;
}

Mean mean_of(const std::vector<double>& values) {
  constexpr double kOf95Percent = 1.96;
  double count = 0;
  double sum = 0;
  double squares = 0;
  for (const double value : values) {
    if (std::isnan(value)) continue;
    count += 1;
    sum += value;
    squares += value * value;
  }
  if (count == 0) return {};
  const double mean = sum / count;
  const double variance = count > 1 ? (squares - sum * mean) / (count - 1) : 0;
  return {mean, kOf95Percent * std::sqrt(std::max(0.0, variance) / count)};
}

Mean mean_difference(const std::vector<double>& a, const std::vector<double>& b) {
  std::vector<double> differences;
  for (std::size_t at = 0; at < a.size(); ++at) differences.push_back(b.at(at) - a[at]);
  return mean_of(differences);
}

}  // namespace search_eval
