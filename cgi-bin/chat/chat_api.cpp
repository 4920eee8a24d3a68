/// chat_api.cpp - POST /api/chat, POST /save_chat, GET /chat_history.
///
/// Test: tests/page/chat_api_test.cpp

#include "chat/chat_api.h"

#include "base/log.h"
#include "base/text.h"
#include "chat/ask_view.h"
#include "chat/chat_json_view.h"
#include "chat/question_form.h"
#include "web/json_list.h"

namespace chat {
namespace {

/// Source: HTML standard, section 9.2 (server-sent events).
std::string event(std::string_view name, const web::Json& data) {
  return "event: " + std::string(name) + "\ndata: " + data.dump() + "\n\n";
}

void add_limit_headers(web::Response& response, const web::Request& request, Shop& shop) {
  const accounts::RateLimit limit = chat_limit(shop);
  response.headers.emplace_back("RateLimit-Limit", std::to_string(limit.attempts));
  response.headers.emplace_back(
      "RateLimit-Remaining",
      std::to_string(attempts_left(shop.db, limit, asker_of(request), request.now)));
  response.headers.emplace_back("RateLimit-Reset",
                                std::to_string(seconds_left(limit, request.now)));
}

/// What the stream still needs when the request is gone.
struct Growing {
  Owner owner{};
  Message question{};
  Instant now{};
  std::string request_id{};
};

void write_events(web::Stream& stream, const Growing& growing, Shop& shop) {
  try {
    const Message answer = answer_of(growing.owner, shop, growing.question, growing.now);
    for (const std::string_view line : split(answer.text, '\n')) {
      stream.write(event("line", web::Json::object({{"text", line}})));
    }
    stream.write(event("message", message_json(shop.site, shop.db, answer.id)));
  } catch (const std::exception& error) {
    // The head is sent already, so this cannot become a status any more.
    logging::error(growing.request_id, error.what());
    stream.write(event("error", {{"detail", shop.site.messages.say("chat.failed")},
                                 {"request_id", growing.request_id}}));
  }
}

web::Response stream_answer(const web::Request& request, Shop& shop, const Message& question) {
  web::Response response;
  response.is_api = true;
  response.content_type = "text/event-stream";
  response.headers.emplace_back("X-Accel-Buffering", "no");
  response.body = event("question", message_json(shop.site, shop.db, question.id));
  const Growing growing{api_owner(request), question, request.now, request.id};
  response.stream = [growing, &shop](web::Stream& stream) { write_events(stream, growing, shop); };
  return response;
}

bool wants_stream(const web::Request& request) {
  return request.header("accept").find("text/event-stream") != std::string::npos;
}

}  // namespace

web::Response api_chat(const web::Request& request, Shop& shop) {
  web::JsonForm form(request);
  const std::string text = read_question(form);
  const std::int64_t session = form.integer("session_id", 1, INT64_MAX, 0);
  form.require_good();
  count_question(request, shop);
  const Message question = ask(request, shop, wanted_session(request, shop, session), text);
  if (wants_stream(request)) return stream_answer(request, shop, question);
  const Message answer = answer_of(api_owner(request), shop, question, request.now);
  web::Response response = web::json_response(message_json(shop.site, shop.db, answer.id));
  add_limit_headers(response, request, shop);
  return response;
}

web::Response api_chat_save(const web::Request& request, Shop& shop) {
  web::JsonForm form(request);
  const std::string text = read_question(form);
  const std::int64_t session = form.integer("session_id", 1, INT64_MAX, 0);
  form.require_good();
  count_question(request, shop);
  const Message saved = ask(request, shop, wanted_session(request, shop, session), text);
  return web::json_response(message_json(shop.site, shop.db, saved.id), 201);
}

}  // namespace chat
