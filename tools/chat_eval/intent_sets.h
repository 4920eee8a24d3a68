/// intent_sets.h - scores the trainer of the shop's intent model on sets of labelled sentences.
#pragma once

#include <string>

namespace chat_eval {

struct IntentSet {
  std::string train_file{};  // TSV with columns text and label
  std::string dev_file{};
  std::string label = "label";       // the column's name
  std::string out_of_scope = "oos";  // what the set calls it
  std::string predictions_file{};    // written when not empty: id, label, confidence
};

/// Trains on the one file without the sentences of the other, and prints accuracy, macro F1,
/// out-of-scope figures, CPU microseconds a sentence.
void score_intents(const IntentSet& set);

}  // namespace chat_eval
