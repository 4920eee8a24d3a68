/// weights.h - the figures of the ranking: how much a word in a field says about a product.
///
/// Source: BM25F (Robertson, Zaragoza, Taylor 2004; Robertson and Zaragoza 2009, section 3.6.2):
///         counts in weighted fields, normalised by their length, saturate together.
#pragma once

#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>

#include "search/index.h"
#include "search/steps.h"

namespace search {

struct FieldWeight {
  double boost;
  double b;  // how far a field's length counts: 0 not at all, 1 wholly
};

// Chosen on judged queries (tools/search_eval); flat optimum, so no digits more than needed.
inline constexpr std::array<FieldWeight, kFieldCount> kWeights = {{
    {3.0, 0.6},   // name
    {1.5, 0.0},   // brand
    {1.5, 0.0},   // category
    {1.2, 0.3},   // attributes
    {0.3, 0.75},  // description
}};
inline constexpr double kSaturation = 1.2;  // k1

/// What `count` occurrences in a field of `length` words add to a product's weighted count.
inline double weighted_count(const Steps& steps, std::size_t field, int count, int length,
                             double average) {
  if (count == 0) return 0;
  const FieldWeight& weight = kWeights[steps.field_weights ? field : kName];
  const double b = steps.lengths ? weight.b : 0;
  return weight.boost * count / (1 - b + b * length / average);
}

/// Repeating a word says less each time.
inline double saturated(double weighted) {
  return weighted * (kSaturation + 1) / (weighted + kSaturation);
}

inline float stock_factor(const Steps& steps, const ShopTerms& terms, int in_stock) {
  return static_cast<float>(steps.stock && in_stock == 0 ? 1 - terms.sold_out : 1);
}

inline float sales_factor(const Steps& steps, const ShopTerms& terms, std::int64_t sold_count) {
  if (!steps.sales || sold_count <= 0) return 1;
  return static_cast<float>(1 + terms.sales * std::log2(1.0 + static_cast<double>(sold_count)));
}

}  // namespace search
