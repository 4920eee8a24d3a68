/// rank.h - how well a product fits the words of a query.
///
/// Source: BM25F (Robertson, Zaragoza, Taylor 2004; Robertson and Zaragoza 2009, section 3.6.2):
///         counts in weighted fields, normalised by their length, saturate together; a word's
///         weight is its rarity. On top, as small known factors: products that match more of the
///         words, words next to one another in the name, what is in stock, what sells.
#pragma once

#include <cstdint>
#include <vector>

#include "search/index.h"
#include "search/understand.h"

namespace search {

struct Match {
  std::uint32_t slot = 0;
  int words = 0;  // how many wishes of the query it fulfils
  double score = 0;
};

/// All products that match at least one wish, in no order. Without wishes: all products, score 0.
std::vector<Match> match_products(const Index& index, const std::vector<QueryTerm>& terms);

}  // namespace search
