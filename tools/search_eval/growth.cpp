#include "search_eval/growth.h"

#include <array>
#include <cmath>
#include <random>

#include "search/words.h"

namespace search_eval {
namespace {

constexpr std::int64_t kGroups = 20;
constexpr std::int64_t kCategories = 200;
constexpr std::array kColours = {"red",   "blue",  "green", "black",
                                 "white", "brown", "grey",  "yellow"};
constexpr std::array kMaterials = {"steel", "oak", "cotton", "glass", "plastic", "brass"};

template <std::size_t kCount>
std::string one_of(const std::array<const char*, kCount>& values, std::mt19937& random) {
  return values.at(random() % kCount);
}

}  // namespace

std::vector<search::Document> grown(const std::vector<search::Document>& real, std::size_t count) {
  std::mt19937 random(11);
  std::vector<search::Document> products;
  products.reserve(count);
  for (std::size_t at = 0; at < count; ++at) {
    search::Document product = real[at % real.size()];
    const std::size_t copy = at / real.size();
    product.card.id = static_cast<std::int64_t>(at) + 1;
    if (copy > 0) product.card.name += " series " + std::to_string(copy * 7919 + at % 97);
    const auto words = search::words_of(product.card.name, 1);
    product.card.brand = words.empty() ? "" : words.front();
    const std::string head = search::head_word(product.card.name);
    product.category_id =
        1 + kGroups + static_cast<std::int64_t>(std::hash<std::string>{}(head) % kCategories);
    product.attributes = {{"Colour", one_of(kColours, random)}};
    if (random() % 2 == 0) product.attributes.push_back({"Material", one_of(kMaterials, random)});
    std::lognormal_distribution<double> price(3.5, 1.2);
    product.card.price = Money{100 + static_cast<std::int64_t>(100 * price(random))};
    product.card.in_stock = static_cast<int>(random() % 20);
    product.card.review_count = static_cast<int>(random() % 50);
    product.card.rating_sum = product.card.review_count * (3 + static_cast<int>(random() % 3));
    product.sold_count = static_cast<std::int64_t>(random() % 1000);
    products.push_back(std::move(product));
  }
  return products;
}

std::vector<search::CategoryNode> grown_categories() {
  std::vector<search::CategoryNode> nodes;
  for (std::int64_t id = 1; id <= kGroups + kCategories; ++id) {
    const std::int64_t parent = id <= kGroups ? 0 : 1 + id % kGroups;
    nodes.push_back({id, parent, "c" + std::to_string(id), "Category " + std::to_string(id)});
  }
  return nodes;
}

}  // namespace search_eval
