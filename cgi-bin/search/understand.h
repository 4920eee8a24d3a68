/// understand.h - from what somebody typed to what he probably means.
///
/// "wirless headphones under $50" -> words wireless, headphone; price at most 50.00.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "search/index.h"
#include "search/query.h"

namespace search {

/// One wish of the query: a product matches it by any of the alternatives.
struct QueryTerm {
  std::vector<std::uint32_t> alternatives{};  // term ids of the index; empty: nothing has it
  std::vector<std::uint32_t> beginnings{};    // of words that begin like it: they count less
  std::vector<std::uint32_t> synonyms{};      // by the shopkeeper's rules
  std::vector<std::uint32_t> lookalikes{};    // known words that this one may be a slip of
  // Words side by side that mean the same: "door bell" for "doorbell".
  std::vector<std::vector<std::uint32_t>> phrases{};
  std::string word{};   // as it is now spelt
  std::string typed{};  // as it was

  bool fits_nothing() const { return alternatives.empty() && synonyms.empty() && phrases.empty(); }
};

struct Understanding {
  std::vector<QueryTerm> terms{};
  std::size_t head = 0;              // the term that says what it is: "lamp" in "lamp for desk"
  std::optional<Money> min_price{};  // read from the words: "over 20"
  std::optional<Money> max_price{};  // "under $50"
  std::string words_text{};          // the query without the words of the price
  std::string corrected_text{};      // the whole query with mended words; empty: nothing was mended
  std::vector<std::string> unknown_words{};  // that fit nothing, not even mended
};

/// Reads the words of a query.
Understanding understand(const Index& index, const Query& query);

}  // namespace search
