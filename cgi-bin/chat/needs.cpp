#include "chat/needs.h"

#include <algorithm>
#include <array>

namespace chat {
namespace {

template <class Item>
void add_all(std::vector<Item>& items, const std::vector<Item>& more) {
  for (const Item& item : more) {
    if (std::ranges::find(items, item) == items.end()) items.push_back(item);
  }
}

void add_term(Need& need, const Term& term) {
  add_all(need.categories, term.categories);
  add_all(need.brands, term.brands);
  add_all(need.pairs, term.pairs);
}

/// "black" is the colour black, as the filters of the shop have it, before it is a part of "black
/// composite".
void prefer_whole_values(Need& need, const std::string& key) {
  const auto is_whole = [&](const Pair& pair) { return key_of(pair.value) == key; };
  if (!std::ranges::any_of(need.pairs, is_whole)) return;
  std::erase_if(need.pairs, [&](const Pair& pair) { return !is_whole(pair); });
}

/// True when all its values are of attributes like "Tag".
bool is_kind(const Need& need, const Phrases& phrases) {
  return !need.pairs.empty() && std::ranges::all_of(need.pairs, [&](const Pair& pair) {
    return phrases.names_kinds(key_of(pair.name));
  });
}

class NeedReader {
 public:
  NeedReader(Sentence& sentence, const Knowledge& known, Understanding& result)
      : sentence_(sentence),
        tokens_(sentence.tokens),
        phrases_(known.phrases),
        vocabulary_(known.vocabulary),
        shop_(known.shop),
        result_(result) {
    sentence_.is_need.assign(tokens_.size(), false);
    for (const Token& token : tokens_) gist_.push_back(token.is_number ? "0" : token.word);
  }

  void read() {
    while (at_ < tokens_.size()) {
      if (sentence_.is_slot[at_]) {
        negated_ = negated_ || is_negation();
        ++at_;
      } else if (!read_product() && !read_as_taught() && !read_size() && !read_bare_size() &&
                 !read_said_otherwise() && !read_name_phrase() && !read_term() && !read_word()) {
        ++at_;
      }
    }
    for (const std::string& word : gist_) {
      if (!word.empty()) result_.gist += (result_.gist.empty() ? "" : " ") + word;
    }
  }

 private:
  bool is_negation() const {
    return std::ranges::any_of(sentence_.hits, [&](const Hit& hit) {
      return hit.key == "not" && hit.begin <= at_ && at_ < hit.end;
    });
  }

  std::size_t free_until() const {
    std::size_t end = at_;
    while (end < tokens_.size() && !sentence_.is_slot[end] &&
           end < at_ + Vocabulary::kLongestTerm) {
      ++end;
    }
    return end;
  }

  std::string typed(std::size_t begin, std::size_t end) const {
    std::string text;
    for (std::size_t i = begin; i < end; ++i) {
      const bool is_apart = i == begin || tokens_[i].is_alone;
      text += (i == begin ? "" : is_apart ? " " : "-") + tokens_[i].typed;
    }
    return text;
  }

  Words bases(std::size_t begin, std::size_t end) const {
    Words words;
    for (std::size_t i = begin; i < end; ++i) words.push_back(tokens_[i].base);
    return words;
  }

  void add(Need need, std::size_t end) {
    need.unwanted = negated_;
    need.text = typed(at_, end);
    negated_ = false;
    // A word that the catalogue does not know says itself what it says.
    if (!need.deep) {
      mark(end, placeholder_of(need));
      for (std::size_t i = at_; i < end; ++i) sentence_.is_need[i] = true;
    }
    result_.wish.needs.push_back(std::move(need));
    sentence_.need_spans.emplace_back(at_, end);
    at_ = end;
  }

  static const char* placeholder_of(const Need& need) {
    if (need.is_product()) return "_product_";
    if (need.is_category() || need.pairs.empty())
      return need.brands.empty() ? "_thing_" : "_brand_";
    return "_value_";
  }

