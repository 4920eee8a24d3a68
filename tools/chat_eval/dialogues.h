/// dialogues.h - whole dialogues, to be read by people: what is asked, said, shown and proposed.
#pragma once

#include <string>

#include "base/config.h"

namespace chat_eval {

struct Dialogues {
  std::string file{};
  std::string database{};
  std::int64_t account = 0;  // 0: a guest
};

/// Prints to standard output; stores nothing.
void hold_dialogues(const Dialogues& dialogues, const Config& config);

}  // namespace chat_eval
