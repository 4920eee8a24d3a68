#include <algorithm>

#include "chat/act.h"

namespace chat {
namespace {

constexpr int kUsuallyShown = 6;

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

/// "The cheapest", said by this sentence; later ones keep the order without saying it again.
bool asks_for_the_first(const Meaning& meaning) {
  const Sort said = meaning.is_refinement ? meaning.own_wish.sort : meaning.wish.sort;
  return said != Sort::relevance && meaning.change < Change::cheaper && meaning.wish.skip == 0 &&
         meaning.intent == Intent::find;
}

void say_found(const Asking& asking, Answer& answer, const Found& found) {
  const Wish& wish = asking.meaning.wish;
  const Value total = count_of(found.total, "products that match");
  const Value shown = count_of(std::ssize(found.products), "products shown");
  const Value words = wish_words(wish);
  const bool is_superlative = asks_for_the_first(asking.meaning);
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

/// For somebody else: what suits him, and what would help to choose.
void say_gift(const Asking& asking, Answer& answer, const Found& found) {
  answer.say("answer.gift",
             {count_of(found.total, "products that match"), wish_words(asking.meaning.wish),
              count_of(std::ssize(found.products), "products shown")});
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

void say_nothing_found(const Asking& asking, Answer& answer) {
  const Wish& wish = asking.meaning.wish;
  const Value words = wish_words(wish);
  const bool is_cheaper = asking.meaning.change == Change::cheaper;
  const bool says_price = asking.meaning.own_wish.price_from || asking.meaning.own_wish.price_to;
  if ((is_cheaper || asking.meaning.change == Change::dearer) && !says_price) {
    return answer.say(is_cheaper ? "answer.none_cheaper" : "answer.none_dearer");
  }
  // What there is at another price is no gap in words or goods.
  const Wish all{.needs = wish.needs};
  if (count_matches(asking.assortment, all).total == 0) answer.not_found = words.text;
  if (wish.on_sale) {
    answer.say(words.text.empty() ? "answer.none_reduced_at_all" : "answer.none_reduced", {words});
  } else if (words.text.empty()) {
    answer.say("answer.none_at_all");
  } else {
    answer.say("answer.none", {words});
  }
  say_filters(asking, answer);
  say_near_misses(asking, answer);
}

/// "Show me something": nothing to go by, so the popular ones and a question back.
Answer ask_back(const Asking& asking) {
  Answer answer;
  Wish popular;
  popular.sort = Sort::popular;
  answer.say(asking.meaning.is_gift ? "answer.gift_for_whom" : "answer.what_kind");
  show_products(asking, answer,
                find_products(asking.db, asking.assortment, popular, kUsuallyShown).products);
  return answer;
}

bool names_a_thing(const Need& need) {
  return need.is_head() && !need.unwanted;
}

Answer answer_to(const Asking& asking) {
  const Wish& wish = asking.meaning.wish;
  const bool has_order = wish.sort != Sort::relevance;
  Answer answer;
  const bool is_age_unknown = asking.meaning.age && wish.needs.empty();
  if (is_age_unknown) answer.say("answer.age_unknown");
  if (wish.is_empty() && !has_order && wish.skip == 0) {
    Answer back = ask_back(asking);
    if (!is_age_unknown) return back;
    answer.products = back.products;
    return answer;
  }
  const Found found = find_products(asking.db, asking.assortment, wish, shown_at_most(wish));
  if (found.products.empty() && wish.skip > 0) {
    answer.say("answer.no_more");
    return answer;
  }
  if (found.products.empty()) {
    say_nothing_found(asking, answer);
    return answer;
  }
  remember_wish(asking, wish);
  if (asking.meaning.is_gift) {
    say_gift(asking, answer, found);
  } else {
    say_found(asking, answer, found);
  }
  if (wish.on_sale) answer.say("answer.filter_sale");
  say_filters(asking, answer);
  say_sold_out(asking, answer, found);
  show_products(asking, answer, found.products);
  if (!asking.meaning.hints.empty()) say_hints(asking, answer, found.products);
  if (asks_for_the_first(asking.meaning)) focus_on(asking, found.products.front());
  return answer;
}

}  // namespace

Answer act_find(const Asking& asking) {
  const Meaning& meaning = asking.meaning;
  if (!meaning.extreme_of.empty()) return act_extreme(asking);
  // "What about lamps?" after "smartphones": no phone is a lamp, so it was a new subject.
  const bool is_other_subject = meaning.is_refinement && !meaning.own_wish.needs.empty() &&
                                count_matches(asking.assortment, meaning.wish).total == 0 &&
                                count_matches(asking.assortment, meaning.own_wish).total > 0 &&
                                std::ranges::any_of(meaning.own_wish.needs, names_a_thing);
  if (!is_other_subject) return answer_to(asking);
  Meaning own = meaning;
  own.wish = own.own_wish;
  own.is_refinement = false;
  return answer_to({asking.db, asking.assortment, asking.owner, asking.now, asking.currency, own,
                    asking.before, asking.after});
}

}  // namespace chat
