/// conversation_figures_api.cpp - GET /api/analytics and /api/analytics/summary.
///
/// Test: tests/page/sessions_api_test.cpp

#include "chat/chat_api.h"
#include "chat/conversation_figures.h"
#include "shop.h"
#include "web/json_list.h"

namespace chat {
namespace {

template <class Value>
web::Json or_null(const std::optional<Value>& value) {
  return value ? web::Json(*value) : web::Json(nullptr);
}

Span read_span(web::QueryForm& query) {
  return {query.moment("from"), query.moment("to")};
}

web::Json to_json(const ConversationFigures& figures) {
  return {{"session_id", figures.id},
          {"user_id", figures.account_id == 0 ? web::Json(nullptr) : web::Json(figures.account_id)},
          {"title", figures.title},
          {"status", figures.status},
          {"message_count", figures.messages},
          {"answers", figures.answers},
          {"unanswered", figures.unanswered},
          {"reactions", figures.reactions},
          {"average_response_ms", or_null(figures.response_ms)},
          {"average_confidence", or_null(figures.confidence)},
          {"created_at", to_iso(figures.created_at)},
          {"last_activity_at", to_iso(figures.last_activity_at)}};
}

}  // namespace

web::Response api_conversation_analytics(const web::Request& request, Shop& shop) {
  web::QueryForm query(request);
  const web::ListWish wish = web::read_list(query);
  const Span span = read_span(query);
  query.require_good();
  auto list = list_figures(shop.db, span, wish.after, wish.per_page + 1);
  const bool has_more = std::ssize(list) > wish.per_page;
  if (has_more) list.pop_back();
  web::Json items = web::Json::array();
  for (const ConversationFigures& figures : list) items.push_back(to_json(figures));
  return web::json_response(web::list_answer(
      request, std::move(items), count_figures(shop.db, span), has_more ? list.back().id : 0));
}

web::Response api_conversation_summary(const web::Request& request, Shop& shop) {
  web::QueryForm query(request);
  const Span span = read_span(query);
  query.require_good();
  const Summary summary = summarise(shop.db, span);
  web::Json groups{{"intent", web::Json::array()},
                   {"engine", web::Json::array()},
                   {"reaction", web::Json::array()}};
  for (const Summary::Group& group : summary.groups) {
    groups[group.kind].push_back({{"name", group.name}, {"count", group.count}});
  }
  return web::json_response({{"sessions", summary.sessions},
                             {"users", summary.users},
                             {"messages", summary.messages},
                             {"questions", summary.questions},
                             {"answers", summary.answers},
                             {"not_understood", summary.not_understood},
                             {"average_response_ms", or_null(summary.response_ms)},
                             {"average_confidence", or_null(summary.confidence)},
                             {"intents", groups["intent"]},
                             {"engines", groups["engine"]},
                             {"reactions", groups["reaction"]}});
}

}  // namespace chat
