#include <boost/test/unit_test.hpp>

#include "support/chat.h"
#include "support/orders.h"
#include "tests.sql.h"

using support::contains;
using support::location;

namespace {

/// Collects the pieces of a streamed answer.
struct Pieces : web::Stream {
  bool write(std::string_view piece) override {
    pieces.emplace_back(piece);
    return true;
  }
  std::string all() const {
    std::string text;
    for (const std::string& piece : pieces) text += piece;
    return text;
  }
  std::vector<std::string> pieces;
};

struct ChatTest : support::PageTest {
  ChatTest() { get("/chat"); }  // gives the guest his session

  std::string page_of(const web::Response& response) {
    return location(response).substr(0, location(response).find('#'));
  }

  /// Asks, goes to the answer's page and reads it to its end.
  std::string ask(const std::string& question) {
    const auto asked = post("/chat", {{"question", question}});
    answer_path = page_of(asked);
    const auto answer = get(answer_path);
    if (!answer.stream) return answer.body;
    Pieces pieces;
    answer.stream(pieces);
    return answer.body + pieces.all();
  }
  std::string conversation_path() const {
    return answer_path.substr(0, answer_path.find("/answer"));
  }
  void become_somebody_else() {
    session = web::new_session(support::noon());
    session.fresh = false;
  }

  std::string newest_of(const std::string& sender) {
    return std::to_string(support::number_in(
        db, "SELECT max(id) AS number FROM message WHERE sender = '" + sender + "'"));
  }

