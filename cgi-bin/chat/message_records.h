/// message_records.h - messages with all that is known of them: products, facts, how they were
/// made.
///
/// Source: tables message, message_product, message_fact; queries in sql/queries/chat_api.sql.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "chat/conversation.h"
#include "db/db.h"

namespace chat {

struct MessageRecord {
  Message message{};  // without links
  std::vector<Fact> facts{};
  // Of an answer:
  std::optional<std::string> engine{};
  std::optional<std::string> model_version{};
  std::optional<std::int64_t> response_ms{};
  std::optional<double> confidence{};
  std::optional<std::string> intent{};
};

struct MessageWish {
  std::int64_t account = 0;
  std::optional<std::int64_t> conversation{};
  std::optional<std::string> sender{};
  std::int64_t after = 0;  // the last message seen
  bool upwards = true;     // false: the newest first
  int limit = 24;
};

struct MessagePage {
  std::vector<MessageRecord> messages{};
  std::int64_t total = 0;
  bool has_more = false;
};

/// The account's messages.
MessagePage list_message_records(db::Connection& db, const MessageWish& wish);

/// These messages in the order of their conversation; whose they are is not asked.
std::vector<MessageRecord> find_message_records(db::Connection& db,
                                                std::span<const std::int64_t> ids);

}  // namespace chat
