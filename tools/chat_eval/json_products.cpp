#include "chat_eval/json_products.h"

#include <algorithm>
#include <cctype>
#include <cmath>
#include <cstddef>
#include <cstdio>
#include <map>
#include <set>
#include <stdexcept>

namespace chat_eval::json {
namespace {

/// The value without the words that say again what was asked: "1 week warranty" gives "1 week".
std::string without(std::string value, std::string_view head, std::string_view tail) {
  if (value.starts_with(head)) value.erase(0, head.size());
  if (value.ends_with(tail)) value.erase(value.size() - tail.size());
  return value;
}

Product to_product(const nlohmann::json& json) {
  Product product;
  product.title = json.at("title").get<std::string>();
  product.plain_title = plain(product.title);
  product.category = json.at("category").get<std::string>();
  product.brand = json.value("brand", "");
  product.warranty = without(json.at("warrantyInformation").get<std::string>(), "", " warranty");
  product.shipping = without(json.at("shippingInformation").get<std::string>(), "Ships ", "");
  product.shipping = without(product.shipping, "in ", "");
  product.returns = without(json.at("returnPolicy").get<std::string>(), "", " return policy");
  product.cents = std::llround(json.at("price").get<double>() * 100.0);
  product.stock = json.at("stock").get<int>();
  product.weight = json.at("weight").get<int>();
  std::set<std::string> reviewers;
  for (const auto& review : json.at("reviews")) {
    if (!reviewers.insert(review.at("reviewerEmail").get<std::string>()).second) continue;
    product.stars += review.at("rating").get<int>();
    ++product.reviews;
  }
  return product;
}

}  // namespace

std::string plain(std::string_view text) {
  std::string words;
  for (const char letter : text) {
    const auto code = static_cast<unsigned char>(letter);
    if (std::isalnum(code) != 0) {
      words += static_cast<char>(std::tolower(code));
    } else if (!words.empty() && words.back() != ' ' && letter != '\'') {
      words += ' ';
    }
  }
  if (!words.empty() && words.back() == ' ') words.pop_back();
  return words;
}

bool contains(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

std::vector<Product> to_products(const nlohmann::json& json) {
  std::vector<Product> products;
  for (const auto& one : json) products.push_back(to_product(one));
  for (Product& product : products) {
    const auto holds_it = [&](const Product& other) {
      return &other != &product && contains(other.plain_title, product.plain_title);
    };
    product.can_be_named =
        contains(product.plain_title, " ") && std::ranges::none_of(products, holds_it);
  }
  return products;
}

std::string dollars(std::int64_t cents) {
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), "%lld.%02lld", static_cast<long long>(cents / 100),
                static_cast<long long>(cents % 100));
  return text.data();
}

std::string filled(std::string_view pattern, const std::string& first, const std::string& second) {
  std::string text(pattern);
  if (const auto at = text.find("{2}"); at != std::string::npos) text.replace(at, 3, second);
  if (const auto at = text.find("{}"); at != std::string::npos) text.replace(at, 2, first);
  return text;
}

Picker::Picker(const std::vector<Product>& products, std::size_t third) {
  std::map<std::string, std::vector<const Product*>> groups;
  for (const Product& product : products) {
    if (product.can_be_named) groups[product.category].push_back(&product);
  }
  for (auto& [name, group] : groups) {
    const auto start = static_cast<std::ptrdiff_t>(group.size() * third / 3);
    std::rotate(group.begin(), group.begin() + start, group.end());
    groups_.push_back(std::move(group));
  }
}

const Product& Picker::next(const Accepts& accepts) {
  for (std::size_t tried = 0; tried < groups_.size(); ++tried) {
    std::vector<const Product*>& group = groups_[turn_++ % groups_.size()];
    const auto found = std::ranges::find_if(group, [&](const Product* p) { return accepts(*p); });
    if (found == group.end()) continue;
    const Product& product = **found;
    group.erase(found);
    return product;
  }
  throw std::runtime_error("too few products for the questions");
}

std::pair<const Product*, const Product*> Picker::next_pair(
    const std::function<bool(const Product&, const Product&)>& accepts) {
  for (std::size_t tried = 0; tried < groups_.size(); ++tried) {
    std::vector<const Product*>& group = groups_[turn_++ % groups_.size()];
    for (std::size_t a = 0; a < group.size(); ++a) {
      for (std::size_t b = a + 1; b < group.size(); ++b) {
        if (!accepts(*group[a], *group[b])) continue;
        const std::pair pair(group[a], group[b]);
        group.erase(group.begin() + static_cast<std::ptrdiff_t>(b));
        group.erase(group.begin() + static_cast<std::ptrdiff_t>(a));
        return pair;
      }
    }
  }
  throw std::runtime_error("too few pairs of products for the questions");
}

}  // namespace chat_eval::json
