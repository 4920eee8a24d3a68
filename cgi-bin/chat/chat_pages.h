/// chat_pages.h - the pages of the assistant; their rows are in routes.cpp.
#pragma once

#include "shop.h"
#include "web/web.h"

namespace chat {

/// GET /chat: the conversation that the visitor is in, or an invitation to ask.
web::Response chat_page(const web::Request& request, Shop& shop);

/// GET /chat/{id}: one of the visitor's conversations; ?before={sequence} shows older messages.
web::Response conversation_page(const web::Request& request, Shop& shop);

/// POST /chat: asks `question` in `conversation` (0 or none: the present one); goes to the answer.
web::Response post_chat(const web::Request& request, Shop& shop);

/// GET /chat/{id}/answer/{message}: the answer to a question, in pieces while it is made.
web::Response answer_page(const web::Request& request, Shop& shop);

/// GET /chat/history: all conversations of the visitor; ?after={conversation} shows older ones.
web::Response chat_history_page(const web::Request& request, Shop& shop);

/// POST /chat/reset: ends the conversation and starts a new one.
web::Response post_chat_reset(const web::Request& request, Shop& shop);

/// POST /chat/{id}/archive: puts a conversation aside.
web::Response post_chat_archive(const web::Request& request, Shop& shop);

/// POST /chat/{id}/delete: deletes a conversation with all its messages.
web::Response post_chat_delete(const web::Request& request, Shop& shop);

/// POST /chat/proposal/{id}: does what an answer proposed, once; goes back to the conversation.
web::Response post_proposal(const web::Request& request, Shop& shop);

/// POST /chat/react/{message}: helpful or not; the same again takes it back.
web::Response post_reaction(const web::Request& request, Shop& shop);

/// GET /why/{message}: the rows of the database behind an answer.
web::Response why_page(const web::Request& request, Shop& shop);
/// GET /chat/{id}/copy.txt and copy.json: an own conversation to take away.
web::Response conversation_text_file(const web::Request& request, Shop& shop);
web::Response conversation_json_file(const web::Request& request, Shop& shop);

}  // namespace chat
