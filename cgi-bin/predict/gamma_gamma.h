/// gamma_gamma.h - what a customer spends at a purchase, drawn towards the average the less is
/// known of him.
///
/// Source: Fader and Hardie, "The Gamma-Gamma Model of Monetary Value" (2013), brucehardie.com,
///         note 25.
#pragma once

#include <span>

namespace predict {

/// How many purchases a customer's average amount is taken over.
struct Spending {
  double purchases = 0;
  double average = 0;
};

struct GammaGamma {
  double p = 1;
  double q = 2;
  double gamma = 1;
};

/// The maximum-likelihood parameters from customers with purchases of more than nothing; others
/// are passed over. Without any the standard parameters.
GammaGamma fit_gamma_gamma(std::span<const Spending> customers);

/// The expected amount of the customer's next purchase.
double expected_amount(const GammaGamma& model, const Spending& customer);

}  // namespace predict
