/// chat.h - questions to the assistant in tests.
#pragma once

#include <string>
#include <vector>

#include "chat/assistant.h"
#include "support/support.h"

namespace support {

/// A talk with the assistant that remembers its state, without storing anything.
class Talk {
 public:
  explicit Talk(db::Connection& db, std::int64_t account = 0) : db_(db) {
    owner_.account_id = account;
    owner_.visitor = "visitor-of-this-test";
  }

  /// The answer's text.
  std::string ask(const std::string& question);

  chat::AnswerText last{};  // the whole of the last answer

 private:
  db::Connection& db_;
  chat::Owner owner_;
  std::string state_;
};

/// The words of the language that the shop ships.
const chat::Phrases& phrases();
chat::Wording wording();

/// An order of one product, placed at `moment` (ISO 8601), with a number of its own.
void make_order_of(db::Connection& db, std::int64_t account, std::int64_t product,
                   const std::string& number, const std::string& moment);

}  // namespace support
