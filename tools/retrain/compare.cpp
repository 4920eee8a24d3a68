#include "retrain/compare.h"

#include <algorithm>
#include <cmath>
#include <iomanip>
#include <sstream>

namespace retrain {
namespace {

using analytics::Estimate;

std::string rounded(double value) {
  std::ostringstream text;
  text << std::fixed << std::setprecision(std::abs(value) >= 10 ? 2 : 4) << value;
  return text.str();
}

void require_usable(const Evaluation& evaluation) {
  if (evaluation.values.empty()) throw Refused("there is nothing to test the model on");
  const auto is_none = [](double value) { return !std::isfinite(value); };
  if (std::any_of(evaluation.values.begin(), evaluation.values.end(), is_none)) {
    throw Refused("the model gave an answer that is no number");
  }
  const auto ones = std::count(evaluation.truths.begin(), evaluation.truths.end(), 1);
  if (!evaluation.truths.empty() &&
      (ones == 0 || ones == static_cast<std::ptrdiff_t>(evaluation.truths.size()))) {
    throw Refused("all customers to test the model on did the same, so it cannot be tested");
  }
}

Estimate figure_of(const Evaluation& evaluation) {
  return evaluation.truths.empty()
             ? analytics::bootstrap_mean(evaluation.values)
             : analytics::bootstrap_roc_area(evaluation.values, evaluation.truths);
}

Estimate gain(const Trainer& trainer, const Evaluation& ours, const Evaluation& other) {
  if (ours.values.size() != other.values.size() || ours.truths != other.truths) {
    throw std::logic_error("evaluations are about different samples");
  }
  if (!ours.truths.empty()) {
    return analytics::bootstrap_roc_gain(ours.values, other.values, ours.truths);
  }
  std::vector<double> gains;
  for (std::size_t i = 0; i < ours.values.size(); ++i) {
    const double more = ours.values[i] - other.values[i];
    gains.push_back(trainer.smaller_is_better ? -more : more);
  }
  return analytics::bootstrap_mean(gains);
}

std::string verdict_of(const Trainer& trainer, const Comparison& c, double margin) {
  const std::string ours = std::string(trainer.figure) + " " + rounded(c.challenger.value);
  const auto against = [&](const std::string& whom, const Estimate& other, const Estimate& more) {
    return whom + " " + rounded(other.value) + ", gain " + rounded(more.value) + " (" +
           rounded(more.low) + " to " + rounded(more.high) + ")";
  };
  std::string text = ours + ": " + against(std::string(trainer.plain), c.plain, c.gain_over_plain);
  if (c.champion) {
    text += "; " + against("active model", *c.champion, *c.gain_over_champion);
  }
  if (margin > 0) text += "; margin " + rounded(margin);
  return text;
}

Json to_json(const Estimate& estimate) {
  return {{"value", estimate.value}, {"low", estimate.low}, {"high", estimate.high}};
}

}  // namespace

Comparison compare(const Trainer& trainer, const Evaluation& challenger, const Evaluation& plain,
                   const Evaluation* champion, double margin) {
  require_usable(challenger);
  require_usable(plain);
  Comparison result;
  result.challenger = figure_of(challenger);
  result.plain = figure_of(plain);
  result.gain_over_plain = gain(trainer, challenger, plain);
  result.is_better = result.gain_over_plain.low > margin;
  if (champion != nullptr) {
    require_usable(*champion);
    result.champion = figure_of(*champion);
    result.gain_over_champion = gain(trainer, challenger, *champion);
    result.is_better = result.is_better && result.gain_over_champion->low > margin;
  }
  result.verdict = verdict_of(trainer, result, margin);
  return result;
}

Json to_json(const Trainer& trainer, const Comparison& comparison) {
  Json json = {{"figure", trainer.figure},
               {"smaller_is_better", trainer.smaller_is_better},
               {"challenger", to_json(comparison.challenger)},
               {"plain", to_json(comparison.plain)},
               {"gain_over_plain", to_json(comparison.gain_over_plain)}};
  if (comparison.champion) {
    json["champion"] = to_json(*comparison.champion);
    json["gain_over_champion"] = to_json(*comparison.gain_over_champion);
  }
  return json;
}

}  // namespace retrain
