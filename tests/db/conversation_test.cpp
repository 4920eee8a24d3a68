// What a conversation keeps, and for whom.
#include "chat/conversation.h"

#include <boost/test/unit_test.hpp>
#include <cstdlib>
#include <thread>

#include "chat/turn.h"
#include "support/chat.h"

using chat::Owner;
using support::noon;

namespace {

const Owner kGuest{0, "visitor-of-this-test"};
const Owner kOther{0, "another-visitor"};

struct WithConversation : support::RolledBack {
  chat::Conversation conversation = chat::start_conversation(db, kGuest, noon());
  chat::Message ask(const std::string& text) {
    return chat::add_question(db, kGuest, conversation.id, text, noon()).value();
  }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(conversations, WithConversation)

BOOST_AUTO_TEST_CASE(messages_are_numbered_without_gaps) {
  BOOST_TEST(ask("first").sequence == 1);
  BOOST_TEST(ask("second").sequence == 2);
  const auto found = chat::find_conversation(db, kGuest, conversation.id);
  BOOST_TEST(found->message_count == 2);
  BOOST_TEST(found->title == "first");
}

BOOST_AUTO_TEST_CASE(somebody_elses_conversation_is_none) {
  const auto question = ask("mine");
  const auto account = support::make_account(db);
  for (const Owner& stranger :
       {kOther, Owner{account, ""}, Owner{account, kGuest.visitor}, Owner{}}) {
    BOOST_TEST(!chat::find_conversation(db, stranger, conversation.id).has_value());
    BOOST_TEST(!chat::find_message(db, stranger, question.id).has_value());
    BOOST_TEST(!chat::find_current(db, stranger).has_value());
    BOOST_TEST(!chat::add_question(db, stranger, conversation.id, "x", noon()).has_value());
    BOOST_TEST(!chat::archive(db, stranger, conversation.id));
    BOOST_TEST(!chat::delete_conversation(db, stranger, conversation.id));
    BOOST_TEST(chat::list_conversations(db, stranger, 0, 10).empty());
  }
  BOOST_TEST(chat::list_conversations(db, kGuest, 0, 10).size() == 1u);
}

BOOST_AUTO_TEST_CASE(a_question_is_answered_once) {
  const auto question = ask("hello");
  chat::Assistant assistant("templates/chat/phrases.en.txt");
  const auto first = chat::answer_once(db, assistant, kGuest, question, support::wording(),
                                       {.currency = "USD"}, noon());
  const auto again = chat::answer_once(db, assistant, kGuest, question, support::wording(),
                                       {.currency = "USD"}, noon());

  BOOST_TEST(first.id == again.id);
  BOOST_TEST(chat::add_answer(db, question, {.text = "other"}, noon()).id == first.id);
  BOOST_TEST(chat::find_conversation(db, kGuest, conversation.id)->message_count == 2);
}

BOOST_AUTO_TEST_CASE(an_answer_keeps_its_products_and_facts) {
  const auto lamp = support::make_product(db, {.name = "Desk Lamp"});
  const auto question = ask("lamp?");
  const auto answer = chat::add_answer(
      db, question,
      {.text = "Desk Lamp, $19.99",
       .products = {lamp},
       .facts = {{"product 1 name", "Desk Lamp"}, {"product 1 price_cents", "$19.99"}}},
      noon());

  const auto messages = chat::list_messages(db, conversation.id, 0, 10, support::noon());
  BOOST_TEST(messages.size() == 2u);
  BOOST_TEST(messages[1].products.front().name == "Desk Lamp");
  BOOST_TEST(messages[1].fact_count == 2);
  BOOST_TEST(chat::list_facts(db, answer.id)[1].value == "$19.99");
}

BOOST_AUTO_TEST_CASE(long_conversations_come_in_pages) {
  for (int i = 0; i < 7; ++i) ask("question");
  const auto newest = chat::list_messages(db, conversation.id, 0, 3, support::noon());
  BOOST_TEST(newest.front().sequence == 5);
  const auto older =
      chat::list_messages(db, conversation.id, newest.front().sequence, 3, support::noon());
  BOOST_TEST(older.front().sequence == 2);
  BOOST_TEST(older.back().sequence == 4);
}

BOOST_AUTO_TEST_CASE(a_reset_ends_the_conversation_and_begins_a_new_one) {
  ask("hello");
  const auto fresh = chat::reset(db, kGuest, noon() + std::chrono::minutes(1));

  BOOST_TEST(fresh.id != conversation.id);
  BOOST_TEST(chat::find_conversation(db, kGuest, conversation.id)->status == "completed");
  BOOST_TEST(chat::find_current(db, kGuest)->id == fresh.id);
  BOOST_TEST(chat::reset(db, kGuest, noon()).id == fresh.id);  // nothing was said in it
}

BOOST_AUTO_TEST_CASE(asking_again_wakes_an_old_conversation) {
  ask("hello");
  chat::reset(db, kGuest, noon());
  ask("one more thing");

  BOOST_TEST(chat::find_conversation(db, kGuest, conversation.id)->status == "active");
}

BOOST_AUTO_TEST_CASE(conversations_are_archived_and_deleted) {
  const auto question = ask("hello");
  BOOST_TEST(chat::archive(db, kGuest, conversation.id));
  BOOST_TEST(chat::find_conversation(db, kGuest, conversation.id)->status == "archived");
  BOOST_TEST(chat::delete_conversation(db, kGuest, conversation.id));
  BOOST_TEST(!chat::find_message(db, kGuest, question.id).has_value());
}

BOOST_AUTO_TEST_CASE(the_list_goes_on_behind_its_last_conversation) {
  ask("the oldest");
  std::vector<std::int64_t> ids{conversation.id};
  for (int i = 1; i < 5; ++i) {
    const auto next = chat::start_conversation(db, kGuest, noon() + std::chrono::minutes(i));
    chat::add_question(db, kGuest, next.id, "q", noon() + std::chrono::minutes(i));
    ids.push_back(next.id);
  }
  const auto first = chat::list_conversations(db, kGuest, 0, 2);
  const auto second = chat::list_conversations(db, kGuest, first.back().id, 2);
  BOOST_TEST(first.front().id == ids[4]);
  BOOST_TEST(second.front().id == ids[2]);
  BOOST_TEST(second.back().id == ids[1]);
}

BOOST_AUTO_TEST_SUITE_END()

namespace {

/// Rows that two connections see, so they are really committed; gone at the end.
struct Committed {
  Committed() : db(options()), rival(options()) {
    conversation = chat::start_conversation(db, owner, noon()).id;
  }
  ~Committed() {
    [[maybe_unused]] const bool was_there = chat::delete_conversation(db, owner, conversation);
  }
  static std::string options() { return std::getenv("PARLEY_TEST_DATABASE"); }

