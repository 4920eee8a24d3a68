/// card.h - is this a card that could be charged? Rules without I/O.
///
/// Source: ISO/IEC 7812-1 (numbers of 12 to 19 digits, Luhn check digit).
/// A Card lives only while one request is answered: it is never stored, logged or shown again.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "base/time.h"

namespace orders {

struct Card {
  std::string number{};  // digits only
  int month = 0;         // 1 … 12
  int year = 0;          // four digits
  std::string cvc{};
};

/// The digits without the spaces and dashes that people put between them; nothing when anything
/// else is in the text or the number of digits is impossible.
std::optional<std::string> card_digits(std::string_view text);

/// The check digit at the end of `digits` is right.
bool passes_luhn(std::string_view digits);

struct Expiry {
  int month = 0;
  int year = 0;
};

/// Reads "03/27", "3 / 2027"; nothing for anything else.
std::optional<Expiry> parse_expiry(std::string_view text);

/// A card is good until the end of its month.
bool is_expired(Expiry expiry, Instant now);

/// Three or four digits.
bool is_cvc(std::string_view text);

}  // namespace orders
