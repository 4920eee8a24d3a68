// intents_trainer.cpp - what a sentence to the assistant wants. Learns from the sentences that the
// assistant ships with and those that staff labelled. Judged by cross-validation: of each sentence
// counts what a model said that had not seen it. Without a published version the model serves that
// was built with the program, of the shipped sentences alone.
#include <algorithm>
#include <map>

#include "chat/intent_training.h"
#include "chat_intents.sql.h"
#include "retrain/trainer.h"

namespace retrain {
namespace {

using chat::LabelledSentence;

/// The shipped sentences, each text once: the first label counts.
std::vector<LabelledSentence> shipped_lessons(const Task& task) {
  std::vector<LabelledSentence> lessons = chat::read_labelled(task.sentences, "intent");
  std::map<std::string, bool> known;
  std::erase_if(lessons, [&known](const LabelledSentence& lesson) {
    return !known.emplace(lesson.text, true).second;
  });
  return lessons;
}

/// With what staff labelled, whose word counts more. A label that nobody else uses is passed over:
/// the assistant would not know what to do.
std::vector<LabelledSentence> all_lessons(const Task& task) {
  std::vector<LabelledSentence> lessons = shipped_lessons(task);
  std::map<std::string, std::size_t> place_of;
  std::map<std::string, int> labels;
  for (const LabelledSentence& lesson : lessons) {
    place_of.emplace(lesson.text, place_of.size());
    ++labels[lesson.label];
  }
  for (const db::Row row : task.read.run(sql::chat_intents::lessons)) {
    LabelledSentence lesson{row.string("gist"), row.string("label")};
    if (!labels.contains(lesson.label)) continue;
    const auto known = place_of.find(lesson.text);
    if (known != place_of.end()) {
      lessons[known->second].label = lesson.label;
    } else {
      lessons.push_back(std::move(lesson));
    }
  }
  return lessons;
}

chat::IntentTrainingSettings settings_of(const Task& task) {
  chat::IntentTrainingSettings settings;
  settings.seed = static_cast<unsigned>(task.seed);
  return settings;
}

std::string train(const Task& task) {
  task.progress(10, "reading sentences");
  const auto lessons = all_lessons(task);
  task.progress(20, "weighing words");
  return chat::train_version(lessons, settings_of(task)).save();
}

Evaluation judge(const Task& task, const chat::IntentVersion& version) {
  const auto lessons = all_lessons(task);
  Evaluation evaluation;
  std::map<std::string, std::pair<int, int>> by_label;  // right, all
  for (const LabelledSentence& lesson : lessons) {
    const bool is_right = version.fair_guess(lesson.text) == lesson.label;
    evaluation.values.push_back(is_right ? 1 : 0);
    auto& [right, all] = by_label[lesson.label];
    right += is_right ? 1 : 0;
    ++all;
  }
  Json shares = Json::object();
  for (const auto& [label, count] : by_label) {
    shares[label] = static_cast<double>(count.first) / count.second;
  }
  evaluation.details = {{"sentences", lessons.size()}, {"right_by_intent", shares}};
  return evaluation;
}

Evaluation evaluate(const Task& task, const std::string& artifact) {
  return judge(task, chat::IntentVersion::load(artifact));
}

Evaluation evaluate_plain(const Task& task) {
  return judge(task, chat::train_version(shipped_lessons(task)));
}

/// Workers of the chat read the active version themselves (chat/published_intents.h).
void publish(const Task&, db::Connection&, const std::string& artifact, std::int64_t) {
  chat::IntentVersion::load(artifact);  // throws when nobody could read it
}

Json parameters(const Task& task) {
  const chat::IntentTrainingSettings settings;
  return {{"method", "linear, one intent against the rest (LIBLINEAR), 5 folds"},
          {"cost", settings.cost},
          {"out_of_scope_weight", settings.out_of_scope_weight},
          {"given_up", settings.given_up},
          {"sentences", all_lessons(task).size()}};
}

/// Labels do not age: all of them count, whatever `days` says.
Window window_of_lessons(db::Connection& read, Instant now, int) {
  const auto span = read.first(sql::chat_intents::lessons_span);
  const Instant yesterday = now - std::chrono::hours(24);
  return {span->is_null("since") ? yesterday : std::min(span->instant("since"), yesterday), now};
}

int new_lessons(db::Connection& db, Instant since, int most) {
  return db.first(sql::chat_intents::new_lessons, since, most)->small("lessons");
}

Trainer make_trainer() {
  Trainer trainer{"intents", "accuracy",     false,   train,
                  evaluate,  evaluate_plain, publish, parameters};
  trainer.window = window_of_lessons;
  trainer.new_samples = new_lessons;
  trainer.plain = "the built-in model";
  return trainer;
}

}  // namespace

const Trainer kIntentsTrainer = make_trainer();

}  // namespace retrain
