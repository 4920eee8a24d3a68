/// intent_training.h - learns an IntentModel from labelled sentences, by LIBLINEAR. Linked by the
/// tools that train; the web program only reads what they publish.
///
/// Errors: NotTrainable with one sentence when the examples cannot teach anything.
#pragma once

#include <span>
#include <stdexcept>
#include <string>
#include <vector>

#include "chat/intent_version.h"

namespace chat {

struct LabelledSentence {
  std::string text{};
  std::string label{};
};

class NotTrainable : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

struct IntentTrainingSettings {
  double cost = 1;  // LIBLINEAR's C
  /// How many weights a sentence out of scope has: they are few and different.
  double out_of_scope_weight = 10;
  /// The threshold is set so that, in cross-validation, this share of all sentences in scope that
  /// would be right is given up for noticing what is out of scope.
  double given_up = 0.005;
  unsigned seed = 1;
};

/// The same examples, settings and seed give the same model to the last bit.
IntentModel train_intents(std::span<const LabelledSentence> examples,
                          const IntentTrainingSettings& settings = {});

/// The same model, and what the models of cross-validation said of the sentences that they had not
/// seen; their threshold comes from the other folds, too. No text may occur twice.
IntentVersion train_version(std::span<const LabelledSentence> examples,
                            const IntentTrainingSettings& settings = {});

/// Rows of "text<TAB>label" below a header line that names these two columns; others are passed
/// over. Throws NotTrainable with file and line.
std::vector<LabelledSentence> read_labelled(const std::string& file, const std::string& label);

}  // namespace chat
