#include "chat/starters.h"

#include "chat_starters.sql.h"

namespace chat {
namespace {

namespace queries = sql::chat_starters;

Starter to_starter(const db::Row& row) {
  return {row.integer("id"),      row.string("title"),   row.string("description"),
          row.string("opening"),  row.small("position"), row.small("version"),
          row.small("used_count")};
}

}  // namespace

std::vector<Starter> list_starters(db::Connection& db, const std::string& words) {
  std::vector<Starter> starters;
  for (const db::Row row : db.run(queries::starters, words)) starters.push_back(to_starter(row));
  return starters;
}

std::optional<Starter> find_starter(db::Connection& db, std::int64_t id) {
  const auto row = db.first(queries::starter_by_id, id);
  if (!row) return std::nullopt;
  return to_starter(*row);
}

void note_use(db::Connection& db, std::int64_t id) {
  db.run(queries::note_use, id);
}

StarterOutcome save_starter(db::Connection& db, const Starter& starter) {
  try {
    db::Transaction transaction(db);
    if (starter.id == 0) {
      db.run(queries::add, starter.title, starter.description, starter.opening, starter.position);
    } else if (!db.first(queries::change, starter.id, starter.version, starter.title,
                         starter.description, starter.opening, starter.position)) {
      return StarterOutcome::changed_meanwhile;
    }
    transaction.commit();
    return StarterOutcome::done;
  } catch (const db::ConstraintError& error) {
    if (error.constraint() == "conversation_template_title_taken") {
      return StarterOutcome::title_taken;
    }
    throw;
  }
}

StarterOutcome remove_starter(db::Connection& db, std::int64_t id, int version) {
  return db.first(queries::remove, id, version) ? StarterOutcome::done
                                                : StarterOutcome::changed_meanwhile;
}

}  // namespace chat
