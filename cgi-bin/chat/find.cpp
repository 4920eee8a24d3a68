#include "chat/find.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "chat.sql.h"

namespace chat {
namespace {

std::string_view to_text(Sort sort) {
  switch (sort) {
    case Sort::relevance: return "relevance";
    case Sort::price: return "price";
    case Sort::dearest: return "dearest";
    case Sort::rating: return "rating";
    case Sort::newest: return "newest";
    case Sort::popular: return "popular";
  }
  throw std::logic_error("unknown Sort");
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
    list.push_back({{"products", need.products},
                    {"categories", need.categories},
                    {"brands", need.brands},
                    {"names", names},
                    {"values", values},
                    {"pattern", need.pattern},
                    {"deep_pattern", need.deep_pattern},
                    {"unwanted", need.unwanted}});
  }
  return list.dump();
}

std::string head_pattern(const Wish& wish) {
  const bool has_category = std::ranges::any_of(
      wish.needs, [](const Need& need) { return need.is_category() && !need.unwanted; });
  if (has_category) return "";
  for (auto need = wish.needs.rbegin(); need != wish.needs.rend(); ++need) {
    const bool is_word = need->pairs.empty() && need->brands.empty() && !need->unwanted;
    if (!is_word || need->pattern.empty()) continue;
    return need->pattern + "\\s*($|[-,(/]|(for|with|in|of|by|size)\\s)";
  }
  return "";
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

Found find_products(db::Connection& db, const Wish& wish, int limit) {
  // Only a superlative suffers from things that merely mention the thing: the cheapest
  // "smartwatch" must not be a strap.
  const bool is_superlative = wish.sort == Sort::price || wish.sort == Sort::dearest;
  return to_found(db.run(sql::chat::find_products, to_json(wish.needs), wish.price_from,
                         wish.price_to, wish.in_stock, to_text(wish.sort), limit, wish.skip,
                         is_superlative ? head_pattern(wish) : std::string()));
}

Matches count_matches(db::Connection& db, const Wish& wish) {
  const auto row = db.first(sql::chat::count_matches, to_json(wish.needs), wish.price_from,
                            wish.price_to, wish.in_stock);
  return {row->small("total"), row->money("cheapest_cents")};
}

Found find_trending(db::Connection& db, const Wish& wish, Instant since, int limit) {
  return to_found(db.run(sql::chat::trending, to_json(wish.needs), since, limit));
}

}  // namespace chat