  /// The gist has one word for the tokens until `end`.
  void mark(std::size_t end, const std::string& word) {
    gist_[at_] = word;
    for (std::size_t i = at_ + 1; i < end; ++i) gist_[i].clear();
  }

  /// "size 42", "fine nib", "1000 pieces": an attribute's name with one of its values.
  bool read_size() {
    if (at_ + 1 >= tokens_.size() || sentence_.is_slot[at_ + 1]) return false;
    return read_size(tokens_[at_], tokens_[at_ + 1]) || read_size(tokens_[at_ + 1], tokens_[at_]);
  }

  /// "t-shirt S", "boots in 42": a size that is not called one.
  bool read_bare_size() {
    const Token& token = tokens_[at_];
    static constexpr std::array<std::string_view, 6> kLetters = {"xs", "s", "m", "l", "xl", "xxl"};
    const bool is_letter =
        token.is_alone && std::ranges::find(kLetters, token.word) != kLetters.end();
    const bool follows_in = token.is_number && at_ > 0 && tokens_[at_ - 1].word == "in";
    if (!is_letter && !follows_in) return false;
    const Term* size = vocabulary_.find("size=" + token.word);
    if (size == nullptr) return false;
    add({.pairs = size->pairs}, at_ + 1);
    return true;
  }

  bool read_size(const Token& name, const Token& value) {
    const Term* attribute = vocabulary_.find(name.base);
    if (attribute == nullptr || attribute->attributes.empty()) return false;
    for (const std::string& text : {value.base, value.word}) {
      const Term* term = vocabulary_.find(name.base + "=" + text);
      if (term == nullptr) continue;
      add({.pairs = term->pairs}, at_ + 2);
      return true;
    }
    return false;
  }

  bool read_product() {
    // After an article the name itself follows, except for "The Understudy".
    const std::size_t longest = is_article(tokens_[at_]) ? 2 : Vocabulary::kLongestTerm;
    for (std::size_t end = std::min(tokens_.size(), at_ + longest); end > at_ + 1; --end) {
      const auto* products = vocabulary_.find_products(tokens_, at_, end);
      if (products == nullptr) continue;
      add({.products = *products}, end);
      return true;
    }
    return false;
  }

  /// Words of which the shopkeeper said what they mean as well: a product may be any of these.
  bool read_as_taught() {
    if (shop_ == nullptr) return false;
    const std::size_t longest = std::min(free_until(), at_ + search::kMostPhrase);
    for (std::size_t end = longest; end > at_; --end) {
      const std::string key = key_of(tokens_, at_, end);
      const std::vector<Words>& others = shop_->synonyms(key);
      if (others.empty()) continue;
      Need need;
      add_meaning(need, bases(at_, end));
      for (const Words& other : others) add_meaning(need, other);
      if (need.categories.empty() && need.brands.empty() && need.pairs.empty() &&
          need.names.empty()) {
        continue;  // nothing in the catalogue is called any of these
      }
      add(std::move(need), end);
      return true;
    }
    return false;
  }

  /// What products are that these words name: by category, brand, value or in a part of their name.
  void add_meaning(Need& need, const Words& words) const {
    std::string key;
    for (const std::string& word : words) key += word;
    const Term* term = vocabulary_.find(key);
    if (term != nullptr && term->is_thing()) add_term(need, *term);
    const bool is_in_names =
        vocabulary_.is_in_names(key) || (words.size() > 1 && vocabulary_.is_joined_in_names(key));
    if (is_in_names) need.names.push_back(words);
  }

  /// "light bulb", "kids' books": two words that are known to mean another one.
  bool read_said_otherwise() {
    if (at_ + 1 >= tokens_.size() || sentence_.is_slot[at_ + 1]) return false;
    return !phrases_.synonyms(key_of(tokens_, at_, at_ + 2)).empty() && term_end() < at_ + 2 &&
           read_synonym(at_ + 2);
  }

  /// The longest term from here on, as the token where it ends; `at_` when there is none.
  std::size_t term_end() const {
    for (std::size_t end = free_until(); end > at_; --end) {
      const Term* term = vocabulary_.find(key_of(tokens_, at_, end));
      if (term != nullptr && term->is_thing()) return end;
    }
    return at_;
  }

