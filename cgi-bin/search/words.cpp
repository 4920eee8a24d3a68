#include "search/words.h"

#include <libstemmer.h>

#include <algorithm>
#include <array>
#include <stdexcept>

#include "base/text.h"

namespace search {
namespace {

constexpr std::array<std::string_view, 42> kStopWords = {
    "a",    "an",  "and", "any",  "are",  "as",   "at",      "be",  "by",   "do",    "for",
    "from", "get", "has", "have", "i",    "in",   "is",      "it",  "me",   "my",    "of",
    "on",   "or",  "our", "out",  "show", "some", "that",    "the", "them", "these", "this",
    "to",   "up",  "was", "we",   "what", "with", "without", "you", "your"};

struct Unit {
  std::string_view written;
  std::string_view means;
  bool only_behind_number;  // "w" is watt in "60w" only
};

// However a measure is written, product and query get one word for it.
constexpr Unit kUnits[] = {
    {"in", "inch", true},         {"inches", "inch", false},    {"foot", "ft", false},
    {"feet", "ft", false},        {"gallon", "gal", false},     {"gallons", "gal", false},
    {"gals", "gal", false},       {"pound", "lb", false},       {"pounds", "lb", false},
    {"lbs", "lb", false},         {"ounce", "oz", false},       {"ounces", "oz", false},
    {"0z", "oz", true},           {"yard", "yd", true},         {"yards", "yd", true},
    {"square", "sq", true},       {"cubic", "cu", true},        {"w", "watt", true},
    {"watts", "watt", false},     {"v", "volt", true},          {"volts", "volt", false},
    {"amps", "amp", false},       {"a", "amp", true},           {"quart", "qt", false},
    {"quarts", "qt", false},      {"pk", "pack", false},        {"packs", "pack", true},
    {"pc", "piece", true},        {"pcs", "piece", false},      {"pieces", "piece", true},
    {"liter", "l", true},         {"liters", "l", true},        {"litre", "l", true},
    {"litres", "l", true},        {"ltr", "l", true},           {"millimeter", "mm", false},
    {"millimeters", "mm", false}, {"centimeter", "cm", false},  {"centimeters", "cm", false},
    {"meter", "m", true},         {"meters", "m", true},        {"metre", "m", true},
    {"metres", "m", true},        {"gigabyte", "gb", false},    {"gigabytes", "gb", false},
    {"terabyte", "tb", false},    {"degrees", "degree", false}, {"gram", "g", true},
    {"grams", "g", true},         {"kilogram", "kg", false},    {"kilograms", "kg", false},
};

bool is_number(std::string_view word) {
  return !word.empty() && word[0] >= '0' && word[0] <= '9';
}

/// "sq ft": the unit behind "sq" is behind a number as well.
bool continues_number(std::string_view word) {
  return is_number(word) || word == "sq" || word == "cu";
}

void name_units(std::vector<std::string>& words) {
  for (std::size_t at = 0; at < words.size(); ++at) {
    const bool behind_number = at > 0 && continues_number(words[at - 1]);
    for (const Unit& unit : kUnits) {
      if (words[at] != unit.written || (unit.only_behind_number && !behind_number)) continue;
      words[at] = unit.means;
      break;
    }
  }
}

// Behind these a name goes on about colour, size, purpose.
constexpr std::string_view kEndOfPhrase[] = {",",    "(",     " - ", ":",    ";",     " with ",
                                             " in ", " for ", " w/", " by ", " from "};

enum class Kind { space, letter, digit };

Kind kind_of(char c) {
  const auto byte = static_cast<unsigned char>(c);
  if (c >= '0' && c <= '9') return Kind::digit;
  if ((c >= 'a' && c <= 'z') || byte >= 0x80) return Kind::letter;
  return Kind::space;
}

/// Lower case without accents: each two-byte Latin letter by way of to_slug's table.
std::string folded(std::string_view text) {
  std::string plain;
  plain.reserve(text.size());
  for (std::size_t at = 0; at < text.size(); ++at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    const bool is_latin_pair = byte >= 0xC3 && byte <= 0xC5 && at + 1 < text.size();
    if (is_latin_pair) {
      const std::string slug = to_slug(text.substr(at, 2));
      plain += slug == "item" ? " " : slug;
      ++at;
    } else if (byte == 0xE2 && at + 2 < text.size()) {
      plain += ' ';  // typographic quotes, dashes, bullets
      at += 2;
    } else if (byte >= 'A' && byte <= 'Z') {
      plain += static_cast<char>(byte - 'A' + 'a');
    } else if (byte == '\'' || byte == '"') {
      // Behind a number feet and inches: 8' x 10', 24".
      const bool behind_digit = !plain.empty() && plain.back() >= '0' && plain.back() <= '9';
      const bool is_double = byte == '"' || (at + 1 < text.size() && text[at + 1] == '\'');
      if (behind_digit) {
        plain += is_double ? " inches " : " feet ";
        if (byte == '\'' && is_double) ++at;
      } else if (byte == '"') {
        plain += ' ';
      }
    } else {
      plain += static_cast<char>(byte);
    }
  }
  return plain;
}

}  // namespace

std::vector<std::string> words_of(std::string_view text, std::size_t most, bool measures) {
  std::vector<std::string> words;
  const std::string plain = folded(text);
  std::string word;
  Kind kind = Kind::space;
  const auto end_word = [&] {
    // A word longer than any real one is noise; its head still tells it from others.
    constexpr std::size_t kLongest = 40;
    if (!word.empty()) words.push_back(word.substr(0, kLongest));
    word.clear();
  };
  for (const char c : plain) {
    Kind next = kind_of(c);
    if (!measures && next == Kind::digit) next = Kind::letter;
    if (next != kind) end_word();
    if (words.size() >= most) break;
    kind = next;
    if (kind != Kind::space) word += c;
  }
  if (words.size() < most) end_word();
  if (measures) name_units(words);
  return words;
}

std::string head_word(std::string_view name) {
  const std::string lower = to_lower(name);
  std::size_t from = 0;
  while (true) {
    std::size_t cut = std::string::npos;
    for (const std::string_view mark : kEndOfPhrase) cut = std::min(cut, lower.find(mark, from));
    std::vector<std::string> words = words_of(lower.substr(0, cut));
    std::erase_if(words,
                  [](const std::string& word) { return is_number(word) || word.size() < 3; });
    // A single word before the mark is a brand as a rule: "Apple - iPhone 5".
    if (words.size() >= 2 || cut == std::string::npos) return words.empty() ? "" : words.back();
    from = cut + 1;
  }
}

std::span<const std::string_view> usual_stop_words() {
  return kStopWords;
}

bool is_usual_stop_word(std::string_view word) {
  return std::binary_search(kStopWords.begin(), kStopWords.end(), word);
}

bool is_unit(std::string_view word) {
  return std::any_of(std::begin(kUnits), std::end(kUnits),
                     [&](const Unit& unit) { return unit.means == word; });
}

Stemmer::Stemmer(const char* language)
    : stemmer_(language == nullptr ? nullptr : sb_stemmer_new(language, "UTF_8"),
               sb_stemmer_delete) {
  if (stemmer_ == nullptr && language != nullptr)
    throw std::runtime_error(std::string("no stemmer for ") + language);
}

std::string Stemmer::stem(const std::string& word) const {
  if (stemmer_ == nullptr || word.size() < 3 || (word[0] >= '0' && word[0] <= '9')) return word;
  const auto* stemmed =
      sb_stemmer_stem(stemmer_.get(), reinterpret_cast<const sb_symbol*>(word.data()),
                      static_cast<int>(word.size()));
  return {reinterpret_cast<const char*>(stemmed),
          static_cast<std::size_t>(sb_stemmer_length(stemmer_.get()))};
}

}  // namespace search
