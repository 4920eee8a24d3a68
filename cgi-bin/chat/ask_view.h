/// ask_view.h - a question through the API: where it belongs, and its answer.
#pragma once

#include "chat/conversation.h"
#include "shop.h"
#include "web/json_form.h"

namespace chat {

Owner api_owner(const web::Request& request);

/// The account's conversation; throws NotFound for one that is not his.
Conversation own_conversation(const web::Request& request, Shop& shop, std::int64_t id);

/// The text in `message`, `query` or `text`.
std::string read_question(web::JsonForm& form);

/// The session named in `session_id`, else the present one, else a new one.
Conversation wanted_session(const web::Request& request, Shop& shop, std::int64_t session_id);

Message ask(const web::Request& request, Shop& shop, const Conversation& conversation,
            const std::string& text);

/// The answer to a question, found and stored now when there is none.
Message answer_of(const Owner& owner, Shop& shop, const Message& question, Instant now);

}  // namespace chat