  /// "phone case", "t-shirt": two words that names have side by side, where the first one by itself
  /// would say something else.
  bool read_name_phrase() {
    if (at_ + 1 >= tokens_.size() || sentence_.is_slot[at_ + 1] || term_end() > at_ + 1) {
      return false;
    }
    const Token& first = tokens_[at_];
    const std::string joined = first.base + tokens_[at_ + 1].base;
    const bool is_glued = !tokens_[at_ + 1].is_alone;
    if (!vocabulary_.is_joined_in_names(joined) && !(is_glued && vocabulary_.is_in_names(joined))) {
      return false;
    }
    const bool is_common = phrases_.is_common(first.word) || phrases_.is_common(first.base) ||
                           phrases_.is_common(tokens_[at_ + 1].word);
    if (!is_glued && (is_common || first.is_number)) return false;
    const Term* term = vocabulary_.find(first.base);
    if (term != nullptr && vocabulary_.says_it_all(*term, first.base)) return false;
    add({.names = {bases(at_, at_ + 2)}}, at_ + 2);
    return true;
  }

  bool has_hit(std::string_view key, std::size_t begin) const {
    return std::ranges::any_of(
        sentence_.hits, [&](const Hit& hit) { return hit.key == key && hit.begin == begin; });
  }

  /// "the top with long sleeves", "cheapest top": a category that is called like a word without a
  /// wish stands where only a thing can.
  bool stands_as_thing(const Term& term) const {
    if (term.categories.empty()) return false;
    const bool is_opened =
        at_ > 0 && (sentence_.is_slot[at_ - 1] || has_hit("before-thing", at_ - 1));
    const bool is_closed =
        at_ + 1 == tokens_.size() || sentence_.is_slot[at_ + 1] || has_hit("after-thing", at_ + 1);
    return is_opened && is_closed;
  }

  /// True for a single word that people use without meaning a product.
  bool is_filler(std::size_t end, const Term& term) const {
    if (end > at_ + 1 || stands_as_thing(term)) return false;
    const Token& token = tokens_[at_];
    const bool is_common = phrases_.is_common(token.word) || phrases_.is_common(token.base);
    return is_common || token.is_number || (sentence_.is_cue[at_] && !term.is_thing());
  }

  /// The value that says that an attribute is not there, when a negation stands before its name.
  const Term* term_of_none(std::size_t end) const {
    if (!negated_) return nullptr;
    const std::string name = key_of(tokens_, at_, end);
    const Term* none = vocabulary_.find(name + "=none");
    return none != nullptr ? none : vocabulary_.find(name + "=no");
  }

  bool read_term() {
    for (std::size_t end = free_until(); end > at_; --end) {
      const Term* term = vocabulary_.find(key_of(tokens_, at_, end));
      if (term == nullptr || is_filler(end, *term)) continue;
      if (term->is_thing()) {
        add(need_of(*term, at_, end), end);
      } else if (const Term* none = term_of_none(end); none != nullptr) {
        negated_ = false;  // "no scent" is a value, not a thing that is unwanted
        add({.pairs = none->pairs}, end);
      } else {
        add_all(result_.attributes, term->attributes);
        mark(end, "_attribute_");
        at_ = end;
      }
      return true;
    }
    return false;
  }

  Need need_of(const Term& term, std::size_t begin, std::size_t end) const {
    Need need;
    add_term(need, term);
    for (const std::string& other : phrases_.synonyms(key_of(tokens_, begin, end))) {
      if (const Term* same = vocabulary_.find(other)) add_term(need, *same);
    }
    prefer_whole_values(need, key_of(tokens_, begin, end));
    // "Socks & Scarves" has both: names tell which are scarves.
    if (term.is_part_of_category && end == begin + 1 &&
        vocabulary_.is_kind_of_thing(tokens_[begin].base)) {
      return {.names = {bases(begin, end)}};
    }
    // A category says enough; colours and brands may also be told by the name alone.
    if (!need.is_category()) need.names = {bases(begin, end)};
    need.kind = is_kind(need, phrases_);
    return need;
  }

