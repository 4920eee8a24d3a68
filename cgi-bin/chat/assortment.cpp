#include "chat/assortment.h"

#include <algorithm>
#include <array>
#include <functional>

#include "base/text.h"
#include "chat/normalise.h"

namespace chat {
namespace {

std::uint64_t hash_of(const std::string& text) {
  return std::hash<std::string>{}(text);
}

std::string key_of_pair(const Pair& pair) {
  return pair.name + '\x1F' + pair.value;
}

/// True when a name's thing is complete before this text, in lower case: nothing more, a mark, or
/// "for …".
bool ends_before(std::string_view rest) {
  const std::size_t begin = rest.find_first_not_of(' ');
  if (begin == std::string_view::npos) return true;
  rest.remove_prefix(begin);
  if (std::string_view("-,(/").find(rest.front()) != std::string_view::npos) return true;
  static constexpr std::array<std::string_view, 6> kJoints = {"for ", "with ", "in ",
                                                              "of ",  "by ",   "size "};
  return std::ranges::any_of(kJoints,
                             [&](std::string_view joint) { return rest.starts_with(joint); });
}

/// As the ratings are told: few stars of many people weigh more than many stars of one.
double weighed_rating(const StockedItem& item) {
  return (static_cast<double>(item.rating_sum) + 17.5) / (item.review_count + 5.0);
}

/// Negative: `a` comes first.
int compare(Sort sort, const StockedItem& a, const StockedItem& b) {
  const auto sign = [](auto left, auto right) { return left < right ? -1 : right < left ? 1 : 0; };
  switch (sort) {
    case Sort::price: return sign(a.price.cents, b.price.cents);
    case Sort::dearest: return sign(b.price.cents, a.price.cents);
    case Sort::newest: return sign(b.created, a.created);
    case Sort::rating: return sign(weighed_rating(b), weighed_rating(a));
    case Sort::popular: return sign(b.sold, a.sold);
    case Sort::relevance: return 0;
  }
  return 0;
}

bool comes_before(Sort sort, const StockedItem& a, const StockedItem& b) {
  if (const int order = compare(sort, a, b); order != 0) return order < 0;
  if ((a.in_stock > 0) != (b.in_stock > 0)) return a.in_stock > 0;
  if (a.sold != b.sold) return a.sold > b.sold;
  return a.id < b.id;
}

bool passes(const Wish& wish, const StockedItem& item) {
  return (!wish.price_from || item.price >= *wish.price_from) &&
         (!wish.price_to || item.price <= *wish.price_to) &&
         (!wish.in_stock || item.in_stock > 0) && (!wish.on_sale || item.on_sale);
}

}  // namespace

std::uint32_t Assortment::intern(const std::string& word) {
  const auto [known, is_new] = words_.try_emplace(word, static_cast<std::uint32_t>(words_.size()));
  if (is_new) {
    named_.emplace_back();
    in_descriptions_.emplace_back();
  }
  return known->second;
}

std::uint32_t Assortment::word_of(const std::string& word) const {
  const auto known = words_.find(word);
  return known == words_.end() ? kUnknown : known->second;
}

bool Assortment::put(const StockedItem& item, const ItemTexts& texts) {
  std::string all = texts.name + '\n' + texts.description + '\n' + std::to_string(item.category) +
                    '\n' + std::to_string(item.brand);
  for (const Pair& pair : texts.pairs) all += '\n' + key_of_pair(pair);
  const std::uint64_t hash = hash_of(all);
  const auto known = slot_of_.find(item.id);
  if (known != slot_of_.end() && text_hashes_[known->second] == hash) {
    items_[known->second] = item;
    return false;
  }
  remove(item.id);
  const auto slot = static_cast<Slot>(items_.size());
  slot_of_[item.id] = slot;
  items_.push_back(item);
  is_there_.push_back(1);
  text_hashes_.push_back(hash);
  in_category_[item.category].push_back(slot);
  if (item.brand != 0) of_brand_[item.brand].push_back(slot);
  for (const Pair& pair : texts.pairs) {
    Slots& slots = with_pair_[key_of_pair(pair)];
    if (slots.empty() || slots.back() != slot) slots.push_back(slot);
  }
  add_name(slot, texts.name);
  add_description(slot, texts.description);
  return true;
}

void Assortment::add_name(Slot slot, const std::string& name) {
  std::vector<NameWord>& words = names_.emplace_back();
  const std::string lower = to_lower(name);  // as tokens are
  std::size_t at = 0;
  std::string key;
  for (const Token& token : normalise(name)) {
    key += token.base;
    const std::size_t found = lower.find(token.typed, at);
    if (found != std::string::npos) at = found + token.typed.size();
    const std::uint32_t word = intern(token.base);
    words.push_back(
        {word, found != std::string::npos && ends_before(std::string_view(lower).substr(at))});
    if (named_[word].empty() || named_[word].back() != slot) named_[word].push_back(slot);
  }
  called_[key].push_back(slot);
}

void Assortment::add_description(Slot slot, const std::string& description) {
  const auto [known, is_new] = descriptions_.try_emplace(
      hash_of(description), static_cast<std::uint32_t>(descriptions_.size()));
  const std::uint32_t number = known->second;
  if (is_new) {
    described_.emplace_back();
    for (const Token& token : normalise(description)) {
      auto& places = in_descriptions_[intern(token.base)];
      if (places.empty() || places.back() != number) places.push_back(number);
    }
  }
  described_[number].push_back(slot);
}

void Assortment::remove(std::int64_t id) {
  const auto known = slot_of_.find(id);
  if (known == slot_of_.end()) return;
  is_there_[known->second] = 0;
  slot_of_.erase(known);
}

bool Assortment::holds(Slot slot, const std::vector<std::uint32_t>& words, bool at_head) const {
  const std::vector<NameWord>& name = names_[slot];
  for (std::size_t begin = 0; begin + words.size() <= name.size(); ++begin) {
    const bool is_here =
        std::equal(words.begin(), words.end(), name.begin() + static_cast<std::ptrdiff_t>(begin),
                   [](std::uint32_t a, const NameWord& b) { return a == b.word; });
    if (is_here && (!at_head || name[begin + words.size() - 1].ends)) return true;
  }
  return false;
}

template <class Visit>
void Assortment::each_named(const Words& words, bool at_head, Visit visit) const {
  std::string joined;
  std::vector<std::uint32_t> numbers;
  for (const std::string& word : words) {
    joined += word;
    numbers.push_back(word_of(word));
  }
  const bool is_known = !numbers.empty() && std::ranges::find(numbers, kUnknown) == numbers.end();
  if (is_known) {
    const auto rarest = std::ranges::min_element(
        numbers, {}, [&](std::uint32_t word) { return named_[word].size(); });
    for (const Slot slot : named_[*rarest]) {
      if ((numbers.size() == 1 && !at_head) || holds(slot, numbers, at_head)) visit(slot);
    }
  }
  const std::uint32_t whole = words.size() > 1 ? word_of(joined) : kUnknown;  // "t shirt": "tshirt"
  if (whole == kUnknown) return;
  for (const Slot slot : named_[whole]) {
    if (!at_head || holds(slot, {whole}, true)) visit(slot);
  }
}

template <class Visit>
void Assortment::each_meeting(const Need& need, Visit visit) const {
  const auto each = [&](const auto& map, const auto& key) {
    const auto found = map.find(key);
    if (found == map.end()) return;
    for (const Slot slot : found->second) visit(slot);
  };
  for (const std::int64_t id : need.products) {
    if (const auto found = slot_of_.find(id); found != slot_of_.end()) visit(found->second);
  }
  for (const std::int64_t category : need.categories) each(in_category_, category);
  for (const std::int64_t brand : need.brands) each(of_brand_, brand);
  for (const Pair& pair : need.pairs) each(with_pair_, key_of_pair(pair));
  for (const Words& words : need.names) {
    each_named(words, false, visit);
    const std::uint32_t word = need.deep && words.size() == 1 ? word_of(words[0]) : kUnknown;
    if (word == kUnknown) continue;
    for (const std::uint32_t description : in_descriptions_[word]) {
      for (const Slot slot : described_[description]) visit(slot);
    }
  }
}

/// For each place whether its name is the thing that the wish names last; empty when that does not
/// matter: a category says what is wanted, or the shop has no such thing.
std::vector<std::uint8_t> Assortment::heads_of(const Wish& wish) const {
  const bool has_category = std::ranges::any_of(
      wish.needs, [](const Need& need) { return need.is_category() && !need.unwanted; });
  if (has_category) return {};
  for (auto need = wish.needs.rbegin(); need != wish.needs.rend(); ++need) {
    const bool is_word = need->pairs.empty() && need->brands.empty() && !need->unwanted;
    if (!is_word || need->names.empty()) continue;
    std::vector<std::uint8_t> heads(items_.size(), 0);
    bool has_any = false;
    for (const Words& words : need->names) {
      each_named(words, true, [&](Slot slot) {
        heads[slot] = 1;
        has_any = has_any || is_there_[slot] != 0;
      });
    }
    return has_any ? heads : std::vector<std::uint8_t>{};
  }
  return {};
}

Assortment::Slots Assortment::matching(const Wish& wish, bool only_heads) const {
  constexpr std::uint8_t kOut = 255;
  std::vector<std::uint8_t> met(items_.size(), 0);  // how many needs, one after the other
  std::uint8_t wanted = 0;
  for (const Need& need : wish.needs) {
    if (need.unwanted || wanted + 1 == kOut) continue;
    each_meeting(need, [&](Slot slot) {
      if (met[slot] == wanted) met[slot] = static_cast<std::uint8_t>(wanted + 1);
    });
    ++wanted;
  }
  for (const Need& need : wish.needs) {
    if (need.unwanted) each_meeting(need, [&](Slot slot) { met[slot] = kOut; });
  }
  const std::vector<std::uint8_t> heads = only_heads ? heads_of(wish) : std::vector<std::uint8_t>{};
  Slots slots;
  for (Slot slot = 0; slot < items_.size(); ++slot) {
    if (met[slot] != wanted || is_there_[slot] == 0) continue;
    if (!heads.empty() && heads[slot] == 0) continue;
    if (passes(wish, items_[slot])) slots.push_back(slot);
  }
  return slots;
}

Assortment::Picked Assortment::pick(const Wish& wish, int limit, bool only_heads) const {
  Slots slots = matching(wish, only_heads);
  Picked picked{.total = static_cast<int>(slots.size())};
  if (!slots.empty()) picked.lowest = items_[slots.front()].price;
  for (const Slot slot : slots) {
    picked.pieces += items_[slot].in_stock;
    picked.lowest = std::min(picked.lowest, items_[slot].price);
  }
  const auto begin = std::min(slots.size(), static_cast<std::size_t>(std::max(0, wish.skip)));
  const auto end = std::min(slots.size(), begin + static_cast<std::size_t>(std::max(0, limit)));
  if (begin == end) return picked;
  std::partial_sort(slots.begin(), slots.begin() + static_cast<std::ptrdiff_t>(end), slots.end(),
                    [&](Slot a, Slot b) { return comes_before(wish.sort, items_[a], items_[b]); });
  for (std::size_t i = begin; i < end; ++i) picked.items.push_back(&items_[slots[i]]);
  return picked;
}

std::vector<std::int64_t> Assortment::called(const std::string& key, const Wish& wish) const {
  const auto known = called_.find(key);
  if (known == called_.end()) return {};
  const Slots slots = matching(wish, false);
  std::vector<std::int64_t> ids;
  for (const Slot slot : known->second) {
    if (std::ranges::binary_search(slots, slot)) ids.push_back(items_[slot].id);
  }
  return ids;
}

const StockedItem* Assortment::find(std::int64_t id) const {
  const auto known = slot_of_.find(id);
  return known == slot_of_.end() ? nullptr : &items_[known->second];
}

std::vector<const StockedItem*> Assortment::all_of(const Wish& wish, bool only_heads) const {
  std::vector<const StockedItem*> items;
  for (const Slot slot : matching(wish, only_heads)) items.push_back(&items_[slot]);
  return items;
}

}  // namespace chat
