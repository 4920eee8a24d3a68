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

void remember_wish(const Asking& asking, const Wish& wish) {
  if (asking.meaning.intent != Intent::undo) asking.after.previous = asking.before.wish;
  asking.after.wish = wish;
}

void show_products(const Asking& asking, Answer& answer,
                   const std::vector<FoundProduct>& products) {
  State& after = asking.after;
  for (const FoundProduct& product : products) answer.products.push_back(product.id);
  // Of a list that was shown the list stays, so that "the third one" still means something.
  if (asking.meaning.subject.empty()) after.shown = answer.products;
  after.subject.clear();
  if (products.size() == 1) after.subject = answer.products;
  if (products.empty()) return;
  after.lowest = after.highest = products.front().price;
  for (const FoundProduct& product : products) {
    after.lowest = std::min(after.lowest, product.price);
    after.highest = std::max(after.highest, product.price);
  }
}

void focus_on(const Asking& asking, const FoundProduct& product) {
  asking.after.subject = {product.id};
  asking.after.lowest = asking.after.highest = product.price;
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
  return to_found(asking.db, meaning.subject);
}

std::vector<FoundProduct> exactly_named(const Asking& asking,
                                        const std::vector<FoundProduct>& products) {
  const std::vector<std::int64_t> ids =
      asking.assortment.called(key_of(wish_words(asking.meaning.wish).text), asking.meaning.wish);
  if (ids.empty()) return products;
  const std::vector<FoundProduct> exact = to_found(asking.db, ids).products;
  return exact.empty() ? products : exact;
}

Answer nothing_meant(const Asking& asking) {
  Answer answer;
  if (asking.meaning.misses_subject) {
    answer.say("answer.nothing_shown");
  } else {
    answer.not_found = wish_words(asking.meaning.wish).text;
    answer.say("answer.none", {wish_words(asking.meaning.wish)});
    say_near_misses(asking, answer);
  }
  return answer;
}

}  // namespace chat
