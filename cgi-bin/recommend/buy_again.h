/// buy_again.h - what a person will take once more: his own habit, times how much the item is one
/// that people take again.
///
/// Source: personal frequency with recency as in Hu and others, "Modeling Personalized Item
///         Frequency Information for Next-basket Recommendation", SIGIR 2020; the item's rate of
///         return is smoothed towards the shop's.
#pragma once

#include <vector>

#include "recommend/history.h"

namespace recommend {

/// Chosen on Online Retail with the last basket but one held out.
struct BuyAgainSettings {
  float step_decay = 0.95F;  // a basket one step earlier counts so much
  float prior_again = 1;     // added returns
  float prior_chances = 10;  // in added chances: rarely bought items are taken for average ones
};

/// Per item: of all later baskets of its owners, in what share was it again?
std::vector<float> fit_return_rates(const History& history, const BuyAgainSettings& settings);

/// Adds habit times rate of return to `scores`; comparable with EASE scores.
void add_buy_again_scores(const std::vector<float>& return_rates, const Past& past,
                          const BuyAgainSettings& settings, std::vector<float>& scores);

}  // namespace recommend
