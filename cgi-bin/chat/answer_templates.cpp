#include "chat/answer_templates.h"

#include "answer_templates.sql.h"

namespace chat {

std::vector<AnswerTemplate> list_templates(db::Connection& db) {
  std::vector<AnswerTemplate> templates;
  for (const db::Row row : db.run(sql::answer_templates::templates)) {
    templates.push_back({row.integer("id"), row.small("version"), row.string("wording"),
                         row.string("means"), row.string("answer")});
  }
  return templates;
}

TemplateOutcome add_template(db::Connection& db, const AnswerTemplate& added) {
  db::Transaction transaction(db);
  try {
    db.run(sql::answer_templates::create_template, added.wording, added.means, added.answer);
  } catch (const db::ConstraintError& error) {
    if (error.constraint() != "answer_template_wording_taken") throw;
    return TemplateOutcome::wording_taken;
  }
  transaction.commit();
  return TemplateOutcome::done;
}

TemplateOutcome remove_template(db::Connection& db, std::int64_t id, int version) {
  return db.first(sql::answer_templates::remove_template, id, version)
             ? TemplateOutcome::done
             : TemplateOutcome::changed_meanwhile;
}

}  // namespace chat
