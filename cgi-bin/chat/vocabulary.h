/// vocabulary.h - the words of the catalogue: categories, brands, attributes, names.
///
/// Source: filled by read_vocabulary() (catalogue_words.h) or, in tests, by hand. Pure.
#pragma once

#include <algorithm>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "chat/measure.h"
#include "chat/normalise.h"
#include "chat/wish.h"

namespace chat {

/// What one word or group of words means in the catalogue.
struct Term {
  std::vector<std::int64_t> categories{};
  bool is_part_of_category = false;  // "scarf" of "Socks & Scarves"
  std::vector<std::int64_t> brands{};
  std::vector<Pair> pairs{};
  std::vector<std::string> attributes{};  // names: "Size" is asked about, not looked for

  /// Something to look for. A word that names an attribute ("size") is none because some value
  /// holds it as well ("full size", "2 year warranty"); it is one when its own value is yes
  /// ("Wireless: yes").
  bool is_thing() const {
    if (!categories.empty() || !brands.empty()) return true;
    return std::ranges::any_of(pairs, [&](const Pair& pair) {
      const bool is_yes = pair.value == "yes" || pair.value == "Yes" || pair.value == "true";
      return attributes.empty() ||
             (is_yes && std::ranges::find(attributes, pair.name) != attributes.end());
    });
  }
};

class Vocabulary {
 public:
  /// `ids`: the category and all below it.
  void add_category(std::string_view name, const std::vector<std::int64_t>& ids);
  void add_brand(std::string_view name, std::int64_t id);
  void add_attribute(std::string_view name, std::string_view value);
  /// "Kite Backpack, Navy" is also called "Kite Backpack"; "The Salt Road" also "Salt Road".
  void add_product(std::string_view name, std::int64_t id);
  /// A word that is spelled right; the one with more weight is the likelier one to be meant.
  void add_word(const std::string& word, int weight = 1);

  /// What this key (see key_of()) means, or nullptr.
  const Term* find(const std::string& key) const;
  /// The products that are called so, or nullptr. Articles do not count; one word is no name.
  const std::vector<std::int64_t>* find_products(const std::vector<Token>& tokens,
                                                 std::size_t begin, std::size_t end) const;

  /// True when the term is a category, a brand or a whole value ("red"), rather than a word out of
  /// a longer value ("phone" of "6.1 inch phones").
  bool says_it_all(const Term& term, const std::string& key) const;
  /// The longest group of words that means something has so many words.
  static constexpr std::size_t kLongestTerm = 8;

  bool knows_word(const std::string& word) const { return words_.contains(word); }
  bool is_in_names(const std::string& base) const { return name_words_.contains(base); }
  /// How many names have this word: things have many, remarks few.
  int name_count(const std::string& base) const;
  /// False for words of hardly any name.
  bool is_kind_of_thing(const std::string& base) const { return name_count(base) >= 2; }
  /// Two words that names write as one, or one that they write as two: "smart watch".
  bool is_joined_in_names(const std::string& joined) const { return joined_.contains(joined); }

  /// Values of attributes called age ("Age: 6 to 8 years") that suit somebody of so many years.
  std::vector<Pair> pairs_for_age(int years) const;

  /// A value with a number: "30 hours".
  struct Measured {
    Pair pair{};
    Measure measure{};
    std::string unit{};  // base word behind the last number; empty: none
  };
  const std::vector<Measured>& measured() const { return measured_; }

  /// The category key that ends with this word: "phone" -> "smartphone".
  const Term* find_ending(const std::string& base) const;

  /// The known word that was most likely meant by a word with typing errors.
  std::optional<std::string> nearest(const std::string& word) const;
  /// The same for a word of 3 letters and more that stands between these two (base words, or
  /// empty): only words that names have beside one of them. "harbour ran jacket" is rain.
  std::optional<std::string> nearest_between(const std::string& before, const std::string& word,
                                             const std::string& after) const;

 private:
  using Allows = std::function<bool(const std::string& candidate)>;
  std::optional<std::string> nearest_allowed(const std::string& word, int most,
                                             const Allows& allows) const;
  Term& term(const std::string& key) { return terms_[key]; }
  void add_words_of(const std::vector<Token>& tokens);
  void add_product_key(const std::vector<Token>& tokens, std::int64_t id);

  std::unordered_map<std::string, Term> terms_;
  std::unordered_map<std::string, std::vector<std::int64_t>> product_names_;
  std::unordered_map<std::string, int> words_;       // how often
  std::unordered_map<std::string, int> name_words_;  // base words of product names
  std::unordered_map<std::string, int> joined_;
  struct AgeRange {
    Pair pair{};
    int from = 0;
    int to = 0;  // years, both included
  };
  std::vector<AgeRange> ages_;
  std::vector<Measured> measured_;
  std::map<std::string, std::vector<std::int64_t>> category_keys_;
  // By length, so that only words of about the right length are compared.
  std::map<std::size_t, std::vector<std::string>> by_length_;
};

}  // namespace chat
