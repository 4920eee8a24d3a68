/// words.h - how text becomes words that can be compared: the first step for products and queries.
///
/// "Café-Lamp 16GB" -> cafe lamp 16 gb. Accents go, upper case goes, letters and digits part.
/// Source: Snowball's English stemmer (libstemmer).
#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

struct sb_stemmer;

namespace search {

/// The words of a text in order, at most `most`. Characters beyond Latin stay as they are. Without
/// `measures` letters and digits stay together and units as they are written.
std::vector<std::string> words_of(std::string_view text, std::size_t most = 100000,
                                  bool measures = true);

/// The word of a product's name that says what it is: the last one before what it is made for,
/// comes with or is sold in. "Oak Desk Lamp with Dimmer, 40 W" -> "lamp". Empty: the name has none.
std::string head_word(std::string_view name);

/// Words that say nothing about a product: "the", "with", "for" … What a shop starts with; the
/// shopkeeper's own list is in rules.h.
std::span<const std::string_view> usual_stop_words();
bool is_usual_stop_word(std::string_view word);

/// True when the word is how a measure is counted: "inch", "ft", "gb" …
bool is_unit(std::string_view word);

/// Brings inflected words to one form: "lamps", "lamp" -> "lamp". Words with digits stay.
class Stemmer {
 public:
  /// `language` as Snowball names it; nullptr: words stay as they are.
  explicit Stemmer(const char* language = "english");
  std::string stem(const std::string& word) const;

 private:
  std::unique_ptr<sb_stemmer, void (*)(sb_stemmer*)> stemmer_;
};

}  // namespace search
