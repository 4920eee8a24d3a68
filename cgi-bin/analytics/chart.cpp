#include "analytics/chart.h"

#include <algorithm>

namespace analytics {
namespace {

constexpr double kTopRoom = 24;     // for the number of the top line
constexpr double kBottomRoom = 30;  // for the words below
constexpr double kNumberWidth = 110;
constexpr double kGap = 0.2;  // part of a column's place that stays empty
constexpr double kLeastSeen = 1.5;

double part_of(std::int64_t value, std::int64_t top) {
  if (top <= 0 || value <= 0) return 0;
  return static_cast<double>(value) / static_cast<double>(top);
}

}  // namespace

std::int64_t round_top(std::span<const std::int64_t> values) {
  std::int64_t most = 1;
  for (const std::int64_t value : values) most = std::max(most, value);
  std::int64_t power = 1;
  while (power <= most / 10) power *= 10;
  for (const std::int64_t factor : {1, 2, 5, 10}) {
    if (power * factor >= most) return power * factor;
  }
  return most;
}

std::vector<Box> columns_of(std::span<const std::int64_t> values) {
  std::vector<Box> boxes;
  const std::int64_t top = round_top(values);
  const double place = kChartWidth / static_cast<double>(std::max<std::size_t>(values.size(), 1));
  const double room = kColumnsHeight - kTopRoom - kBottomRoom;
  double x = place * kGap / 2;
  for (const std::int64_t value : values) {
    const double height = value > 0 ? std::max(kLeastSeen, room * part_of(value, top)) : 0;
    boxes.push_back({x, kTopRoom + room - height, place * (1 - kGap), height});
    x += place;
  }
  return boxes;
}

std::vector<Box> bars_of(std::span<const std::int64_t> values) {
  std::vector<Box> boxes;
  std::int64_t most = 1;
  for (const std::int64_t value : values) most = std::max(most, value);
  const double room = kChartWidth - kWordsWidth - kNumberWidth;
  double y = 0;
  for (const std::int64_t value : values) {
    const double width = value > 0 ? std::max(kLeastSeen, room * part_of(value, most)) : 0;
    boxes.push_back({kWordsWidth, y + kBarHeight * kGap / 2, width, kBarHeight * (1 - kGap)});
    y += kBarHeight;
  }
  return boxes;
}

}  // namespace analytics
