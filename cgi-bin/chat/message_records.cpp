#include "chat/message_records.h"

#include <algorithm>

#include "chat.sql.h"
#include "chat_api.sql.h"

namespace chat {
namespace {

std::optional<double> maybe_number(const db::Row& row, std::string_view column) {
  if (row.is_null(column)) return std::nullopt;
  return row.number(column);
}

MessageRecord to_record(const db::Row& row) {
  MessageRecord record;
  record.message = {.id = row.integer("id"),
                    .conversation_id = row.integer("conversation_id"),
                    .sequence = row.small("sequence"),
                    .sender = row.string("sender"),
                    .text = row.string("text"),
                    .created_at = row.instant("created_at"),
                    .answers = row.integer("answers")};
  record.engine = row.maybe_string("engine");
  record.model_version = row.maybe_string("model_version");
  record.response_ms = row.maybe_integer("response_ms");
  record.confidence = maybe_number(row, "confidence");
  record.intent = row.maybe_string("intent");
  return record;
}

void add_details(db::Connection& db, std::vector<MessageRecord>& records) {
  std::vector<std::int64_t> ids;
  for (const MessageRecord& record : records) {
    if (record.message.sender != "user") ids.push_back(record.message.id);
  }
  if (ids.empty()) return;
  db::Pipeline pipeline(db);
  const int products = pipeline.add(sql::chat::message_products, db::array_of(ids));
  const int facts = pipeline.add(sql::chat_api::facts_of_messages, db::array_of(ids));
  pipeline.run();
  const auto record_of = [&](const db::Row& row) {
    return std::ranges::find_if(records, [&](const MessageRecord& record) {
      return record.message.id == row.integer("message_id");
    });
  };
  for (const db::Row row : pipeline.take(products)) {
    record_of(row)->message.products.push_back(catalog::to_card(row));
  }
  for (const db::Row row : pipeline.take(facts)) {
    record_of(row)->facts.push_back({row.string("source"), row.string("value")});
  }
}

}  // namespace

MessagePage list_message_records(db::Connection& db, const MessageWish& wish) {
  db::Pipeline pipeline(db);
  const int rows = pipeline.add(sql::chat_api::messages, wish.account, wish.conversation,
                                wish.sender, wish.after, wish.upwards, wish.limit + 1);
  const int count =
      pipeline.add(sql::chat_api::count_messages, wish.account, wish.conversation, wish.sender);
  pipeline.run();
  MessagePage page;
  for (const db::Row row : pipeline.take(rows)) page.messages.push_back(to_record(row));
  page.has_more = std::ssize(page.messages) > wish.limit;
  if (page.has_more) page.messages.pop_back();
  page.total = pipeline.take(count)[0].integer("messages");
  add_details(db, page.messages);
  return page;
}

std::vector<MessageRecord> find_message_records(db::Connection& db,
                                                std::span<const std::int64_t> ids) {
  std::vector<MessageRecord> records;
  for (const db::Row row : db.run(sql::chat_api::messages_by_id, db::array_of(ids))) {
    records.push_back(to_record(row));
  }
  add_details(db, records);
  return records;
}

}  // namespace chat
