/// circumstances.h - the part of understanding that reads what is said around the thing itself: for
/// whom, for which occasion, "one or the other", the longest or the lightest of its kind.
///
/// Source: pure: phrases "age", "gift", "occasion", "recipient", "overall", "extreme-…" and
///         "told-by-…".
#pragma once

#include "chat/needs.h"

namespace chat {

/// Changes result.wish.needs and fills age's needs, is_gift, is_overall, extreme_of, hints.
void read_circumstances(const Sentence& sentence, const Knowledge& known, Understanding& result);

}  // namespace chat
