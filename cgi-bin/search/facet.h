/// facet.h - filtering matches and counting what each further filter would leave.
///
/// Counts are disjunctive inside a facet and conjunctive across facets: with "red" chosen, "blue"
/// tells how many blue ones the other filters leave, as choosing it would add them.
#pragma once

#include <cstdint>
#include <vector>

#include "search/index.h"
#include "search/rank.h"
#include "search/search.h"

namespace search {

/// Keeps those matches that pass every filter and fills the facets of `results`.
std::vector<Match> filter_and_count(const Index& index, const Query& query,
                                    std::vector<Match> matches, Results& results);

}  // namespace search
