/// product_types.h - the word material of the catalogue, one row a type. Add a row to add a kind of
/// product; names, descriptions and pictures follow.
#pragma once

#include <string>
#include <vector>

namespace demo {

struct Choice {
  std::string attribute{};
  std::vector<std::string> values{};
};

struct ProductType {
  std::string type{};      // "wireless-headphones"
  std::string category{};  // slug
  std::string noun{};      // "Wireless Headphones", as in the name
  std::string drawing{};   // which picture
  int count = 10;
  int low_cents = 0;
  int high_cents = 0;
  std::string brands{};  // key of brand_pool()
  std::vector<Choice> choices{};
  std::string opening{};  // first sentence of the description; {name}, {brand}, {noun}
};

const std::vector<ProductType>& product_types();
const std::vector<std::string>& brand_pool(const std::string& key);
/// First words of names: "Aria", "Harbour" …
const std::vector<std::string>& series_words();

}  // namespace demo
