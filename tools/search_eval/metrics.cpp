#include "search_eval/metrics.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>

namespace search_eval {
namespace {

constexpr std::array<std::size_t, 3> kDepths = {5, 10, 20};

double discounted(const std::vector<double>& gains, std::size_t depth) {
  double sum = 0;
  for (std::size_t at = 0; at < std::min(depth, gains.size()); ++at) {
    sum += gains[at] / std::log2(static_cast<double>(at) + 2);
  }
  return sum;
}

void add_ndcg(const Ranking& ranking, const Judgments& judgments, const std::string& suffix,
              const std::function<double(double)>& gain, std::map<std::string, double>& figures) {
  std::vector<double> ideal;
  for (const auto& [id, relevance] : judgments) ideal.push_back(gain(relevance));
  std::sort(ideal.rbegin(), ideal.rend());
  if (discounted(ideal, 10) == 0) return;
  std::vector<double> gains;
  for (std::size_t at = 0; at < std::min(ranking.size(), kDepths.back()); ++at) {
    const auto judged = judgments.find(ranking[at].first);
    gains.push_back(judged == judgments.end() ? 0 : gain(judged->second));
  }
  for (const std::size_t depth : kDepths) {
    figures["NDCG@" + std::to_string(depth) + suffix] =
        discounted(gains, depth) / discounted(ideal, depth);
  }
}

void add_recall(const Ranking& ranking, const Judgments& judgments, double threshold,
                std::map<std::string, double>& figures) {
  const auto is_relevant = [&](const std::string& id) {
    const auto judged = judgments.find(id);
    return judged != judgments.end() && judged->second >= threshold;
  };
  const auto relevant =
      static_cast<double>(std::count_if(judgments.begin(), judgments.end(), [&](const auto& pair) {
        return pair.second >= threshold;
      }));
  if (relevant == 0) return;
  const auto hits = [&](std::size_t depth) {
    double count = 0;
    for (std::size_t at = 0; at < std::min(depth, ranking.size()); ++at) {
      if (is_relevant(ranking[at].first)) ++count;
    }
    return count;
  };
  const auto first = std::find_if(ranking.begin(), ranking.end(),
                                  [&](const auto& pair) { return is_relevant(pair.first); });
  figures["MRR"] =
      first == ranking.end() ? 0 : 1.0 / (static_cast<double>(first - ranking.begin()) + 1);
  for (const std::size_t depth : kDepths) {
    figures["Recall@" + std::to_string(depth)] = hits(depth) / relevant;
  }
  figures["Recall@100"] = hits(100) / relevant;
  figures["P@10"] = hits(10) / 10;
  figures["Success@1"] = hits(1);
}

}  // namespace

std::map<std::string, double> measure(Ranking ranking, const Judgments& judgments,
                                      const Grades& grades) {
  std::sort(ranking.begin(), ranking.end(), [](const auto& a, const auto& b) {
    return a.second != b.second ? a.second > b.second : a.first < b.first;
  });
  std::map<std::string, double> figures;
  add_ndcg(
      ranking, judgments, "_lin",
      [&](double relevance) { return std::max(relevance - grades.base, 0.0); }, figures);
  add_ndcg(
      ranking, judgments, "_exp",
      [&](double relevance) { return std::max(std::exp2(relevance - grades.base) - 1, 0.0); },
      figures);
  add_recall(ranking, judgments, grades.relevant, figures);
  return figures;
}

void Summary::add(const std::map<std::string, double>& figures) {
  for (const auto& [name, value] : figures) {
    auto& [sum, count] = sums_[name];
    sum += value;
    ++count;
  }
}

std::map<std::string, double> Summary::averages() const {
  std::map<std::string, double> averages;
  for (const auto& [name, sum] : sums_) averages[name] = sum.first / sum.second;
  return averages;
}

}  // namespace search_eval
