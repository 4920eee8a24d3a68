/// window.h - items that follow one another within a few steps of a person's history. Sparse: for
/// catalogues too large for ease.h, and for histories whose order matters.
///
/// Source: co-occurrence in a sliding window as in Mikolov and others 2013 (word2vec), damped by
///         popularity; item neighbours as in Sarwar and others, WWW 2001.
#pragma once

#include <vector>

#include "recommend/ease.h"
#include "recommend/history.h"

namespace recommend {

struct WindowSettings {
  int reach = 5;              // steps
  bool both_ways = false;     // what came before counts as what came after
  float together_weight = 0;  // what being owned by the same person counts for, beside the window
  float from_power = 0.5F;    // damping by the popularity of the item at hand
  float to_power = 0.3F;      // and of the item proposed
  float step_decay = 0.7F;    // an item of one step earlier weighs so much
};

/// For each item the others that go with it, in order of their numbers.
using Neighbours = std::vector<std::vector<WeightedItem>>;

Neighbours fit_window(const History& history, const WindowSettings& settings);

/// Adds what the person's items say of the others, the latest counting most.
void add_window_scores(const Neighbours& neighbours, const Past& past, float step_decay,
                       std::vector<float>& scores);

}  // namespace recommend
