/// compare.h - is the new model better than the one that serves, and than none at all?
#pragma once

#include <optional>
#include <string>

#include "analytics/statistics.h"
#include "retrain/trainer.h"

namespace retrain {

struct Comparison {
  analytics::Estimate challenger{};
  analytics::Estimate plain{};
  std::optional<analytics::Estimate> champion{};
  analytics::Estimate gain_over_plain{};  // positive is better, whatever the figure
  std::optional<analytics::Estimate> gain_over_champion{};
  bool is_better = false;  // than both by more than the margin, for sure (95 %)
  std::string verdict{};   // one sentence
};

/// All three about the same customers. Throws Refused when there are none, when there is one class
/// only, or when a model gives something that is no number.
Comparison compare(const Trainer& trainer, const Evaluation& challenger, const Evaluation& plain,
                   const Evaluation* champion, double margin);

Json to_json(const Trainer& trainer, const Comparison& comparison);

}  // namespace retrain
