#include "recommend/quality.h"

#include <algorithm>
#include <cmath>

namespace recommend {

std::vector<int> best_items(const std::vector<float>& scores, int count,
                            const std::vector<int>& without) {
  std::vector<bool> left_out(scores.size());
  for (const int item : without) left_out[static_cast<std::size_t>(item)] = true;
  std::vector<int> items;
  items.reserve(scores.size());
  for (std::size_t item = 0; item < scores.size(); ++item) {
    if (!left_out[item]) items.push_back(static_cast<int>(item));
  }
  const auto end = items.begin() + std::min(count, static_cast<int>(items.size()));
  std::partial_sort(items.begin(), end, items.end(), [&scores](int a, int b) {
    const float left = scores[static_cast<std::size_t>(a)];
    const float right = scores[static_cast<std::size_t>(b)];
    return left != right ? left > right : a < b;
  });
  items.erase(end, items.end());
  return items;
}

double recall_at(const std::vector<int>& list, const std::set<int>& held_out, int k) {
  const auto end = list.begin() + std::min(k, static_cast<int>(list.size()));
  const auto hits =
      std::count_if(list.begin(), end, [&](int item) { return held_out.contains(item); });
  return static_cast<double>(hits) / std::min(k, static_cast<int>(held_out.size()));
}

double ndcg_at(const std::vector<int>& list, const std::set<int>& held_out, int k) {
  double gain = 0;
  double ideal = 0;
  for (int rank = 0; rank < k; ++rank) {
    const double worth = 1 / std::log2(rank + 2.0);
    const auto place = static_cast<std::size_t>(rank);
    if (place < list.size() && held_out.contains(list[place])) gain += worth;
    if (place < held_out.size()) ideal += worth;
  }
  return gain / ideal;
}

}  // namespace recommend
