/// wish.h - what somebody looks for, in the catalogue's own terms.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/money.h"

namespace chat {

/// An attribute of products: "Colour" is "red".
struct Pair {
  std::string name{};
  std::string value{};
  bool operator==(const Pair&) const = default;
};

/// Base words side by side: {"t", "shirt"}.
using Words = std::vector<std::string>;

/// One thing that a product must be, or must not be. Any of its parts fulfils it.
struct Need {
  std::string text{};                      // as the visitor said it: "cotton"
  std::vector<std::int64_t> categories{};  // with those below them
  std::vector<std::int64_t> brands{};
  std::vector<Pair> pairs{};
  std::vector<std::int64_t> products{};  // that are called so
  std::vector<Words> names{};            // a name holds one of these, its words side by side
  bool deep = false;                     // or a description does
  bool unwanted = false;
  bool kind = false;  // its value is a kind of thing: "Tag: mascara"

  bool is_category() const { return !categories.empty(); }
  bool is_product() const { return !products.empty(); }
  /// Names a thing by itself, rather than what a thing should be like.
  bool is_head() const {
    return is_category() || is_product() || kind || (pairs.empty() && brands.empty() && !deep);
  }
};

enum class Sort { relevance, price, dearest, rating, newest, popular };

struct Wish {
  std::vector<Need> needs{};
  std::optional<Money> price_from{};
  std::optional<Money> price_to{};
  bool in_stock = false;  // only what can be bought now
  bool on_sale = false;   // only what costs less than usual now
  Sort sort = Sort::relevance;
  int limit = 0;  // so many products are wanted; 0: as many as fit
  int skip = 0;   // these were shown already

  bool is_empty() const {
    return needs.empty() && !price_from && !price_to && !in_stock && !on_sale;
  }
};

}  // namespace chat
