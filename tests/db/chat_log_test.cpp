// The plain-text log of the chat: what a line holds, how the file is turned over, what it may cost.
#include "chat/chat_log.h"

#include <unistd.h>
#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "base/text.h"
#include "chat/turn.h"
#include "support/chat.h"

using support::noon;

namespace {

struct Logged : support::RolledBack {
  Logged() { std::filesystem::create_directory(folder); }
  ~Logged() { std::filesystem::remove_all(folder); }
  chat::Message ask(chat::ChatLog& log, const std::string& text, const chat::Owner& owner) {
    const auto conversation = chat::start_conversation(db, owner, noon());
    const auto question = chat::add_question(db, owner, conversation.id, text, noon()).value();
    chat::Assistant assistant("templates/chat/phrases.en.txt");
    return chat::answer_once(db, assistant, owner, question, support::wording(),
                             {.currency = "USD", .log = &log}, noon());
  }
  static std::string read(const std::string& file) {
    std::ifstream in(file);
    return {std::istreambuf_iterator<char>(in), {}};
  }
  std::string folder =
      std::filesystem::temp_directory_path() / ("chat-log-" + std::to_string(::getpid()));
  std::string file = folder + "/chat.log";
  const chat::Owner guest{0, "guest-of-this-test"};
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(chat_log, Logged)

BOOST_AUTO_TEST_CASE(a_line_holds_who_asked_what_and_what_was_said) {
  chat::ChatLog log(file, 1'000'000);
  const auto answer = ask(log, "hello\n2026-01-01\tforged \x1b[2J", guest);
  const std::string text = read(file);
  BOOST_TEST(text == "2026-03-01T12:00:00Z\t" + std::to_string(answer.conversation_id) +
                         "\tguest\thello\\n2026-01-01\\x09forged \\x1b[2J\t" +
                         escaped_line(answer.text) + "\n");
  const auto account = support::make_account(db);
  ask(log, "thanks", {account, ""});
  BOOST_TEST(read(file).find("\tcustomer " + std::to_string(account) + "\tthanks\t") !=
             std::string::npos);
  const auto for_others = std::filesystem::perms::others_all;
  const bool is_private =
      (std::filesystem::status(file).permissions() & for_others) == std::filesystem::perms::none;
  BOOST_TEST(is_private);
}

BOOST_AUTO_TEST_CASE(a_question_that_is_asked_for_twice_is_written_once) {
  chat::ChatLog log(file, 1'000'000);
  const auto conversation = chat::start_conversation(db, guest, noon());
  const auto question = chat::add_question(db, guest, conversation.id, "hello", noon()).value();
  chat::Assistant assistant("templates/chat/phrases.en.txt");
  for (int i = 0; i < 2; ++i) {
    chat::answer_once(db, assistant, guest, question, support::wording(),
                      {.currency = "USD", .log = &log}, noon());
  }
  const std::string text = read(file);
  BOOST_TEST(std::count(text.begin(), text.end(), '\n') == 1);
}

BOOST_AUTO_TEST_CASE(the_file_is_turned_over_and_five_old_ones_are_kept) {
  constexpr int kMost = 600;  // bytes: a few lines
  chat::ChatLog log(file, kMost);
  for (int i = 1; i <= 40; ++i) ask(log, "hello " + std::to_string(1000 + i), guest);
  BOOST_TEST(read(file).find("hello 1040") != std::string::npos);
  BOOST_TEST(std::filesystem::exists(file + ".5"));
  BOOST_TEST(!std::filesystem::exists(file + ".6"));
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    BOOST_TEST(std::filesystem::file_size(entry.path()) <= static_cast<unsigned>(kMost));
  }
}

BOOST_AUTO_TEST_CASE(the_chat_goes_on_when_the_file_cannot_be_written) {
  chat::ChatLog nowhere(folder + "/missing/chat.log", 1000);
  BOOST_TEST(ask(nowhere, "hello", guest).text.find("Hello!") == 0u);
  std::filesystem::create_symlink("/dev/null", folder + "/link");
  chat::ChatLog link(folder + "/link", 1000);
  BOOST_TEST(ask(link, "hello", guest).text.find("Hello!") == 0u);
  chat::ChatLog off("", 1000);
  ask(off, "hello", guest);
  BOOST_TEST(std::distance(std::filesystem::directory_iterator(folder), {}) == 1);
}

BOOST_AUTO_TEST_CASE(numbers_of_payment_cards_are_left_out) {
  BOOST_TEST(chat::without_card_numbers("my card 4242 4242-4242 4242, ok?") ==
             "my card [card number], ok?");
  BOOST_TEST(chat::without_card_numbers("4242424242424243 and order 10000042") ==
             "4242424242424243 and order 10000042");
  BOOST_TEST(chat::without_card_numbers("5 shirts under $50.00, size 42") ==
             "5 shirts under $50.00, size 42");
}

BOOST_AUTO_TEST_SUITE_END()
