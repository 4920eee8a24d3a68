#include "chat/settle.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace chat {
namespace {

constexpr int kMostPieces = 99;

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
      if (sentence.is_need[i]) continue;
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
    const bool is_asked = !need.is_product() && !need.pairs.empty() &&
                          std::ranges::any_of(need.pairs, [&](const Pair& pair) {
                            return holds(result.attributes, pair.name);
                          });
    if (is_asked && !need.unwanted) result.asked_values.push_back(need);
    return is_asked;
  });
}

/// About named products: what else was said may still tell variants apart ("in blue").
void settle_on_products(Understanding& result) {
  Wish& wish = result.wish;
  if (wish.sort == Sort::rating) result.asks_rating = true;
  if (!names_a_product(wish)) return;
  std::erase_if(wish.needs,
                [](const Need& need) { return !need.is_product() && need.pairs.empty(); });
  wish.sort = Sort::relevance;
  wish.in_stock = false;
  wish.on_sale = false;
  wish.limit = 0;
}

/// "3", "x3" and "3x"; 0 for other words.
std::int64_t pieces_of(const Token& token) {
  if (token.is_number) return token.hundredths % 100 == 0 ? token.hundredths / 100 : 0;
  std::string_view digits = token.word;
  if (digits.starts_with('x')) {
    digits.remove_prefix(1);
  } else if (digits.ends_with('x')) {
    digits.remove_suffix(1);
  }
  return digits.size() < token.word.size() ? to_integer(digits).value_or(0) : 0;
}

/// "When will 17715 arrive": a number that is no date's.
void read_order_number(const Sentence& sentence, Understanding& result) {
  for (std::size_t i = 0; i < sentence.tokens.size() && result.order_number.empty(); ++i) {
    const Token& token = sentence.tokens[i];
    const bool is_long = token.is_number && token.hundredths >= 100'00 && !token.has_currency;
    if (is_long) result.order_number = token.word;
  }
}

/// "Add 3 …": the number that is no price and no part of a name.
void read_quantity(const Sentence& sentence, Understanding& result) {
  if (result.quantity > 0) return;
  for (std::size_t i = 0; i < sentence.tokens.size(); ++i) {
    const Token& token = sentence.tokens[i];
    if (token.has_currency || sentence.is_need[i]) continue;
    const std::int64_t pieces = pieces_of(token);
    if (pieces < 1 || pieces > kMostPieces) continue;
    result.quantity = static_cast<int>(pieces);
    return;
  }
}

/// "Wool itches. Scarves that aren't wool": what is not wanted is not wanted.
void drop_contradicted(Wish& wish) {
  std::erase_if(wish.needs, [&](const Need& need) {
    return !need.unwanted && std::ranges::any_of(wish.needs, [&](const Need& other) {
      return other.unwanted && other.text == need.text;
    });
  });
}

/// "How fast does the Halo Mug ship?": where products have rules of their own, those are asked for.
std::vector<std::string> own_rules(const Sentence& sentence, const Vocabulary& vocabulary,
                                   std::string_view about) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 6> kOwnRules = {{
      {"shipping", "shipping"},
      {"shipping", "delivery"},
      {"returns", "returnpolicy"},
      {"returns", "return"},
      {"warranty", "warranty"},
      {"warranty", "guarantee"},
  }};
  const bool is_warranty = about == "returns" && sentence.has("means-warranty");
  std::vector<std::string> names;
  for (const auto& [rule, key] : kOwnRules) {
    const Term* term =
        (is_warranty ? "warranty" : about) == rule ? vocabulary.find(std::string(key)) : nullptr;
    if (term == nullptr) continue;
    for (const std::string& name : term->attributes) {
      if (!holds(names, name)) names.push_back(name);
    }
  }
  return names;
}

void ask_the_product(const Sentence& sentence, const Vocabulary& vocabulary,
                     Understanding& result) {
  for (const std::string& name : own_rules(sentence, vocabulary, result.policy)) {
    if (!holds(result.attributes, name)) result.attributes.push_back(name);
  }
  if (!result.attributes.empty()) result.intent = Intent::attribute;
}

void drop_unknown_words(Understanding& result) {
  std::erase_if(result.wish.needs,
                [&](const Need& need) { return holds(result.unknown_words, need.text); });
}

}  // namespace

void settle(const Sentence& sentence, const Vocabulary& vocabulary, Understanding& result) {
  const bool may_be_a_rule =
      result.intent == Intent::policy ||
      (result.intent == Intent::attribute && result.attributes.empty() && !result.asks_brand);
  if (may_be_a_rule && names_a_product(result.wish)) {
    ask_the_product(sentence, vocabulary, result);
  }
  if (result.intent != Intent::policy) {
    result.policy.clear();
  } else if (result.refers) {
    result.hints = own_rules(sentence, vocabulary, result.policy);  // "can I return it?"
  }
  const bool is_about_orders = result.intent == Intent::order_status ||
                               result.intent == Intent::order_history ||
                               result.intent == Intent::order_cancel;
  if (!is_about_orders) {
    result.date.reset();
    result.order_number.clear();
  }
  drop_contradicted(result.wish);
  if (result.asks_brand) {  // "the brand Apple" grows on no tree
    for (Need& need : result.wish.needs) {
      if (!need.brands.empty()) need = {.text = need.text, .brands = need.brands};
    }
  }
  switch (result.intent) {
    case Intent::attribute:
      if (result.attributes.empty() && !result.asks_brand) {
        find_asked_attributes(sentence, vocabulary, result);
      }
      drop_asked_values(result);
      return settle_on_products(result);
    case Intent::cart_add:
    case Intent::stock: read_quantity(sentence, result); return settle_on_products(result);
    case Intent::detail:
    case Intent::compare:
    case Intent::favorite_add: return settle_on_products(result);
    case Intent::order_status:
    case Intent::order_cancel:
      read_order_number(sentence, result);
      result.wish = {};
      return;
    case Intent::top_sellers:
    case Intent::trending: result.wish.sort = Sort::relevance; return drop_unknown_words(result);
    case Intent::find: result.attributes.clear(); return;
    case Intent::average:
      result.wish.sort = Sort::relevance;
      if (result.attributes.empty() && !result.asks_price && !result.asks_rating) {
        find_asked_attributes(sentence, vocabulary, result);
      }
      return;
    case Intent::count: return;
    case Intent::order_history: return drop_unknown_words(result);
    default: result.wish = {};
  }
}

}  // namespace chat
