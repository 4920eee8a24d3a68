#include "chat/starters.h"

#include "chat_api.sql.h"

namespace chat {
namespace {

Starter to_starter(const db::Row& row) {
  return {row.integer("id"), row.string("title"), row.string("description"), row.string("opening")};
}

}  // namespace

std::vector<Starter> list_starters(db::Connection& db) {
  std::vector<Starter> starters;
  for (const db::Row row : db.run(sql::chat_api::starters)) starters.push_back(to_starter(row));
  return starters;
}

std::optional<Starter> find_starter(db::Connection& db, std::int64_t id) {
  const auto row = db.first(sql::chat_api::starter_by_id, id);
  if (!row) return std::nullopt;
  return to_starter(*row);
}

}  // namespace chat
