#include "chat/gaps.h"

#include "chat_staff.sql.h"

namespace chat {

bool is_understood(std::string_view intent, double confidence) {
  constexpr double kGuess = 0.5;  // what is less certain is a guess
  return confidence >= kGuess && intent != "out_of_scope" && intent != "nonsense";
}

std::vector<QuestionGap> list_gaps(db::Connection& db, Instant since, int limit) {
  std::vector<QuestionGap> gaps;
  for (const db::Row row : db.run(sql::chat_staff::gaps, since, limit)) {
    gaps.push_back({.text = row.string("text"),
                    .times = row.small("times"),
                    .conversations = row.small("conversations"),
                    .last_at = row.instant("last_at"),
                    .intent = row.string("intent"),
                    .conversation_id = row.integer("conversation_id")});
  }
  return gaps;
}

}  // namespace chat
