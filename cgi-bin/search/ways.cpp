#include "search/ways.h"

#include <algorithm>
#include <cmath>

namespace search {
namespace {

bool has_side_by_side(std::span<const std::uint32_t> name,
                      const std::vector<std::uint32_t>& phrase) {
  return std::search(name.begin(), name.end(), phrase.begin(), phrase.end()) != name.end();
}

}  // namespace

std::size_t count_postings(const Index& index, const QueryTerm& term) {
  std::size_t count = 0;
  for (const std::uint32_t id : term.alternatives) count += index.postings_of(id).size();
  return count;
}

float rarity_of(const Index& index, std::size_t postings) {
  if (!index.steps().rarity) return 1;
  const auto count = static_cast<double>(postings);
  const auto all = static_cast<double>(index.size());
  return static_cast<float>(std::log(1 + std::max(0.0, all - count + 0.5) / (count + 0.5)));
}

std::vector<Posting> postings_of_phrase(const Index& index,
                                        const std::vector<std::uint32_t>& phrase) {
  std::vector<Posting> found;
  const auto& left = index.postings_of(phrase[0]);
  const auto& right = index.postings_of(phrase[1]);
  auto l = left.begin();
  auto r = right.begin();
  while (l != left.end() && r != right.end()) {
    if (l->slot == r->slot) {
      if (has_side_by_side(index.name_of(index.standings()[l->slot]), phrase)) {
        found.push_back({l->slot, std::min(l->impact, r->impact)});
      }
      ++l;
      ++r;
    } else if (l->slot < r->slot) {
      ++l;
    } else {
      ++r;
    }
  }
  return found;
}

}  // namespace search
