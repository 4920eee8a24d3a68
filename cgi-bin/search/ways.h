/// ways.h - how a product can fulfil a wish and what each way is worth: the ranking adds it up, the
/// explanation shows it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "search/index.h"
#include "search/understand.h"

namespace search {

enum class Way { word, synonym, lookalike, phrase, beginning };

inline constexpr float kBeginning = 0.3F;  // of a longer word beside the word itself
inline constexpr float kSynonym = 0.9F;    // beside the word that was typed
inline constexpr float kLookalike = 0.9F;  // beside the word that was typed

/// How many products have one of the term's words.
std::size_t count_postings(const Index& index, const QueryTerm& term);

/// What a word says that so many products have. Source: inverse document frequency as in BM25,
/// never negative.
float rarity_of(const Index& index, std::size_t postings);

/// Products whose name has the words of a phrase side by side.
std::vector<Posting> postings_of_phrase(const Index& index,
                                        const std::vector<std::uint32_t>& phrase);

/// Calls `see` with the products, what an impact of 1 is worth, the way, and the word (of a phrase
/// its first one).
template <class See>
void for_each_way(const Index& index, const QueryTerm& term, See see) {
  for (const std::uint32_t id : term.alternatives) {
    const auto& postings = index.postings_of(id);
    see(postings, rarity_of(index, postings.size()), Way::word, id);
  }
  // What a rare word stands for says no more than the word itself.
  const auto shared = [&](std::size_t postings) {
    return rarity_of(index, postings + count_postings(index, term));
  };
  for (const std::uint32_t id : term.synonyms) {
    const auto& postings = index.postings_of(id);
    see(postings, kSynonym * shared(postings.size()), Way::synonym, id);
  }
  for (const std::uint32_t id : term.lookalikes) {
    const auto& postings = index.postings_of(id);
    see(postings, kLookalike * shared(postings.size()), Way::lookalike, id);
  }
  for (const auto& phrase : term.phrases) {
    const std::vector<Posting> postings = postings_of_phrase(index, phrase);
    see(postings, shared(postings.size()), Way::phrase, phrase[0]);
  }
  for (const std::uint32_t id : term.beginnings) {
    const auto& postings = index.postings_of(id);
    see(postings, kBeginning * shared(postings.size()), Way::beginning, id);
  }
}

}  // namespace search
