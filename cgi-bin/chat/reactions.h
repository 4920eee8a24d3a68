/// reactions.h - what people think of a message, one reaction each.
///
/// Source: table message_reaction (sql/migrations/0142), queries in sql/queries/chat_api.sql.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "db/db.h"

namespace chat {

/// 'like', 'dislike', 'love' or 'confused'.
bool is_reaction(std::string_view text);

/// Gives the account's reaction in place of another one; the same again takes it back. True when
/// the reaction stands afterwards. The message must be one that the account may see.
bool react(db::Connection& db, std::int64_t message, std::int64_t account,
           const std::string& reaction, Instant now);

struct ReactionCount {
  std::string reaction{};
  int count = 0;
  bool is_own = false;
};
std::vector<ReactionCount> list_reactions(db::Connection& db, std::int64_t message,
                                          std::int64_t account);

}  // namespace chat
