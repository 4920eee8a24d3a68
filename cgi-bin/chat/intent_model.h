/// intent_model.h - guesses what a sentence wants from sentences that people have labelled: a
/// linear model over words and parts of words, trained by intent_training.h.
///
/// Source: one-against-the-rest support vector machines (Fan, Chang, Hsieh, Wang and Lin,
///         "LIBLINEAR", JMLR 9, 2008); on the public intent sets it beats fastText and costs less
///         than a neural model (figures: tools/chat_eval).
/// Errors: IntentModelError when saved bytes are none of ours.
#pragma once

#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace chat {

class IntentModelError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// Sentences with this label belong to no intent.
inline constexpr std::string_view kOutOfScope = "out_of_scope";

struct IntentGuess {
  std::string label{};
  double margin = 0;      // how much better the label fits than kOutOfScope or than nothing
  double confidence = 0;  // 0 to 1; 0.5 where the model starts to say kOutOfScope
};

class IntentModel {
 public:
  /// What save() wrote.
  static IntentModel load(std::string_view saved);
  std::string save() const;

  /// The likeliest intent, or kOutOfScope. A sentence without a known word is out of scope.
  IntentGuess guess(std::string_view text) const;
  /// The same without the threshold: never kOutOfScope, unless nothing in it is known.
  IntentGuess best_in_scope(std::string_view text) const;

  std::size_t feature_count() const { return rarities_.size(); }

 private:
  friend class IntentTraining;

  /// Features that the model knows, as (row, value); each block has length 1 times its share.
  std::vector<std::pair<std::uint32_t, float>> vector_of(std::string_view text) const;

  std::vector<std::string> labels_;
  double threshold_ = 0;  // of the margin
  std::unordered_map<std::uint64_t, std::uint32_t> rows_;
  std::vector<float> rarities_;  // by row
  std::vector<float> weights_;   // by row, then by label
};

}  // namespace chat
