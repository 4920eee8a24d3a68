/// starters.h - ready-made beginnings of a conversation, as staff wrote them.
///
/// Source: table conversation_template (sql/migrations/0142, 0286), queries in
///         sql/queries/chat_starters.sql.
/// Errors: a beginning that is not there is an empty result; db::Error rises.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "db/db.h"

namespace chat {

inline constexpr std::size_t kMostStarterTitle = 100;
inline constexpr std::size_t kMostStarterText = 300;
inline constexpr std::size_t kMostOpening = 300;

struct Starter {
  std::int64_t id = 0;
  std::string title{};
  std::string description{};
  std::string opening{};  // the first question; empty asks nothing
  int position = 0;       // the lowest is shown first
  int version = 0;
  int used_count = 0;
};

/// In the order in which they are shown; with `words` those that hold them.
std::vector<Starter> list_starters(db::Connection& db, const std::string& words = "");
std::optional<Starter> find_starter(db::Connection& db, std::int64_t id);

/// A conversation begins with it.
void note_use(db::Connection& db, std::int64_t id);

enum class StarterOutcome { done, title_taken, changed_meanwhile };

/// A new one when its id is 0; else the version that it names is changed.
[[nodiscard]] StarterOutcome save_starter(db::Connection& db, const Starter& starter);
[[nodiscard]] StarterOutcome remove_starter(db::Connection& db, std::int64_t id, int version);

}  // namespace chat
