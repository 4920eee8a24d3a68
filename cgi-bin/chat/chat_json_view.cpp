#include "chat/chat_json_view.h"

#include "catalog/product_json_view.h"

namespace chat {
namespace {

template <class Value>
web::Json or_null(const std::optional<Value>& value) {
  return value ? web::Json(*value) : web::Json(nullptr);
}

using Texts = std::unordered_map<std::int64_t, catalog::ProductTexts>;

web::Json to_json(const web::Site& site, const MessageRecord& record, const Texts& texts) {
  const Message& message = record.message;
  web::Json json{
      {"id", message.id},
      {"session_id", message.conversation_id},
      {"sequence", message.sequence},
      {"sender", message.sender},
      {"text", message.text},
      {"created_at", to_iso(message.created_at)},
      {"products", web::Json::array()},
      {"facts", web::Json::array()},
      {"metadata",
       {{"engine", or_null(record.engine)},
        {"model_version", or_null(record.model_version)},
        {"response_ms", or_null(record.response_ms)},
        {"confidence", or_null(record.confidence)},
        {"intent", or_null(record.intent)}}},
  };
  for (const catalog::ProductCard& card : message.products) {
    const auto found = texts.find(card.id);
    if (found != texts.end()) {
      json["products"].push_back(catalog::to_json(site, card, found->second));
    }
  }
  for (const Fact& fact : record.facts) {
    json["facts"].push_back({{"value", fact.value}, {"source", fact.source}});
  }
  return json;
}

}  // namespace

web::Json to_json(const Conversation& conversation) {
  return {{"id", conversation.id},
          {"title", conversation.title},
          {"status", conversation.status},
          {"message_count", conversation.message_count},
          {"created_at", to_iso(conversation.created_at)},
          {"last_activity_at", to_iso(conversation.last_activity_at)}};
}

web::Json messages_json(const web::Site& site, db::Connection& db,
                        std::span<const MessageRecord> records) {
  std::vector<std::int64_t> products;
  for (const MessageRecord& record : records) {
    for (const catalog::ProductCard& card : record.message.products) products.push_back(card.id);
  }
  const Texts texts = catalog::find_product_texts(db, products);
  web::Json list = web::Json::array();
  for (const MessageRecord& record : records) list.push_back(to_json(site, record, texts));
  return list;
}

web::Json message_json(const web::Site& site, db::Connection& db, std::int64_t id) {
  const std::vector<std::int64_t> ids{id};
  web::Json list = messages_json(site, db, find_message_records(db, ids));
  if (list.empty()) throw std::logic_error("a message is gone");
  return std::move(list[0]);
}

}  // namespace chat
