/// soften.h - when nothing has all that a sentence says, what can be had of it. "My son starts
/// school, he needs a 15 litre backpack" is about a backpack of 15 litres; no product is a Monday.
///
/// Source: pure: counts in the assortment; see count_matches() in find.h.
#pragma once

#include <optional>

#include "chat/find.h"
#include "chat/vocabulary.h"

namespace chat {

struct Softened {
  Wish wish{};
  std::vector<std::string> left_out{};  // as the visitor said it
};

/// The needs that products can fulfil together, the strongest first: values with numbers, brands,
/// categories, things that many products are, remarks last. Prices and what is not wanted are never
/// given up. Nothing when something fulfils the whole wish, or when no kind of thing is left.
std::optional<Softened> soften(const Assortment& assortment, const Wish& wish,
                               const Vocabulary& vocabulary,
                               const std::vector<std::string>& unknown_words);

}  // namespace chat
