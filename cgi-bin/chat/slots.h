/// slots.h - the part of understanding that reads prices, orders of sorting, dates, counts, and
/// what is pointed at.
#pragma once

#include "chat/needs.h"

namespace chat {

/// Chooses among the phrases that were found: marks sentence.is_slot and is_cue, and fills the
/// wish's prices, sort, stock and limit, and result's date, ordinals, quantity and order number.
void read_slots(Sentence& sentence, const Vocabulary& vocabulary, Understanding& result);

}  // namespace chat
