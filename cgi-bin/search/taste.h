/// taste.h - lets what a visitor leans to decide between products that fit his words about equally.
///
/// The page hands the taste in; the search knows nobody. A product gains at most `most` of its
/// score, so only those that lie nearer together than that change places.
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "search/rank.h"

namespace search {

struct Taste {
  std::unordered_map<std::string, float> brands{};       // 1: the one that he leans to most
  std::unordered_map<std::int64_t, float> categories{};  // the same, by id
  float most = 0;                                        // part of a score that it may add
};

/// Multiplies each score by 1 … 1 + most, half by the product's brand and half by its category.
void apply_taste(const Taste& taste, const Index& index, std::vector<Match>& matches);

/// What one product's score was multiplied by.
float taste_factor(const Taste& taste, const Index& index, std::uint32_t slot);

}  // namespace search
