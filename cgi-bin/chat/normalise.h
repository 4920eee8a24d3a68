/// normalise.h - step 1 of an answer: what a person typed, as words that can be compared.
///
/// "What’s the CHEAPEST Smart-Watches under $1,200?" -> what the cheapest smart watch under 1200
///
/// Source: pure; no catalogue and no database. The catalogue's own names go through the same steps,
///         so that both sides meet.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace chat {

struct Token {
  std::string typed{};  // as written, to be quoted
  std::string word{};   // lower case, without accents
  std::string base{};   // `word` in the singular
  bool is_number = false;
  std::int64_t hundredths = 0;  // of a number: 19.99 is 1999
  bool has_currency = false;    // "$50"
  bool has_hash = false;        // "#1234"
  bool is_alone = false;        // stood between spaces: "t shirt", not "t-shirt"
};

std::vector<Token> normalise(std::string_view text);

/// "the", "a", "an".
bool is_article(const Token& token);

/// "watches" -> "watch", "men" -> "man"; a word that is no plural stays.
std::string singular(const std::string& word);

/// The base words of a text, joined without spaces: "T-Shirts" -> "tshirt". Two spellings of one
/// name have the same key.
std::string key_of(std::string_view text);

/// The same of a part of a sentence.
std::string key_of(const std::vector<Token>& tokens, std::size_t begin, std::size_t end);

}  // namespace chat
