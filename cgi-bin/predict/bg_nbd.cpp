#include "predict/bg_nbd.h"

#include <cmath>
#include <vector>

#include "predict/minimise.h"

namespace predict {
namespace {

/// Nobody buys on more days than this within the times that are asked about.
constexpr int kMostPurchases = 1000;
constexpr double kNegligible = 1e-9;
constexpr double kLargestLogarithm = 10;

/// Equation (6) of the paper.
double log_likelihood_of(const BgNbd& m, const Repeats& c) {
  const double common = std::lgamma(m.r + c.purchases) - std::lgamma(m.r) +
                        m.r * std::log(m.alpha) + std::lgamma(m.a + m.b) +
                        std::lgamma(m.b + c.purchases) - std::lgamma(m.b) -
                        std::lgamma(m.a + m.b + c.purchases);
  const double still_there = -(m.r + c.purchases) * std::log(m.alpha + c.known);
  if (c.purchases == 0) return common + still_there;
  const double left =
      std::log(m.a / (m.b + c.purchases - 1)) - (m.r + c.purchases) * std::log(m.alpha + c.last);
  const double larger = std::max(still_there, left);
  return common + larger + std::log(std::exp(still_there - larger) + std::exp(left - larger));
}

/// Of a customer who is alive: the chances of 0, 1, 2 … purchases within `ahead` as a Poisson
/// process would give them with his rate unknown, a negative binomial distribution; and the chance
/// not to leave after any of the first n - 1. Walks from n to n + 1.
class Ahead {
 public:
  Ahead(const BgNbd& m, const Repeats& c, double ahead)
      : shape_(m.r + c.purchases),
        success_(ahead / (m.alpha + c.known + ahead)),
        a_(m.a),
        b_(m.b + c.purchases),
        exactly_(std::exp(shape_ * std::log1p(-success_))),
        at_least_(1 - exactly_) {}

  /// The chance of one more than last time (at first: of 1) or more.
  double next() {
    ++count_;
    if (count_ > 1) {
      exactly_ *= (shape_ + count_ - 2) / (count_ - 1) * success_;
      at_least_ = std::max(0.0, at_least_ - exactly_);
      stayed_ *= (b_ + count_ - 2) / (a_ + b_ + count_ - 2);
    }
    return stayed_ * at_least_;
  }

 private:
  double shape_;
  double success_;
  double a_;
  double b_;
  double exactly_;   // the chance of count_ - 1 purchases by the Poisson process
  double at_least_;  // and of count_ or more
  double stayed_ = 1;
  int count_ = 0;
};

BgNbd from_logarithms(const std::vector<double>& x) {
  return {std::exp(x[0]), std::exp(x[1]), std::exp(x[2]), std::exp(x[3])};
}

}  // namespace

double log_likelihood(const BgNbd& model, std::span<const Repeats> customers) {
  double sum = 0;
  for (const Repeats& customer : customers) sum += log_likelihood_of(model, customer);
  return sum / static_cast<double>(customers.size());
}

BgNbd fit_bg_nbd(std::span<const Repeats> customers) {
  double known = 0;
  for (const Repeats& customer : customers) known += customer.known;
  // The rate's scale depends on the unit of time; start where the data are.
  const double scale = std::max(1e-6, known / static_cast<double>(customers.size()) / 5);
  return from_logarithms(minimise(
      [&](const std::vector<double>& x) {
        // Where customers do not differ the spread is unbounded, and so is the loss of digits.
        for (const double logarithm : x) {
          if (std::abs(logarithm) > kLargestLogarithm) return std::nan("");
        }
        return -log_likelihood(from_logarithms(x), customers);
      },
      {0, std::log(scale), 0, 0}));
}

double alive(const BgNbd& m, const Repeats& c) {
  if (c.purchases == 0) return 1;  // one leaves only after a repeated purchase
  const double odds_left =
      m.a / (m.b + c.purchases - 1) *
      std::exp((m.r + c.purchases) * std::log((m.alpha + c.known) / (m.alpha + c.last)));
  return 1 / (1 + odds_left);
}

double chance_of(const BgNbd& model, const Repeats& customer, double ahead, int count) {
  if (count <= 0) return 1;
  Ahead chances(model, customer, ahead);
  double chance = 0;
  for (int i = 0; i < count; ++i) chance = chances.next();
  return alive(model, customer) * chance;
}

double expected_purchases(const BgNbd& model, const Repeats& customer, double ahead) {
  Ahead chances(model, customer, ahead);
  double sum = 0;
  for (int i = 0; i < kMostPurchases; ++i) {
    const double chance = chances.next();
    sum += chance;
    if (chance < kNegligible) break;
  }
  return alive(model, customer) * sum;
}

int median_purchases(const BgNbd& model, const Repeats& customer, double ahead) {
  Ahead chances(model, customer, ahead);
  const double here = alive(model, customer);
  int count = 0;
  while (count < kMostPurchases && here * chances.next() > 0.5) ++count;
  return count;
}

}  // namespace predict
