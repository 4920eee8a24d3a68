/// turn.h - answers a stored question, once.
#pragma once

#include "chat/assistant.h"
#include "chat/chat_log.h"
#include "chat/conversation.h"

namespace chat {

struct TurnSettings {
  std::string currency{};
  int llm_prompts = 0;     // answers of a conversation that a language model may word
  ChatLog* log = nullptr;  // where questions and answers are written as text
};

/// The stored answer to the question; found, worded and stored now when there is none. When two
/// processes are asked at once, one answers and the other waits and reads. `question.text` and
/// the conversation must be `owner`'s.
Message answer_once(db::Connection& db, Assistant& assistant, const Owner& owner,
                    const Message& question, const Wording& wording, const TurnSettings& settings,
                    Instant now);

}  // namespace chat
