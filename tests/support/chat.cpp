#include "support/chat.h"

#include "tests.sql.h"

namespace support {

std::string Talk::ask(const std::string& question) {
  // A new one each time: what it knows of the catalogue is that of this test's transaction.
  last = chat::make_assistant(test_config())
             ->answer(db_, {.text = question, .owner = owner_, .state = state_, .now = noon()},
                      wording(), "USD");
  state_ = last.state;
  return last.text;
}

const chat::Phrases& phrases() {
  static const chat::Phrases all =
      chat::Phrases::load(test_config().templates + "/chat/phrases.en.txt");
  return all;
}

chat::Wording wording() {
  return [](const std::string& key, const std::vector<std::string>& arguments) {
    return test_site().messages.say(key, arguments);
  };
}

void make_order_of(db::Connection& db, std::int64_t account, std::int64_t product,
                   const std::string& number, const std::string& moment) {
  db.run(sql::tests::make_dated_order, account, product, number, moment);
}

}  // namespace support
