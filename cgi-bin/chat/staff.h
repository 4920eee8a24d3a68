/// staff.h - conversations as the shop's people see them: all of them, with what the assistant
/// understood; taken over, answered by a person, handed back.
///
/// Source: queries in sql/queries/chat_staff.sql.
/// Errors: db::Error rises.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/time.h"
#include "db/db.h"

namespace chat {

struct StaffConversation {
  std::int64_t id = 0;
  std::string title{};
  std::string status{};    // 'active', 'paused', 'completed' or 'archived'
  std::string customer{};  // user name; empty: a guest
  std::string taken_by{};  // who answers instead of the assistant; only find_for_staff() fills it
  int message_count = 0;
  int disliked = 0;  // answers that the customer found no help; only list_for_staff() fills it
  int unsure = 0;    // answers that are a guess, "outside of what I know" or "nothing matches"
  bool wants_person = false;  // and nobody has taken it over since
  Instant last_activity_at{};
};

struct StaffMessage {
  std::int64_t id = 0;
  int sequence = 0;
  std::string sender{};
  std::string text{};
  Instant created_at{};
  std::string intent{};
  double confidence = 0;  // 0 to 1
  std::string engine{};
  int response_ms = 0;
  std::string llm_outcome{};
  std::vector<std::string> reactions{};  // 'like', 'dislike' …
  std::vector<std::string> facts{};      // "product 42 price_cents: $19.99"
};

struct StaffFilter {
  std::string words{};   // in any message
  std::string status{};  // empty: all; 'person': those where one is wanted
};

/// The latest activity first, at most `limit`; those behind conversation `behind` unless that is 0.
std::vector<StaffConversation> list_for_staff(db::Connection& db, const StaffFilter& filter,
                                              std::int64_t behind, int limit);

std::optional<StaffConversation> find_for_staff(db::Connection& db, std::int64_t id);

/// Up to `limit` messages before a sequence number (0: the newest), oldest first.
std::vector<StaffMessage> list_staff_messages(db::Connection& db, std::int64_t conversation,
                                              int before, int limit);

/// From now on this person answers. False when the conversation is over or not there.
bool take_over(db::Connection& db, std::int64_t conversation, std::int64_t staff);
/// The assistant answers again. False when nobody had taken it.
bool hand_back(db::Connection& db, std::int64_t conversation);
/// False when this person has not taken the conversation over.
bool answer_as_staff(db::Connection& db, std::int64_t conversation, std::int64_t staff,
                     const std::string& text, Instant now);

}  // namespace chat
