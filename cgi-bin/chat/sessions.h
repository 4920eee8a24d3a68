/// sessions.h - an account's conversations as a client manages them: lists, states, titles.
///
/// Source: table conversation; queries in sql/queries/chat_api.sql.
/// Errors: a conversation of somebody else is the same as none.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "chat/conversation.h"
#include "db/db.h"

namespace chat {

inline constexpr std::size_t kMostTitle = 100;  // characters

struct SessionFilter {
  std::optional<std::string> status{};
  std::optional<Instant> from{};   // begun
  std::optional<Instant> until{};  // begun before
  std::string words{};             // in the title or a message
};

struct SessionPage {
  std::vector<Conversation> sessions{};  // without their state
  std::int64_t total = 0;
  bool has_more = false;
};

/// The latest activity first, at most `limit`, those behind the conversation `after`. Unlike the
/// pages' list it holds conversations without a message too.
SessionPage list_sessions(db::Connection& db, std::int64_t account, const SessionFilter& filter,
                          std::int64_t after, int limit);

/// 'active', 'paused', 'completed' or 'archived'.
bool is_status(std::string_view text);

/// Changes what is given; false when the conversation is not the account's.
[[nodiscard]] bool change_session(db::Connection& db, std::int64_t account, std::int64_t id,
                                  const std::optional<std::string>& title,
                                  const std::optional<std::string>& status);

}  // namespace chat
