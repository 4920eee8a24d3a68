// Past questions asked again: what is found better, worse or the same, and that nothing changes.
#include "replay/replay.h"

#include <boost/test/unit_test.hpp>

#include "chat/turn.h"
#include "support/chat.h"
#include "tests.sql.h"

using replay::Change;
using replay::Turn;
using support::noon;

namespace {

constexpr const char* kPhrases = "templates/chat/phrases.en.txt";

struct WithPastQuestions : support::RolledBack {
  /// Asks as this customer (0: as a guest), and stores the answer.
  void ask(std::int64_t account, const std::vector<std::string>& questions) {
    const chat::Owner owner{account, account == 0 ? "a-guest" : ""};
    const auto conversation = chat::start_conversation(db, owner, noon());
    chat::Assistant assistant(kPhrases);
    for (const std::string& text : questions) {
      const auto question = chat::add_question(db, owner, conversation.id, text, noon()).value();
      chat::answer_once(db, assistant, owner, question, support::wording(), {.currency = "USD"},
                        noon());
    }
  }
  std::vector<Turn> asked_again() {
    std::vector<Turn> turns;
    chat::Assistant assistant(kPhrases);
    replay::replay_since({db, assistant, support::wording(), "USD"}, noon() - std::chrono::days(30),
                         [&](const Turn& turn) { turns.push_back(turn); });
    return turns;
  }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(replayed, WithPastQuestions)

BOOST_AUTO_TEST_CASE(the_same_build_and_catalogue_answer_the_same) {
  support::make_product(db, {.name = "Zorb Lamp"});
  ask(0, {"show me zorb lamps", "how much is it?", "hello"});
  const auto turns = asked_again();
  BOOST_TEST_REQUIRE(turns.size() == 3u);
  for (const Turn& turn : turns) BOOST_TEST(to_text(turn.change) == "same");
  BOOST_TEST(turns[1].now.text.find("$19.99") != std::string::npos);  // it knows what "it" is
}

BOOST_AUTO_TEST_CASE(a_product_that_came_makes_it_better_and_one_that_went_worse) {
  const auto lamp = support::make_product(db, {.name = "Zorb Lamp"});
  ask(0, {"show me zorb lamps"});
  ask(0, {"show me gloxes"});
  support::make_product(db, {.name = "Red Glox"});
  support::make_product(db, {.name = "Blue Glox"});
  db.run(sql::tests::withdraw_product, lamp);
  const auto turns = asked_again();
  BOOST_TEST_REQUIRE(turns.size() == 2u);
  BOOST_TEST(to_text(turns[0].change) == "worse");
  BOOST_TEST(turns[0].then->cards == 1);
  BOOST_TEST(turns[0].now.text.find("Nothing in the shop matches") == 0u);
  BOOST_TEST(to_text(turns[1].change) == "better");
}

BOOST_AUTO_TEST_CASE(a_customer_is_asked_as_himself_and_at_the_time_of_asking) {
  const auto customer = support::make_account(db);
  const auto lamp = support::make_product(db, {.name = "Zorb Lamp"});
  support::make_order_of(db, customer, lamp, "P77001", "2026-02-27T12:00:00Z");
  ask(customer, {"what did I order in the last 3 days?"});
  const auto turns = asked_again();
  BOOST_TEST_REQUIRE(turns.size() == 1u);
  BOOST_TEST(to_text(turns[0].change) == "same");
  BOOST_TEST(turns[0].now.text.find("P77001") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(nothing_changes_by_asking_again) {
  support::make_product(db, {.name = "Zorb Lamp"});
  ask(0, {"add the zorb lamp to my cart", "hello"});
  const auto before = db.first(sql::tests::chat_counts)->string("counts");
  asked_again();
  BOOST_TEST(db.first(sql::tests::chat_counts)->string("counts") == before);
}

BOOST_AUTO_TEST_CASE(questions_of_a_file_stand_beside_the_latest_answer_to_the_same_words) {
  ask(0, {"Hello"});
  chat::Assistant assistant(kPhrases);
  std::vector<Turn> turns;
  replay::replay_questions({db, assistant, support::wording(), "USD"}, {"hello", "how are you?"},
                           noon(), [&](const Turn& turn) { turns.push_back(turn); });
  BOOST_TEST_REQUIRE(turns.size() == 2u);
  BOOST_TEST(to_text(turns[0].change) == "same");
  BOOST_TEST(to_text(turns[1].change) == "new");
}

BOOST_AUTO_TEST_CASE(a_prices_change_is_no_change_of_understanding) {
  const replay::Given then{"find", 0.9, "It costs $5.", 1};
  BOOST_TEST(to_text(compare(then, {"find", 0.9, "It costs $6.", 1}, false)) == "other");
  BOOST_TEST(to_text(compare(then, {"find", 0.9, "It costs $6.", 1}, true)) == "same");
  BOOST_TEST(to_text(compare(then, {"detail", 0.9, "It costs $5.", 1}, true)) == "other");
  BOOST_TEST(to_text(compare({"find", 0.4, "?", 0}, then, false)) == "better");
  BOOST_TEST(to_text(compare(then, {"out_of_scope", 0.9, "?", 0}, false)) == "worse");
}

BOOST_AUTO_TEST_SUITE_END()
