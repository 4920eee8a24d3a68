#include "analytics/statistics.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>
#include <random>

namespace analytics {
namespace {

/// One draw of a person; the standard's distributions may differ between libraries.
std::size_t draw(std::mt19937_64& random, std::size_t count) {
  return static_cast<std::size_t>(random() % count);
}

Estimate interval(double value, std::vector<double> resampled) {
  std::sort(resampled.begin(), resampled.end());
  const auto at = [&](double share) {
    return resampled[static_cast<std::size_t>(share * static_cast<double>(resampled.size() - 1))];
  };
  return {value, at(0.025), at(0.975)};
}

std::vector<std::size_t> by_score(std::span<const double> scores) {
  std::vector<std::size_t> order(scores.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return scores[a] < scores[b]; });
  return order;
}

/// The area when person `order[i]` counts `times` over.
double weighted_area(std::span<const double> scores, std::span<const int> truths,
                     const std::vector<std::size_t>& order, const std::vector<int>& times) {
  double below = 0;  // people of class 0 with a smaller score
  double won = 0;
  double ones = 0;
  for (std::size_t begin = 0; begin < order.size();) {
    double zeros_here = 0;
    double ones_here = 0;
    std::size_t end = begin;
    for (; end < order.size() && scores[order[end]] == scores[order[begin]]; ++end) {
      (truths[order[end]] != 0 ? ones_here : zeros_here) += times[order[end]];
    }
    won += ones_here * (below + zeros_here / 2);
    below += zeros_here;
    ones += ones_here;
    begin = end;
  }
  return ones == 0 || below == 0 ? 0.5 : won / (ones * below);
}

std::vector<int> resample(std::mt19937_64& random, std::size_t count) {
  std::vector<int> times(count, 0);
  for (std::size_t i = 0; i < count; ++i) ++times[draw(random, count)];
  return times;
}

/// Shares of the sample between the cuts, none of them 0.
std::vector<double> shares(std::span<const double> values, const std::vector<double>& cuts) {
  std::vector<double> count(cuts.size() + 1, 0.5);
  for (const double value : values) {
    const auto place = std::upper_bound(cuts.begin(), cuts.end(), value) - cuts.begin();
    ++count[static_cast<std::size_t>(place)];
  }
  const double total = std::accumulate(count.begin(), count.end(), 0.0);
  for (double& share : count) share /= total;
  return count;
}

}  // namespace

Estimate bootstrap_mean(std::span<const double> values, std::uint64_t seed, int rounds) {
  if (values.empty()) return {};
  const auto count = static_cast<double>(values.size());
  std::mt19937_64 random(seed);
  std::vector<double> means;
  for (int round = 0; round < rounds; ++round) {
    double sum = 0;
    for (std::size_t i = 0; i < values.size(); ++i) sum += values[draw(random, values.size())];
    means.push_back(sum / count);
  }
  return interval(std::accumulate(values.begin(), values.end(), 0.0) / count, std::move(means));
}

double roc_area(std::span<const double> scores, std::span<const int> truths) {
  return weighted_area(scores, truths, by_score(scores), std::vector<int>(scores.size(), 1));
}

Estimate bootstrap_roc_area(std::span<const double> scores, std::span<const int> truths,
                            std::uint64_t seed, int rounds) {
  if (scores.empty()) return {0.5, 0.5, 0.5};
  const std::vector<std::size_t> order = by_score(scores);
  std::mt19937_64 random(seed);
  std::vector<double> areas;
  for (int round = 0; round < rounds; ++round) {
    areas.push_back(weighted_area(scores, truths, order, resample(random, scores.size())));
  }
  return interval(roc_area(scores, truths), std::move(areas));
}

Estimate bootstrap_roc_gain(std::span<const double> ours, std::span<const double> other,
                            std::span<const int> truths, std::uint64_t seed, int rounds) {
  if (ours.empty()) return {};
  const std::vector<std::size_t> our_order = by_score(ours);
  const std::vector<std::size_t> other_order = by_score(other);
  std::mt19937_64 random(seed);
  std::vector<double> gains;
  for (int round = 0; round < rounds; ++round) {
    const std::vector<int> times = resample(random, ours.size());
    gains.push_back(weighted_area(ours, truths, our_order, times) -
                    weighted_area(other, truths, other_order, times));
  }
  return interval(roc_area(ours, truths) - roc_area(other, truths), std::move(gains));
}

std::vector<CalibrationGroup> calibration(std::span<const double> scores,
                                          std::span<const int> truths, int groups) {
  const std::vector<std::size_t> order = by_score(scores);
  const auto wanted = static_cast<std::size_t>(groups);
  std::vector<CalibrationGroup> result;
  for (std::size_t group = 0; group < wanted; ++group) {
    CalibrationGroup sum;
    for (std::size_t i = group * order.size() / wanted; i < (group + 1) * order.size() / wanted;
         ++i) {
      sum.said += scores[order[i]];
      sum.came += truths[order[i]];
      ++sum.people;
    }
    if (sum.people == 0) continue;
    result.push_back({sum.said / sum.people, sum.came / sum.people, sum.people});
  }
  return result;
}

double stability_index(std::span<const double> before, std::span<const double> now) {
  if (before.empty() || now.empty()) return 0;
  std::vector<double> sorted(before.begin(), before.end());
  std::sort(sorted.begin(), sorted.end());
  std::vector<double> cuts;
  for (std::size_t tenth = 1; tenth < 10; ++tenth)
    cuts.push_back(sorted[tenth * sorted.size() / 10]);
  cuts.erase(std::unique(cuts.begin(), cuts.end()), cuts.end());
  const std::vector<double> was = shares(before, cuts);
  const std::vector<double> is = shares(now, cuts);
  double index = 0;
  for (std::size_t i = 0; i < was.size(); ++i) index += (is[i] - was[i]) * std::log(is[i] / was[i]);
  return index;
}

}  // namespace analytics
