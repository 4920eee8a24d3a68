/// chat_api.h - JSON: asking the assistant, conversations, reactions, starters, figures.
#pragma once

#include "web/route.h"

namespace chat {

/// POST /api/chat: {"message"} or {"query"}, "session_id"; 200 the answer. With Accept:
/// text/event-stream it grows.
web::Response api_chat(const web::Request& request, Shop& shop);
/// POST /save_chat, /api/chat/chat/save: stores a message of the user's; nobody answers.
web::Response api_chat_save(const web::Request& request, Shop& shop);
/// GET /chat_history, /api/chat/chat/history: the own messages, oldest first.
web::Response api_chat_history(const web::Request& request, Shop& shop);

/// GET and POST /api/sessions: list, begin.
web::Response api_sessions(const web::Request& request, Shop& shop);
web::Response api_session_create(const web::Request& request, Shop& shop);
/// GET /api/sessions/{id}: with its messages. PATCH: title and status. DELETE: with all messages.
web::Response api_session(const web::Request& request, Shop& shop);
web::Response api_session_change(const web::Request& request, Shop& shop);
web::Response api_session_delete(const web::Request& request, Shop& shop);
/// POST /api/sessions/{id}/add_message: {"text", "reply": true}; 201 both messages.
web::Response api_session_add_message(const web::Request& request, Shop& shop);
/// GET /api/sessions/{id}/messages.
web::Response api_session_messages(const web::Request& request, Shop& shop);
/// POST /api/sessions/{id}/archive, /activate.
web::Response api_session_archive(const web::Request& request, Shop& shop);
web::Response api_session_activate(const web::Request& request, Shop& shop);
/// GET /api/sessions/stats: the own conversations in numbers.
web::Response api_session_stats(const web::Request& request, Shop& shop);

/// GET /api/messages: the own messages, newest first.
web::Response api_messages(const web::Request& request, Shop& shop);
/// POST /api/messages/{id}/react: {"reaction"}; the same again takes it back.
web::Response api_message_react(const web::Request& request, Shop& shop);
/// GET /api/messages/{id}/reactions.
web::Response api_message_reactions(const web::Request& request, Shop& shop);

/// GET /api/templates: ready-made beginnings.
web::Response api_templates(const web::Request& request, Shop& shop);
/// POST /api/templates/{id}/use_template: a session from it; 201 session with messages.
web::Response api_template_use(const web::Request& request, Shop& shop);

/// GET /api/analytics: each conversation in numbers. GET /api/analytics/summary: all of them.
web::Response api_conversation_analytics(const web::Request& request, Shop& shop);
web::Response api_conversation_summary(const web::Request& request, Shop& shop);

}  // namespace chat
