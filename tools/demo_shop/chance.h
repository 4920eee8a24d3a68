/// chance.h - luck that is the same on every machine: distributions of our own over mt19937_64
/// (the standard library's differ from one to the next).
#pragma once

#include <cmath>
#include <cstdint>
#include <random>
#include <vector>

namespace demo {

class Chance {
 public:
  explicit Chance(std::uint64_t seed) : engine_(seed) {}

  /// 0 <= x < 1
  double fraction() { return static_cast<double>(engine_() >> 11U) * 0x1.0p-53; }
  /// A whole number from `least` to `most`, both included.
  int number(int least, int most) {
    return least + static_cast<int>(fraction() * (most - least + 1));
  }
  bool happens(double probability) { return fraction() < probability; }
  /// Waiting time with this mean.
  double exponential(double mean) { return -mean * std::log(1 - fraction()); }
  template <class List>
  const auto& one_of(const List& list) {
    return list[static_cast<std::size_t>(number(0, static_cast<int>(list.size()) - 1))];
  }
  /// A position, drawn by its weight.
  std::size_t weighted(const std::vector<double>& cumulative) {
    const double target = fraction() * cumulative.back();
    std::size_t low = 0;
    std::size_t high = cumulative.size() - 1;
    while (low < high) {
      const std::size_t middle = (low + high) / 2;
      if (cumulative[middle] <= target) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

 private:
  std::mt19937_64 engine_;
};

}  // namespace demo
