/// scratch.h - what a search writes into while it goes on. Kept for the next one: to get such
/// memory and to clear it each time costs as much as the search of a rare word.
#pragma once

#include <cstdint>
#include <vector>

namespace search {

/// A product that fulfils some of the wishes looked at so far.
struct Candidate {
  std::uint32_t slot = 0;
  float score = 0;
  float last = 0;  // what the present wish gave, so that a better alternative replaces it
  std::uint16_t wish = 0;
  std::uint16_t words = 0;
};

/// What a posting gives to a candidate.
struct Given {
  std::uint32_t place = 0;  // among the candidates, + 1
  float score = 0;
};

struct Scratch {
  std::vector<std::uint32_t>
      places{};  // slot -> place among the candidates + 1; 0 between two uses
  std::vector<Candidate> candidates{};  // the first ones are in use, the rest is room
  std::vector<Given> given{};           // so is this
};

}  // namespace search
