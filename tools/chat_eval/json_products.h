/// json_products.h - the products of DummyJSON's file, and which of them questions are about.
///
/// Source: nothing but the JSON; no database and no code of the shop.
/// Units:  money is whole cents, weight as the JSON has it.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace chat_eval::json {

struct Product {
  std::string title{};
  std::string plain_title{};  // lower case, words of letters and digits, one space between
  std::string category{};
  std::string brand{};  // empty: has none
  std::string warranty{};
  std::string shipping{};
  std::string returns{};
  std::int64_t cents = 0;
  int stock = 0;
  int weight = 0;
  int stars = 0;  // sum over the reviews
  int reviews = 0;
  bool can_be_named = false;  // the title means this product and no other
};

/// How customers call the things of a category.
struct Noun {
  std::string_view category{};
  std::string_view one{};
  std::string_view many{};
};

inline constexpr std::array<Noun, 24> kNouns = {{
    {"beauty", "beauty product", "beauty products"},
    {"fragrances", "fragrance", "fragrances"},
    {"furniture", "piece of furniture", "pieces of furniture"},
    {"groceries", "grocery item", "groceries"},
    {"home-decoration", "home decoration", "home decorations"},
    {"kitchen-accessories", "kitchen accessory", "kitchen accessories"},
    {"laptops", "laptop", "laptops"},
    {"mens-shirts", "men's shirt", "men's shirts"},
    {"mens-shoes", "pair of men's shoes", "men's shoes"},
    {"mens-watches", "men's watch", "men's watches"},
    {"mobile-accessories", "mobile accessory", "mobile accessories"},
    {"motorcycle", "motorcycle", "motorcycles"},
    {"skin-care", "skin care product", "skin care products"},
    {"smartphones", "smartphone", "smartphones"},
    {"sports-accessories", "sports accessory", "sports accessories"},
    {"sunglasses", "pair of sunglasses", "sunglasses"},
    {"tablets", "tablet", "tablets"},
    {"tops", "top", "tops"},
    {"vehicle", "vehicle", "vehicles"},
    {"womens-bags", "women's bag", "women's bags"},
    {"womens-dresses", "women's dress", "women's dresses"},
    {"womens-jewellery", "piece of women's jewellery", "pieces of women's jewellery"},
    {"womens-shoes", "pair of women's shoes", "women's shoes"},
    {"womens-watches", "women's watch", "women's watches"},
}};

/// Every product of the file.
std::vector<Product> to_products(const nlohmann::json& json);

/// In lower case, words of letters and digits with one space between.
std::string plain(std::string_view text);
bool contains(std::string_view text, std::string_view part);
/// "12.50" for 1250.
std::string dollars(std::int64_t cents);
/// The template with `{}` and `{2}` replaced.
std::string filled(std::string_view pattern, const std::string& first,
                   const std::string& second = {});

using Accepts = std::function<bool(const Product&)>;

/// Hands out nameable products, none twice, going round the categories.
/// Errors: std::runtime_error when too few are left.
class Picker {
 public:
  /// `third` 0, 1, 2: where in each category it starts, so that pickers prefer other products.
  Picker(const std::vector<Product>& products, std::size_t third);

  const Product& next(const Accepts& accepts);

  /// Two of one category that the rule accepts together.
  std::pair<const Product*, const Product*> next_pair(
      const std::function<bool(const Product&, const Product&)>& accepts);

 private:
  std::vector<std::vector<const Product*>> groups_{};
  std::size_t turn_ = 0;
};

}  // namespace chat_eval::json
