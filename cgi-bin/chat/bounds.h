/// bounds.h - "at least 30 hours", "under 1 kg": a bound with a unit is none of the price.
///
/// Source: pure; the catalogue's own values tell which products keep within it.
#pragma once

#include "chat/needs.h"

namespace chat {

/// True for a phrase with a number ("at least 30") behind which a unit stands, or the many of
/// something that the catalogue counts ("300 pages").
bool is_bound_of_measure(const Sentence& sentence, const Hit& hit, const Vocabulary& vocabulary);

/// Each of sentence.bounds is a need that every value within it fulfils. One that no value of the
/// catalogue fulfils stays a need that nothing meets, so that the visitor is told.
void read_bounds(const Sentence& sentence, const Knowledge& known, Understanding& result);

}  // namespace chat
