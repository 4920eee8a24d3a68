/// answer_templates.h - wordings that the shopkeeper taught the assistant.
///
/// Source: table answer_template (sql/migrations/0230_answer_templates.sql), queries in
///         sql/queries/answer_templates.sql.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "db/db.h"

namespace chat {

/// A question of this wording means another one that is understood, or is answered with this text.
struct AnswerTemplate {
  std::int64_t id = 0;
  int version = 0;
  std::string wording{};  // "do you have a showroom", "is * made by hand"
  std::string means{};    // a question; empty when there is an answer
  std::string answer{};
};

inline constexpr std::size_t kLongestWording = 200;  // characters; of `means` as well
inline constexpr std::size_t kLongestOwnAnswer = 1000;

std::vector<AnswerTemplate> list_templates(db::Connection& db);

/// A sentence for the intent model; see sql/migrations/0240_intent_lessons.sql.
struct IntentLesson {
  std::string gist{};
  std::string label{};
  std::int64_t account = 0;  // whose lesson it is
};

enum class TemplateOutcome { done, wording_taken, changed_meanwhile };
/// With a lesson, the next training of the intent model learns it; removing the wording forgets it.
TemplateOutcome add_template(db::Connection& db, const AnswerTemplate& added,
                             const std::optional<IntentLesson>& lesson = {});
TemplateOutcome remove_template(db::Connection& db, std::int64_t id, int version);

}  // namespace chat
