#include "chat/answer_templates.h"

#include "answer_templates.sql.h"

namespace chat {

namespace {

constexpr std::size_t kLongestGist = 400;  // as the table has it

}  // namespace

std::vector<AnswerTemplate> list_templates(db::Connection& db) {
  std::vector<AnswerTemplate> templates;
  for (const db::Row row : db.run(sql::answer_templates::templates)) {
    templates.push_back({row.integer("id"), row.small("version"), row.string("wording"),
                         row.string("means"), row.string("answer")});
  }
  return templates;
}

TemplateOutcome add_template(db::Connection& db, const AnswerTemplate& added,
                             const std::optional<IntentLesson>& lesson) {
  db::Transaction transaction(db);
  try {
    const auto row =
        db.first(sql::answer_templates::create_template, added.wording, added.means, added.answer);
    if (lesson && lesson->gist.size() <= kLongestGist) {
      db.run(sql::answer_templates::add_lesson, lesson->gist, lesson->label, lesson->account,
             row->integer("id"));
    }
  } catch (const db::ConstraintError& error) {
    if (error.constraint() != "answer_template_wording_taken") throw;
    return TemplateOutcome::wording_taken;
  }
  transaction.commit();
  return TemplateOutcome::done;
}

TemplateOutcome remove_template(db::Connection& db, std::int64_t id, int version) {
  db::Transaction transaction(db);
  if (!db.first(sql::answer_templates::remove_template, id, version)) {
    return TemplateOutcome::changed_meanwhile;
  }
  db.run(sql::answer_templates::forget_lesson, id);
  transaction.commit();
  return TemplateOutcome::done;
}

}  // namespace chat
