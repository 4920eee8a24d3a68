/// chat_eval.cpp - how well the assistant understands and answers, on labelled sets.

#include <CLI/CLI.hpp>
#include <iostream>

#include "chat_eval/intent_sets.h"
#include "chat_eval/sentences.h"

namespace {

void add_intents(CLI::App& app) {
  static chat_eval::IntentSet set;
  CLI::App* command =
      app.add_subcommand("intents", "train the intent model on one file and score it on another");
  command->add_option("train", set.train_file, "TSV with a header line")->required();
  command->add_option("dev", set.dev_file, "the same columns")->required();
  command->add_option("--label", set.label, "the column of the intent");
  command->add_option("--out-of-scope", set.out_of_scope, "what the set calls it");
  command->add_option("--predictions", set.predictions_file, "write: number, label, confidence");
  command->callback([] { chat_eval::score_intents(set); });
}

void add_sentences(CLI::App& app) {
  static chat_eval::SentenceSet set;
  CLI::App* command = app.add_subcommand(
      "sentences", "ask a shop labelled sentences; print right intents, slots and answers");
  command->add_option("file", set.file, "TSV with columns text, intent, slots")->required();
  command->add_option("--database", set.database, "libpq connection string")
      ->required()
      ->envname("PARLEY_DATABASE");
  command->add_option("--templates", set.templates, "folder")->capture_default_str();
  command->add_option("--typos", set.typos, "one typing error a sentence, by this seed");
  command->add_flag("--misses", set.shows_misses, "print what went wrong");
  command->callback([] { chat_eval::score_sentences(set); });
}

}  // namespace

int main(int argc, char** argv) try {
  CLI::App app("Scores the assistant on labelled sentences");
  app.require_subcommand(1);
  add_intents(app);
  add_sentences(app);
  CLI11_PARSE(app, argc, argv);
  return 0;
} catch (const std::exception& error) {
  std::cerr << "chat_eval: " << error.what() << '\n';
  return 1;
}
