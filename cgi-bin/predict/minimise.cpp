#include "predict/minimise.h"

#include <algorithm>
#include <cmath>

namespace predict {
namespace {

constexpr double kFirstStep = 0.5;
constexpr double kTolerance = 1e-10;

struct Corner {
  std::vector<double> at{};
  double value = 0;
};

/// `from` + `share` times the way to `to`.
std::vector<double> along(const std::vector<double>& from, const std::vector<double>& to,
                          double share) {
  std::vector<double> point(from.size());
  for (std::size_t i = 0; i < from.size(); ++i) point[i] = from[i] + share * (to[i] - from[i]);
  return point;
}

std::vector<double> center_without_last(const std::vector<Corner>& corners) {
  std::vector<double> center(corners.front().at.size(), 0.0);
  for (std::size_t corner = 0; corner + 1 < corners.size(); ++corner) {
    for (std::size_t i = 0; i < center.size(); ++i) {
      center[i] += corners[corner].at[i] / static_cast<double>(center.size());
    }
  }
  return center;
}

}  // namespace

std::vector<double> minimise(const std::function<double(const std::vector<double>&)>& value,
                             const std::vector<double>& start, int most_steps) {
  const auto corner = [&value](std::vector<double> at) {
    const double result = value(at);
    return Corner{std::move(at), std::isfinite(result) ? result : 1e300};
  };
  std::vector<Corner> corners = {corner(start)};
  for (std::size_t i = 0; i < start.size(); ++i) {
    std::vector<double> at = start;
    at[i] += kFirstStep;
    corners.push_back(corner(std::move(at)));
  }
  const auto better = [](const Corner& a, const Corner& b) { return a.value < b.value; };
  for (int step = 0; step < most_steps; ++step) {
    std::stable_sort(corners.begin(), corners.end(), better);
    Corner& worst = corners.back();
    const double spread = worst.value - corners.front().value;
    if (spread <= kTolerance * (1 + std::abs(corners.front().value))) break;
    const std::vector<double> center = center_without_last(corners);
    Corner reflected = corner(along(center, worst.at, -1));
    if (better(reflected, corners.front())) {
      Corner further = corner(along(center, worst.at, -2));
      worst = better(further, reflected) ? std::move(further) : std::move(reflected);
    } else if (better(reflected, corners[corners.size() - 2])) {
      worst = std::move(reflected);
    } else {
      Corner nearer = corner(along(center, worst.at, 0.5));
      if (better(nearer, worst)) {
        worst = std::move(nearer);
      } else {
        for (std::size_t i = 1; i < corners.size(); ++i) {
          corners[i] = corner(along(corners.front().at, corners[i].at, 0.5));
        }
      }
    }
  }
  return std::min_element(corners.begin(), corners.end(), better)->at;
}

}  // namespace predict
