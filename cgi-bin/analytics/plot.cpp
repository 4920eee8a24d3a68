#include "analytics/plot.h"

#include <algorithm>
#include <cmath>

namespace analytics {
namespace {

double share(double value, double low, double high) {
  return std::clamp(high > low ? (value - low) / (high - low) : 0.5, 0.0, 1.0);
}

/// One digit behind the point, whatever the locale.
std::string tenths(double value) {
  const auto rounded = static_cast<long>(std::lround(value * 10));
  return std::to_string(rounded / 10) + "." + std::to_string(rounded % 10);
}

}  // namespace

PlotPoint place_in_plot(const PlotRange& range, PlotPoint point) {
  return {kPlotEdge + share(point.x, range.left, range.right) * (kPlotWidth - 2 * kPlotEdge),
          kPlotHeight - kPlotEdge -
              share(point.y, range.bottom, range.top) * (kPlotHeight - 2 * kPlotEdge)};
}

std::string polyline_of(const PlotRange& range, std::span<const PlotPoint> points) {
  std::string text;
  for (const PlotPoint& point : points) {
    const PlotPoint placed = place_in_plot(range, point);
    text += (text.empty() ? "" : " ") + tenths(placed.x) + "," + tenths(placed.y);
  }
  return text;
}

PlotRange range_of(std::span<const PlotPoint> points) {
  if (points.empty()) return {};
  PlotRange range{points[0].x, points[0].x, points[0].y, points[0].y};
  for (const PlotPoint& point : points) {
    range.left = std::min(range.left, point.x);
    range.right = std::max(range.right, point.x);
    range.bottom = std::min(range.bottom, point.y);
    range.top = std::max(range.top, point.y);
  }
  const double room = std::max(1e-6, (range.top - range.bottom) / 10);
  range.bottom -= room;
  range.top += room;
  return range;
}

}  // namespace analytics
