/// spelling.h - the words of the shop's own vocabulary that a misspelt word probably means.
///
/// Source: noisy channel (Kernighan, Church, Gale 1990): how likely a slip is times how common the
///         word is. Slips are those of optimal string alignment (Damerau 1964, restricted: a swap
///         of neighbours is one), and they do not weigh the same: a letter doubled or not, one
///         vowel for another or letters that sound alike are slips of people who know the word.
///         One whole error is forgiven from 5 letters, two from 9; words with digits and short
///         words are left alone, since their neighbours mean something else.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "search/vocabulary.h"

namespace search {

/// What one whole error costs; slighter slips cost less.
inline constexpr int kErrorCost = 100;

/// How many whole errors a word of this length may have.
int allowed_errors(std::string_view word);

/// The distance, or most + 1 when it is larger than `most`.
int edit_distance(std::string_view a, std::string_view b, int most);

/// What it costs to have meant `right` and written `wrong`; most + 1 when more than `most`.
int slip_cost(std::string_view wrong, std::string_view right, int most);

struct Guess {
  std::string word{};
  double score = 0;  // higher is likelier; only to be compared with others of the same word
};

/// The likeliest words, best first, at most `most`; empty when nothing is near enough. With
/// `is_backed` words of 4 letters are mended as well: the caller then looks whether the guess goes
/// with the words around it.
std::vector<Guess> guesses(const Vocabulary& vocabulary, std::string_view word, std::size_t most,
                           bool is_backed);

/// The words that one slight slip away from this one: a letter doubled or not, a vowel too many,
/// missing or changed, two letters swapped. For words that are known and yet may not be meant.
std::vector<Guess> lookalikes(const Vocabulary& vocabulary, std::string_view word,
                              std::size_t most);

/// The likeliest one.
std::optional<std::string> corrected(const Vocabulary& vocabulary, std::string_view word);

/// "flashlight" -> "flash light" when both parts are words of the shop, of several ways the one
/// whose rarer part is the most common; nothing otherwise.
std::optional<std::pair<std::string, std::string>> split_word(const Vocabulary& vocabulary,
                                                              const std::string& word);

}  // namespace search
