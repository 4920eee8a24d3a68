/// catalogue.h - all products in memory, and which of them a labelled sentence means: plain
/// comparisons that share nothing with how the assistant looks things up.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "base/money.h"
#include "db/db.h"

namespace chat_eval {

/// One column of truth: {"price_to", "50"}; see tests/chat/README.md for the keys.
using Slot = std::pair<std::string, std::string>;
using Slots = std::vector<Slot>;

/// The value of a key, or an empty text.
std::string value_of(const Slots& slots, const std::string& key);
bool has(const Slots& slots, const std::string& key);

struct Product {
  std::int64_t id = 0;
  std::string name{};
  std::int64_t category = 0;
  std::string brand{};
  Money price{};
  int in_stock = 0;
  std::int64_t sold = 0;
  double rating = 0;  // mean; 0 without reviews
  int reviews = 0;
  std::string created{};
  std::multimap<std::string, std::string> attributes{};
};

class Catalogue {
 public:
  explicit Catalogue(db::Connection& db);

  /// Those that have everything that the slots ask for, in the order of `sort`.
  std::vector<const Product*> meeting(const Slots& slots) const;
  const Product* named(const std::string& name) const;
  const Product* with(std::int64_t id) const;
  std::int64_t category(const std::string& name) const;

 private:
  bool is_below(std::int64_t category, std::int64_t ancestor) const;
  bool meets(const Product& product, const Slot& slot) const;

  std::vector<Product> products_;
  std::map<std::string, std::int64_t> categories_;
  std::map<std::int64_t, std::int64_t> parents_;
};

}  // namespace chat_eval
