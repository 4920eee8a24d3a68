#include "chat/ask_view.h"

#include "chat/chat_view.h"
#include "chat/question_form.h"
#include "chat/turn.h"

namespace chat {

Owner api_owner(const web::Request& request) {
  return {request.visitor.account_id, ""};
}

Conversation own_conversation(const web::Request& request, Shop& shop, std::int64_t id) {
  auto conversation = find_conversation(shop.db, api_owner(request), id);
  if (!conversation) throw web::NotFound("conversation");
  return std::move(*conversation);
}

std::string read_question(web::JsonForm& form) {
  for (const char* field : {"message", "query", "text"}) {
    if (form.has(field)) return form.lines(field, kLongestQuestion, true);
  }
  form.add_problem("message", {"api.message_missing"});
  return {};
}

Conversation wanted_session(const web::Request& request, Shop& shop, std::int64_t session_id) {
  if (session_id != 0) return own_conversation(request, shop, session_id);
  const Owner owner = api_owner(request);
  auto current = find_current(shop.db, owner);
  return current ? std::move(*current) : start_conversation(shop.db, owner, request.now);
}

Message ask(const web::Request& request, Shop& shop, const Conversation& conversation,
            const std::string& text) {
  auto question = add_question(shop.db, api_owner(request), conversation.id, text, request.now);
  if (!question) throw web::NotFound("conversation");
  return std::move(*question);
}

Message answer_of(const Owner& owner, Shop& shop, const Message& question, Instant now) {
  return answer_once(shop.db, assistant_of(shop), owner, question, wording_of(shop.site),
                     turn_settings(shop), now);
}

}  // namespace chat
