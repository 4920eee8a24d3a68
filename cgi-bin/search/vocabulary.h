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
  /// The words of one length, side by side: a misspelt word is compared with thousands of them.
  struct Words {
    std::size_t length = 0;                // of each, in bytes
    std::vector<std::uint32_t> letters{};  // letters_of each
    std::vector<std::int64_t> counts{};    // how many products hold each; 0: none any more
    std::string texts{};                   // one behind the other

    std::size_t size() const { return letters.size(); }
    std::string_view text(std::size_t at) const {
      return std::string_view(texts).substr(at * length, length);
    }
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
  const Words& of_length(std::size_t bytes) const;
  std::size_t longest() const { return by_length_.empty() ? 0 : by_length_.size() - 1; }

 private:
  std::map<std::string, Place, std::less<>> places_;        // in order: for beginnings
  std::unordered_map<std::string_view, Place> place_of_{};  // the same, for quick answers
  std::vector<Words> by_length_;
};

/// One bit a letter: words that differ in many letters need no closer look.
std::uint32_t letters_of(std::string_view word);

}  // namespace search
