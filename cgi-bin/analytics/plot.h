/// plot.h - where the points of a line in a picture lie: geometry alone, drawn as SVG by templates.
///
/// Units: those of the SVG's viewBox, kPlotWidth by kPlotHeight; y grows downwards.
#pragma once

#include <span>
#include <string>

namespace analytics {

inline constexpr int kPlotWidth = 320;
inline constexpr int kPlotHeight = 200;
inline constexpr int kPlotEdge = 24;  // free on all sides, for words

/// Values of the data between which the picture lies.
struct PlotRange {
  double left = 0;
  double right = 1;
  double bottom = 0;
  double top = 1;
};

struct PlotPoint {
  double x = 0;
  double y = 0;
};

/// Where a point of the data lies in the picture; points outside lie on its edge.
PlotPoint place_in_plot(const PlotRange& range, PlotPoint point);

/// "24.0,176.0 60.5,100.0": the attribute of an SVG polyline.
std::string polyline_of(const PlotRange& range, std::span<const PlotPoint> points);

/// A range that holds all points with some room; never empty.
PlotRange range_of(std::span<const PlotPoint> points);

}  // namespace analytics
