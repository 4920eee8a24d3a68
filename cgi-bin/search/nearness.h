/// nearness.h - how many pairs of neighbouring words of a query stand side by side in a name.
#pragma once

#include <algorithm>
#include <bit>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "search/understand.h"

namespace search {

/// Says of names how many pairs of neighbouring wishes stand side by side in them.
class Nearness {
 public:
  explicit Nearness(const std::vector<QueryTerm>& terms) {
    for (std::size_t wish = 0; wish < std::min(terms.size(), kMostWishes); ++wish) {
      for (const std::uint32_t id : terms[wish].alternatives) add(id, wish);
      for (const std::uint32_t id : terms[wish].synonyms) add(id, wish);
      for (const std::uint32_t id : terms[wish].lookalikes) add(id, wish);
    }
  }

  int pairs_in(std::span<const std::uint32_t> name) const {
    std::uint64_t before = 0;  // the wishes that the word before fits, one bit each
    std::uint64_t pairs = 0;
    for (const std::uint32_t id : name) {
      const std::uint64_t here = wishes_of(id);
      pairs |= before & (here >> 1U);
      before = here;
    }
    return std::popcount(pairs);
  }

 private:
  static constexpr std::size_t kMostWishes = 64;

  void add(std::uint32_t id, std::size_t wish) {
    maybe_ |= bit_of(id);
    known_.push_back({id, std::uint64_t{1} << wish});
  }
  std::uint64_t wishes_of(std::uint32_t id) const {
    if ((maybe_ & bit_of(id)) == 0) return 0;
    std::uint64_t wishes = 0;
    for (const auto& [known, wish] : known_) wishes |= known == id ? wish : 0;
    return wishes;
  }
  static std::uint64_t bit_of(std::uint32_t id) { return std::uint64_t{1} << (id % 64); }

  std::uint64_t maybe_ = 0;  // a word without its bit here fits nothing
  std::vector<std::pair<std::uint32_t, std::uint64_t>> known_;
};

}  // namespace search
