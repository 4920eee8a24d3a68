/// replay.h - past questions, asked again of this build and this catalogue.
///
/// Source: tables conversation, message, message_product, queries in sql/queries/replay.sql.
/// Everything happens in a read-only transaction that is rolled back: nobody's cart, orders or
/// conversations change. A customer's question is asked as that customer, at the moment it was
/// asked ("last week"), and after the questions of its conversation that came before it.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "chat/assistant.h"

namespace replay {

/// An answer, stored or given now.
struct Given {
  std::string intent{};
  double confidence = 0;  // 0 to 1
  std::string text{};
  int cards = 0;  // products shown
};

enum class Change {
  same,    // to the letter
  better,  // understood now, or products where there were none
  worse,   // no longer understood, or no products where there were some
  other,   // understood as well as before, and answered otherwise: prices and stock move
  fresh,   // no stored answer to set it beside
};

struct Turn {
  std::string question{};
  Instant asked_at{};
  std::optional<Given> then{};
  Given now{};
  Change change = Change::fresh;
};

std::string_view to_text(Change change);

/// What became of an answer. A language model's words are never the same: `ignores_words`.
Change compare(const Given& then, const Given& now, bool ignores_words);

struct Asker {
  db::Connection& db;
  chat::Assistant& assistant;
  const chat::Wording& wording;
  std::string currency{};
};
using Report = std::function<void(const Turn& turn)>;

/// All questions since a moment that the assistant answered, conversation by conversation.
void replay_since(const Asker& asker, Instant since, const Report& report);

/// Each of these as a guest's first question, beside the latest stored answer to the same words.
void replay_questions(const Asker& asker, const std::vector<std::string>& questions, Instant now,
                      const Report& report);

}  // namespace replay
