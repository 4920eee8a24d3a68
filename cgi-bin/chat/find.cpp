#include "chat/find.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "chat.sql.h"

namespace chat {
namespace {

bool is_plain_word(const std::string& word) {
  return std::ranges::all_of(word, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
           static_cast<unsigned char>(c) >= 0x80;
  });
}

/// "t shirt" as a regular expression of PostgreSQL for names: also "t-shirts" and "tshirt".
std::string pattern_of(const Words& base_words) {
  std::string pattern;
  for (const std::string& word : base_words) {
    if (!is_plain_word(word) || word.empty()) continue;
    if (!pattern.empty()) pattern += "[- ]?";
    const bool ends_in_y = word.size() > 3 && word.back() == 'y';
    pattern += ends_in_y ? word.substr(0, word.size() - 1) + "(y|ies)" : word + "('?s|es)?";
  }
  return pattern.empty() ? "" : "\\m" + pattern + "\\M";
}

std::string pattern_of(const Need& need) {
  std::string pattern;
  for (const Words& words : need.names) {
    const std::string one = pattern_of(words);
    if (!one.empty()) pattern += (pattern.empty() ? "" : "|") + one;
  }
  return need.names.size() > 1 ? "(" + pattern + ")" : pattern;
}

}  // namespace

std::string to_json(const std::vector<Need>& needs) {
  nlohmann::json list = nlohmann::json::array();
  for (const Need& need : needs) {
    nlohmann::json names = nlohmann::json::array();
    nlohmann::json values = nlohmann::json::array();
    for (const Pair& pair : need.pairs) {
      names.push_back(pair.name);
      values.push_back(pair.value);
    }
    const std::string pattern = pattern_of(need);
    list.push_back({{"products", need.products},
                    {"categories", need.categories},
                    {"brands", need.brands},
                    {"names", names},
                    {"values", values},
                    {"pattern", pattern},
                    {"deep_pattern", need.deep ? pattern : ""},
                    {"unwanted", need.unwanted}});
  }
  return list.dump();
}

Found to_found(const db::Result& rows) {
  Found found;
  for (const db::Row row : rows) {
    FoundProduct product;
    static_cast<catalog::ProductCard&>(product) = catalog::to_card(row);
    product.sold = row.integer("sold_count");
    found.total = row.small("total");
    found.pieces = row.integer("pieces");
    found.products.push_back(std::move(product));
  }
  return found;
}

Found to_found(db::Connection& db, const std::vector<std::int64_t>& ids) {
  Found found;
  for (const catalog::ProductCard& card : catalog::find_cards(db, ids)) {
    static_cast<catalog::ProductCard&>(found.products.emplace_back()) = card;
    found.pieces += card.in_stock;
    ++found.total;
  }
  return found;
}

Found find_products(db::Connection& db, const Assortment& assortment, const Wish& wish, int limit) {
  // Only a superlative suffers from things that merely mention the thing: the cheapest
  // "smartwatch" must not be a strap.
  const bool is_superlative = wish.sort == Sort::price || wish.sort == Sort::dearest;
  const Assortment::Picked picked = assortment.pick(wish, limit, is_superlative);
  Found found{.total = picked.total, .pieces = picked.pieces};
  std::vector<std::int64_t> ids;
  for (const StockedItem* item : picked.items) ids.push_back(item->id);
  for (const catalog::ProductCard& card : catalog::find_cards(db, ids)) {
    FoundProduct product;
    static_cast<catalog::ProductCard&>(product) = card;
    const auto item = std::ranges::find(picked.items, card.id, &StockedItem::id);
    if (item != picked.items.end()) product.sold = (*item)->sold;
    found.products.push_back(std::move(product));
  }
  return found;
}

Matches count_matches(const Assortment& assortment, const Wish& wish) {
  const Assortment::Picked picked = assortment.pick(wish, 0);
  return {picked.total, picked.lowest};
}

Found find_trending(db::Connection& db, const Assortment& assortment, const Wish& wish,
                    Instant since, int limit) {
  if (wish.needs.empty()) return to_found(db.run(sql::chat::trending, std::nullopt, since, limit));
  return to_found(db.run(sql::chat::trending,
                         db::array_of(ids_of(assortment, Wish{.needs = wish.needs}, false)), since,
                         limit));
}

std::vector<std::int64_t> ids_of(const Assortment& assortment, const Wish& wish, bool only_heads) {
  std::vector<std::int64_t> ids;
  for (const StockedItem* item : assortment.all_of(wish, only_heads)) {
    ids.push_back(item->id);
  }
  return ids;
}

}  // namespace chat
