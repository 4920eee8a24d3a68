/// gaps.h - what the assistant did not understand, and what would mend it.
///
/// Source: queries in sql/queries/chat_staff.sql.
/// Errors: db::Error rises.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.h"
#include "chat/assistant.h"
#include "db/db.h"

namespace chat {

/// False for a guess and for "that is outside of what I know"; the queries in chat_staff.sql have
/// the same rule.
bool is_understood(std::string_view intent, double confidence);

/// Questions alike but for case and spaces, or that sought the same in vain.
struct QuestionGap {
  std::string text{};
  int times = 0;
  int conversations = 0;
  Instant last_at{};
  std::string intent{};              // what they were taken for
  std::string not_found{};           // what they sought and nothing matches; empty: not understood
  std::int64_t conversation_id = 0;  // the latest one
};

/// What the assistant did not understand or did not find, the most frequent first. By `sought`,
/// questions that found nothing are one gap when they sought the same; otherwise by their wording.
enum class GapGroups { wording, sought };
std::vector<QuestionGap> list_gaps(db::Connection& db, Instant since, int limit, GapGroups groups);

/// What the shopkeeper is about to teach.
struct Addition {
  std::vector<search::Rule> rules{};
  std::vector<AnswerTemplate> templates{};
};

/// What it would have changed.
struct AdditionEffect {
  struct Example {
    std::string question{};
    int times = 0;
    std::string answer{};  // as it would be
  };
  int gaps = 0;      // questions that were not understood; each asking counts
  int answered = 0;  // of them, those that would be answered now, and are not without the addition
  std::vector<Example> answered_examples{};  // the most frequent, each wording once
  int understood = 0;                        // questions that were understood, of the newest
  int changed = 0;                           // of them, those that would be answered otherwise
  std::vector<Example> changed_examples{};
};

/// Asks the assistant past questions that the addition can touch, with it and without it: each as
/// a guest's first question, read-only. Those not understood are all since then, those understood
/// the newest few thousand.
AdditionEffect try_out(db::Connection& db, Assistant& assistant, const Wording& wording,
                       const std::string& currency, const Addition& addition, Instant since,
                       Instant now);

}  // namespace chat
