#include "predict/gamma_gamma.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "predict/minimise.h"

namespace predict {
namespace {

constexpr double kLargestLogarithm = 10;

/// Equation (1a) of the note.
double log_likelihood_of(const GammaGamma& m, const Spending& c) {
  const double px = m.p * c.purchases;
  return std::lgamma(px + m.q) - std::lgamma(px) - std::lgamma(m.q) + m.q * std::log(m.gamma) +
         (px - 1) * std::log(c.average) + px * std::log(c.purchases) -
         (px + m.q) * std::log(m.gamma + c.average * c.purchases);
}

/// q stays above 1, or the population has no mean.
GammaGamma from_logarithms(const std::vector<double>& x) {
  return {std::exp(x[0]), 1 + std::exp(x[1]), std::exp(x[2])};
}

}  // namespace

GammaGamma fit_gamma_gamma(std::span<const Spending> customers) {
  std::vector<Spending> usable;
  double total = 0;
  for (const Spending& customer : customers) {
    if (customer.purchases <= 0 || customer.average <= 0) continue;
    usable.push_back(customer);
    total += customer.average;
  }
  if (usable.empty()) return {};
  const double mean = total / static_cast<double>(usable.size());
  return from_logarithms(minimise(
      [&usable](const std::vector<double>& x) {
        if (std::abs(x[0]) > kLargestLogarithm || std::abs(x[1]) > kLargestLogarithm) {
          return std::nan("");  // customers do not differ: the spread is unbounded
        }
        double sum = 0;
        for (const Spending& customer : usable)
          sum += log_likelihood_of(from_logarithms(x), customer);
        return -sum / static_cast<double>(usable.size());
      },
      {1, 1, std::log(mean)}));
}

double expected_amount(const GammaGamma& m, const Spending& c) {
  const double denominator = m.p * c.purchases + m.q - 1;
  return m.p * (m.gamma + c.average * c.purchases) / denominator;
}

}  // namespace predict
