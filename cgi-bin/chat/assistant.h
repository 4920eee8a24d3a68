/// assistant.h - the sales clerk: a question in, an answer out.
///
///   normalise → understand → dialogue → act → say → check, one file a step
///
/// What is built in speaks from the database alone. A language model may reword an answer: it gets
/// the finished text with its facts, and what it gives back passes the same check or is dropped.
#pragma once

#include <memory>
#include <string>

#include "base/config.h"
#include "chat/catalogue_words.h"
#include "chat/conversation.h"
#include "chat/dictionary.h"
#include "chat/intent_model.h"
#include "chat/language_model.h"
#include "chat/model_tools.h"
#include "chat/phrases.h"
#include "chat/published_intents.h"
#include "chat/say.h"

namespace chat {

struct Question {
  std::string text{};
  Owner owner{};
  std::string state{};  // of the conversation
  Instant now{};
  bool may_reword = false;              // a language model may be asked, when there is one
  const ShopWords* on_trial = nullptr;  // instead of what the shopkeeper taught so far
};

/// The assistant as the settings want it: phrases, dictionary, intents, language model.
/// Throws PhraseError or IntentModelError; a missing model or dictionary is logged, and the phrases
/// decide alone.
std::unique_ptr<class Assistant> make_assistant(const Config& config);

class Assistant {
 public:
  /// `phrase_file`: what people say. Throws PhraseError.
  explicit Assistant(const std::string& phrase_file);

  /// Finds the answer; stores nothing.
  AnswerText answer(db::Connection& db, const Question& question, const Wording& wording,
                    const std::string& currency);

  /// What the intent model can learn from a wording that means another question; nothing when that
  /// question is not understood either.
  std::optional<IntentLesson> lesson_of(db::Connection& db, const AnswerTemplate& taught,
                                        Instant now);

  const Phrases& phrases() const { return phrases_; }

  /// Lets a language model word what was found; none does until this is called.
  void set_model(std::unique_ptr<LanguageModel> model) { model_ = std::move(model); }
  /// Words of this dictionary are no typing errors.
  void set_dictionary(Dictionary dictionary) { dictionary_ = std::move(dictionary); }
  /// This model decides what sentences want, unless tools/retrain published a better one.
  void set_intents(IntentModel intents) { intents_ = std::move(intents); }

 private:
  struct Look {
    db::Connection& db;
    const Question& question;
    const Wording& wording;
    const std::string& currency;
  };
  /// What the assistant says to a look-up of the model; as of the last answer's catalogue.
  Said say_looked_up(const Look& look, const Lookup& lookup) const;

  Phrases phrases_;
  CatalogueWords words_;
  Dictionary dictionary_;
  std::optional<IntentModel> intents_;
  PublishedIntents published_;
  std::unique_ptr<LanguageModel> model_;
};

}  // namespace chat
