/// correct.h - the first part of understanding: typing errors and numbers in words.
#pragma once

#include <string>
#include <vector>

#include "chat/dictionary.h"
#include "chat/phrases.h"
#include "chat/vocabulary.h"

namespace chat {

struct Correction {
  std::string typed{};
  std::string read{};
};

/// Replaces words that nobody knows by the likeliest word of the catalogue or of the phrases.
/// `dictionary` may be null: then every word that the shop does not know counts as an error.
std::vector<Correction> correct(std::vector<Token>& tokens, const Phrases& phrases,
                                const Vocabulary& vocabulary, const Dictionary* dictionary);

/// "top five" counts as "top 5", "one hundred and fifty" as 150: one token for each number. Names
/// of the catalogue stay: "Eleven Winters".
void read_number_words(std::vector<Token>& tokens, const Phrases& phrases,
                       const Vocabulary& vocabulary);

}  // namespace chat