  std::string answer_path;
};

bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

int count(const std::string& text, const std::string& part) {
  int times = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) {
    ++times;
  }
  return times;
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(chat_page, ChatTest)

BOOST_AUTO_TEST_CASE(invites_a_guest_to_ask) {
  const auto answer = get("/chat");

  BOOST_TEST(answer.status == 200);
  BOOST_TEST(answer.keep_session);
  BOOST_TEST(contains(answer, "Where are my orders?"));
  BOOST_TEST(contains(answer, "name=\"question\""));
}

BOOST_AUTO_TEST_CASE(a_question_leads_to_its_answer) {
  support::make_product(db, {.name = "Walnut Desk Lamp", .price = {1234}});

  const std::string page = ask("walnut desk lamp");

  BOOST_TEST(has(answer_path, "/answer/"));
  BOOST_TEST(has(page, "class=\"message user\""));
  BOOST_TEST(has(page, "class=\"message assistant\""));
  BOOST_TEST(has(page, "$12.34"));
  BOOST_TEST(has(page, "class=\"product-card\""));
  BOOST_TEST(has(page, "<time datetime=\"2026-03-01T12:00:00Z\">1 March 2026, 12:00</time>"));
  BOOST_TEST(count(page, "name=\"question\"") == 1);
  BOOST_TEST(has(page, "</html>"));
}

BOOST_AUTO_TEST_CASE(the_answer_comes_in_pieces_in_the_order_of_reading) {
  support::make_product(db, {.name = "Walnut Desk Lamp"});
  const auto asked = post("/chat", {{"question", "walnut desk lamp"}});

  const auto answer = get(page_of(asked));
  BOOST_REQUIRE(answer.stream);
  Pieces stream;
  answer.stream(stream);

  BOOST_TEST(has(answer.body, "walnut desk lamp"));
  BOOST_TEST(has(answer.body, "class=\"thinking\""));
  BOOST_TEST(has(answer.body, "slot=\"ask\""));  // to be used while the answer grows
  BOOST_REQUIRE(stream.pieces.size() >= 3u);
  BOOST_TEST(has(stream.pieces.front(), "Walnut Desk Lamp costs"));
  BOOST_TEST(!has(stream.pieces.front(), "product-card"));
  BOOST_TEST(has(stream.pieces[stream.pieces.size() - 2], "product-card"));
  BOOST_TEST(!has(stream.pieces.back(), "class=\"ask\""));
}

BOOST_AUTO_TEST_CASE(loading_the_answer_again_asks_nothing_again) {
  ask("hello");
  const auto again = get(answer_path);

  BOOST_TEST(!again.stream);
  BOOST_TEST(count(again.body, "class=\"message assistant\"") == 1);
  BOOST_TEST(count(again.body, "class=\"message user\"") == 1);
  BOOST_TEST(count(get("/chat").body, "class=\"message ") == 2);
}

BOOST_AUTO_TEST_CASE(a_question_whose_answer_was_not_fetched_can_still_be_answered) {
  const auto asked = post("/chat", {{"question", "hello"}});
  BOOST_TEST(contains(get("/chat"), "href=\"" + page_of(asked) + "\""));
}

BOOST_AUTO_TEST_CASE(an_answer_that_fails_says_so_and_can_be_tried_again) {
  const auto asked = post("/chat", {{"question", "hello"}});
  const auto answer = get(page_of(asked));
  db.run_script(
      "ALTER TABLE message_fact RENAME TO lost; ALTER TABLE message RENAME COLUMN answers TO gone");
  Pieces stream;
  {
    db::Transaction attempt(db);
    answer.stream(stream);
  }
  db.run_script(
      "ALTER TABLE lost RENAME TO message_fact; ALTER TABLE message RENAME COLUMN gone TO answers");

  BOOST_TEST(has(stream.all(), "could not finish"));
  BOOST_TEST(has(stream.all(), "</html>"));
  BOOST_TEST(bool(get(page_of(asked)).stream));
}

BOOST_AUTO_TEST_CASE(nothing_too_long_empty_or_doubled_is_taken) {
  const auto too_long = post("/chat", {{"question", std::string(10000, 'x')}});
  BOOST_TEST(too_long.status == 422);
  BOOST_TEST(contains(too_long, "at most 2000 characters"));
  const auto empty = post("/chat", {{"question", "   "}});
  BOOST_TEST(empty.status == 422);
  BOOST_TEST(contains(empty, "Please fill this in."));
  BOOST_TEST(post("/chat", {{"question", "a"}, {"question", "b"}}).status == 422);
  BOOST_TEST(has(post("/chat", {{"question", ""}}).body, "id=\"question-error\""));
  BOOST_TEST(post("/chat", {}).status == 422);
  BOOST_TEST(!contains(get("/chat"), "class=\"message"));
}

BOOST_AUTO_TEST_CASE(markup_is_shown_as_text) {
  const std::string page =
      ask("<script>alert(1)</script> \"><img src=x> <!-- the answer grows here -->");

  BOOST_TEST(!has(page, "<script>"));
  BOOST_TEST(!has(page, "<img src=x"));
  BOOST_TEST(has(page, "&lt;script&gt;"));
  BOOST_TEST(!has(page, "<!-- the answer"));
}

BOOST_AUTO_TEST_CASE(somebody_elses_conversation_is_not_there) {
  ask("hello");
  const std::string conversation = conversation_path();
  const std::string id = conversation.substr(std::string("/chat/").size());
  become_somebody_else();

  BOOST_TEST(get(conversation).status == 404);
  BOOST_TEST(get(answer_path).status == 404);
  BOOST_TEST(post("/chat", {{"question", "hi"}, {"conversation", id}}).status == 404);
  BOOST_TEST(post(conversation + "/archive", {}).status == 404);
  BOOST_TEST(post(conversation + "/delete", {}).status == 404);
  BOOST_TEST(!contains(get("/chat"), "class=\"message"));
  sign_in(support::make_account(db));
  BOOST_TEST(get(conversation).status == 404);
}

BOOST_AUTO_TEST_CASE(strange_addresses_are_refused) {
  ask("hello");
  BOOST_TEST(get("/chat/999999999").status == 404);
  BOOST_TEST(get("/chat/999999999/answer/1").status == 404);
  BOOST_TEST(post("/chat/999999999/archive", {}).status == 404);
  BOOST_TEST(post("/chat/999999999/delete", {}).status == 404);
  BOOST_TEST(get("/chat/x").status == 404);
  BOOST_TEST(get("/chat/-1").status == 404);
  BOOST_TEST(get(conversation_path() + "/answer/999999999").status == 404);
  BOOST_TEST(get(conversation_path() + "?before=x").status == 400);
  BOOST_TEST(post("/chat", {{"question", "hi"}, {"conversation", "-5"}}).status == 400);
  BOOST_TEST(post("/chat", {{"question", "hi"}, {"csrf", "forged"}}).status == 403);
}

BOOST_AUTO_TEST_CASE(an_answers_page_belongs_to_its_own_conversation) {
  ask("hello");
  const std::string message = answer_path.substr(answer_path.rfind('/'));
  post("/chat/reset", {});
  ask("hello again");

  BOOST_TEST(get(conversation_path() + "/answer" + message).status == 404);
}

BOOST_AUTO_TEST_CASE(asking_too_often_is_slowed_down) {
  int status = 0;
  for (int i = 0; i <= shop.config.chat_attempts; ++i) {
    status = post("/chat", {{"question", "hello"}}).status;
  }
  BOOST_TEST(status == 429);
}

BOOST_AUTO_TEST_CASE(a_reset_begins_anew_and_keeps_the_old_one) {
  ask("hello");
  const auto answer = post("/chat/reset", {});

  BOOST_TEST(location(answer) == "/chat");
  const auto page = follow(answer);
  BOOST_TEST(contains(page, "A new conversation begins."));
  BOOST_TEST(!contains(page, "class=\"message"));
  BOOST_TEST(contains(page, "href=\"" + conversation_path() + "\""));
}

BOOST_AUTO_TEST_CASE(older_messages_are_one_link_away) {
  shop.clock = support::noon;
  for (int i = 0; i < 12; ++i) {
    ask("hello");
    db.run_script("DELETE FROM rate_limit");
  }
  const auto page = get("/chat");
  BOOST_TEST(contains(page, "4 older messages"));
  const auto older = get(conversation_path() + "?before=5");
  BOOST_TEST(count(older.body, "class=\"message ") == 4);
  BOOST_TEST(contains(older, "Back to the newest"));
}

BOOST_AUTO_TEST_CASE(orders_of_the_signed_in_customer_are_linked) {
  const auto account = support::make_account(db);
  const auto lamp = support::make_product(db);
  support::make_order_of(db, account, lamp, "91234", "2026-02-25 10:00:00+00");
  sign_in(account);

  const std::string page = ask("track my order #91234");

  BOOST_TEST(has(page, "Open order 91234"));
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_FIXTURE_TEST_SUITE(chat_history_page, ChatTest)

BOOST_AUTO_TEST_CASE(lists_archives_and_deletes_conversations) {
  BOOST_TEST(contains(get("/chat/history"), "have not asked"));
  ask("where is everything?");
  BOOST_TEST(contains(get("/chat/history"), "where is everything?"));

  const auto archived = post(conversation_path() + "/archive", {});
  BOOST_TEST(location(archived) == "/chat/history");
  BOOST_TEST(contains(follow(archived), "archived"));

  const auto deleted = post(conversation_path() + "/delete", {});
  BOOST_TEST(contains(follow(deleted), "The conversation is deleted."));
  BOOST_TEST(get(conversation_path()).status == 404);
}

BOOST_AUTO_TEST_CASE(goes_on_behind_the_last_one) {
  ask("hello");
  const std::string id = conversation_path().substr(std::string("/chat/").size());
  BOOST_TEST(!contains(get("/chat/history?after=" + id), "hello"));
  BOOST_TEST(get("/chat/history?after=x").status == 400);
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_FIXTURE_TEST_SUITE(why_page, ChatTest)

BOOST_AUTO_TEST_CASE(shows_the_rows_behind_an_answer_to_its_owner) {
  const auto lamp = support::make_product(db, {.name = "Walnut Desk Lamp", .price = {1234}});
  const std::string page = ask("walnut desk lamp");
  const std::size_t at = page.find("/why/");
  BOOST_REQUIRE(at != std::string::npos);
  const std::string why = page.substr(at, page.find('"', at) - at);

  const auto answer = get(why);
  BOOST_TEST(contains(answer, "product " + std::to_string(lamp) + " price_cents"));
  BOOST_TEST(contains(answer, "$12.34"));
  become_somebody_else();
  BOOST_TEST(get(why).status == 404);
}

BOOST_AUTO_TEST_CASE(there_is_no_reason_for_a_question) {
  ask("hello");
  const std::string question = answer_path.substr(answer_path.rfind('/') + 1);
  BOOST_TEST(get("/why/" + question).status == 404);
  BOOST_TEST(get("/why/999999999").status == 404);
}

BOOST_AUTO_TEST_CASE(a_customer_says_whether_an_answer_helped_and_may_take_it_back) {
  const auto alice = support::make_account(db);
  sign_in(alice);
  ask("What can I ask?");
  const std::string path = "/chat/react/" + newest_of("assistant");
  const auto count_of = [&](const std::string& kind) {
    return support::number_in(
        db, "SELECT count(*) AS number FROM message_reaction WHERE reaction LIKE '" + kind + "'");
  };

  BOOST_TEST(location(post(path, {{"reaction", "dislike"}})).starts_with(conversation_path()));
  BOOST_TEST(count_of("dislike") == 1);
  BOOST_TEST(contains(get(conversation_path()), "value=\"dislike\" aria-pressed=\"true\""));
  post(path, {{"reaction", "like"}});
  BOOST_TEST(count_of("like") == 1);
  BOOST_TEST(count_of("%") == 1);
  post(path, {{"reaction", "like"}});
  BOOST_TEST(count_of("%") == 0);
  BOOST_TEST(post(path, {{"reaction", "hate"}}).status == 400);
}

BOOST_AUTO_TEST_CASE(only_ones_own_answers_can_be_judged) {
  const auto alice = support::make_account(db);
  const auto bob = support::make_account(db);
  sign_in(alice);
  ask("What can I ask?");
  BOOST_TEST(post("/chat/react/" + newest_of("user"), {{"reaction", "like"}}).status == 404);
  const std::string path = "/chat/react/" + newest_of("assistant");

  sign_in(bob);
  BOOST_TEST(post(path, {{"reaction", "like"}}).status == 404);
  become_somebody_else();
  BOOST_TEST(post(path, {{"reaction", "like"}}).status == 404);
}

BOOST_AUTO_TEST_CASE(a_guest_is_not_asked_what_he_thinks_of_an_answer) {
  ask("What can I ask?");

  BOOST_TEST(!contains(get(conversation_path()), "/chat/react/"));
}

BOOST_AUTO_TEST_SUITE_END()
