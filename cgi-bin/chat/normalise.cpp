#include "chat/normalise.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/money.h"
#include "base/text.h"

namespace chat {
namespace {

using std::string_view;

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_letter(char c) {
  return c >= 'a' && c <= 'z';
}
bool is_word_byte(char c) {
  return is_digit(c) || is_letter(c) || static_cast<unsigned char>(c) >= 0x80;
}

/// One character of well-formed UTF-8 and how many bytes it has.
std::pair<char32_t, std::size_t> character_at(string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) {
    return at + i < text.size() ? static_cast<unsigned char>(text[at + i]) : 0U;
  };
  const unsigned first = byte(0);
  if (first < 0x80) return {first, 1};
  if (first < 0xE0) return {((first & 0x1FU) << 6U) | (byte(1) & 0x3FU), 2};
  if (first < 0xF0) {
    return {((first & 0x0FU) << 12U) | ((byte(1) & 0x3FU) << 6U) | (byte(2) & 0x3FU), 3};
  }
  return {((first & 0x07U) << 18U) | ((byte(1) & 0x3FU) << 12U) | ((byte(2) & 0x3FU) << 6U) |
              (byte(3) & 0x3FU),
          4};
}

/// Letters of other alphabets that look like ours: "сhеар" must not pass as a new word.
constexpr std::array<std::pair<char32_t, char>, 24> kLookAlikes = {{
    {U'а', 'a'}, {U'в', 'b'}, {U'е', 'e'}, {U'к', 'k'}, {U'м', 'm'}, {U'н', 'h'},
    {U'о', 'o'}, {U'р', 'p'}, {U'с', 'c'}, {U'т', 't'}, {U'у', 'y'}, {U'х', 'x'},
    {U'і', 'i'}, {U'ј', 'j'}, {U'ѕ', 's'}, {U'А', 'a'}, {U'Е', 'e'}, {U'О', 'o'},
    {U'Р', 'p'}, {U'С', 'c'}, {U'Т', 't'}, {U'Х', 'x'}, {U'ο', 'o'}, {U'α', 'a'},
}};

/// One character in plain lower case: an accent is dropped, a dash is '-', a quote '\''.
std::string folded(char32_t c, string_view bytes) {
  if (c >= U'A' && c <= U'Z') return {static_cast<char>(c - U'A' + U'a')};
  if (c < 0x20 || c == 0x7F) return " ";
  if (c < 0x80) return std::string(bytes);
  if (c >= 0xFF01 && c <= 0xFF5E) return folded(c - 0xFEE0, std::string(1, char(c - 0xFEE0)));
  if (c >= 0x200B && c <= 0x200D) return "";  // no width
  if (c == 0xFEFF || c == 0xAD) return "";
  if (c == 0x2018 || c == 0x2019 || c == 0x02BC) return "'";
  if ((c >= 0x2010 && c <= 0x2015) || c == 0x2212) return "-";
  if (c == U'€' || c == U'£') return "$";
  for (const auto& [foreign, ours] : kLookAlikes) {
    if (c == foreign) return {ours};
  }
  const bool is_sign = (c >= 0xA0 && c < 0xC0) || (c >= 0x2000 && c < 0x2C00) ||
                       (c >= 0x3000 && c <= 0x303F) || c >= 0x1F000;
  if (is_sign) return " ";
  const std::string plain = to_slug(bytes);
  return plain == "item" ? std::string(bytes) : plain;
}

std::string fold(string_view text) {
  std::string result;
  for (std::size_t at = 0; at < text.size();) {
    const auto [c, length] = character_at(text, at);
    result += folded(c, text.substr(at, length));
    at += length;
  }
  return result;
}

/// Where the number that starts at `at` ends: digits with points and commas between them.
std::size_t number_end(string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() &&
         (is_digit(text[end]) || ((text[end] == '.' || text[end] == ',') && end + 1 < text.size() &&
                                  is_digit(text[end + 1])))) {
    ++end;
  }
  return end;
}

constexpr std::array<string_view, 10> kUnits = {"usd",  "eur",   "gbp",   "dollar", "dollars",
                                                "euro", "euros", "bucks", "ish",    "pounds"};

class Reader {
 public:
  explicit Reader(string_view text) : text_(text) {}

  std::vector<Token> read() {
    while (at_ < text_.size()) step();
    return std::move(tokens_);
  }

 private:
  char next(std::size_t ahead = 1) const {
    return at_ + ahead < text_.size() ? text_[at_ + ahead] : ' ';
  }

  void step() {
    const char c = text_[at_];
    if (is_digit(c)) return read_number();
    if (is_word_byte(c)) return read_word();
    if (c == '$') currency_ = true;
    if (c == '#') hash_ = true;
    if (c == '-') read_dash();
    if (c == '<' || c == '>') add(std::string(1, c));
    if (c == ' ') {
      glued_ = false;
    } else if (c != '$' && c != '#') {
      glued_ = true;
    }
    ++at_;
  }

  /// "20-40" and "20 - 40" are ranges; a dash before a number alone makes it negative.
  void read_dash() {
    const bool after_number = !tokens_.empty() && tokens_.back().is_number;
    std::size_t ahead = 1;
    while (next(ahead) == ' ' || next(ahead) == '$') {
      if (++ahead > 4) break;
    }
    if (!is_digit(next(ahead))) return;
    if (after_number) {
      add("to");
    } else if (ahead == 1 && !glued_) {
      negative_ = true;
    }
  }

