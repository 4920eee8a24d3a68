/// chat_eval.cpp - how well the assistant understands and answers, on labelled sets.

#include <CLI/CLI.hpp>
#include <fstream>
#include <iostream>

#include "chat/intent_training.h"

#include "chat_eval/catalogue_questions.h"
#include "chat_eval/dialogues.h"
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

void add_model(CLI::App& app) {
  static std::string sentences;
  static std::string file;
  CLI::App* command = app.add_subcommand("model", "train the shop's intent model and write it");
  command->add_option("sentences", sentences, "TSV with columns text and intent")->required();
  command->add_option("file", file, "where the model goes")->required();
  command->callback([] {
    std::ofstream out(file, std::ios::binary);
    out << chat::train_intents(chat::read_labelled(sentences, "intent")).save();
    if (!out.flush()) throw std::runtime_error(file + " cannot be written");
  });
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
  command->add_option("--model", set.model_file, "an intent model");
  command->add_option("--typos", set.typos, "one typing error a sentence, by this seed");
  command->add_flag("--misses", set.shows_misses, "print what went wrong");
  command->add_flag("--gists", set.shows_gists, "print only intent and gist of each");
  command->callback([] { chat_eval::score_sentences(set); });
}

void add_catalogue(CLI::App& app) {
  static chat_eval::CatalogueQuestions questions;
  CLI::App* command =
      app.add_subcommand("catalogue", "ask an imported catalogue questions computed from its file");
  command->add_option("file", questions.file, "DummyJSON's products.json")->required();
  command->add_option("--database", questions.database, "libpq connection string")
      ->required()
      ->envname("PARLEY_DATABASE");
  command->add_flag("--misses", questions.shows_misses, "print what went wrong");
  command->callback(
      [] { chat_eval::score_catalogue_questions(questions, read_config("", "", {})); });
}

void add_dialogues(CLI::App& app) {
  static chat_eval::Dialogues dialogues;
  CLI::App* command =
      app.add_subcommand("dialogues", "hold the dialogues of a file and print them whole");
  command->add_option("file", dialogues.file, "a sentence a line; a blank line starts anew")
      ->required();
  command->add_option("--database", dialogues.database, "libpq connection string")
      ->required()
      ->envname("PARLEY_DATABASE");
  command->add_option("--account", dialogues.account, "the customer who asks; 0: a guest");
  command->callback([] { chat_eval::hold_dialogues(dialogues, read_config("", "", {})); });
}

}  // namespace

int main(int argc, char** argv) try {
  CLI::App app("Scores the assistant on labelled sentences");
  app.require_subcommand(1);
  add_intents(app);
  add_model(app);
  add_sentences(app);
  add_catalogue(app);
  add_dialogues(app);
  CLI11_PARSE(app, argc, argv);
  return 0;
} catch (const std::exception& error) {
  std::cerr << "chat_eval: " << error.what() << '\n';
  return 1;
}