  /// A word of names, another word for something, or one that nobody here knows.
  bool read_word() {
    const Token& token = tokens_[at_];
    const bool is_common = phrases_.is_common(token.word) || phrases_.is_common(token.base);
    if (is_common || token.is_number || sentence_.is_cue[at_]) return false;
    if (read_joined() || read_synonym(at_ + 2) || read_synonym(at_ + 1)) return true;
    if (const Term* ending = vocabulary_.find_ending(token.base)) {
      add(need_of(*ending, at_, at_ + 1), at_ + 1);
      return true;
    }
    if (read_verb()) return true;
    Need need{.names = {{token.base}}};
    if (!vocabulary_.is_in_names(token.base)) {
      result_.unknown_words.push_back(token.typed);
      need.deep = true;
    }
    add(std::move(need), at_ + 1);
    return true;
  }

  /// "How is it roasted?" asks for the roast.
  bool read_verb() {
    const std::string& word = tokens_[at_].word;
    if (vocabulary_.is_in_names(tokens_[at_].base)) return false;
    for (const std::string_view ending : {"ed", "d", "ing"}) {
      if (!word.ends_with(ending) || word.size() < ending.size() + 3) continue;
      const Term* term = vocabulary_.find(word.substr(0, word.size() - ending.size()));
      if (term == nullptr || term->attributes.empty()) continue;
      add_all(result_.attributes, term->attributes);
      mark(at_ + 1, "_attribute_");
      ++at_;
      return true;
    }
    return false;
  }

  /// "smart watch" where names say "smartwatch", and "tshirt" where they say "T-Shirt".
  bool read_joined() {
    const std::string& base = tokens_[at_].base;
    if (at_ + 1 < tokens_.size() && !sentence_.is_slot[at_ + 1]) {
      const std::string joined = base + tokens_[at_ + 1].base;
      if (vocabulary_.is_in_names(joined) || vocabulary_.is_joined_in_names(joined)) {
        add({.names = {bases(at_, at_ + 2)}}, at_ + 2);
        return true;
      }
    }
    if (!vocabulary_.is_joined_in_names(base)) return false;
    for (std::size_t cut = 1; cut < base.size(); ++cut) {
      const std::string left = base.substr(0, cut);
      const std::string right = base.substr(cut);
      if (!vocabulary_.is_in_names(left) || !vocabulary_.is_in_names(right)) continue;
      add({.names = {{left, right}}}, at_ + 1);
      return true;
    }
    return false;
  }

  bool read_synonym(std::size_t end) {
    if (end > tokens_.size()) return false;
    Need need;
    const std::string key = key_of(tokens_, at_, end);
    const bool is_in_names = vocabulary_.is_in_names(key);
    if (is_in_names) need.names = {{key}};
    for (const std::string& other : phrases_.synonyms(key)) {
      // A lamp is called light, and light is how coffee is roasted: names decide.
      const Term* same = vocabulary_.find(other);
      if (same != nullptr && (!is_in_names || !same->categories.empty())) add_term(need, *same);
      if (need.names.empty() && vocabulary_.is_in_names(other)) need.names = {{other}};
    }
    const bool says_something = need.is_category() || !need.pairs.empty() || !need.names.empty();
    if (!says_something) return false;
    if (need.is_category()) need.names.clear();
    add(std::move(need), end);
    return true;
  }

  Sentence& sentence_;
  const std::vector<Token>& tokens_;
  const Phrases& phrases_;
  const Vocabulary& vocabulary_;
  const ShopWords* shop_;
  Understanding& result_;
  std::vector<std::string> gist_;  // a word for each token; empty: belongs to the one before
  std::size_t at_ = 0;
  bool negated_ = false;
};

}  // namespace

void read_needs(Sentence& sentence, const Knowledge& known, Understanding& result) {
  NeedReader(sentence, known, result).read();
}

}  // namespace chat
