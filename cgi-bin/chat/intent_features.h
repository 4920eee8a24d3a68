/// intent_features.h - a sentence as the numbers that the intent model weighs.
///
/// Two blocks, each of length 1 however long the sentence is: words (single words, neighbours, and
/// any two of a sentence) and the beginnings, middles and ends of words, which forgive typing
/// errors.
///
/// Source: pure. Term weighting as in Salton and Buckley, "Term-weighting approaches in automatic
///         text retrieval" (1988): 1 + ln(count), times the feature's rarity.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace chat {

struct IntentFeature {
  std::uint64_t id = 0;  // the same text has the same id on every machine (FNV-1a)
  int block = 0;         // 0: words, 1: parts of words
  float weight = 0;      // before rarity: 1 + ln(count), less for pairs of distant words
};

/// The features of a sentence, each once, ordered by id. Case, punctuation and which digits a
/// number has do not matter. At most kMostWords words are read.
std::vector<IntentFeature> intent_features(std::string_view text);

inline constexpr std::size_t kMostWords = 60;

}  // namespace chat
