/// catalogue.h - the products of the demo shop: name, brand, attributes, price and description
/// that agree with one another.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "base/money.h"
#include "demo_shop/chance.h"

namespace demo {

struct Product {
  std::int64_t id = 0;
  std::string sku{};
  std::string name{};
  std::string category{};  // slug
  std::string brand{};
  std::string description{};
  Money price{};
  std::vector<std::pair<std::string, std::string>> attributes{};
  std::string type{};  // "wireless-headphones": what the picture and the companions go by
  std::string drawing{};
  std::string colour{};  // of the picture
  double appeal = 1;     // how much people want it
  double quality = 4;    // stars that reviews scatter around
  int stock = 0;
  int age_days = 0;  // in the shop since

  std::string attribute(const std::string& attribute_name) const;
};

struct Category {
  std::int64_t id = 0;
  std::string slug{};
  std::string name{};
  std::string parent{};  // slug; empty: a top category
};

const std::vector<Category>& categories();

/// About 650 products, the same for the same seed.
std::vector<Product> make_products(Chance& chance);

/// Types that are bought together: a yoga mat and a block, a lamp and a bulb.
const std::vector<std::pair<std::string, std::string>>& companions();

}  // namespace demo
