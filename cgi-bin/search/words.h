/// words.h - how text becomes words that can be compared: the first step for products and queries.
///
/// "Café-Lamp 16GB" -> cafe lamp 16 gb. Accents go, upper case goes, letters and digits part.
/// Source: Snowball's English stemmer (libstemmer).
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

struct sb_stemmer;

namespace search {

/// The words of a text in order, at most `most`. Characters beyond Latin stay as they are.
std::vector<std::string> words_of(std::string_view text, std::size_t most = 100000);

/// The word of a product's name that says what it is: the last one before what it is made for,
/// comes with or is sold in. "Oak Desk Lamp with Dimmer, 40 W" -> "lamp". Empty: the name has none.
std::string head_word(std::string_view name);

/// Words that say nothing about a product: "the", "with", "for" …
bool is_stop_word(std::string_view word);

/// Brings inflected words to one form: "lamps", "lamp" -> "lamp". Words with digits stay.
class Stemmer {
 public:
  explicit Stemmer(const char* language = "english");
  std::string stem(const std::string& word) const;

 private:
  std::unique_ptr<sb_stemmer, void (*)(sb_stemmer*)> stemmer_;
};

}  // namespace search
