/// sessions_api.cpp - /api/sessions and /api/templates.
///
/// Test: tests/page/sessions_api_test.cpp

#include "chat/sessions.h"

#include "chat/ask_view.h"
#include "chat/chat_api.h"
#include "chat/chat_json_view.h"
#include "chat/conversation_figures.h"
#include "chat/question_form.h"
#include "chat/starters.h"
#include "web/json_list.h"

namespace chat {
namespace {

constexpr int kMessagesShown = 100;

std::optional<std::string> read_status(web::Form& form) {
  if (!form.has("status")) return std::nullopt;
  std::string status = form.text("status", 20, true);
  if (!form.has_problem("status") && !is_status(status)) {
    form.add_problem("status", {"api.no_such_session_status"});
  }
  return status;
}

/// The session with its first messages and the way to the rest.
web::Json session_json(const web::Request& request, Shop& shop, std::int64_t id) {
  const Conversation session = own_conversation(request, shop, id);
  const MessagePage page = list_message_records(
      shop.db,
      {.account = request.visitor.account_id, .conversation = id, .limit = kMessagesShown});
  web::Json json = to_json(session);
  json["messages"] = messages_json(shop.site, shop.db, page.messages);
  json["next"] = nullptr;
  if (page.has_more) {
    json["next"] = "/api/sessions/" + std::to_string(id) +
                   "/messages?after=" + std::to_string(page.messages.back().message.id);
  }
  return json;
}

web::Response set_status(const web::Request& request, Shop& shop, const char* status) {
  const std::int64_t id = request.captured_id("id");
  if (!change_session(shop.db, request.visitor.account_id, id, std::nullopt, status)) {
    throw web::NotFound("conversation");
  }
  return web::json_response(to_json(own_conversation(request, shop, id)));
}

}  // namespace

web::Response api_sessions(const web::Request& request, Shop& shop) {
  web::QueryForm query(request);
  const web::ListWish wish = web::read_list(query);
  SessionFilter filter;
  filter.status = read_status(query);
  filter.from = query.moment("date_from");
  filter.until = query.moment("date_to");
  filter.words = query.text("search", 100, false);
  query.require_good();
  const SessionPage page =
      list_sessions(shop.db, request.visitor.account_id, filter, wish.after, wish.per_page);
  web::Json items = web::Json::array();
  for (const Conversation& session : page.sessions) items.push_back(to_json(session));
  return web::json_response(web::list_answer(request, std::move(items), page.total,
                                             page.has_more ? page.sessions.back().id : 0));
}

web::Response api_session_create(const web::Request& request, Shop& shop) {
  web::JsonForm form(request, web::json_body_if_any(request));
  const std::string title = form.text("title", kMostTitle, false);
  form.require_good();
  const std::int64_t id = start_conversation(shop.db, api_owner(request), request.now).id;
  if (!title.empty() &&
      !change_session(shop.db, request.visitor.account_id, id, title, std::nullopt)) {
    throw web::NotFound("conversation");
  }
  web::Response response = web::json_response(to_json(own_conversation(request, shop, id)), 201);
  response.headers.emplace_back("Location", "/api/sessions/" + std::to_string(id) + "/");
  return response;
}

web::Response api_session(const web::Request& request, Shop& shop) {
  return web::revalidated(
      request, web::json_response(session_json(request, shop, request.captured_id("id"))));
}

web::Response api_session_change(const web::Request& request, Shop& shop) {
  const std::int64_t id = request.captured_id("id");
  web::JsonForm form(request);
  std::optional<std::string> title;
  if (form.has("title")) title = form.text("title", kMostTitle, false);
  const auto status = read_status(form);
  form.require_good();
  if (!change_session(shop.db, request.visitor.account_id, id, title, status)) {
    throw web::NotFound("conversation");
  }
  return web::json_response(to_json(own_conversation(request, shop, id)));
}

web::Response api_session_delete(const web::Request& request, Shop& shop) {
  if (!delete_conversation(shop.db, api_owner(request), request.captured_id("id"))) {
    throw web::NotFound("conversation");
  }
  return web::no_content();
}

web::Response api_session_add_message(const web::Request& request, Shop& shop) {
  const Conversation session = own_conversation(request, shop, request.captured_id("id"));
  web::JsonForm form(request);
  const std::string text = read_question(form);
  const bool wants_reply = form.boolean("reply", true);
  form.require_good();
  count_question(request, shop);
  const Message question = ask(request, shop, session, text);
  std::vector<std::int64_t> ids{question.id};
  if (wants_reply) {
    ids.push_back(answer_of(api_owner(request), shop, question, request.now).id);
  }
  const auto records = find_message_records(shop.db, ids);
  return web::json_response(
      web::Json::object({{"messages", messages_json(shop.site, shop.db, records)}}), 201);
}

web::Response api_session_archive(const web::Request& request, Shop& shop) {
  return set_status(request, shop, "archived");
}

web::Response api_session_activate(const web::Request& request, Shop& shop) {
  return set_status(request, shop, "active");
}

web::Response api_session_stats(const web::Request& request, Shop& shop) {
  const OwnFigures figures = figures_of(shop.db, request.visitor.account_id);
  return web::json_response({{"total_sessions", figures.sessions},
                             {"active_sessions", figures.active},
                             {"paused_sessions", figures.paused},
                             {"completed_sessions", figures.completed},
                             {"archived_sessions", figures.archived},
                             {"total_messages", figures.messages},
                             {"questions", figures.questions},
                             {"answers", figures.messages - figures.questions},
                             {"reactions", figures.reactions},
                             {"last_activity_at", web::to_json(figures.last_activity_at)}});
}

web::Response api_templates(const web::Request& request, Shop& shop) {
  web::Json items = web::Json::array();
  for (const Starter& starter : list_starters(shop.db)) {
    items.push_back({{"id", starter.id},
                     {"title", starter.title},
                     {"description", starter.description},
                     {"opening", starter.opening}});
  }
  const auto total = static_cast<std::int64_t>(items.size());
  return web::json_response(web::list_answer(request, std::move(items), total, 0));
}

web::Response api_template_use(const web::Request& request, Shop& shop) {
  const auto starter = find_starter(shop.db, request.captured_id("id"));
  if (!starter) throw web::NotFound("template");
  if (!starter->opening.empty()) count_question(request, shop);
  const Conversation session = start_conversation(shop.db, api_owner(request), request.now);
  note_use(shop.db, starter->id);
  if (!change_session(shop.db, request.visitor.account_id, session.id, starter->title,
                      std::nullopt)) {
    throw web::NotFound("conversation");
  }
  if (!starter->opening.empty()) {
    answer_of(api_owner(request), shop, ask(request, shop, session, starter->opening), request.now);
  }
  web::Response response = web::json_response(session_json(request, shop, session.id), 201);
  response.headers.emplace_back("Location", "/api/sessions/" + std::to_string(session.id) + "/");
  return response;
}

}  // namespace chat
