/// state.h - what a conversation remembers between two questions.
///
/// Source: conversation.state, JSON. Text that is none (an older version's) reads as an empty
/// state.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "chat/wish.h"

namespace chat {

struct State {
  Wish wish{};                          // in force
  Wish previous{};                      // before the last refinement, for "undo"
  std::vector<std::int64_t> shown{};    // the last products, in the order of the cards
  std::vector<std::int64_t> subject{};  // what "it" is
  Money lowest{};                       // price among `shown`
  Money highest{};
  std::string asked{};     // "which one do you mean?" was asked for this intent; empty: was not
  int asked_quantity = 0;  // and for so many pieces; 0: not said
};

std::string to_text(const State& state);
State to_state(std::string_view text);

}  // namespace chat
