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
    } else if (byte != '\'') {
      plain += static_cast<char>(byte);
    }
  }
  return plain;
}

}  // namespace

std::vector<std::string> words_of(std::string_view text, std::size_t most) {
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
    const Kind next = kind_of(c);
    if (next != kind) end_word();
    if (words.size() >= most) return words;
    kind = next;
    if (kind != Kind::space) word += c;
  }
  end_word();
  return words;
}

bool is_stop_word(std::string_view word) {
  return std::binary_search(kStopWords.begin(), kStopWords.end(), word);
}

Stemmer::Stemmer(const char* language)
    : stemmer_(sb_stemmer_new(language, "UTF_8"), sb_stemmer_delete) {
  if (stemmer_ == nullptr) throw std::runtime_error(std::string("no stemmer for ") + language);
}

std::string Stemmer::stem(const std::string& word) const {
  if (word.size() < 3 || (word[0] >= '0' && word[0] <= '9')) return word;
  const auto* stemmed =
      sb_stemmer_stem(stemmer_.get(), reinterpret_cast<const sb_symbol*>(word.data()),
                      static_cast<int>(word.size()));
  return {reinterpret_cast<const char*>(stemmed),
          static_cast<std::size_t>(sb_stemmer_length(stemmer_.get()))};
}

}  // namespace search
