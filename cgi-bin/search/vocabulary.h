/// vocabulary.h - the words that the shop itself uses, and how often: what spelling is judged by.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace search {

class Vocabulary {
 public:
  struct Word {
    const std::string* text = nullptr;  // valid as long as the vocabulary is
    std::int64_t count = 0;             // how many products hold it; 0: none any more
    std::uint32_t letters = 0;          // letters_of(text)
  };

  /// Where a word stands, as long as the vocabulary lives.
  struct Place {
    std::uint32_t length = 0;
    std::uint32_t at = 0;
  };

  Place add(const std::string& word, std::int64_t count = 1);
  /// Takes one use back: a product was changed or withdrawn.
  void remove(Place place);

  bool contains(std::string_view word) const { return count(word) > 0; }
  /// 0 for a word that no product holds.
  std::int64_t count(std::string_view word) const;
  std::size_t size() const { return places_.size(); }

  /// Calls `see` for each word that begins so, in order, until it returns false.
  void for_beginning(std::string_view beginning,
                     const std::function<bool(const std::string&)>& see) const;
  /// All words of this many bytes, in no order.
  const std::vector<Word>& of_length(std::size_t bytes) const;
  std::size_t longest() const { return by_length_.empty() ? 0 : by_length_.size() - 1; }

 private:
  const Word* find(std::string_view word) const;

  std::map<std::string, Place, std::less<>> places_;        // in order: for beginnings
  std::unordered_map<std::string_view, Place> place_of_{};  // the same, for quick answers
  std::vector<std::vector<Word>> by_length_;
};

/// One bit a letter: words that differ in many letters need no closer look.
std::uint32_t letters_of(std::string_view word);

}  // namespace search
