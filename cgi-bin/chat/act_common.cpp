#include <algorithm>

#include "chat/act.h"

namespace chat {

Value wish_words(const Wish& wish) {
  std::string words;
  for (const Need& need : wish.needs) {
    if (need.unwanted) continue;
    words += (words.empty() ? "" : " ") + need.text;
  }
  return quoted(words);
}

void show_products(const Asking& asking, Answer& answer,
                   const std::vector<FoundProduct>& products) {
  State& after = asking.after;
  after.shown.clear();
  for (const FoundProduct& product : products) {
    answer.products.push_back(product.id);
    after.shown.push_back(product.id);
  }
  after.subject.clear();
  if (products.size() == 1) after.subject = after.shown;
  if (products.empty()) return;
  after.lowest = after.highest = products.front().price;
  for (const FoundProduct& product : products) {
    after.lowest = std::min(after.lowest, product.price);
    after.highest = std::max(after.highest, product.price);
  }
}

namespace {

/// Products that the sentence names, one name after the other. What else it says ("in blue") counts
/// where a product of that name has it.
Found named_products(const Asking& asking, int limit) {
  Wish others = asking.meaning.wish;
  std::erase_if(others.needs, &Need::is_product);
  const auto names = std::ranges::count_if(asking.meaning.wish.needs, &Need::is_product);
  const int each = names > 1 ? 1 : limit;
  Found found;
  for (const Need& need : asking.meaning.wish.needs) {
    if (!need.is_product()) continue;
    Wish wish = others;
    wish.needs.insert(wish.needs.begin(), need);
    Found one = find_products(asking.db, asking.assortment, wish, each);
    if (one.total == 0 && wish.needs.size() > 1) {
      one = find_products(asking.db, asking.assortment, Wish{.needs = {need}}, each);
    }
    found.total += names > 1 ? static_cast<int>(one.products.size()) : one.total;
    found.pieces += one.pieces;
    std::ranges::move(one.products, std::back_inserter(found.products));
  }
  return found;
}

}  // namespace

Found products_asked_about(const Asking& asking, int limit) {
  const Meaning& meaning = asking.meaning;
  if (meaning.misses_subject) return {};
  if (meaning.subject.empty()) {
    const bool is_named = std::ranges::any_of(meaning.wish.needs, &Need::is_product);
    return is_named ? named_products(asking, limit)
                    : find_products(asking.db, asking.assortment, meaning.wish, limit);
  }
  Found found;
  for (const catalog::ProductCard& card : catalog::find_cards(asking.db, meaning.subject)) {
    FoundProduct product;
    static_cast<catalog::ProductCard&>(product) = card;
    found.pieces += product.in_stock;
    ++found.total;
    found.products.push_back(std::move(product));
  }
  return found;
}

std::vector<FoundProduct> exactly_named(const Asking& asking,
                                        const std::vector<FoundProduct>& products) {
  const std::string key = key_of(wish_words(asking.meaning.wish).text);
  std::vector<FoundProduct> exact;
  std::ranges::copy_if(products, std::back_inserter(exact),
                       [&](const FoundProduct& product) { return key_of(product.name) == key; });
  return exact.empty() ? products : exact;
}

Answer nothing_meant(const Asking& asking) {
  Answer answer;
  if (asking.meaning.misses_subject) {
    answer.say("answer.nothing_shown");
  } else {
    answer.say("answer.none", {wish_words(asking.meaning.wish)});
  }
  return answer;
}

}  // namespace chat
