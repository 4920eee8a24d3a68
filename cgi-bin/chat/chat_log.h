/// chat_log.h - questions and answers as plain text, for shopkeepers who want such a file (setting
/// chat_log).
///
/// One line each: time, conversation, customer's number or "guest", question, answer, with tabs
/// between. What is in a line stays in it (escaped_line() of base/text.h), and numbers of payment
/// cards are left out.
/// Any number of processes may write to one file; it is opened for every line, so that it may be
/// moved away at any time. Past its size it becomes file.1, that one file.2, up to file.5.
/// Errors: a file that cannot be written costs a line in the program's log, never an answer.
#pragma once

#include <cstdint>
#include <string>

#include "chat/conversation.h"

namespace chat {

class ChatLog {
 public:
  static constexpr int kOldFiles = 5;

  /// An empty `file` writes nothing.
  ChatLog(std::string file, std::int64_t most_bytes)
      : file_(std::move(file)), most_bytes_(most_bytes) {}

  /// False when it could not be written.
  bool write(const Owner& owner, const Message& question, const Message& answer);

 private:
  bool append(const std::string& line);
  void rotate() const;

  std::string file_;
  std::int64_t most_bytes_;
  bool has_complained_ = false;  // once is enough until it works again
};

/// The text with numbers of payment cards (13 to 19 digits that pass the check of ISO/IEC 7812-1)
/// as "[card number]".
std::string without_card_numbers(const std::string& text);

}  // namespace chat
