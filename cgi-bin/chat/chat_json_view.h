/// chat_json_view.h - the shapes "session" and "message" of the API.
#pragma once

#include <span>

#include "chat/conversation.h"
#include "chat/message_records.h"
#include "web/json.h"

namespace chat {

web::Json to_json(const Conversation& conversation);

/// Messages in this order; the texts of all their products are fetched in one query.
web::Json messages_json(const web::Site& site, db::Connection& db,
                        std::span<const MessageRecord> records);

/// One message; whose it is is not asked.
web::Json message_json(const web::Site& site, db::Connection& db, std::int64_t id);

}  // namespace chat
