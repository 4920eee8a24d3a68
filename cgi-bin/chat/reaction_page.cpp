/// reaction_page.cpp - POST /chat/react/{message}: what a customer thinks of an answer.
///
/// Test: tests/page/chat_page_test.cpp

#include "chat/chat_pages.h"
#include "chat/chat_view.h"
#include "chat/reactions.h"
#include "web/web.h"

namespace chat {

web::Response post_reaction(const web::Request& request, Shop& shop) {
  // A guest's word could not be kept apart from the next one's.
  if (!request.visitor.is_signed_in()) throw web::NotFound("message");
  const auto message = find_message(shop.db, owner_of(request), request.captured_id("message"));
  if (!message || message->sender == "user") throw web::NotFound("message");
  const std::string reaction = web::form_text(request, "reaction", 20);
  if (!is_reaction(reaction)) throw web::BadRequest("no such reaction");
  const bool stands =
      react(shop.db, message->id, request.visitor.account_id, reaction, request.now);
  return web::redirect_after_post("/chat/" + std::to_string(message->conversation_id) +
                                      "#message-" + std::to_string(message->sequence),
                                  {stands ? "chat.reaction_noted" : "chat.reaction_taken_back"});
}

}  // namespace chat
