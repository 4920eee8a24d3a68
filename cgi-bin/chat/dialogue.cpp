#include "chat/dialogue.h"

#include <algorithm>

namespace chat {
namespace {

/// Only a word of names: it may be a thing or what a thing should be like.
bool is_plain_word(const Need& need) {
  return !need.is_category() && need.pairs.empty() && need.brands.empty();
}

/// Names a thing by itself, rather than what it should be like.
bool is_head(const Need& need) {
  return need.is_category() || is_plain_word(need);
}

bool refines(const Understanding& said, const State& state) {
  if (said.intent != Intent::find || state.wish.is_empty()) return false;
  const Wish& wish = said.wish;
  if (said.starts_afresh && !wish.needs.empty()) return false;
  // "only blue ones": the way it is said tells that "blue" is no thing of its own.
  const bool is_said_so = said.change != Change::none || said.refers;
  for (const Need& need : wish.needs) {
    if (need.unwanted) continue;  // "not leather" always narrows something
    if (need.is_category() || (is_plain_word(need) && !is_said_so)) return false;
  }
  return !wish.is_empty() || wish.sort != Sort::relevance || said.change != Change::none;
}

/// "blue" takes the place of "red", and a brand that of another brand.
bool replaces(const Need& next, const Need& old) {
  if (next.unwanted || old.unwanted || is_head(old)) return false;
  if (!next.brands.empty() && !old.brands.empty()) return true;
  return std::ranges::any_of(next.pairs, [&](const Pair& pair) {
    return std::ranges::find(old.pairs, pair.name, &Pair::name) != old.pairs.end();
  });
}

Wish refined(const Wish& old, const Understanding& said, const State& state) {
  Wish wish = old;
  wish.skip = 0;
  for (const Need& need : said.wish.needs) {
    std::erase_if(wish.needs, [&](const Need& there) { return replaces(need, there); });
    wish.needs.push_back(need);
  }
  if (said.wish.price_from || said.wish.price_to) {
    wish.price_from = said.wish.price_from;
    wish.price_to = said.wish.price_to;
  }
  if (said.wish.sort != Sort::relevance) wish.sort = said.wish.sort;
  if (said.wish.in_stock) wish.in_stock = true;
  if (said.wish.limit > 0) wish.limit = said.wish.limit;
  if (said.change == Change::cheaper && !state.shown.empty()) {
    wish.price_to = Money{state.lowest.cents - 1};
    wish.price_from.reset();
    wish.sort = Sort::dearest;  // the nearest ones below come first
  }
  if (said.change == Change::dearer && !state.shown.empty()) {
    wish.price_from = Money{state.highest.cents + 1};
    wish.price_to.reset();
    wish.sort = Sort::price;
  }
  if (said.change == Change::better) wish.sort = Sort::rating;
  return wish;
}

bool may_take_subject(Intent intent) {
  return intent == Intent::detail || intent == Intent::attribute || intent == Intent::average ||
         intent == Intent::stock || intent == Intent::cart_add || intent == Intent::favorite_add ||
         intent == Intent::compare;
}

std::vector<std::int64_t> meant_products(const Understanding& said, const State& state) {
  if (said.ordinals.empty()) {
    // What is compared is what was shown together.
    const bool is_one = !state.subject.empty() && said.intent != Intent::compare;
    return is_one ? state.subject : state.shown;
  }
  const auto count = static_cast<int>(state.shown.size());
  std::vector<std::int64_t> meant;
  for (const int ordinal : said.ordinals) {
    const int place = ordinal < 0 ? count : ordinal;
    if (place < 1 || place > count) return {};
    meant.push_back(state.shown[static_cast<std::size_t>(place) - 1]);
  }
  return meant;
}

}  // namespace

Meaning in_context(const Understanding& understanding, const State& state) {
  Meaning meaning;
  static_cast<Understanding&>(meaning) = understanding;
  if (understanding.intent == Intent::undo) meaning.wish = state.previous;
  if (understanding.intent == Intent::more) {
    meaning.wish = state.wish;
    meaning.wish.skip += static_cast<int>(state.shown.size());
  }
  if (refines(understanding, state)) {
    meaning.is_refinement = true;
    meaning.own_wish = understanding.wish;
    meaning.wish = refined(state.wish, understanding, state);
  }
  if (!may_take_subject(understanding.intent) || !understanding.wish.needs.empty()) return meaning;
  meaning.subject = meant_products(understanding, state);
  meaning.misses_subject = meaning.subject.empty();
  return meaning;
}

}  // namespace chat
