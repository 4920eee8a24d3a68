#include "chat/dialogue.h"

#include <algorithm>

namespace chat {
namespace {

constexpr std::size_t kNameWords = 6;  // a name and little else

/// Only a word of names: it may be a thing or what a thing should be like.
bool is_plain_word(const Need& need) {
  return !need.is_category() && need.pairs.empty() && need.brands.empty();
}

/// A thing that the wish in force is about: "shirts" of "red shirts".
bool has_head(const Wish& wish) {
  return std::ranges::any_of(wish.needs,
                             [](const Need& need) { return !need.unwanted && need.is_head(); });
}

bool refines(const Understanding& said, const State& state) {
  if (said.intent != Intent::find || state.wish.is_empty()) return false;
  const Wish& wish = said.wish;
  if (said.starts_afresh && !wish.needs.empty()) return false;
  if (said.is_overall && wish.needs.empty()) return false;
  // "only blue ones": the way it is said tells that "blue" is no thing of its own.
  const bool is_said_so = said.change != Change::none || said.refers;
  // "Something red", and then "shirts": the thing completes what was wished of it.
  const bool completes = !has_head(state.wish);
  for (const Need& need : wish.needs) {
    if (need.unwanted || completes) continue;  // "not leather" always narrows something
    const bool names_kind = need.kind || is_plain_word(need);
    if (need.is_category() || (names_kind && !is_said_so)) return false;
  }
  return !wish.is_empty() || wish.sort != Sort::relevance || said.change != Change::none ||
         !said.extreme_of.empty();
}

/// "blue" takes the place of "red", a brand that of another brand, an age that of "for kids".
bool replaces(const Need& next, const Need& old) {
  if (next.unwanted || old.unwanted || old.is_head()) return false;
  if (!next.brands.empty() && !old.brands.empty()) return true;
  return std::ranges::any_of(next.pairs, [&](const Pair& pair) {
    return std::ranges::find(old.pairs, pair.name, &Pair::name) != old.pairs.end();
  });
}

/// "Those bulbs" says again what was said.
bool says_again(const Need& next, const Need& old) {
  return next.unwanted == old.unwanted && next.categories == old.categories &&
         next.brands == old.brands && next.pairs == old.pairs && next.products == old.products &&
         next.names == old.names;
}

Wish refined(const Wish& old, const Understanding& said, const State& state) {
  Wish wish = old;
  wish.skip = 0;
  for (const Need& need : said.wish.needs) {
    std::erase_if(wish.needs, [&](const Need& there) {
      return replaces(need, there) || says_again(need, there);
    });
    wish.needs.push_back(need);
  }
  if (said.wish.price_from || said.wish.price_to) {
    wish.price_from = said.wish.price_from;
    wish.price_to = said.wish.price_to;
  }
  if (said.wish.sort != Sort::relevance) wish.sort = said.wish.sort;
  if (said.wish.in_stock) wish.in_stock = true;
  if (said.wish.on_sale) wish.on_sale = true;
  if (said.wish.limit > 0) wish.limit = said.wish.limit;
  const bool says_price = said.wish.price_from || said.wish.price_to;
  if (says_price && wish.sort > Sort::relevance && said.wish.sort == Sort::relevance) {
    wish.sort = Sort::relevance;  // "too expensive, around 80" ends "the most expensive"
  }
  if (said.change == Change::cheaper && !says_price && !state.shown.empty()) {
    wish.price_to = Money{state.lowest.cents - 1};
    wish.price_from.reset();
    wish.sort = Sort::dearest;  // the nearest ones below come first
  }
  if (said.change == Change::dearer && !says_price && !state.shown.empty()) {
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

/// "What sizes do you have?" of all that was found, not of the few that were shown.
bool asks_values_in_force(const Meaning& meaning, const State& state) {
  return meaning.intent == Intent::attribute && !meaning.attributes.empty() && !meaning.refers &&
         meaning.ordinals.empty() && state.subject.size() != 1 && !state.wish.is_empty();
}

/// What "it" is, when that is clear.
std::vector<std::int64_t> one_spoken_of(const State& state) {
  if (state.subject.size() == 1) return state.subject;
  return state.shown.size() == 1 ? state.shown : std::vector<std::int64_t>{};
}

/// "Which one do you mean?" was asked, and this says which.
bool answers_which(const Understanding& said, const State& state) {
  if (state.asked.empty()) return false;
  const bool is_open = said.intent == Intent::find || said.intent == Intent::detail ||
                       said.intent == Intent::out_of_scope || said.intent == Intent::nonsense;
  const bool names_one = std::ranges::any_of(said.wish.needs, &Need::is_product);
  return is_open && !said.asks_price && !said.asks_rating &&
         (!said.ordinals.empty() || (names_one && said.intent == Intent::find) ||
          (names_one && said.intent == Intent::detail && said.words.size() <= kNameWords));
}

/// "The first two" of what is compared.
void read_first_ones(Meaning& meaning) {
  if (meaning.intent != Intent::compare || meaning.wish.limit < 2 || !meaning.ordinals.empty()) {
    return;
  }
  for (int place = 1; place <= meaning.wish.limit; ++place) meaning.ordinals.push_back(place);
  meaning.wish.limit = 0;
}

/// Questions about many that name none are about those in force: "how many do you have?"
bool asks_of_those_in_force(const Understanding& said, const State& state) {
  return said.intent == Intent::count && said.wish.is_empty() && !said.is_overall &&
         !state.wish.is_empty();
}

}  // namespace

Meaning in_context(const Understanding& understanding, const State& state) {
  Meaning meaning;
  static_cast<Understanding&>(meaning) = understanding;
  read_first_ones(meaning);
  if (answers_which(understanding, state)) {
    meaning.intent = to_intent(state.asked).value_or(understanding.intent);
    if (meaning.quantity == 0) meaning.quantity = state.asked_quantity;
  }
  if (understanding.intent == Intent::undo) meaning.wish = state.previous;
  if (understanding.intent == Intent::more) {
    meaning.wish = state.wish;
    meaning.wish.skip += static_cast<int>(state.shown.size());
  }
  if (asks_of_those_in_force(understanding, state) && state.subject.size() == 1) {
    meaning.intent = Intent::stock;  // of the one that was spoken of: its pieces
  } else if (asks_of_those_in_force(understanding, state)) {
    meaning.wish.needs = state.wish.needs;
    meaning.wish.price_from = state.wish.price_from;
    meaning.wish.price_to = state.wish.price_to;
    meaning.wish.in_stock = state.wish.in_stock;
    meaning.wish.on_sale = state.wish.on_sale;
  }
  if (refines(understanding, state)) {
    meaning.is_refinement = true;
    meaning.own_wish = understanding.wish;
    meaning.wish = refined(state.wish, understanding, state);
  }
  if (!may_take_subject(meaning.intent)) return meaning;
  if (!understanding.wish.needs.empty()) {
    // "Compare it with the Galaxy": one that was spoken of and one that is named.
    const bool is_beside = meaning.intent == Intent::compare && meaning.refers;
    if (is_beside) meaning.beside = one_spoken_of(state);
    return meaning;
  }
  if (asks_values_in_force(meaning, state)) {
    meaning.wish = state.wish;
    return meaning;
  }
  meaning.subject = meant_products(meaning, state);
  meaning.misses_subject = meaning.subject.empty();
  return meaning;
}

}  // namespace chat
