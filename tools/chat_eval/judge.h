/// judge.h - whether an answer is right, by the catalogue in memory and the sentence's labels.
#pragma once

#include <string>

#include "chat/conversation.h"
#include "chat/understand.h"
#include "chat_eval/catalogue.h"

namespace chat_eval {

struct Reply {
  chat::Understanding understanding{};
  chat::AnswerText answer{};
};

struct SlotCount {
  int right = 0;
  int said = 0;   // by the assistant
  int meant = 0;  // by the labels
  void add(const SlotCount& more) {
    right += more.right;
    said += more.said;
    meant += more.meant;
  }
  bool is_all_right() const { return right == said && right == meant; }
};

struct Verdict {
  bool is_intent_right = false;
  bool is_answer_right = false;
  SlotCount slots{};
  bool is_all_right() const { return is_intent_right && is_answer_right && slots.is_all_right(); }
};

Verdict judge(const Catalogue& catalogue, const std::string& intent, const Slots& slots,
              const Reply& reply);

/// What was understood, in one line.
std::string described(const chat::Understanding& understanding);

}  // namespace chat_eval
