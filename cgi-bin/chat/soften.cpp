#include "chat/soften.h"

#include <algorithm>

#include "chat/normalise.h"

namespace chat {
namespace {

constexpr int kManyNames = 50;

bool has_digit(const std::string& text) {
  return std::ranges::any_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

/// "red" is a value; "son" only stands for one.
bool says_the_value(const Need& need) {
  const std::string key = key_of(need.text);
  return std::ranges::any_of(need.pairs, [&](const Pair& pair) {
    const std::string value = key_of(pair.value);
    return value.find(key) != std::string::npos || key.find(value) != std::string::npos ||
           key.find(key_of(pair.name)) != std::string::npos;
  });
}

class Softener {
 public:
  Softener(const Vocabulary& vocabulary, const std::vector<std::string>& unknown)
      : vocabulary_(vocabulary), unknown_(unknown) {}

  bool is_unknown(const Need& need) const {
    return std::ranges::find(unknown_, need.text) != unknown_.end();
  }

  int name_count(const Need& need) const {
    int most = 0;
    for (const Token& token : normalise(need.text)) {
      most = std::max(most, vocabulary_.name_count(token.base));
    }
    return std::min(most, kManyNames);
  }

  int strength(const Need& need) const {
    if (need.is_product()) return 100;
    if (!need.pairs.empty() && !need.is_category()) {
      return !says_the_value(need) ? 30 : has_digit(need.text) ? 80 : 70;
    }
    if (!need.brands.empty()) return 65;
    if (need.is_category()) return 60;
    if (is_unknown(need)) return 0;
    return name_count(need) + (normalise(need.text).size() > 1 ? 20 : 0);
  }

  bool is_thing(const Need& need) const {
    if (need.unwanted || !need.pairs.empty()) return false;
    return need.is_product() || need.is_category() ||
           (!is_unknown(need) && std::ranges::any_of(normalise(need.text), [&](const Token& token) {
             return vocabulary_.is_kind_of_thing(token.base);
           }));
  }

 private:
  const Vocabulary& vocabulary_;
  const std::vector<std::string>& unknown_;
};

/// "A lamp that isn't too bright": nothing is called bright, so nothing is left out for it.
std::optional<Softened> without_unknown_refusals(const Assortment& assortment, const Wish& wish,
                                                 const Vocabulary& vocabulary,
                                                 const std::vector<std::string>& unknown_words) {
  Softened softened{.wish = wish};
  std::erase_if(softened.wish.needs, [&](const Need& need) {
    const bool is_over =
        need.unwanted && std::ranges::find(unknown_words, need.text) != unknown_words.end();
    if (is_over) softened.left_out.push_back(need.text);
    return is_over;
  });
  auto more = soften(assortment, softened.wish, vocabulary, unknown_words);
  if (!more) return softened;
  std::ranges::move(softened.left_out, std::back_inserter(more->left_out));
  return more;
}

}  // namespace

std::optional<Softened> soften(const Assortment& assortment, const Wish& wish,
                               const Vocabulary& vocabulary,
                               const std::vector<std::string>& unknown_words) {
  const auto wanted = std::ranges::count(wish.needs, false, &Need::unwanted);
  const bool is_over = std::ranges::any_of(wish.needs, [&](const Need& need) {
    return need.unwanted && std::ranges::find(unknown_words, need.text) != unknown_words.end();
  });
  if (is_over) return without_unknown_refusals(assortment, wish, vocabulary, unknown_words);
  if (wanted < 2 || count_matches(assortment, wish).total > 0) return std::nullopt;
  const Softener softener(vocabulary, unknown_words);
  std::vector<Need> needs = wish.needs;
  std::ranges::stable_sort(needs, std::greater{}, [&](const Need& need) {
    return need.unwanted ? 1000 : softener.strength(need);
  });
  Softened softened{.wish = wish};
  softened.wish.needs.clear();
  for (const Need& need : needs) {
    softened.wish.needs.push_back(need);
    if (need.unwanted || count_matches(assortment, softened.wish).total > 0) continue;
    softened.wish.needs.pop_back();
    softened.left_out.push_back(need.text);
  }
  const bool is_about_a_thing = std::ranges::any_of(
      softened.wish.needs, [&](const Need& need) { return softener.is_thing(need); });
  if (softened.left_out.empty() || !is_about_a_thing) return std::nullopt;
  return softened;
}

}  // namespace chat
