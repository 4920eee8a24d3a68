#include "chat/settle.h"

#include <algorithm>

namespace chat {
namespace {

constexpr int kMostPieces = 99;

bool is_plain_word(const Need& need) {
  return need.categories.empty() && need.brands.empty() && need.pairs.empty() &&
         need.products.empty();
}

bool names_a_product(const Wish& wish) {
  return std::ranges::any_of(wish.needs, &Need::is_product);
}

template <class Item>
bool holds(const std::vector<Item>& items, const Item& item) {
  return std::ranges::find(items, item) != items.end();
}

/// Of the asked attributes none was named as one: "how many pages has …", "does it have Bluetooth".
void find_asked_attributes(const Sentence& sentence, const Vocabulary& vocabulary,
                           Understanding& result) {
  const auto ask = [&](const std::string& name) {
    if (!holds(result.attributes, name)) result.attributes.push_back(name);
  };
  for (std::size_t i = 0; i < sentence.tokens.size(); ++i) {
    for (std::size_t words = 2; words >= 1 && result.attributes.empty(); --words) {
      if (i + words > sentence.tokens.size()) continue;
      const Term* term = vocabulary.find(key_of(sentence.tokens, i, i + words));
      if (term != nullptr) std::ranges::for_each(term->attributes, ask);
    }
  }
  if (!result.attributes.empty()) return;
  for (const Need& need : result.wish.needs) {
    for (const Pair& pair : need.pairs) ask(pair.name);
  }
}

/// "Is it lined or blank?" asks for an attribute whose values it names; they are no wish.
void drop_asked_values(Understanding& result) {
  std::erase_if(result.wish.needs, [&](const Need& need) {
    return !need.is_product() && !need.pairs.empty() &&
           std::ranges::any_of(
               need.pairs, [&](const Pair& pair) { return holds(result.attributes, pair.name); });
  });
}

/// About named products: what else was said may still tell variants apart ("in blue").
void settle_on_products(Understanding& result) {
  Wish& wish = result.wish;
  if (wish.sort == Sort::rating) result.asks_rating = true;
  if (!names_a_product(wish)) return;
  std::erase_if(wish.needs, [](const Need& need) { return is_plain_word(need); });
  wish.sort = Sort::relevance;
  wish.in_stock = false;
  wish.limit = 0;
}

/// "Add 3 …": the number that is no price and no part of a name.
void read_quantity(const Sentence& sentence, Understanding& result) {
  if (result.quantity > 0) return;
  for (std::size_t i = 0; i < sentence.tokens.size(); ++i) {
    const Token& token = sentence.tokens[i];
    if (!token.is_number || token.has_currency || sentence.is_need[i]) continue;
    const std::int64_t pieces = token.hundredths / 100;
    if (pieces < 1 || pieces > kMostPieces || token.hundredths % 100 != 0) continue;
    result.quantity = static_cast<int>(pieces);
    return;
  }
}

void drop_unknown_words(Understanding& result) {
  std::erase_if(result.wish.needs,
                [&](const Need& need) { return holds(result.unknown_words, need.text); });
}

}  // namespace

void settle(const Sentence& sentence, const Vocabulary& vocabulary, Understanding& result) {
  switch (result.intent) {
    case Intent::attribute:
      if (result.attributes.empty()) find_asked_attributes(sentence, vocabulary, result);
      drop_asked_values(result);
      return settle_on_products(result);
    case Intent::cart_add:
    case Intent::favorite_add: read_quantity(sentence, result); [[fallthrough]];
    case Intent::detail:
    case Intent::compare:
    case Intent::stock: return settle_on_products(result);
    case Intent::top_sellers:
    case Intent::trending: result.wish.sort = Sort::relevance; return drop_unknown_words(result);
    case Intent::find: result.attributes.clear(); return;
    case Intent::average:
    case Intent::count: return;
    case Intent::order_history: return drop_unknown_words(result);
    default: result.wish = {};
  }
}

}  // namespace chat
