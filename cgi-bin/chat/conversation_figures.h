/// conversation_figures.h - conversations in numbers: of one customer, of each, of all.
///
/// Source: tables conversation, message, message_reaction; queries in sql/queries/chat_api.sql.
/// Units:  response times are milliseconds, confidence is 0 to 1; nothing without an answer.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "db/db.h"

namespace chat {

struct OwnFigures {
  int sessions = 0;
  int active = 0;
  int paused = 0;
  int completed = 0;
  int archived = 0;
  int messages = 0;
  int questions = 0;
  int reactions = 0;
  std::optional<Instant> last_activity_at{};
};
OwnFigures figures_of(db::Connection& db, std::int64_t account);

/// A span of time, its end not included; nothing: open.
struct Span {
  std::optional<Instant> from{};
  std::optional<Instant> until{};
};

struct ConversationFigures {
  std::int64_t id = 0;
  std::int64_t account_id = 0;  // 0: a guest's
  std::string title{};
  std::string status{};
  int messages = 0;
  int answers = 0;
  int unanswered = 0;
  int reactions = 0;
  std::optional<std::int64_t> response_ms{};
  std::optional<double> confidence{};
  Instant created_at{};
  Instant last_activity_at{};
};
/// Conversations that were active in the span, the latest first, those behind `after`.
std::vector<ConversationFigures> list_figures(db::Connection& db, const Span& span,
                                              std::int64_t after, int limit);

int count_figures(db::Connection& db, const Span& span);

struct Summary {
  int sessions = 0;
  int users = 0;
  int messages = 0;
  int questions = 0;
  int answers = 0;
  int not_understood = 0;
  std::optional<std::int64_t> response_ms{};
  std::optional<double> confidence{};
  struct Group {
    std::string kind{};  // 'intent', 'engine' or 'reaction'
    std::string name{};
    int count = 0;
  };
  std::vector<Group> groups{};  // the most frequent first within their kind
};
Summary summarise(db::Connection& db, const Span& span);

}  // namespace chat
