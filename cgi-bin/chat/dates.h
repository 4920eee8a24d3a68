/// dates.h - what people mean by "last week", in the shop's zone (the TZ variable).
#pragma once

#include "base/time.h"
#include "chat/understand.h"

namespace chat {

struct DateRange {
  Instant from{};
  Instant until{};  // not in it any more
};

/// Weeks run from Monday to Sunday; "in March" is the last March that has begun.
DateRange range_of(const DatePhrase& phrase, Instant now);

}  // namespace chat
