#include "chat/vocabulary.h"

#include <algorithm>

#include "search/spelling.h"

namespace chat {
namespace {

constexpr std::size_t kShortestWord = 3;    // a value's word that stands for the value
constexpr std::size_t kMostValueWords = 6;  // longer values are sentences
constexpr std::size_t kShortestCorrected = 4;
constexpr std::size_t kTwoErrors = 7;  // words from this length on may hold two
constexpr std::size_t kLongestWord = 40;
constexpr int kOfCatalogue = 10;  // "lether" is leather rather than a letter

template <class Item>
void add_once(std::vector<Item>& items, const Item& item) {
  if (std::ranges::find(items, item) == items.end()) items.push_back(item);
}

bool is_joint(const Token& token) {
  return token.word == "and" || token.word == "for" || token.word == "of";
}

/// "A Fox in the Library" and "fox in library" are one name.
struct NameKey {
  std::string text{};
  int words = 0;
};

NameKey name_key_of(const std::vector<Token>& tokens, std::size_t begin, std::size_t end) {
  NameKey key;
  for (std::size_t i = begin; i < end; ++i) {
    if (is_article(tokens[i]) && i + 1 < end) continue;  // "Vitamin A" ends with none
    key.text += tokens[i].base;
    ++key.words;
  }
  return key;
}

/// The base word behind the last number.
std::string unit_behind(const std::vector<Token>& tokens) {
  std::string unit;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (!tokens[i].is_number) continue;
    unit = i + 1 < tokens.size() ? tokens[i + 1].base : "";
  }
  return unit;
}

/// "Men's Shirts & Tops" -> {men's shirts} {tops}: "&" and commas are no tokens, so the text is
/// cut before it is read.
std::vector<std::string> parts_of(std::string_view name) {
  std::vector<std::string> parts{""};
  for (const char c : name) {
    if (c == '&' || c == ',' || c == '/' || c == '+') {
      parts.emplace_back();
    } else {
      parts.back() += c;
    }
  }
  return parts;
}

bool is_swapped(std::string one, std::string other) {
  std::ranges::sort(one);
  std::ranges::sort(other);
  return one == other;
}

/// "a4": short, but not taken for a word.
bool is_code(const std::string& key) {
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  return key.size() >= 2 && std::ranges::any_of(key, is_digit) &&
         !std::ranges::all_of(key, is_digit);
}

/// "6 to 8 years", "3 and up", "from birth", "5+": the years that a value names. What is for
/// children "and up" suits some years on; from ten years on it suits everybody.
std::pair<int, int> years_of(const std::vector<Token>& value) {
  constexpr int kOldest = 120;
  constexpr int kBaby = 3;
  constexpr int kSomeYears = 8;
  constexpr int kNoLongerAChild = 10;
  std::vector<int> numbers;
  for (const Token& token : value) {
    const std::int64_t years = token.hundredths / 100;
    if (token.is_number && years <= kOldest) numbers.push_back(static_cast<int>(years));
  }
  if (numbers.size() >= 2) return std::minmax(numbers[0], numbers[1]);
  const int from = numbers.empty() ? 0 : numbers[0];
  if (from == 0) return {0, kBaby};
  return {from, from < kNoLongerAChild ? from + kSomeYears : kOldest};
}

bool is_yes(const std::string& key) {
  return key == "yes" || key == "true";
}

}  // namespace

void Vocabulary::add_word(const std::string& word, int weight) {
  int& known = words_[word];
  const bool is_new = known == 0;
  known += weight;
  if (is_new && word.size() >= kShortestWord) by_length_[word.size()].push_back(word);
}

void Vocabulary::add_words_of(const std::vector<Token>& tokens) {
  for (const Token& token : tokens) {
    if (token.is_number) continue;
    add_word(token.word, kOfCatalogue);
    if (token.base != token.word) add_word(token.base, kOfCatalogue);
  }
}

