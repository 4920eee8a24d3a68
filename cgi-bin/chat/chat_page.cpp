/// chat_page.cpp - GET /chat and /chat/{id}: a conversation with the assistant; POST /chat: a
/// question.
///
/// Template: templates/chat/chat_page.tpl
/// Test:     tests/page/chat_page_test.cpp

#include "base/text.h"
#include "chat/chat_pages.h"
#include "chat/chat_view.h"
#include "chat/question_form.h"

namespace chat {
namespace {

web::Response show(const web::Request& request, const ChatView& view, const web::Form& form) {
  web::Page page(request, "chat/chat_page.tpl",
                 request.say({form.has_problems() ? "title.problem" : "chat.title"}));
  page.set_noindex();
  auto& ask = fill_chat_page(page.body(), request, view);
  form.fill_problems(page.body());
  form.fill_problems(ask);
  web::Response response = page.render(form.has_problems() ? 422 : 200);
  response.keep_session = true;
  return response;
}

/// The conversation that the form names, else the present one, else none yet.
std::optional<Conversation> wanted_conversation(const web::Request& request, Shop& shop) {
  const bool is_named = request.form.has("conversation");
  const std::int64_t id = is_named ? web::form_integer(request, "conversation", 0, INT64_MAX) : 0;
  if (id == 0) return find_current(shop.db, owner_of(request));
  auto conversation = find_conversation(shop.db, owner_of(request), id);
  if (!conversation) throw web::NotFound("conversation " + std::to_string(id));
  return conversation;
}

/// The beginning whose button was pressed, if any.
std::optional<Starter> chosen_starter(const web::Request& request, Shop& shop) {
  if (!request.form.has("starter")) return std::nullopt;
  auto starter = find_starter(shop.db, web::form_integer(request, "starter", 1, INT64_MAX));
  if (!starter || starter->opening.empty()) throw web::NotFound("starter");
  return starter;
}

/// The shopkeeper may limit how many questions a conversation has.
void refuse_when_talked_out(Shop& shop, const std::optional<Conversation>& conversation,
                            web::Form& form) {
  const int most = shop.config.chat_prompts_per_session;
  if (most == 0 || !conversation || count_questions(shop.db, conversation->id) < most) return;
  form.add_problem("question", {"chat.limit_reached", {std::to_string(most)}});
}

int sequence_asked_for(const web::Request& request) {
  const std::string* text = request.query.first("before");
  if (text == nullptr) return 0;
  const auto before = to_integer(*text, 1, INT32_MAX);
  if (!before) throw web::BadRequest("bad sequence number");
  return static_cast<int>(*before);
}

}  // namespace

web::Response chat_page(const web::Request& request, Shop& shop) {
  const auto conversation = find_current(shop.db, owner_of(request));
  return show(request, view_of(request, shop, conversation), web::Form(request));
}

web::Response conversation_page(const web::Request& request, Shop& shop) {
  const std::int64_t id = request.captured_id("id");
  const auto conversation = find_conversation(shop.db, owner_of(request), id);
  if (!conversation) throw web::NotFound("conversation " + std::to_string(id));
  const int before = sequence_asked_for(request);
  return show(request, view_of(request, shop, conversation, before), web::Form(request));
}

web::Response post_chat(const web::Request& request, Shop& shop) {
  auto conversation = wanted_conversation(request, shop);
  web::Form form(request);
  const auto starter = chosen_starter(request, shop);
  const std::string text =
      starter ? starter->opening : form.text("question", kLongestQuestion, true);
  refuse_when_talked_out(shop, conversation, form);
  if (form.has_problems()) {
    ChatView view = view_of(request, shop, conversation);
    view.question = text;
    return show(request, view, form);
  }
  count_question(request, shop);
  const Owner owner = owner_of(request);
  if (!conversation) conversation = start_conversation(shop.db, owner, request.now);
  const auto question = add_question(shop.db, owner, conversation->id, text, request.now);
  if (!question) throw web::NotFound("conversation " + std::to_string(conversation->id));
  if (starter) note_use(shop.db, starter->id);
  return web::redirect_after_post("/chat/" + std::to_string(conversation->id) + "/answer/" +
                                  std::to_string(question->id) + "#message-" +
                                  std::to_string(question->sequence));
}

}  // namespace chat
