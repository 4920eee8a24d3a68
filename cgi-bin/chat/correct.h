/// correct.h - the first part of understanding: typing errors and numbers in words.
#pragma once

#include <string>
#include <vector>

#include "chat/knowledge.h"

namespace chat {

struct Correction {
  std::string typed{};
  std::string read{};
};

/// Replaces words that nobody knows by the likeliest word of the catalogue or of the phrases.
std::vector<Correction> correct(std::vector<Token>& tokens, const Knowledge& known);

/// "top five" counts as "top 5", "one hundred and fifty" as 150: one token for each number. Names
/// of the catalogue stay: "Eleven Winters".
void read_number_words(std::vector<Token>& tokens, const Phrases& phrases,
                       const Vocabulary& vocabulary);

}  // namespace chat
