/// sentences.h - asks the assistant labelled sentences and counts what it understood and answered.
#pragma once

#include <string>
#include <vector>

namespace chat_eval {

struct SentenceSet {
  std::string file{};      // TSV with columns text, intent and slots; see tests/chat/README.md
  std::string database{};  // a shop with the demo catalogue
  std::string templates = "templates";
  std::string model_file{};  // an intent model; empty: none
  std::vector<std::string> dictionaries = {"/usr/share/dict/american-english-small",
                                           "/usr/share/dict/british-english-small"};
  unsigned typos = 0;  // not 0: every sentence gets one typing error, by this seed
  bool shows_misses = false;
  bool shows_gists = false;  // only prints intent and gist of each sentence
};

/// Prints the share of right intents and answers an intent and overall, slot F1, and CPU a turn.
void score_sentences(const SentenceSet& set);

/// One typing error in one longer word: a letter left out, doubled, changed or swapped. The same
/// seed and text give the same error; short sentences may stay as they are.
std::string with_typing_error(const std::string& text, unsigned seed);

}  // namespace chat_eval
