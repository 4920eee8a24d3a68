/// texts.h - likeness of items by their words: names, attributes, categories. What is known of an
/// item that nobody has bought yet.
///
/// Source: cosine of TF-IDF vectors (Salton and Buckley 1988), a word counted once per item.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace recommend {

/// The words of a text in small letters, without the plural's s. Bytes above 127 count as letters.
std::vector<std::string> words_of(std::string_view text);

/// A sparse vector of length 1, sorted by word; empty for an item without words.
struct WordVector {
  struct Entry {
    int word = 0;
    float weight = 0;
  };
  std::vector<Entry> entries{};
};

/// One vector per text; rare words weigh more, words of a single item nothing.
std::vector<WordVector> word_vectors(const std::vector<std::string>& texts);

struct Likeness {
  int item = 0;
  float cosine = 0;
};

/// The items that share words with `item`, in no order; not the item itself.
class TextIndex {
 public:
  explicit TextIndex(std::vector<WordVector> vectors);
  std::vector<Likeness> similar_to(int item) const;
  const std::vector<WordVector>& vectors() const { return vectors_; }

 private:
  std::vector<WordVector> vectors_;
  std::vector<std::vector<Likeness>> items_of_word_;  // Likeness::cosine holds the word's weight
};

}  // namespace recommend
