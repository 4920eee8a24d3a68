#include "search/explain.h"

#include <algorithm>

#include "search/taste.h"
#include "search/ways.h"
#include "search/weights.h"

namespace search {
namespace {

std::string_view name_of(Way way) {
  switch (way) {
    case Way::word: return "word";
    case Way::synonym: return "synonym";
    case Way::lookalike: return "lookalike";
    case Way::phrase: return "phrase";
    case Way::beginning: return "beginning";
  }
  return {};
}

std::vector<std::string_view> fields_of(const Index& index, std::uint32_t term,
                                        std::uint32_t slot) {
  constexpr std::string_view kNames[kFieldCount] = {"name", "brand", "category", "attributes",
                                                    "description"};
  std::vector<std::string_view> fields;
  const auto& postings = index.postings_of(term);
  for (std::size_t at = 0; at < postings.size(); ++at) {
    if (postings[at].slot != slot) continue;
    const FieldCounts& counts = index.counts_of(term)[at];
    for (std::size_t field = 0; field < kFieldCount; ++field) {
      if (counts.of[field] > 0) fields.push_back(kNames[field]);
    }
  }
  return fields;
}

/// The best of the ways in which the product fulfils the wish.
ExplainedWord explain_word(const Index& index, const QueryTerm& term, std::uint32_t slot) {
  ExplainedWord best{.word = term.word, .typed = term.typed};
  std::uint32_t found = Index::kNoTerm;
  for_each_way(index, term,
               [&](const std::vector<Posting>& postings, float worth, Way way, std::uint32_t id) {
                 const auto posting =
                     std::find_if(postings.begin(), postings.end(),
                                  [&](const Posting& candidate) { return candidate.slot == slot; });
                 if (posting == postings.end()) return;
                 if (worth * posting->impact <= best.worth * best.fit) return;
                 best.way = name_of(way);
                 best.worth = worth;
                 best.fit = posting->impact;
                 found = id;
               });
  if (found == Index::kNoTerm) return best;
  best.stem = index.stem_of_term(found);
  best.fields = fields_of(index, found, slot);
  return best;
}

}  // namespace

Explanation explain(const Index& index, const Results& results, std::size_t place) {
  const Match& match = results.matches.at(place);
  const Entry& entry = index.entries()[match.slot];
  const Standing& standing = index.standings()[match.slot];
  const std::vector<QueryTerm>& terms = results.understood.terms;
  Explanation explanation{.score = match.score};
  if (terms.empty()) return explanation;
  for (const QueryTerm& term : terms) {
    explanation.words.push_back(explain_word(index, term, match.slot));
  }
  const Steps& steps = index.steps();
  const Taste* taste = results.asked.taste;
  explanation.factors = {
      {"share_of_words",
       coverage_factor(steps, static_cast<std::size_t>(match.words), terms.size())},
      {"is_what_was_asked_for", head_factor(index, terms[results.understood.head], standing)},
      {"side_by_side", nearness_factor(match.pairs)},
      {"stock", stock_factor(steps, index.terms(), entry.card.in_stock)},
      {"sales", sales_factor(steps, index.terms(), index.sold_counts()[match.slot])},
      {"taken_by_visitors", index.learned_factor(entry.card.id)},
      {"own_taste", taste == nullptr ? 1 : taste_factor(*taste, index, match.slot)},
  };
  return explanation;
}

}  // namespace search
