#include "chat/staff.h"

#include <algorithm>
#include <climits>

#include "base/text.h"
#include "chat_staff.sql.h"

namespace chat {
namespace {

namespace queries = sql::chat_staff;

StaffConversation to_conversation(const db::Row& row) {
  return {.id = row.integer("id"),
          .title = row.string("title"),
          .status = row.string("status"),
          .customer = row.string("customer"),
          .message_count = row.small("message_count"),
          .disliked = row.small("disliked"),
          .unsure = row.small("unsure"),
          .wants_person = row.boolean("wants_person"),
          .last_activity_at = row.instant("last_activity_at")};
}

StaffMessage to_message(const db::Row& row) {
  StaffMessage message{.id = row.integer("id"),
                       .sequence = row.small("sequence"),
                       .sender = row.string("sender"),
                       .text = row.string("text"),
                       .created_at = row.instant("created_at"),
                       .intent = row.string("intent"),
                       .confidence = row.number("confidence"),
                       .engine = row.string("engine"),
                       .response_ms = row.small("response_ms"),
                       .llm_outcome = row.string("llm_outcome")};
  for (const std::string_view reaction : split(row.text("reactions"), ' ')) {
    if (!reaction.empty()) message.reactions.emplace_back(reaction);
  }
  if (row.text("facts").empty()) return message;
  for (const std::string_view fact : split(row.text("facts"), '\n')) {
    message.facts.emplace_back(fact);
  }
  return message;
}

}  // namespace

std::vector<StaffConversation> list_for_staff(db::Connection& db, const StaffFilter& filter,
                                              std::int64_t behind, int limit) {
  std::vector<StaffConversation> conversations;
  for (const db::Row row :
       db.run(queries::conversations, filter.words, filter.status, behind, limit)) {
    conversations.push_back(to_conversation(row));
  }
  return conversations;
}

std::optional<StaffConversation> find_for_staff(db::Connection& db, std::int64_t id) {
  const auto row = db.first(queries::conversation, id);
  if (!row) return std::nullopt;
  StaffConversation conversation = to_conversation(*row);
  conversation.taken_by = row->string("taken_by");
  return conversation;
}

std::vector<StaffMessage> list_staff_messages(db::Connection& db, std::int64_t conversation,
                                              int before, int limit) {
  std::vector<StaffMessage> messages;
  for (const db::Row row :
       db.run(queries::messages, conversation, before == 0 ? INT_MAX : before, limit)) {
    messages.push_back(to_message(row));
  }
  std::ranges::reverse(messages);
  return messages;
}

bool take_over(db::Connection& db, std::int64_t conversation, std::int64_t staff) {
  return db.first(queries::take_over, conversation, staff).has_value();
}

bool hand_back(db::Connection& db, std::int64_t conversation) {
  return db.first(queries::hand_back, conversation).has_value();
}

bool answer_as_staff(db::Connection& db, std::int64_t conversation, std::int64_t staff,
                     const std::string& text, Instant now) {
  return db.first(queries::add_staff_message, conversation, staff, text, now).has_value();
}

}  // namespace chat
