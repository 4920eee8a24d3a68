/// statistics.h - means with their uncertainty, the area under the ROC curve, calibration.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace analytics {

/// A figure and the interval that holds it in 95 of 100 resamplings of the same people.
struct Estimate {
  double value = 0;
  double low = 0;
  double high = 0;
};

/// The mean of one number per person, by the percentile bootstrap (Efron 1979). The same seed gives
/// the same interval. No people give zeros.
Estimate bootstrap_mean(std::span<const double> values, std::uint64_t seed = 1, int rounds = 1000);

/// Area under the ROC curve, ties counting half; 0.5 when only one class is there.
double roc_area(std::span<const double> scores, std::span<const int> truths);

/// As roc_area(), with the bootstrap's interval.
Estimate bootstrap_roc_area(std::span<const double> scores, std::span<const int> truths,
                            std::uint64_t seed = 1, int rounds = 200);

/// The area that `ours` has more than `other`, both about the same people.
Estimate bootstrap_roc_gain(std::span<const double> ours, std::span<const double> other,
                            std::span<const int> truths, std::uint64_t seed = 1, int rounds = 200);

/// Ten groups of about equal size by score: what was said beside what came.
struct CalibrationGroup {
  double said = 0;
  double came = 0;
  int people = 0;
};
std::vector<CalibrationGroup> calibration(std::span<const double> scores,
                                          std::span<const int> truths, int groups = 10);

/// Population stability index of two samples of one number, by the tenths of the first: below 0.1
/// nothing moved, above 0.25 much did (Siddiqi 2006).
double stability_index(std::span<const double> before, std::span<const double> now);

}  // namespace analytics
