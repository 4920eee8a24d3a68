/// assistant.h - the sales clerk: a question in, an answer out.
///
///   normalise → understand → dialogue → act → say → check, one file a step
///
/// What is built in speaks from the database alone. A language model may reword an answer: it gets
/// the finished text with its facts, and what it gives back passes the same check or is dropped.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "chat/catalogue_words.h"
#include "chat/conversation.h"
#include "chat/phrases.h"
#include "chat/say.h"

namespace chat {

/// Rewords an answer, or gives nothing when it cannot.
struct Rewording {
  std::string text{};
  std::string engine{};
};
using Reworder =
    std::function<std::optional<Rewording>(const std::string& question, const Said& said)>;

struct Question {
  std::string text{};
  Owner owner{};
  std::string state{};  // of the conversation
  Instant now{};
};

class Assistant {
 public:
  /// `phrase_file`: what people say. Throws PhraseError.
  explicit Assistant(const std::string& phrase_file);

  /// Finds the answer; stores nothing.
  AnswerText answer(db::Connection& db, const Question& question, const Wording& wording,
                    const std::string& currency);

  /// Lets a language model speak; none does until this is called.
  void set_reworder(Reworder reworder) { reworder_ = std::move(reworder); }

 private:
  Phrases phrases_;
  CatalogueWords words_;
  Reworder reworder_;
};

}  // namespace chat
