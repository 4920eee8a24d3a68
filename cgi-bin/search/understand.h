/// understand.h - from what somebody typed to what he probably means.
///
/// "wirless headphones under $50" -> words wireless, headphone; price at most 50.00.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "search/index.h"

namespace search {

/// One wish of the query: a product matches it by any of the alternatives.
struct QueryTerm {
  std::vector<std::uint32_t> alternatives{};  // term ids of the index; empty: nothing has it
  std::vector<std::uint32_t> beginnings{};    // of words that begin like it: they count less
  // Two words side by side that mean the same: "door bell" for "doorbell".
  std::optional<std::pair<std::uint32_t, std::uint32_t>> pair{};
  std::string word{};  // as it is now spelt
};

struct Understanding {
  std::vector<QueryTerm> terms{};
  std::size_t head = 0;              // the term that says what it is: "lamp" in "lamp for desk"
  std::optional<Money> min_price{};  // read from the words: "over 20"
  std::optional<Money> max_price{};  // "under $50"
  std::string corrected_text{};      // the whole query with mended words; empty: nothing was mended
  bool has_unknown_words = false;    // a word that fits nothing, not even mended
};

/// Reads a query. With `exact` nothing is mended and nothing is read as a price.
Understanding understand(const Index& index, const std::string& text, bool exact);

}  // namespace search
