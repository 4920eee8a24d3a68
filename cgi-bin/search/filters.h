/// filters.h - which of a query's filters a product passes.
#pragma once

#include <cstdint>
#include <vector>

#include "search/index.h"
#include "search/query.h"

namespace search {

/// Which filter a product fails; attribute filters follow from kFirstAttributeFilter on.
enum FilterBit : unsigned {
  kCategoryFilter,
  kBrandFilter,
  kPriceFilter,
  kStockFilter,
  kStarsFilter,
  kFirstAttributeFilter,
  kNoFilter = 31
};

/// The filters of a query in terms of the index's own numbers. Thousands of products are asked what
/// they fail, and nobody can guess which: so nothing branches on a product.
class Filters {
 public:
  Filters(const Index& index, const Query& query);

  bool has_any() const { return has_any_; }

  /// One bit for each filter that the product fails.
  std::uint32_t failures(const Traits& product) const {
    if (!has_any_) return 0;
    const auto bit = [](bool fails, unsigned at) {
      return static_cast<std::uint32_t>(fails) << at;
    };
    std::uint32_t failed = wanted_values_;
    if (wanted_values_ != 0) {
      for (const std::uint32_t value : index_.attributes_of(product)) failed &= ~value_bits_[value];
    }
    failed |= bit(categories_[product.category] == 0, kCategoryFilter);
    failed |= bit(brands_[product.brand] == 0, kBrandFilter);
    failed |= bit((product.price < lowest_) | (product.price > highest_), kPriceFilter);
    failed |= bit(product.in_stock < least_stock_, kStockFilter);
    failed |= bit(product.stars < query_.min_stars, kStarsFilter);
    if (query_.price) failed |= bit(!passes(*query_.price, product.price), kPriceFilter);
    if (query_.stock) failed |= bit(!passes(*query_.stock, product.in_stock), kStockFilter);
    return failed;
  }

  /// The bit of the filter by a value's attribute; kNoFilter when there is none.
  unsigned bit_of_value(std::uint32_t value) const { return attribute_bits_[value]; }

 private:
  void choose_categories();
  void choose_brands();
  void choose_attributes();
  static bool passes(const Comparison& comparison, std::int64_t number);

  const Index& index_;
  const Query& query_;
  bool has_any_ = false;
  std::int64_t lowest_ = INT64_MIN;
  std::int64_t highest_ = INT64_MAX;
  std::int32_t least_stock_ = INT32_MIN;
  std::vector<std::uint8_t> categories_;   // 1: passes
  std::vector<std::uint8_t> brands_;       // so are these
  std::vector<std::uint32_t> value_bits_;  // the attribute filters that a value passes
  std::vector<unsigned> attribute_bits_;   // as bit_of_value
  std::uint32_t wanted_values_ = 0;        // all attribute filters
};

}  // namespace search
