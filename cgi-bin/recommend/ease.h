/// ease.h - EASE^R: how much having one item speaks for each other item, in closed form.
///
/// Source: Steck, "Embarrassingly Shallow Autoencoders for Sparse Data", WWW 2019; the items' texts
///         enter as further rows of the same regression.
/// Cost:   items^3 operations and three times items^2 floats: 3,400 items take 10 s and 140 MB.
#pragma once

#include <Eigen/Core>
#include <vector>

#include "recommend/history.h"
#include "recommend/texts.h"

namespace recommend {

using Matrix = Eigen::Matrix<float, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

/// Chosen on Online Retail with the last basket but one held out.
struct EaseSettings {
  float lambda = 500;       // ridge: larger trusts rare coincidences less
  float text_weight = 36;   // what likeness of texts counts for, in people
  float step_decay = 0.9F;  // an item of one basket earlier weighs so much
  float decay_days = 90;    // and exp(-age / this)
};

/// weights(i, j): having item i speaks so much for item j; the diagonal is 0. `texts` may be empty.
Matrix fit_ease(const History& history, const TextIndex* texts, const EaseSettings& settings);

struct WeightedItem {
  int item = 0;
  float weight = 0;
};

/// What a person's items weigh, at most 1 each.
std::vector<WeightedItem> weigh_past(const Past& past, float step_decay, float decay_days);

/// Adds the weights of the items to `scores`, one number per item.
void add_ease_scores(const Matrix& weights, const std::vector<WeightedItem>& items,
                     std::vector<float>& scores);

}  // namespace recommend
