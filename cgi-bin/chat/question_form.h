/// question_form.h - asking the assistant, for the pages and the API alike.
#pragma once

#include "accounts/rate_limit.h"
#include "chat/conversation.h"
#include "chat/say.h"
#include "shop.h"
#include "web/web.h"

namespace chat {

accounts::RateLimit chat_limit(const Shop& shop);

/// Whose questions are counted together: "account:7" or "visitor:…".
std::string asker_of(const web::Request& request);

/// Counts a question; throws TooManyRequests when it is one too many.
void count_question(const web::Request& request, Shop& shop);

/// The sentences of this shop, as long as `site` lives.
Wording wording_of(const web::Site& site);

}  // namespace chat
