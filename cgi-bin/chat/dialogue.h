/// dialogue.h - step 3 of an answer: what a sentence means after what was said before.
///
/// Source: pure. "only red ones" refines the wish in force, "the second one" is a product that was
///         shown, anything with a thing of its own ("and lamps?") starts afresh.
#pragma once

#include "chat/state.h"
#include "chat/understand.h"

namespace chat {

struct Meaning : Understanding {
  std::vector<std::int64_t> subject{};  // products that are meant without being named
  std::vector<std::int64_t> beside{};   // the same, to be compared with those that are named
  bool is_refinement = false;           // of the wish before
  Wish own_wish{};                      // what the sentence says alone, if refining finds nothing
  bool misses_subject = false;          // "the second one" when nothing was shown
};

/// `wish` becomes the whole wish that is in force now.
Meaning in_context(const Understanding& understanding, const State& state);

}  // namespace chat
