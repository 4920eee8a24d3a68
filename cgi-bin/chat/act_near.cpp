#include <algorithm>

#include "chat/act.h"

namespace chat {
namespace {

constexpr int kShown = 6;
constexpr int kOffered = 2;  // ways out of an empty result

/// A wish with one condition less, and what is said of it.
struct NearMiss {
  Wish wish{};
  std::string key{};
  std::string need{};  // what it does without, as the visitor said it
};

NearMiss without(const Wish& wish, std::size_t i) {
  NearMiss miss{.wish = wish, .key = "answer.near_need", .need = wish.needs[i].text};
  miss.wish.needs.erase(miss.wish.needs.begin() + static_cast<std::ptrdiff_t>(i));
  return miss;
}

bool names_the_kind(const Need& need) {
  return need.is_head() && !need.unwanted;
}

/// The nearest first. Who wants shirts is not helped with yoga blocks: what names the kind of thing
/// stays, unless nothing else helps.
std::vector<NearMiss> near_misses(const Wish& wish) {
  std::vector<NearMiss> misses;
  if (wish.price_from || wish.price_to) {
    NearMiss miss{.wish = wish, .key = "answer.near_price"};
    miss.wish.price_from.reset();
    miss.wish.price_to.reset();
    miss.wish.sort = wish.price_to ? Sort::price : Sort::dearest;  // the nearest price first
    misses.push_back(std::move(miss));
  }
  if (wish.in_stock) {
    NearMiss miss{.wish = wish, .key = "answer.near_stock"};
    miss.wish.in_stock = false;
    misses.push_back(std::move(miss));
  }
  if (wish.on_sale) {
    NearMiss miss{.wish = wish, .key = "answer.near_sale"};
    miss.wish.on_sale = false;
    misses.push_back(std::move(miss));
  }
  const std::size_t count = wish.needs.size();
  for (std::size_t i = 0; i < count; ++i) {
    if (count > 1 && !names_the_kind(wish.needs[i])) misses.push_back(without(wish, i));
  }
  NearMiss kind{.wish = {.needs = wish.needs}, .key = "answer.near_kind"};
  std::erase_if(kind.wish.needs, [](const Need& need) { return !names_the_kind(need); });
  const bool is_less = !kind.wish.needs.empty() && kind.wish.needs.size() < count;
  if (is_less) misses.push_back(std::move(kind));
  return misses;
}

/// "Purple zebra lamps": one of the words that name things may be no thing at all.
std::vector<NearMiss> far_misses(const Wish& wish) {
  std::vector<NearMiss> misses;
  const std::size_t count = wish.needs.size();
  for (std::size_t i = 0; i < count; ++i) {
    if (count > 1 && names_the_kind(wish.needs[i])) misses.push_back(without(wish, i));
  }
  return misses;
}

int offer(const Asking& asking, Answer& answer, const std::vector<NearMiss>& misses) {
  int offered = 0;
  for (const NearMiss& miss : misses) {
    if (miss.key == "answer.near_kind" && offered > 0) break;
    const Matches matches = count_matches(asking.assortment, miss.wish);
    if (matches.total == 0) continue;
    const Value count = count_of(matches.total, "products that match otherwise");
    const Value from{to_text(matches.cheapest, asking.currency), "lowest price_cents among them"};
    const Value last = miss.need.empty() ? wish_words(miss.wish) : quoted(miss.need);
    answer.say(miss.key, {count, from, last});
    if (offered == 0) {
      const Found found = find_products(asking.db, asking.assortment, miss.wish, kShown);
      remember_wish(asking, miss.wish);
      if (!asking.meaning.hints.empty()) say_hints(asking, answer, found.products);
      show_products(asking, answer, found.products);
    }
    if (++offered == kOffered) break;
  }
  return offered;
}

}  // namespace

void say_near_misses(const Asking& asking, Answer& answer) {
  const Wish& wish = asking.meaning.wish;
  if (offer(asking, answer, near_misses(wish)) == 0) offer(asking, answer, far_misses(wish));
}

}  // namespace chat
