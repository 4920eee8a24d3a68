/// starters.h - ready-made beginnings of a conversation.
///
/// Source: table conversation_template (sql/migrations/0142), queries in sql/queries/chat_api.sql.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "db/db.h"

namespace chat {

struct Starter {
  std::int64_t id = 0;
  std::string title{};
  std::string description{};
  std::string opening{};  // the first question; empty asks nothing
};

std::vector<Starter> list_starters(db::Connection& db);
std::optional<Starter> find_starter(db::Connection& db, std::int64_t id);

}  // namespace chat
