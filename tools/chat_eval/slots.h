/// slots.h - which of a sentence's slots the assistant read.
#pragma once

#include "chat_eval/judge.h"

namespace chat_eval {

/// A product's name counts as read when the answer is about that product.
SlotCount count_slots(const Catalogue& catalogue, const Slots& slots, const Reply& reply);

}  // namespace chat_eval
