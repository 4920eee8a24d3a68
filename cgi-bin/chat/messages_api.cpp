/// messages_api.cpp - GET /chat_history, GET /api/messages, reactions.
///
/// Test: tests/page/messages_api_test.cpp

#include "chat/ask_view.h"
#include "chat/chat_api.h"
#include "chat/chat_json_view.h"
#include "chat/reactions.h"
#include "web/json_list.h"

namespace chat {
namespace {

constexpr std::array<std::string_view, 3> kSenders = {"user", "assistant", "staff"};

bool read_upwards(web::QueryForm& query, bool otherwise) {
  const std::string order = query.text("order", 4, false);
  if (order.empty()) return otherwise;
  if (order != "asc" && order != "desc") query.add_problem("order", {"api.no_such_order"});
  return order == "asc";
}

web::Response list_response(const web::Request& request, Shop& shop, bool upwards,
                            std::optional<std::int64_t> conversation) {
  web::QueryForm query(request);
  const web::ListWish wish = web::read_list(query);
  MessageWish messages{.account = request.visitor.account_id,
                       .conversation = conversation,
                       .after = wish.after,
                       .upwards = read_upwards(query, upwards),
                       .limit = wish.per_page};
  if (!conversation && query.has("session_id")) {
    messages.conversation = query.integer("session_id", 1, INT64_MAX);
  }
  if (query.has("sender")) {
    messages.sender = query.text("sender", 20, true);
    if (std::ranges::find(kSenders, *messages.sender) == kSenders.end()) {
      query.add_problem("sender", {"api.no_such_sender"});
    }
  }
  query.require_good();
  const MessagePage page = list_message_records(shop.db, messages);
  return web::json_response(
      web::list_answer(request, messages_json(shop.site, shop.db, page.messages), page.total,
                       page.has_more ? page.messages.back().message.id : 0));
}

web::Json reactions_json(Shop& shop, std::int64_t message, std::int64_t account) {
  web::Json items = web::Json::array();
  web::Json own = nullptr;
  for (const ReactionCount& count : list_reactions(shop.db, message, account)) {
    items.push_back({{"reaction", count.reaction}, {"count", count.count}});
    if (count.is_own) own = count.reaction;
  }
  return {{"message_id", message}, {"own", std::move(own)}, {"items", std::move(items)}};
}

std::int64_t own_message(const web::Request& request, Shop& shop) {
  const auto message = find_message(shop.db, api_owner(request), request.captured_id("id"));
  if (!message) throw web::NotFound("message");
  return message->id;
}

}  // namespace

web::Response api_chat_history(const web::Request& request, Shop& shop) {
  return list_response(request, shop, true, std::nullopt);
}

web::Response api_messages(const web::Request& request, Shop& shop) {
  return list_response(request, shop, false, std::nullopt);
}

web::Response api_session_messages(const web::Request& request, Shop& shop) {
  const Conversation session = own_conversation(request, shop, request.captured_id("id"));
  return list_response(request, shop, true, session.id);
}

web::Response api_message_react(const web::Request& request, Shop& shop) {
  const std::int64_t message = own_message(request, shop);
  web::JsonForm form(request);
  const std::string reaction = form.text("reaction", 20, true);
  if (!form.has_problem("reaction") && !is_reaction(reaction)) {
    form.add_problem("reaction", {"api.no_such_reaction"});
  }
  form.require_good();
  const std::int64_t account = request.visitor.account_id;
  react(shop.db, message, account, reaction, request.now);
  return web::json_response(reactions_json(shop, message, account));
}

web::Response api_message_reactions(const web::Request& request, Shop& shop) {
  return web::json_response(
      reactions_json(shop, own_message(request, shop), request.visitor.account_id));
}

}  // namespace chat