  Owner owner{0, "visitor-of-the-race-test"};
  db::Connection db;
  db::Connection rival;
  std::int64_t conversation = 0;
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(conversation_races, Committed)

BOOST_AUTO_TEST_CASE(two_tabs_never_get_the_same_number) {
  const auto ask_often = [&](db::Connection& mine) {
    for (int i = 0; i < 20; ++i) chat::add_question(mine, owner, conversation, "q", noon());
  };
  std::thread other([&] { ask_often(rival); });
  ask_often(db);
  other.join();

  const auto messages = chat::list_messages(db, conversation, 0, 100, support::noon());
  BOOST_TEST(messages.size() == 40u);
  BOOST_TEST(messages.back().sequence == 40);
}

BOOST_AUTO_TEST_CASE(two_visits_to_one_answer_give_one_answer) {
  chat::Assistant mine("templates/chat/phrases.en.txt");
  chat::Assistant other("templates/chat/phrases.en.txt");
  for (int round = 0; round < 5; ++round) {
    const auto question = chat::add_question(db, owner, conversation, "hello", noon()).value();
    std::int64_t there = 0;
    std::thread thread([&] {
      there = chat::answer_once(rival, other, owner, question, support::wording(),
                                {.currency = "USD"}, noon())
                  .id;
    });
    const auto here = chat::answer_once(db, mine, owner, question, support::wording(),
                                        {.currency = "USD"}, noon())
                          .id;
    thread.join();
    BOOST_TEST(here == there);
  }
  BOOST_TEST(chat::find_conversation(db, owner, conversation)->message_count == 10);
}

BOOST_AUTO_TEST_SUITE_END()