  void read_number() {
    std::size_t end = number_end(text_, at_);
    const std::size_t digits_end = end;
    while (end < text_.size() && is_word_byte(text_[end])) ++end;
    const string_view unit = text_.substr(digits_end, end - digits_end);
    const bool is_money = unit.empty() || std::ranges::find(kUnits, unit) != kUnits.end();
    const auto amount = parse_money(text_.substr(at_, digits_end - at_));
    if (!is_money || !amount) {  // "42mm", "2nd", "1.234.567"
      add(std::string(text_.substr(at_, end - at_)));
      at_ = end;
      return;
    }
    add(std::string(text_.substr(at_, digits_end - at_)));
    Token& token = tokens_.back();
    std::erase(token.word, ',');
    token.base = token.word;
    token.is_number = true;
    token.hundredths = negative_ ? -amount->cents : amount->cents;
    if (next_is_dollar(digits_end)) token.has_currency = true;
    negative_ = false;
    at_ = digits_end;
  }

  bool next_is_dollar(std::size_t at) const { return at < text_.size() && text_[at] == '$'; }

  void read_word() {
    std::string word;
    while (at_ < text_.size() && (is_word_byte(text_[at_]) || text_[at_] == '\'')) {
      if (text_[at_] != '\'') {
        word += text_[at_++];
        continue;
      }
      // "what's", "men's": the part behind the quote says nothing; "don't" is one word.
      const bool is_possessive = at_ + 1 < text_.size() && text_[at_ + 1] == 's' &&
                                 (at_ + 2 == text_.size() || !is_word_byte(text_[at_ + 2]));
      at_ += is_possessive ? 2 : 1;
    }
    if (!word.empty()) add(word);
  }

  void add(std::string word) {
    Token token;
    token.typed = word;
    token.base = singular(word);
    token.word = std::move(word);
    token.has_currency = std::exchange(currency_, false);
    token.has_hash = std::exchange(hash_, false);
    token.is_alone = !glued_;
    tokens_.push_back(std::move(token));
    glued_ = false;
  }

  string_view text_;
  std::size_t at_ = 0;
  std::vector<Token> tokens_;
  bool currency_ = false;
  bool hash_ = false;
  bool negative_ = false;
  bool glued_ = false;
};

constexpr std::array<std::pair<string_view, string_view>, 18> kIrregular = {{
    {"men", "man"},
    {"women", "woman"},
    {"mens", "man"},  // "mens shirts", without the apostrophe
    {"womens", "woman"},
    {"kids", "kid"},
    {"childrens", "child"},
    {"children", "child"},
    {"feet", "foot"},
    {"mice", "mouse"},
    {"knives", "knife"},
    {"shelves", "shelf"},
    {"scarves", "scarf"},
    {"loaves", "loaf"},
    {"lens", "lens"},
    {"lenses", "lens"},
    {"series", "series"},
    {"gas", "gas"},
    {"sizes", "size"},
}};

/// Units by their names, as values write them: "10 litres" is "10 l".
constexpr std::array<std::pair<string_view, string_view>, 18> kUnitNames = {{
    {"litre", "l"},
    {"liter", "l"},
    {"millilitre", "ml"},
    {"milliliter", "ml"},
    {"gram", "g"},
    {"gramme", "g"},
    {"kilogram", "kg"},
    {"kilo", "kg"},
    {"centimetre", "cm"},
    {"centimeter", "cm"},
    {"millimetre", "mm"},
    {"millimeter", "mm"},
    {"metre", "m"},
    {"meter", "m"},
    {"watt", "w"},
    {"kelvin", "k"},
    {"inche", "inch"},
    {"hr", "hour"},
}};

string_view unit_of(string_view word) {
  for (const auto& [name, unit] : kUnitNames) {
    if (word == name) return unit;
  }
  return word;
}

}  // namespace

std::vector<Token> normalise(string_view text) {
  return Reader(fold(text)).read();
}

namespace {

std::string singular_form(const std::string& word) {
  for (const auto& [many, one] : kIrregular) {
    if (word == many) return std::string(one);
  }
  const std::size_t size = word.size();
  if (size < 4 || word.back() != 's') return word;
  if (word.ends_with("ss") || word.ends_with("us") || word.ends_with("is")) return word;
  if (word.ends_with("ies") && size > 4) return word.substr(0, size - 3) + "y";
  for (const string_view ending : {"sses", "xes", "zes", "ches", "shes"}) {
    if (word.ends_with(ending)) return word.substr(0, size - 2);
  }
  return word.substr(0, size - 1);
}

}  // namespace

bool is_article(const Token& token) {
  return token.word == "the" || token.word == "a" || token.word == "an";
}

std::string singular(const std::string& word) {
  return std::string(unit_of(singular_form(word)));
}

std::string key_of(const std::vector<Token>& tokens, std::size_t begin, std::size_t end) {
  std::string key;
  for (std::size_t i = begin; i < end; ++i) key += tokens[i].base;
  return key;
}

std::string key_of(string_view text) {
  const std::vector<Token> tokens = normalise(text);
  return key_of(tokens, 0, tokens.size());
}

}  // namespace chat
