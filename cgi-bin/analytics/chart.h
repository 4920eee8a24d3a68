/// chart.h - where the parts of a picture lie: geometry alone, drawn as SVG by
/// templates/admin/_chart.tpl.
///
/// Units: those of the SVG's viewBox, kChartWidth wide.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace analytics {

inline constexpr int kChartWidth = 720;
inline constexpr int kColumnsHeight = 260;  // of the whole picture with columns
inline constexpr int kBarHeight = 26;       // of one bar with the room around it

struct Box {
  double x = 0;
  double y = 0;
  double width = 0;
  double height = 0;
};

/// Upright columns side by side; values below zero are drawn as nothing.
std::vector<Box> columns_of(std::span<const std::int64_t> values);

/// Lying bars one below the other, with room for words at their left and a number at their right.
std::vector<Box> bars_of(std::span<const std::int64_t> values);

inline constexpr int kWordsWidth = 240;

/// A round number that is no smaller than the greatest value: the top of the picture.
std::int64_t round_top(std::span<const std::int64_t> values);

}  // namespace analytics
