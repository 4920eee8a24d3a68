/// rank.h - how well a product fits the words of a query.
///
/// Source: BM25F with the figures of weights.h; a word's weight is its rarity. On top, as small
///         known factors: products that match more of the words, words next to one another in the
///         name, what is in stock, what sells.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "search/index.h"
#include "search/understand.h"

namespace search {

struct Match {
  std::uint32_t slot = 0;
  float score = 0;
  std::int16_t words = 0;  // wishes that it fulfils
  std::int16_t pairs = 0;  // of wishes side by side in its name; looked at for the best ones only
};

struct Matches {
  std::vector<Match> products{};  // in no order
  int words = 0;                  // of the query's wishes, how many the best match fulfils
  bool has_all_words = false;     // the best fulfil every wish
};

/// The factors of a score: for the share of the words that a product has, for being what is asked
/// for and not something for it, and for each pair of words side by side in the name.
float coverage_factor(const Steps& steps, std::size_t words, std::size_t all);
float head_factor(const Index& index, const QueryTerm& wish, const Standing& standing);
float nearness_factor(int pairs);

/// The products that match every wish; without wishes all of them, score 0.
Matches match_every_wish(const Index& index, const Understanding& understood);

/// The products that match at least one wish; only those that match every wish when these fill
/// more pages than anybody turns. Without wishes: all products, score 0. `every` is what
/// match_every_wish gave for the same words, when it was asked already.
Matches match_products(const Index& index, const Understanding& understood,
                       std::optional<Matches> every = std::nullopt);

/// The products that match as many wishes as the best one does: for orders other than relevance,
/// in which a lamp that only shares the word "blue" must not come before what was asked for.
Matches match_best_products(const Index& index, const Understanding& understood);

}  // namespace search
