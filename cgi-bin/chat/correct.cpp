#include "chat/correct.h"

#include <algorithm>
#include <span>

#include "base/text.h"

namespace chat {
namespace {

bool has_digit(const std::string& word) {
  return std::ranges::any_of(word, [](char c) { return c >= '0' && c <= '9'; });
}

class Corrector {
 public:
  explicit Corrector(const Knowledge& known)
      : phrases_(known.phrases),
        vocabulary_(known.vocabulary),
        dictionary_(known.dictionary),
        shop_(known.shop) {}

  void correct(std::vector<Token>& tokens, std::vector<Correction>& corrections) const {
    for (std::size_t i = 0; i < tokens.size(); ++i) {
      Token& token = tokens[i];
      if (has_digit(token.word) || is_known_here(token) || is_part(tokens, i)) continue;
      auto meant = vocabulary_.nearest_between(i > 0 ? tokens[i - 1].base : "", token.word,
                                               i + 1 < tokens.size() ? tokens[i + 1].base : "");
      const bool is_right_word = dictionary_ != nullptr && dictionary_->knows(token.word);
      if (!meant && is_right_word) continue;
      if (!meant) meant = vocabulary_.nearest(token.word);
      if (!meant && token.base != token.word) meant = vocabulary_.nearest(token.base);
      if (!meant || is_far_number(token.word, *meant)) continue;
      corrections.push_back({token.typed, *meant});
      token.typed = *meant;
      token.word = *meant;
      token.base = singular(*meant);
    }
  }

 private:
  /// By the shop, not only by the dictionary.
  bool is_known_here(const Token& token) const {
    return phrases_.knows(token.word) || phrases_.knows(token.base) ||
           vocabulary_.knows_word(token.word) || vocabulary_.knows_word(token.base) ||
           !phrases_.synonyms(token.base).empty() || vocabulary_.is_joined_in_names(token.base) ||
           vocabulary_.find(token.base) != nullptr ||
           vocabulary_.find_ending(token.base) != nullptr ||
           (shop_ != nullptr && shop_->knows(token.base));
  }

  /// "Nike" is no nine; "fvie" is five.
  bool is_far_number(std::string word, std::string meant) const {
    constexpr std::size_t kShort = 5;
    if (word.size() > kShort || !is_number_word(meant)) return false;
    std::ranges::sort(word);
    std::ranges::sort(meant);
    return word != meant;
  }

  bool is_number_word(const std::string& word) const {
    return std::ranges::any_of(phrases_.find({Token{.typed = word, .word = word, .base = word}}),
                               [](const Hit& hit) { return hit.key.starts_with("value-"); });
  }

  /// "head phones": together with its neighbour the word is fine.
  bool is_part(const std::vector<Token>& tokens, std::size_t i) const {
    const auto is_term = [&](std::size_t begin) {
      if (begin + 2 > tokens.size()) return false;
      const std::string key = key_of(tokens, begin, begin + 2);
      return vocabulary_.find(key) != nullptr || vocabulary_.is_in_names(key);
    };
    return is_term(i) || (i > 0 && is_term(i - 1));
  }

  const Phrases& phrases_;
  const Vocabulary& vocabulary_;
  const Dictionary* dictionary_;
  const ShopWords* shop_;
};

/// What "five" or "hundred" counts; 0 for other words. "one" alone is somebody or something.
std::int64_t value_of(const Token& token, const Phrases& phrases) {
  constexpr std::string_view kPrefix = "value-";
  for (const Hit& hit : phrases.find({token})) {
    if (!hit.key.starts_with(kPrefix)) continue;
    return to_integer(hit.key.substr(kPrefix.size())).value_or(0);
  }
  return 0;
}

/// Reads words from a place on: "two hundred and fifty", "half a dozen".
class NumberReader {
 public:
  NumberReader(const std::vector<Token>& tokens, const Phrases& phrases)
      : tokens_(tokens), phrases_(phrases) {}

  /// The number that starts here and where it ends; `begin` itself when none does.
  std::pair<std::int64_t, std::size_t> read(std::size_t begin) const {
    if (is_at(begin, {"half", "a", "dozen"})) return {6, begin + 3};
    if (is_at(begin, {"a", "dozen"})) return {12, begin + 2};
    std::int64_t sum = 0;
    std::int64_t part = 0;
    std::size_t at = begin;
    for (; at < tokens_.size() && !tokens_[at].is_number; ++at) {
      const std::string& word = tokens_[at].word;
      const bool is_joint = word == "and" && at > begin && part >= 100 && value(at + 1) > 0;
      if (is_joint) continue;
      const bool is_one = (word == "one" || word == "a") && value(at + 1) >= 100;
      const std::int64_t number = is_one ? 1 : value(at);
      if (number == 0) break;
      if (number >= 100 && part > 0 && part < number) {
        part *= number;
      } else if (part == 0 || (part >= 20 && number < smallest_unit(part))) {
        part += number;
      } else {
        break;
      }
    }
    sum += part;
    return {sum, sum == 0 ? begin : at};
  }

 private:
  bool is_at(std::size_t begin, std::initializer_list<std::string_view> words) const {
    if (begin + words.size() > tokens_.size()) return false;
    return std::ranges::equal(words, std::span(tokens_).subspan(begin, words.size()), {}, {},
                              &Token::word);
  }
  std::int64_t value(std::size_t at) const {
    return at < tokens_.size() ? value_of(tokens_[at], phrases_) : 0;
  }
  /// What may still be added: to 20 less than 10, to 300 less than 100.
  static std::int64_t smallest_unit(std::int64_t part) {
    std::int64_t unit = 1;
    while (part % (unit * 10) == 0) unit *= 10;
    return unit;
  }

  const std::vector<Token>& tokens_;
  const Phrases& phrases_;
};

/// Where the product's name that starts here ends; `begin` when none does.
std::size_t name_end(const std::vector<Token>& tokens, std::size_t begin,
                     const Vocabulary& vocabulary) {
  const std::size_t most = std::min(tokens.size(), begin + Vocabulary::kLongestTerm);
  for (std::size_t end = most; end > begin + 1; --end) {
    if (vocabulary.find_products(tokens, begin, end) != nullptr) return end;
  }
  return begin;
}

}  // namespace

std::vector<Correction> correct(std::vector<Token>& tokens, const Knowledge& known) {
  std::vector<Correction> corrections;
  Corrector(known).correct(tokens, corrections);
  return corrections;
}

void read_number_words(std::vector<Token>& tokens, const Phrases& phrases,
                       const Vocabulary& vocabulary) {
  for (std::size_t at = 0; at < tokens.size(); ++at) {
    if (const std::size_t end = name_end(tokens, at, vocabulary); end > at) {
      at = end - 1;
      continue;
    }
    const auto [number, end] = NumberReader(tokens, phrases).read(at);
    if (end == at) continue;
    Token& token = tokens[at];
    token.is_number = true;
    token.hundredths = number * 100;
    token.word = token.base = std::to_string(number);
    tokens.erase(tokens.begin() + static_cast<std::ptrdiff_t>(at) + 1,
                 tokens.begin() + static_cast<std::ptrdiff_t>(end));
  }
}

}  // namespace chat
