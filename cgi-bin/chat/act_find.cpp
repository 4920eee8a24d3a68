#include <algorithm>

#include "chat/act.h"

namespace chat {
namespace {

constexpr int kUsuallyShown = 6;
constexpr int kNearMisses = 2;  // ways out of an empty result that are offered

int shown_at_most(const Wish& wish) {
  return wish.limit > 0 ? wish.limit : kUsuallyShown;
}

/// The sentence about the first product, when the order was what was asked for.
void say_first(const Asking& asking, Answer& answer, const FoundProduct& first) {
  const Wish& wish = asking.meaning.wish;
  const bool is_all = wish_words(wish).text.empty();
  const Value words = wish_words(wish);
  const Value name = name_of(first);
  const Value price = price_of(first, asking.currency);
  switch (wish.sort) {
    case Sort::price:
      if (is_all) return answer.say("answer.cheapest_of_all", {name, price});
      return answer.say("answer.cheapest", {words, name, price});
    case Sort::dearest:
      if (is_all) return answer.say("answer.dearest_of_all", {name, price});
      return answer.say("answer.dearest", {words, name, price});
    case Sort::rating:
      return answer.say(first.review_count == 0 ? "answer.best_unrated" : "answer.best",
                        {name, rating_of(first), reviews_of(first), price});
    case Sort::newest: return answer.say("answer.newest", {name, price});
    case Sort::popular: return answer.say("answer.most_popular", {name, price});
    case Sort::relevance: return;
  }
}

void say_filters(const Asking& asking, Answer& answer) {
  const Wish& wish = asking.meaning.wish;
  const auto money = [&](Money amount) {
    // After "cheaper ones" the limit is a price of the answer before.
    const bool is_own = asking.meaning.change < Change::cheaper;
    return Value{to_text(amount, asking.currency), is_own ? kFromQuestion : "answer before"};
  };
  if (wish.price_from && wish.price_to) {
    answer.say("answer.filter_between", {money(*wish.price_from), money(*wish.price_to)});
  } else if (wish.price_to) {
    answer.say("answer.filter_to", {money(*wish.price_to)});
  } else if (wish.price_from) {
    answer.say("answer.filter_from", {money(*wish.price_from)});
  }
  for (const Need& need : wish.needs) {
    if (need.unwanted) answer.say("answer.filter_not", {quoted(need.text)});
  }
}

void say_found(const Asking& asking, Answer& answer, const Found& found) {
  const Wish& wish = asking.meaning.wish;
  const Value total = count_of(found.total, "products that match");
  const Value shown = count_of(std::ssize(found.products), "products shown");
  const Value words = wish_words(wish);
  const bool is_superlative =
      wish.sort != Sort::relevance && asking.meaning.change < Change::cheaper && wish.skip == 0;
  if (is_superlative) say_first(asking, answer, found.products.front());
  if (found.total == 1) {
    if (is_superlative) return answer.say("answer.only_one");
    const FoundProduct& product = found.products.front();
    answer.say("answer.found_one", {name_of(product), price_of(product, asking.currency)});
    return;
  }
  const bool is_part = found.total > static_cast<int>(found.products.size());
  if (words.text.empty()) {
    answer.say(is_part ? "answer.found_some_of_all" : "answer.found_all", {total, shown});
  } else {
    answer.say(is_part ? "answer.found_some" : "answer.found", {total, words, shown});
  }
}

void say_sold_out(const Asking& asking, Answer& answer, const Found& found) {
  const Wish& wish = asking.meaning.wish;
  const auto can_be_bought = [](const FoundProduct& product) { return product.in_stock > 0; };
  const bool is_first_sold_out = !can_be_bought(found.products.front());
  if (!is_first_sold_out) return;
  answer.say("answer.first_is_sold_out", {name_of(found.products.front())});
  const auto other = std::ranges::find_if(found.products, can_be_bought);
  if (wish.sort != Sort::relevance && other != found.products.end()) {
    answer.say("answer.next_in_stock", {name_of(*other), price_of(*other, asking.currency)});
  }
}

/// A wish with one condition less, and what is said of it.
struct NearMiss {
  Wish wish{};
  std::string key{};
  std::string need{};
};

std::vector<NearMiss> near_misses(const Wish& wish) {
  std::vector<NearMiss> misses;
  if (wish.price_from || wish.price_to) {
    NearMiss miss{.wish = wish, .key = "answer.near_price"};
    miss.wish.price_from.reset();
    miss.wish.price_to.reset();
    misses.push_back(std::move(miss));
  }
  if (wish.in_stock) {
    NearMiss miss{.wish = wish, .key = "answer.near_stock"};
    miss.wish.in_stock = false;
    misses.push_back(std::move(miss));
  }
  if (wish.needs.size() < 2) return misses;
  for (std::size_t i = 0; i < wish.needs.size(); ++i) {
    NearMiss miss{.wish = wish, .key = "answer.near_need", .need = wish.needs[i].text};
    miss.wish.needs.erase(miss.wish.needs.begin() + static_cast<std::ptrdiff_t>(i));
    misses.push_back(std::move(miss));
  }
  return misses;
}

void say_nothing_found(const Asking& asking, Answer& answer) {
  const Wish& wish = asking.meaning.wish;
  const Value words = wish_words(wish);
  if (asking.meaning.change == Change::cheaper || asking.meaning.change == Change::dearer) {
    return answer.say(asking.meaning.change == Change::cheaper ? "answer.none_cheaper"
                                                               : "answer.none_dearer");
  }
  if (words.text.empty()) {
    answer.say("answer.none_at_all");
  } else {
    answer.say("answer.none", {words});
  }
  say_filters(asking, answer);
  int offered = 0;
  for (const NearMiss& miss : near_misses(wish)) {
    const Matches matches = count_matches(asking.assortment, miss.wish);
    if (matches.total == 0) continue;
    const Value count = count_of(matches.total, "products that match otherwise");
    const Value from{to_text(matches.cheapest, asking.currency), "lowest price_cents among them"};
    if (miss.need.empty()) {
      answer.say(miss.key, {count, from});
    } else {
      answer.say(miss.key, {count, from, quoted(miss.need)});
    }
    if (offered == 0) {
      show_products(asking, answer,
                    find_products(asking.db, asking.assortment, miss.wish, kUsuallyShown).products);
    }
    if (++offered == kNearMisses) return;
  }
}

/// "Show me something": nothing to go by, so the popular ones and a question back.
Answer ask_back(const Asking& asking) {
  Answer answer;
  Wish popular;
  popular.sort = Sort::popular;
  answer.say("answer.what_kind");
  show_products(asking, answer,
                find_products(asking.db, asking.assortment, popular, kUsuallyShown).products);
  return answer;
}

/// At least one word that is no colour, no material, no brand.
bool names_a_thing(const Wish& wish) {
  return std::ranges::any_of(wish.needs, [](const Need& need) {
    return need.pairs.empty() && need.brands.empty() && !need.unwanted;
  });
}

Answer answer_to(const Asking& asking) {
  const Wish& wish = asking.meaning.wish;
  const bool has_order = wish.sort != Sort::relevance;
  if (wish.is_empty() && !has_order && wish.skip == 0) return ask_back(asking);
  Answer answer;
  const Found found = find_products(asking.db, asking.assortment, wish, shown_at_most(wish));
  if (asking.meaning.intent != Intent::undo) asking.after.previous = asking.before.wish;
  if (found.products.empty() && wish.skip > 0) {
    answer.say("answer.no_more");
    return answer;
  }
  if (found.products.empty()) {
    say_nothing_found(asking, answer);
    return answer;
  }
  asking.after.wish = wish;
  say_found(asking, answer, found);
  say_filters(asking, answer);
  say_sold_out(asking, answer, found);
  show_products(asking, answer, found.products);
  const bool is_about_one = has_order && asking.meaning.change < Change::cheaper;
  if (is_about_one) asking.after.subject = {found.products.front().id};
  return answer;
}

}  // namespace

Answer act_find(const Asking& asking) {
  const Meaning& meaning = asking.meaning;
  // "What about lamps?" after "smartphones": no phone is a lamp, so it was a new subject.
  const bool is_other_subject = meaning.is_refinement && !meaning.own_wish.needs.empty() &&
                                count_matches(asking.assortment, meaning.wish).total == 0 &&
                                count_matches(asking.assortment, meaning.own_wish).total > 0 &&
                                names_a_thing(meaning.own_wish);
  if (!is_other_subject) return answer_to(asking);
  Meaning own = meaning;
  own.wish = own.own_wish;
  own.is_refinement = false;
  return answer_to({asking.db, asking.assortment, asking.owner, asking.now, asking.currency, own,
                    asking.before, asking.after});
}

}  // namespace chat