void Vocabulary::add_category(std::string_view name, const std::vector<std::int64_t>& ids) {
  const auto add = [&](const std::string& key, bool is_part) {
    if (key.empty()) return;
    Term& known = term(key);
    known.is_part_of_category = is_part && (known.categories.empty() || known.is_part_of_category);
    for (const std::int64_t id : ids) add_once(known.categories, id);
    category_keys_[key];
  };
  add(key_of(name), false);
  const std::vector<std::string> parts = parts_of(name);
  for (const std::string& part : parts) {
    std::vector<Token> tokens = normalise(part);
    add_words_of(tokens);
    // "for" and "of" end the thing itself: "Accessories for phones".
    const auto joint = std::ranges::find_if(tokens, is_joint);
    if (joint != tokens.begin()) tokens.erase(joint, tokens.end());
    if (tokens.empty()) continue;
    add(key_of(tokens, 0, tokens.size()), parts.size() > 1);
    // Fiction is what non-fiction is not.
    if (tokens.front().word != "non") add(tokens.back().base, parts.size() > 1);
  }
}

void Vocabulary::add_brand(std::string_view name, std::int64_t id) {
  add_words_of(normalise(name));
  const std::string key = key_of(name);
  if (!key.empty()) add_once(term(key).brands, id);
}

void Vocabulary::add_attribute(std::string_view name, std::string_view value) {
  const std::vector<Token> name_tokens = normalise(name);
  const std::vector<Token> tokens = normalise(value);
  add_words_of(name_tokens);
  add_words_of(tokens);
  const std::string name_key = key_of(name_tokens, 0, name_tokens.size());
  const std::string value_key = key_of(tokens, 0, tokens.size());
  if (name_key.empty() || value_key.empty()) return;
  const Pair pair{std::string(name), std::string(value)};
  if (std::ranges::find(name_tokens, "age", &Token::base) != name_tokens.end()) {
    const auto [from, to] = years_of(tokens);
    ages_.push_back({pair, from, to});
  }
  if (auto measure = measure_of(value)) {
    measured_.push_back({pair, std::move(*measure), unit_behind(tokens)});
  }
  add_once(term(name_key).attributes, pair.name);
  for (const Token& token : name_tokens) add_once(term(token.base).attributes, pair.name);
  // "Wireless: yes" makes a product wireless.
  if (is_yes(value_key)) return add_once(term(name_key).pairs, pair);
  add_once(term(name_key + "=" + value_key).pairs, pair);
  if (tokens.size() > kMostValueWords) return;
  const bool is_plain = tokens.size() > 1 || is_code(value_key) ||
                        (!tokens[0].is_number && value_key.size() >= kShortestWord);
  if (is_plain) add_once(term(value_key).pairs, pair);
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (tokens[i].is_number && i + 1 < tokens.size()) {  // "15 inch" of "up to 15 inch"
      add_once(term(key_of(tokens, i, i + 2)).pairs, pair);
    }
    const bool is_unit = i > 0 && tokens[i - 1].is_number;
    const bool says_something =
        !tokens[i].is_number && !is_unit && tokens[i].base.size() >= kShortestWord;
    if (says_something) add_once(term(tokens[i].base).pairs, pair);
  }
}

void Vocabulary::add_product_key(const std::vector<Token>& tokens, std::int64_t id) {
  const NameKey key = name_key_of(tokens, 0, tokens.size());
  if (tokens.size() < 2 || tokens.size() > kLongestTerm) return;
  // "The Understudy" is a name with its article only.
  add_once(product_names_[key.words < 2 ? key_of(tokens, 0, 2) : key.text], id);
}

void Vocabulary::add_product(std::string_view name, std::int64_t id) {
  const std::vector<Token> tokens = normalise(name);
  add_words_of(tokens);
  add_product_key(tokens, id);
  const auto end = name.find_first_of(",:(");
  if (end != std::string_view::npos) add_product_key(normalise(name.substr(0, end)), id);
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    ++name_words_[tokens[i].base];
    if (i + 1 < tokens.size()) ++joined_[tokens[i].base + tokens[i + 1].base];
  }
}

