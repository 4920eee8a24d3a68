#include "chat/turn.h"

#include <chrono>

namespace chat {
namespace {

int milliseconds_since(std::chrono::steady_clock::time_point begin) {
  const auto passed = std::chrono::steady_clock::now() - begin;
  return static_cast<int>(std::chrono::duration_cast<std::chrono::milliseconds>(passed).count());
}

}  // namespace

Message answer_once(db::Connection& db, Assistant& assistant, const Owner& owner,
                    const Message& question, const Wording& wording, const TurnSettings& settings,
                    Instant now) {
  const Turn turn(db, question.id);
  if (auto there = find_answer(db, question.id, now)) return *std::move(there);
  const auto conversation = find_conversation(db, owner, question.conversation_id);
  const auto store = [&](const AnswerText& answer) {
    Message stored = add_answer(db, question, answer, now);
    if (settings.log != nullptr) settings.log->write(owner, question, stored);
    return stored;
  };
  if (conversation && conversation->status == "paused") {  // a person answers
    return store({.text = wording("answer.taken_over", {}),
                  .intent = "taken_over",
                  .confidence = 1,
                  .state = conversation->state});
  }
  const bool may_reword = settings.llm_prompts > 0 &&
                          count_llm_prompts(db, question.conversation_id) < settings.llm_prompts;
  const auto begin = std::chrono::steady_clock::now();
  AnswerText answer = assistant.answer(db,
                                       {.text = question.text,
                                        .owner = owner,
                                        .state = conversation ? conversation->state : "",
                                        .now = now,
                                        .may_reword = may_reword},
                                       wording, settings.currency);
  answer.response_ms = milliseconds_since(begin);
  return store(answer);
}

}  // namespace chat
