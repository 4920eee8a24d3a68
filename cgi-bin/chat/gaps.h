/// gaps.h - what the assistant did not understand.
///
/// Source: queries in sql/queries/chat_staff.sql.
/// Errors: db::Error rises.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.h"
#include "db/db.h"

namespace chat {

/// False for a guess and for "that is outside of what I know"; the queries in chat_staff.sql have
/// the same rule.
bool is_understood(std::string_view intent, double confidence);

/// Questions alike but for case and spaces.
struct QuestionGap {
  std::string text{};
  int times = 0;
  int conversations = 0;
  Instant last_at{};
  std::string intent{};              // what they were taken for
  std::int64_t conversation_id = 0;  // the latest one
};

/// What the assistant did not understand, the most frequent first.
std::vector<QuestionGap> list_gaps(db::Connection& db, Instant since, int limit);

}  // namespace chat
