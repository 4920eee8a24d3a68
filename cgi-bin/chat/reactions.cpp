#include "chat/reactions.h"

#include <algorithm>
#include <array>

#include "chat_api.sql.h"

namespace chat {

bool is_reaction(std::string_view text) {
  constexpr std::array<std::string_view, 4> kAll = {"like", "dislike", "love", "confused"};
  return std::ranges::find(kAll, text) != kAll.end();
}

bool react(db::Connection& db, std::int64_t message, std::int64_t account,
           const std::string& reaction, Instant now) {
  if (db.first(sql::chat_api::take_back_reaction, message, account, reaction)) return false;
  db.run(sql::chat_api::add_reaction, message, account, reaction, now);
  return true;
}

std::vector<ReactionCount> list_reactions(db::Connection& db, std::int64_t message,
                                          std::int64_t account) {
  std::vector<ReactionCount> counts;
  for (const db::Row row : db.run(sql::chat_api::reactions, message, account)) {
    counts.push_back({row.string("reaction"), row.small("count"), row.boolean("is_own")});
  }
  return counts;
}

}  // namespace chat
