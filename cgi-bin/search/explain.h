/// explain.h - why a product stands where it stands: the last step of a search, for staff.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "search/search.h"

namespace search {

/// What one wish of the query gave a product.
struct ExplainedWord {
  std::string word{};                      // of the query, as it is now spelt
  std::string typed{};                     // as it was; empty: the word before was split
  std::string_view way{};                  // word, synonym, phrase, beginning; empty: not fulfilled
  std::string stem{};                      // that was found; of a phrase its first one
  std::vector<std::string_view> fields{};  // name, brand, category, attributes, description
  float worth = 0;                         // by its rarity, as the way allows
  float fit = 0;                           // 0 … 2.2: how much the product is about it
};

/// One of the numbers that a score is multiplied by; 1 changes nothing.
struct ExplainedFactor {
  std::string_view name{};
  float value = 1;
};

struct Explanation {
  float score = 0;  // the sum of worth × fit over the words, times all factors
  std::vector<ExplainedWord> words{};
  std::vector<ExplainedFactor> factors{};
};

/// Of the product at this place of the page. Meant for results in the order of relevance: in other
/// orders, and without words, the score decides nothing.
Explanation explain(const Index& index, const Results& results, std::size_t place);

}  // namespace search
