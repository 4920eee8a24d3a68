#include "orders/card.h"

#include <algorithm>

#include "base/text.h"

namespace orders {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

}  // namespace

std::optional<std::string> card_digits(std::string_view text) {
  std::string digits;
  for (const char c : text) {
    if (c == ' ' || c == '-') continue;
    if (!is_digit(c)) return std::nullopt;
    digits += c;
  }
  if (digits.size() < 12 || digits.size() > 19) return std::nullopt;
  return digits;
}

bool passes_luhn(std::string_view digits) {
  int sum = 0;
  bool doubled = false;
  for (auto digit = digits.rbegin(); digit != digits.rend(); ++digit) {
    int value = *digit - '0';
    if (doubled) value = value > 4 ? 2 * value - 9 : 2 * value;
    sum += value;
    doubled = !doubled;
  }
  return sum % 10 == 0;
}

std::optional<Expiry> parse_expiry(std::string_view text) {
  const auto parts = split(text, '/');
  if (parts.size() != 2) return std::nullopt;
  const std::string_view year_text = trimmed(parts[1]);
  const auto month = to_integer(trimmed(parts[0]), 1, 12);
  const auto year = to_integer(year_text, 0, 2999);
  if (!month || !year || (year_text.size() != 2 && year_text.size() != 4)) return std::nullopt;
  constexpr int kCentury = 2000;
  const bool is_short = year_text.size() == 2;
  return Expiry{static_cast<int>(*month), static_cast<int>(*year) + (is_short ? kCentury : 0)};
}

bool is_expired(Expiry expiry, Instant now) {
  using namespace std::chrono;
  const year_month last{year(expiry.year), month(static_cast<unsigned>(expiry.month))};
  return Instant(sys_days((last + months(1)) / 1)) <= now;
}

bool is_cvc(std::string_view text) {
  return (text.size() == 3 || text.size() == 4) && std::all_of(text.begin(), text.end(), is_digit);
}

}  // namespace orders
