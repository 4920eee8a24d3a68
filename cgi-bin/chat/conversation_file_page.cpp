/// conversation_file_page.cpp - GET /chat/{id}/copy.txt and /chat/{id}/copy.json: a conversation to
/// take away.
///
/// Test: tests/page/conversation_file_page_test.cpp

#include <nlohmann/json.hpp>

#include "chat/chat_pages.h"
#include "chat/chat_view.h"

namespace chat {
namespace {

constexpr int kMessagesAtOnce = 200;

Conversation own_conversation(const web::Request& request, Shop& shop) {
  const std::int64_t id = request.captured_id("id");
  const auto conversation = find_conversation(shop.db, owner_of(request), id);
  if (!conversation) throw web::NotFound("conversation " + std::to_string(id));
  return *conversation;
}

/// All of them, oldest first.
std::vector<Message> all_messages(const web::Request& request, Shop& shop, std::int64_t id) {
  std::vector<Message> all;
  int before = 0;
  do {
    auto messages = list_messages(shop.db, id, before, kMessagesAtOnce, request.now);
    if (messages.empty()) break;
    before = messages.front().sequence;
    all.insert(all.begin(), std::make_move_iterator(messages.begin()),
               std::make_move_iterator(messages.end()));
  } while (before > 1);
  return all;
}

web::Response file(const std::string& type, const std::string& name, std::string body) {
  web::Response response;
  response.content_type = type;
  response.headers.emplace_back("Content-Disposition", "attachment; filename=\"" + name + "\"");
  response.body = std::move(body);
  return response;
}

}  // namespace

web::Response conversation_text_file(const web::Request& request, Shop& shop) {
  const Conversation conversation = own_conversation(request, shop);
  std::string text = conversation.title + "\n";
  for (const Message& message : all_messages(request, shop, conversation.id)) {
    text += "\n" + to_minute_text(message.created_at) + ", " +
            request.say({"conversation.sender." + message.sender}) + ":\n" + message.text + "\n";
  }
  return file("text/plain; charset=utf-8", "talk.txt", std::move(text));
}

web::Response conversation_json_file(const web::Request& request, Shop& shop) {
  const Conversation conversation = own_conversation(request, shop);
  nlohmann::json messages = nlohmann::json::array();
  for (const Message& message : all_messages(request, shop, conversation.id)) {
    nlohmann::json products = nlohmann::json::array();
    for (const auto& product : message.products) products.push_back(product.id);
    messages.push_back({{"sequence", message.sequence},
                        {"sender", message.sender},
                        {"text", message.text},
                        {"created_at", to_iso(message.created_at)},
                        {"product_ids", products}});
  }
  const nlohmann::json json = {{"id", conversation.id},
                               {"title", conversation.title},
                               {"status", conversation.status},
                               {"created_at", to_iso(conversation.created_at)},
                               {"messages", messages}};
  return file("application/json", "talk.json", json.dump(1) + "\n");
}

}  // namespace chat
