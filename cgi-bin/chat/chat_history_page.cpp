/// chat_history_page.cpp - GET /chat/history: all conversations; the forms that put them away.
///
/// Template: templates/chat/chat_history_page.tpl
/// Test:     tests/page/chat_history_page_test.cpp

#include "base/text.h"
#include "chat/chat_pages.h"
#include "chat/chat_view.h"
#include "chat_history_page.tpl.varnames.h"

namespace chat {
namespace {

constexpr int kConversationsShown = 30;

std::int64_t last_seen(const web::Request& request) {
  const std::string* text = request.query.first("after");
  if (text == nullptr) return 0;
  const auto after = to_integer(*text, 1);
  if (!after) throw web::BadRequest("bad conversation");
  return *after;
}

void fill_conversation(ctemplate::TemplateDictionary& item, const Conversation& conversation,
                       const std::string& csrf) {
  item.SetIntValue(kchp_CONVERSATION_ID, conversation.id);
  item.SetValue(kchp_CONVERSATION_TITLE, conversation.title);
  item.SetIntValue(kchp_CONVERSATION_MESSAGES, conversation.message_count);
  item.SetValue(kchp_CONVERSATION_ISO, to_iso(conversation.last_activity_at));
  item.SetValue(kchp_CONVERSATION_TIME, to_minute_text(conversation.last_activity_at));
  item.SetValue(kchp_CONVERSATION_CSRF, csrf);
  if (conversation.status == "archived") {
    item.ShowSection(kchp_ARCHIVED);
  } else {
    item.ShowSection(kchp_CAN_ARCHIVE);
  }
  if (conversation.status == "completed") item.ShowSection(kchp_COMPLETED);
}

std::string described(const web::Request& request) {
  return "conversation " + request.captured_text("id");
}

}  // namespace

web::Response chat_history_page(const web::Request& request, Shop& shop) {
  auto conversations =
      list_conversations(shop.db, owner_of(request), last_seen(request), kConversationsShown + 1);
  const bool has_older = conversations.size() > kConversationsShown;
  if (has_older) conversations.pop_back();

  web::Page page(request, "chat/chat_history_page.tpl", request.say({"chat.history_title"}));
  page.set_noindex();
  auto& body = page.body();
  const std::string csrf = request.csrf_token();
  if (conversations.empty()) body.ShowSection(kchp_NONE);
  if (!conversations.empty()) {
    auto& some = *body.AddSectionDictionary(kchp_SOME);
    for (const Conversation& conversation : conversations) {
      fill_conversation(*some.AddSectionDictionary(kchp_CONVERSATION), conversation, csrf);
    }
  }
  if (has_older) {
    body.AddSectionDictionary(kchp_OLDER)->SetIntValue(kchp_OLDER_AFTER, conversations.back().id);
  }
  web::Response response = page.render();
  response.keep_session = true;
  return response;
}

web::Response post_chat_reset(const web::Request& request, Shop& shop) {
  reset(shop.db, owner_of(request), request.now);
  return web::redirect_after_post("/chat", {"chat.was_reset"});
}

web::Response post_chat_archive(const web::Request& request, Shop& shop) {
  if (!archive(shop.db, owner_of(request), request.captured_id("id"))) {
    throw web::NotFound(described(request));
  }
  return web::redirect_after_post("/chat/history", {"chat.was_archived"});
}

web::Response post_chat_delete(const web::Request& request, Shop& shop) {
  if (!delete_conversation(shop.db, owner_of(request), request.captured_id("id"))) {
    throw web::NotFound(described(request));
  }
  return web::redirect_after_post("/chat/history", {"chat.was_deleted"});
}

}  // namespace chat
