#include "recommend/window.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>

namespace recommend {
namespace {

/// Below this an old item says nothing any more.
constexpr float kLeastWeight = 1e-4F;

using Row = std::unordered_map<int, float>;

std::vector<int> in_order(const Past& past) {
  std::vector<int> items;
  for (const Basket& basket : past) {
    items.insert(items.end(), basket.items.begin(), basket.items.end());
  }
  return items;
}

void count_pair(std::vector<Row>& rows, int from, int to, float amount) {
  if (from != to) rows[static_cast<std::size_t>(from)][to] += amount;
}

void count_person(const std::vector<int>& items, const WindowSettings& settings,
                  std::vector<Row>& rows) {
  for (std::size_t place = 0; place < items.size(); ++place) {
    const std::size_t end =
        std::min(items.size(), place + 1 + static_cast<std::size_t>(settings.reach));
    for (std::size_t next = place + 1; next < end; ++next) {
      const float amount = 1.0F / static_cast<float>(next - place);
      count_pair(rows, items[place], items[next], amount);
      if (settings.both_ways) count_pair(rows, items[next], items[place], amount);
    }
  }
  if (settings.together_weight <= 0) return;
  for (const int one : items) {
    for (const int other : items) count_pair(rows, one, other, settings.together_weight);
  }
}

}  // namespace

Neighbours fit_window(const History& history, const WindowSettings& settings) {
  const auto count = static_cast<std::size_t>(history.items);
  std::vector<Row> rows(count);
  std::vector<float> popularity(count, 0.0F);
  for (const Past& past : history.people) {
    const std::vector<int> items = in_order(past);
    for (const int item : items) ++popularity[static_cast<std::size_t>(item)];
    count_person(items, settings, rows);
  }
  Neighbours neighbours(count);
  for (std::size_t item = 0; item < count; ++item) {
    for (const auto& [other, amount] : rows[item]) {
      const float damping =
          std::pow(popularity[item], settings.from_power) *
          std::pow(popularity[static_cast<std::size_t>(other)], settings.to_power);
      neighbours[item].push_back({other, amount / damping});
    }
    std::sort(neighbours[item].begin(), neighbours[item].end(),
              [](const WeightedItem& a, const WeightedItem& b) { return a.item < b.item; });
  }
  return neighbours;
}

void add_window_scores(const Neighbours& neighbours, const Past& past, float step_decay,
                       std::vector<float>& scores) {
  const std::vector<int> items = in_order(past);
  float weight = 1;
  for (auto item = items.rbegin(); item != items.rend() && weight > kLeastWeight; ++item) {
    for (const auto& [other, amount] : neighbours[static_cast<std::size_t>(*item)]) {
      scores[static_cast<std::size_t>(other)] += weight * amount;
    }
    weight *= step_decay;
  }
}

}  // namespace recommend
