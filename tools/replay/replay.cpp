#include "replay/replay.h"

#include "chat/gaps.h"
#include "db/read_only.h"
#include "replay.sql.h"

namespace replay {
namespace {

constexpr const char* kBuiltIn = "built-in";

Given stored(const db::Row& row) {
  return {.intent = row.string("intent"),
          .confidence = row.number("confidence"),
          .text = row.string("answer"),
          .cards = row.small("cards")};
}

Given given(const chat::AnswerText& answer) {
  return {.intent = answer.intent,
          .confidence = answer.confidence,
          .text = answer.text,
          .cards = static_cast<int>(answer.products.size())};
}

}  // namespace

std::string_view to_text(Change change) {
  switch (change) {
    case Change::same: return "same";
    case Change::better: return "better";
    case Change::worse: return "worse";
    case Change::other: return "other";
    case Change::fresh: return "new";
  }
  throw std::logic_error("unknown Change");
}

Change compare(const Given& then, const Given& now, bool ignores_words) {
  const bool was_understood = chat::is_understood(then.intent, then.confidence);
  const bool is_understood = chat::is_understood(now.intent, now.confidence);
  if (was_understood != is_understood) return is_understood ? Change::better : Change::worse;
  if (then.intent == now.intent && (then.cards == 0) != (now.cards == 0)) {
    return then.cards == 0 ? Change::better : Change::worse;
  }
  const bool has_same_words = ignores_words || then.text == now.text;
  const bool is_same = then.intent == now.intent && then.cards == now.cards && has_same_words;
  return is_same ? Change::same : Change::other;
}

void replay_since(const Asker& asker, Instant since, const Report& report) {
  const db::ReadOnly nothing_stays(asker.db);
  std::int64_t conversation = 0;
  std::string state;
  for (const db::Row row : asker.db.run(sql::replay::stored_turns, since)) {
    if (row.integer("conversation_id") != conversation) state.clear();
    conversation = row.integer("conversation_id");
    if (row.text("intent") == "taken_over") continue;  // a person answered
    Turn turn{
        .question = row.string("text"), .asked_at = row.instant("created_at"), .then = stored(row)};
    const chat::AnswerText answer =
        asker.assistant.answer(asker.db,
                               {.text = turn.question,
                                .owner = {row.integer("account_id"), row.string("visitor")},
                                .state = state,
                                .now = turn.asked_at},
                               asker.wording, asker.currency);
    state = answer.state;
    turn.now = given(answer);
    turn.change = compare(*turn.then, turn.now, row.text("engine") != kBuiltIn);
    if (row.boolean("wanted")) report(turn);
  }
}

void replay_questions(const Asker& asker, const std::vector<std::string>& questions, Instant now,
                      const Report& report) {
  const db::ReadOnly nothing_stays(asker.db);
  for (const std::string& question : questions) {
    Turn turn{.question = question, .asked_at = now};
    turn.now = given(asker.assistant.answer(asker.db,
                                            {.text = question, .owner = {0, "replay"}, .now = now},
                                            asker.wording, asker.currency));
    if (const auto row = asker.db.first(sql::replay::latest_answer, question)) {
      turn.then = stored(*row);
      turn.change = compare(*turn.then, turn.now, row->text("engine") != kBuiltIn);
    }
    report(turn);
  }
}

}  // namespace replay
