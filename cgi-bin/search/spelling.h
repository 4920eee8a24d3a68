/// spelling.h - the nearest words of the shop's own vocabulary.
///
/// Source: optimal string alignment distance (Damerau 1964, restricted): a swap of two neighbours
///         is one error. One error is forgiven from 5 letters, two from 9; words with digits and
///         short words are left alone, since their neighbours mean something else.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "search/index.h"

namespace search {

/// How many errors a word of this length may have.
int allowed_errors(std::string_view word);

/// The distance, or most + 1 when it is larger than `most`.
int edit_distance(std::string_view a, std::string_view b, int most);

/// The vocabulary's nearest word, the more frequent one of two equally near; nothing when there is
/// none within the allowed errors.
std::optional<std::string> corrected(const Index& index, const std::string& word);

/// "flashlight" -> "flash light" when both parts are words of the shop; nothing otherwise.
std::optional<std::pair<std::string, std::string>> split_word(const Index& index,
                                                              const std::string& word);

}  // namespace search