bool Vocabulary::says_it_all(const Term& term, const std::string& key) const {
  return !term.categories.empty() || !term.brands.empty() ||
         std::ranges::any_of(term.pairs, [&](const Pair& pair) {
           return key_of(pair.value) == key || is_yes(key_of(pair.value));
         });
}

const std::vector<std::int64_t>* Vocabulary::find_products(const std::vector<Token>& tokens,
                                                           std::size_t begin,
                                                           std::size_t end) const {
  if (end <= begin + 1) return nullptr;
  const NameKey key = name_key_of(tokens, begin, end);
  if (key.words < 2 && end != begin + 2) return nullptr;
  const auto found = product_names_.find(key.words < 2 ? key_of(tokens, begin, end) : key.text);
  return found == product_names_.end() ? nullptr : &found->second;
}

const Term* Vocabulary::find(const std::string& key) const {
  const auto found = terms_.find(key);
  return found == terms_.end() ? nullptr : &found->second;
}

int Vocabulary::name_count(const std::string& base) const {
  const auto found = name_words_.find(base);
  return found == name_words_.end() ? 0 : found->second;
}

std::vector<Pair> Vocabulary::pairs_for_age(int years) const {
  std::vector<Pair> pairs;
  for (const AgeRange& range : ages_) {
    if (range.from <= years && years <= range.to) add_once(pairs, range.pair);
  }
  return pairs;
}

const Term* Vocabulary::find_ending(const std::string& base) const {
  if (base.size() < kShortestCorrected) return nullptr;
  for (const auto& [key, unused] : category_keys_) {
    if (key.size() > base.size() && key.ends_with(base)) return find(key);
  }
  return nullptr;
}

std::optional<std::string> Vocabulary::nearest(const std::string& word) const {
  if (word.size() < kShortestCorrected || word.size() > kLongestWord) return std::nullopt;
  return nearest_allowed(word, word.size() >= kTwoErrors ? 2 : 1,
                         [](const std::string&) { return true; });
}

std::optional<std::string> Vocabulary::nearest_between(const std::string& before,
                                                       const std::string& word,
                                                       const std::string& after) const {
  if (word.size() < kShortestWord || word.size() > kLongestWord) return std::nullopt;
  return nearest_allowed(word, 1, [&](const std::string& candidate) {
    const std::string base = singular(candidate);
    return (is_in_names(before) && is_joined_in_names(before + base)) ||
           (is_in_names(after) && is_joined_in_names(base + after));
  });
}

std::optional<std::string> Vocabulary::nearest_allowed(const std::string& word, int most,
                                                       const Allows& allows) const {
  const std::string* best = nullptr;
  int best_distance = most + 1;
  int best_count = 0;
  const std::size_t least = std::max(kShortestWord, word.size() - static_cast<std::size_t>(most));
  for (std::size_t size = least; size <= word.size() + static_cast<std::size_t>(most); ++size) {
    const auto candidates = by_length_.find(size);
    if (candidates == by_length_.end()) continue;
    for (const std::string& candidate : candidates->second) {
      const int distance = search::edit_distance(word, candidate, std::min(most, best_distance));
      if (distance > most || distance > best_distance || !allows(candidate)) continue;
      // Most people get the first letter right, and leave one out or swap two rather than hit a
      // wrong one.
      const bool is_wrong_letter = candidate.size() == word.size() && !is_swapped(candidate, word);
      const int count = std::min(words_.at(candidate), 9999) + (is_wrong_letter ? 0 : 10'000) +
                        (candidate[0] == word[0] ? 1'000'000 : 0);
      if (distance < best_distance || count > best_count) {
        best = &candidate;
        best_distance = distance;
        best_count = count;
      }
    }
  }
  if (best == nullptr) return std::nullopt;
  return *best;
}

}  // namespace chat
