/// bg_nbd.h - how often a customer will buy again, from three numbers about him.
///
/// Source: Fader, Hardie and Lee, "Counting Your Customers the Easy Way: An Alternative to the
///         Pareto/NBD Model", Marketing Science 24 (2005). The distribution of future purchases
///         follows from its assumptions: n or more happen when the first n - 1 of them did not make
///         the customer leave, and the Poisson process gives n.
/// Units:  time in any one unit, the same for all numbers (the paper: weeks).
#pragma once

#include <span>

namespace predict {

/// One customer: days with purchases after the first one, when the last was (0: only the first),
/// and how long he has been known; both counted from the first purchase.
struct Repeats {
  double purchases = 0;
  double last = 0;
  double known = 0;
};

/// The paper's r, alpha, a, b: how purchase rates and chances of leaving are spread over customers.
struct BgNbd {
  double r = 1;
  double alpha = 1;
  double a = 1;
  double b = 1;
};

/// The maximum-likelihood parameters. Needs at least one customer.
BgNbd fit_bg_nbd(std::span<const Repeats> customers);

/// The mean log-likelihood of a customer.
double log_likelihood(const BgNbd& model, std::span<const Repeats> customers);

/// The chance that the customer has not left for good.
double alive(const BgNbd& model, const Repeats& customer);

/// The chance of `count` or more purchases within `ahead`.
double chance_of(const BgNbd& model, const Repeats& customer, double ahead, int count);

/// The expected number of purchases within `ahead`: right on average over many customers.
double expected_purchases(const BgNbd& model, const Repeats& customer, double ahead);

/// The number that more and fewer purchases are equally likely than: nearest to a single
/// customer's.
int median_purchases(const BgNbd& model, const Repeats& customer, double ahead);

}  // namespace predict
