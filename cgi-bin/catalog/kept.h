/// kept.h - what a process has read and may show again, as long as nothing that it shows was
/// changed (changes.h tells) and it is not too old.
#pragma once

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <memory>
#include <unordered_map>
#include <utility>
#include <vector>

#include "base/time.h"

namespace catalog {

template <class Key, class Value>
class Kept {
 public:
  /// At most so many values.
  explicit Kept(std::size_t most) : most_(most) {}

  /// Nothing when it was never kept, was forgotten or is too old.
  std::shared_ptr<const Value> find(const Key& key, Instant now) const {
    const auto found = held_.find(key);
    if (found == held_.end() || found->second.since + kLongest < now) return nullptr;
    return found->second.value;
  }

  /// `products`: all that are shown by the value.
  void keep(const Key& key, std::shared_ptr<const Value> value, std::vector<std::int64_t> products,
            Instant now) {
    // Starting anew costs a query each, seldom; keeping a list of who was asked for when costs
    // always.
    if (held_.size() >= most_) held_.clear();
    held_.insert_or_assign(key, Held{std::move(value), std::move(products), now});
  }

  /// All that show one of these products; sorted.
  void forget(const std::vector<std::int64_t>& products) {
    std::erase_if(held_, [&](const auto& entry) {
      return std::any_of(entry.second.products.begin(), entry.second.products.end(),
                         [&](std::int64_t product) {
                           return std::binary_search(products.begin(), products.end(), product);
                         });
    });
  }
  void clear() { held_.clear(); }

 private:
  // A list may lack what could be in it by now: sold out then, in stock again.
  static constexpr auto kLongest = std::chrono::minutes(5);
  struct Held {
    std::shared_ptr<const Value> value{};
    std::vector<std::int64_t> products{};
    Instant since{};
  };
  std::size_t most_;
  std::unordered_map<Key, Held> held_;
};

}  // namespace catalog
