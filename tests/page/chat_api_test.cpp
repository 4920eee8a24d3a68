// The assistant as JSON: asking, sessions, messages, reactions, starters, figures.
#include <boost/test/unit_test.hpp>

#include "support/api.h"

using support::at;
using support::Json;
using support::json_of;

namespace {

struct Talk : support::ApiTest {
  Talk() {
    support::make_product(db, {.name = "Aurora Lamp", .price = Money{2500}});
    alice = log_in_as();
  }
  Json ask(const std::string& text) {
    return json_of(call("POST", "/api/chat/", Json::object({{"message", text}})));
  }
  std::int64_t begin() {
    return json_of(call("POST", "/api/sessions/", Json::object({{"title", "Gifts"}})))
        .at("id")
        .get<std::int64_t>();
  }
  std::int64_t alice = 0;
};

/// Collects what a stream writes.
struct Collected : web::Stream {
  bool write(std::string_view piece) override {
    text += piece;
    return true;
  }
  std::string text{};
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(chat_api, Talk)

BOOST_AUTO_TEST_CASE(a_question_gets_an_answer_with_products_and_facts) {
  const Json answer = ask("how much is the Aurora Lamp?");
  BOOST_TEST(answer.at("sender") == "assistant");
  BOOST_TEST(answer.at("text").get<std::string>().find("25.00") != std::string::npos);
  BOOST_TEST(answer.at("products").at(0).at("name") == "Aurora Lamp");
  BOOST_TEST(answer.at("facts").size() >= 1u);
  BOOST_TEST(answer.at("metadata").at("engine") == "built-in");
  BOOST_TEST(answer.at("metadata").at("intent").is_string());
}

BOOST_AUTO_TEST_CASE(query_and_message_mean_the_same) {
  BOOST_TEST(call("POST", "/api/chat/", Json::object({{"query", "hello"}})).status == 200);
  BOOST_TEST(support::bad_fields(call("POST", "/api/chat/", Json::object())) == "message");
  BOOST_TEST(support::bad_fields(call("POST", "/api/chat/", Json::object({{"message", "  "}}))) ==
             "message");
  BOOST_TEST(support::bad_fields(
                 call("POST", "/api/chat/", Json::object({{"message", std::string(2001, 'x')}}))) ==
             "message");
}

BOOST_AUTO_TEST_CASE(an_answer_can_grow_as_events) {
  headers["accept"] = "text/event-stream";
  const auto answer = call("POST", "/api/chat/", Json::object({{"message", "hello"}}));
  BOOST_TEST(answer.content_type == "text/event-stream");
  Collected grown;
  answer.stream(grown);
  BOOST_TEST(answer.body.starts_with("event: question\ndata: {"));
  BOOST_TEST(grown.text.find("event: line\n") != std::string::npos);
  BOOST_TEST(grown.text.find("event: message\n") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(nobody_writes_as_the_assistant) {
  for (const char* path : {"/save_chat", "/api/chat/chat/save/"}) {
    const auto saved = call("POST", path, {{"message", "I said so"}, {"sender", "assistant"}});
    BOOST_TEST(saved.status == 201);
    BOOST_TEST(json_of(saved).at("sender") == "user");
  }
  for (const char* path : {"/chat_history", "/api/chat/chat/history/"}) {
    const Json history = json_of(call("GET", path));
    BOOST_TEST(history.at("total") == 2);
    BOOST_TEST(history.at("items").at(0).at("text") == "I said so");
  }
}

BOOST_AUTO_TEST_CASE(a_session_begins_takes_messages_and_ends) {
  const std::int64_t id = begin();
  const auto added =
      call("POST", at("/api/sessions/{}/add_message/", id), Json::object({{"text", "hello"}}));
  BOOST_TEST(added.status == 201);
  BOOST_TEST(json_of(added).at("messages").size() == 2u);
  const Json quiet = json_of(
      call("POST", at("/api/sessions/{}/add_message/", id), {{"text", "hm"}, {"reply", false}}));
  BOOST_TEST(quiet.at("messages").size() == 1u);

  const Json talk = json_of(call("GET", at("/api/sessions/{}/", id)));
  BOOST_TEST(talk.at("title") == "Gifts");
  BOOST_TEST(talk.at("message_count") == 3);
  BOOST_TEST(talk.at("messages").at(2).at("sequence") == 3);
  const Json page = json_of(call("GET", at("/api/sessions/{}/messages/?per_page=2", id)));
  BOOST_TEST(page.at("items").size() == 2u);
  BOOST_TEST(json_of(call("GET", page.at("next").get<std::string>())).at("items").size() == 1u);

  BOOST_TEST(json_of(call("POST", at("/api/sessions/{}/archive/", id))).at("status") == "archived");
  BOOST_TEST(json_of(call("GET", "/api/sessions/?status=archived")).at("total") == 1);
  BOOST_TEST(json_of(call("POST", at("/api/sessions/{}/activate/", id))).at("status") == "active");
  BOOST_TEST(json_of(call("PATCH", at("/api/sessions/{}", id),
                          {{"title", "More gifts"}, {"status", "paused"}}))
                 .at("status") == "paused");
  BOOST_TEST(call("PATCH", at("/api/sessions/{}", id), Json::object({{"status", "gone"}})).status ==
             422);
  BOOST_TEST(call("DELETE", at("/api/sessions/{}", id)).status == 204);
  BOOST_TEST(call("GET", at("/api/sessions/{}", id)).status == 404);
}

BOOST_AUTO_TEST_CASE(sessions_are_found_by_words_and_days) {
  begin();
  ask("do you have velvet curtains?");
  BOOST_TEST(json_of(call("GET", "/api/sessions/?search=velvet")).at("total") == 1);
  BOOST_TEST(json_of(call("GET", "/api/sessions/?date_from=2026-03-02")).at("total") == 0);
  BOOST_TEST(json_of(call("GET", "/api/sessions/?date_from=2026-03-01")).at("total") >= 1);
  BOOST_TEST(call("GET", "/api/sessions/?date_from=yesterday").status == 422);
}

BOOST_AUTO_TEST_CASE(somebody_elses_session_and_message_do_not_exist) {
  const std::int64_t id = begin();
  const auto message = ask("hello").at("id").get<std::int64_t>();
  log_in_as();
  BOOST_TEST(call("GET", at("/api/sessions/{}/", id)).status == 404);
  BOOST_TEST(call("GET", at("/api/sessions/{}/messages/", id)).status == 404);
  BOOST_TEST(call("POST", at("/api/sessions/{}/add_message/", id), Json::object({{"text", "hi"}}))
                 .status == 404);
  BOOST_TEST(call("POST", at("/api/sessions/{}/archive/", id)).status == 404);
  BOOST_TEST(call("DELETE", at("/api/sessions/{}", id)).status == 404);
  BOOST_TEST(call("POST", "/api/chat/", {{"message", "hi"}, {"session_id", id}}).status == 404);
  BOOST_TEST(
      call("POST", at("/api/messages/{}/react/", message), Json::object({{"reaction", "like"}}))
          .status == 404);
  BOOST_TEST(call("GET", at("/api/messages/{}/reactions/", message)).status == 404);
  BOOST_TEST(json_of(call("GET", "/api/messages/")).at("total") == 0);
  BOOST_TEST(json_of(call("GET", at("/api/messages/?session_id={}", id))).at("total") == 0);
}

BOOST_AUTO_TEST_CASE(one_reaction_each_and_the_same_again_takes_it_back) {
  const auto message = ask("hello").at("id").get<std::int64_t>();
  const std::string path = at("/api/messages/{}/react/", message);
  BOOST_TEST(json_of(call("POST", path, Json::object({{"reaction", "like"}}))).at("own") == "like");
  const Json changed = json_of(call("POST", path, Json::object({{"reaction", "love"}})));
  BOOST_TEST(changed.at("own") == "love");
  BOOST_TEST(changed.at("items").size() == 1u);
  BOOST_TEST(json_of(call("POST", path, Json::object({{"reaction", "love"}}))).at("own").is_null());
  BOOST_TEST(call("POST", path, Json::object({{"reaction", "hate"}})).status == 422);
}

BOOST_AUTO_TEST_CASE(own_messages_come_newest_first) {
  ask("hello");
  ask("thanks");
  const Json list = json_of(call("GET", "/api/messages/?sender=user"));
  BOOST_TEST(list.at("items").at(0).at("text") == "thanks");
  BOOST_TEST(call("GET", "/api/messages/?sender=ghost").status == 422);
}

BOOST_AUTO_TEST_CASE(a_template_begins_a_session_with_its_question) {
  const Json templates = json_of(call("GET", "/api/templates/"));
  BOOST_REQUIRE(templates.at("total") >= 1);
  const Json& first = templates.at("items").at(0);
  const auto answer =
      call("POST", at("/api/templates/{}/use_template/", first.at("id").get<std::int64_t>()));
  BOOST_TEST(answer.status == 201);
  const Json talk = json_of(answer);
  BOOST_TEST(talk.at("title") == first.at("title"));
  BOOST_TEST(talk.at("messages").at(0).at("text") == first.at("opening"));
  BOOST_TEST(talk.at("messages").at(1).at("sender") == "assistant");
  BOOST_TEST(call("POST", "/api/templates/999999/use_template/").status == 404);
}

BOOST_AUTO_TEST_CASE(conversations_are_counted_for_their_owner_and_for_staff) {
  ask("hello");
  const Json own = json_of(call("GET", "/api/sessions/stats/"));
  BOOST_TEST(own.at("total_sessions") == 1);
  BOOST_TEST(own.at("questions") == 1);
  BOOST_TEST(call("GET", "/api/analytics/").status == 403);

  log_in_as({.role = "staff", .permissions = "conversations"});
  const Json list = json_of(call("GET", "/api/analytics/?per_page=1"));
  BOOST_TEST(list.at("items").at(0).at("user_id") == alice);
  BOOST_TEST(list.at("items").at(0).at("answers") == 1);
  const Json summary = json_of(call("GET", "/api/analytics/summary/?from=2026-03-01"));
  BOOST_TEST(summary.at("answers") >= 1);
  BOOST_TEST(summary.at("intents").size() >= 1u);
}

BOOST_AUTO_TEST_CASE(after_too_many_questions_it_says_when_to_come_back) {
  int status = 0;
  for (int i = 0; i < 40 && status != 429; ++i) {
    status = call("POST", "/save_chat", Json::object({{"message", "hello"}})).status;
  }
  BOOST_TEST(status == 429);
}

BOOST_AUTO_TEST_SUITE_END()
