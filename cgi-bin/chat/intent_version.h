/// intent_version.h - an intent model as tools/retrain keeps it: with what models that had not seen
/// a lesson said of it, so that every later version can be judged on the same sentences.
///
/// Source: cross-validation, as intent_training.h does it.
/// Errors: IntentModelError when saved bytes are none of ours.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "chat/intent_model.h"

namespace chat {

struct IntentVersion {
  IntentModel model{};                          // of all lessons
  std::map<std::string, std::string> unseen{};  // lesson -> label by a model of other lessons

  /// The label of a sentence by a model that has not learnt from it.
  std::string fair_guess(const std::string& text) const;

  /// Lines of "lesson<TAB>label" under a head, then the model's bytes.
  std::string save() const;
  static IntentVersion load(std::string_view saved);
};

}  // namespace chat
