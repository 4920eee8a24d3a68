/// needs.h - the part of understanding that reads what a product must be.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "chat/phrases.h"
#include "chat/understand.h"
#include "chat/vocabulary.h"

namespace chat {

/// Tokens of a sentence and what is known of each.
struct Sentence {
  std::vector<Token> tokens{};
  std::vector<Hit> hits{};
  std::vector<bool> is_name{};  // of a product, brand or category, whatever else it may mean
  std::vector<bool> is_slot{};  // a price, a date …: no part of a product's description
  std::vector<bool> is_cue{};   // belongs to a phrase of some intent
  std::vector<bool> is_need{};  // belongs to result.wish.needs
  std::vector<Hit> bounds{};    // "at least 30" of "at least 30 hours": the unit stands behind
  std::vector<std::pair<std::size_t, std::size_t>> need_spans{};  // tokens of each, as read

  bool has(std::string_view key) const;
  const Hit* first(std::string_view key) const;
};

/// Marks names of two words and more: the "non" of "non-fiction" negates nothing.
void mark_names(Sentence& sentence, const Vocabulary& vocabulary);

/// Reads categories, brands, attributes and words of names from what no slot covers, into
/// `result.wish.needs`, `result.attributes` and `result.unknown_words`.
void read_needs(Sentence& sentence, const Knowledge& known, Understanding& result);

}  // namespace chat
