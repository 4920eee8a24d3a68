/// admin_conversation_page.cpp - GET /admin/conversations/{id} and what staff do there.
///
/// Template: templates/admin/admin_conversation_page.tpl
/// Test:     tests/page/admin_conversations_page_test.cpp

#include <cmath>

#include "admin/conversations_pages.h"
#include "admin_conversation_page.tpl.varnames.h"
#include "base/text.h"
#include "chat/conversation.h"
#include "chat/staff.h"
#include "shop.h"
#include "web/web.h"

namespace admin {
namespace {

constexpr int kMessages = 100;

std::string path_of(std::int64_t id) {
  return "/admin/conversations/" + std::to_string(id);
}

void fill_message(ctemplate::TemplateDictionary& item, const web::Request& request,
                  const chat::StaffMessage& message) {
  item.SetIntValue(kacp_MESSAGE_SEQUENCE, message.sequence);
  item.SetValue(kacp_MESSAGE_SENDER, request.say({"conversation.sender." + message.sender}));
  item.SetValue(kacp_MESSAGE_AT, to_minute_text(message.created_at));
  item.SetValue(kacp_MESSAGE_TEXT, message.text);
  for (const std::string& reaction : message.reactions) {
    item.AddSectionDictionary(kacp_REACTION)
        ->SetValue(kacp_REACTION_NAME, request.say({"conversation.reaction." + reaction}));
  }
  if (message.sender != "assistant") return;
  auto& known = *item.AddSectionDictionary(kacp_KNOWN);
  known.SetValue(kacp_KNOWN_INTENT, message.intent);
  known.SetIntValue(kacp_KNOWN_PERCENT, std::lround(message.confidence * 100));
  known.SetValue(kacp_KNOWN_ENGINE, message.engine);
  known.SetIntValue(kacp_KNOWN_MS, message.response_ms);
  if (!message.llm_outcome.empty()) {
    known.SetValueAndShowSection(kacp_KNOWN_OUTCOME, message.llm_outcome, kacp_KNOWN_MODEL);
  }
  if (!message.facts.empty()) known.ShowSection(kacp_FACTS);
  for (const std::string& fact : message.facts) {
    known.AddSectionDictionary(kacp_FACT)->SetValue(kacp_FACT_TEXT, fact);
  }
}

/// What can be done with it now.
void fill_deeds(ctemplate::TemplateDictionary& body, const web::Request& request,
                const chat::StaffConversation& conversation) {
  body.SetValue(kacp_CSRF, request.csrf_token());
  body.SetIntValue(kacp_ID, conversation.id);
  const bool is_over = conversation.status == "completed" || conversation.status == "archived";
  if (conversation.taken_by.empty()) {
    if (!is_over) body.ShowSection(kacp_MAY_TAKE);
    return;
  }
  body.SetValueAndShowSection(kacp_TAKEN_BY, conversation.taken_by, kacp_TAKEN);
  if (conversation.taken_by == request.visitor.username) {
    body.ShowSection(kacp_MAY_ANSWER);
  } else {
    body.ShowSection(kacp_MAY_TAKE);
  }
}

}  // namespace

web::Response admin_conversation_page(const web::Request& request, Shop& shop) {
  const std::int64_t id = request.captured_id("id");
  const auto conversation = chat::find_for_staff(shop.db, id);
  if (!conversation) throw web::NotFound("conversation " + std::to_string(id));
  const auto before =
      static_cast<int>(to_integer(request.query.get("before"), 1, INT32_MAX).value_or(0));
  const auto messages = chat::list_staff_messages(shop.db, id, before, kMessages);

  web::Page page(request, "admin/admin_conversation_page.tpl", request.say({"title.conversation"}));
  page.set_noindex();
  auto& body = page.body();
  body.SetValue(kacp_TITLE, conversation->title);
  body.SetValue(kacp_CUSTOMER, conversation->customer.empty() ? request.say({"conversation.guest"})
                                                              : conversation->customer);
  body.SetValue(kacp_STATUS_NAME, request.say({"conversation.status." + conversation->status}));
  for (const chat::StaffMessage& message : messages) {
    fill_message(*body.AddSectionDictionary(kacp_MESSAGE), request, message);
  }
  if (!messages.empty() && messages.front().sequence > 1) {
    body.SetValueAndShowSection(
        kacp_EARLIER_URL, path_of(id) + "?before=" + std::to_string(messages.front().sequence),
        kacp_EARLIER);
  }
  fill_deeds(body, request, *conversation);
  return page.render();
}

web::Response post_conversation_taken(const web::Request& request, Shop& shop) {
  const std::int64_t id = request.captured_id("id");
  if (!chat::find_for_staff(shop.db, id)) throw web::NotFound("conversation");
  const bool is_done = chat::take_over(shop.db, id, request.visitor.account_id);
  if (!is_done) return web::redirect_with_warning(path_of(id), {"conversation.is_over"});
  return web::redirect_after_post(path_of(id), {"conversation.taken"});
}

web::Response post_conversation_handed_back(const web::Request& request, Shop& shop) {
  const std::int64_t id = request.captured_id("id");
  if (!chat::find_for_staff(shop.db, id)) throw web::NotFound("conversation");
  const bool is_done = chat::hand_back(shop.db, id);
  if (!is_done) return web::redirect_with_warning(path_of(id), {"conversation.not_taken"});
  return web::redirect_after_post(path_of(id), {"conversation.handed_back"});
}

web::Response post_staff_answer(const web::Request& request, Shop& shop) {
  const std::int64_t id = request.captured_id("id");
  if (!chat::find_for_staff(shop.db, id)) throw web::NotFound("conversation");
  const std::string text =
      std::string(trimmed(web::form_text(request, "text", chat::kLongestQuestion)));
  if (text.empty()) return web::redirect_with_warning(path_of(id), {"conversation.say_something"});
  const bool is_done =
      chat::answer_as_staff(shop.db, id, request.visitor.account_id, text, request.now);
  if (!is_done) return web::redirect_with_warning(path_of(id), {"conversation.not_taken"});
  return web::redirect_after_post(path_of(id), {"conversation.answered"});
}

}  // namespace admin
