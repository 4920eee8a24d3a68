#include "base/money.h"

#include <array>

#include "base/text.h"

namespace {

struct Symbol {
  std::string_view currency;
  std::string_view sign;
};

constexpr std::array<Symbol, 4> kSymbols = {
    {{"USD", "$"}, {"EUR", "€"}, {"GBP", "£"}, {"JPY", "¥"}}};

std::string sign_of(std::string_view currency) {
  for (const Symbol& symbol : kSymbols) {
    if (symbol.currency == currency) return std::string(symbol.sign);
  }
  return std::string(currency) + " ";
}

/// "1234567" -> "1,234,567"
std::string group_thousands(std::string digits) {
  for (int at = static_cast<int>(digits.size()) - 3; at > 0; at -= 3) {
    digits.insert(static_cast<std::size_t>(at), ",");
  }
  return digits;
}

/// Rounds half up; `numerator` is not negative.
std::int64_t divide_half_up(std::int64_t numerator, std::int64_t denominator) {
  return (2 * numerator + denominator) / (2 * denominator);
}

std::string two_digits(std::uint64_t number) {
  return {static_cast<char>('0' + number / 10), static_cast<char>('0' + number % 10)};
}

std::uint64_t magnitude(std::int64_t cents) {
  return cents < 0 ? ~static_cast<std::uint64_t>(cents) + 1 : static_cast<std::uint64_t>(cents);
}

}  // namespace

std::string to_text(Money amount, std::string_view currency) {
  const std::uint64_t cents = magnitude(amount.cents);
  return (amount.cents < 0 ? "-" : "") + sign_of(currency) +
         group_thousands(std::to_string(cents / 100)) + "." + two_digits(cents % 100);
}

std::string to_decimal(Money amount) {
  const std::uint64_t cents = magnitude(amount.cents);
  return (amount.cents < 0 ? "-" : "") + std::to_string(cents / 100) + "." +
         two_digits(cents % 100);
}

std::optional<Money> parse_money(std::string_view text) {
  text = trimmed(text);
  for (const Symbol& symbol : kSymbols) {
    if (text.starts_with(symbol.sign)) text.remove_prefix(symbol.sign.size());
  }
  text = trimmed(text);
  if (text.empty() || text.size() > 18) return std::nullopt;

  // The last '.' or ',' with one or two digits behind it is the decimal point; any other comma
  // must group exactly three digits.
  std::string_view whole = text;
  std::string_view fraction;
  const std::size_t point = text.find_last_of(".,");
  if (point != std::string_view::npos && text.size() - point <= 3) {
    whole = text.substr(0, point);
    fraction = text.substr(point + 1);
    if (fraction.empty()) return std::nullopt;
  }
  std::int64_t cents = 0;
  int digits = 0;
  int since_comma = -1;
  for (const char c : whole) {
    if (c == ',' && digits > 0 && (since_comma == -1 || since_comma == 3)) {
      since_comma = 0;
    } else if (c >= '0' && c <= '9') {
      cents = cents * 10 + (c - '0');
      ++digits;
      if (since_comma >= 0) ++since_comma;
    } else {
      return std::nullopt;
    }
  }
  if (since_comma != -1 && since_comma != 3) return std::nullopt;
  if (digits + static_cast<int>(fraction.size()) == 0 || digits > 13) return std::nullopt;
  for (std::size_t i = 0; i < 2; ++i) {
    const char c = i < fraction.size() ? fraction[i] : '0';
    if (c < '0' || c > '9') return std::nullopt;
    cents = cents * 10 + (c - '0');
  }
  return Money{cents};
}

Money add_on(Money amount, int basis_points) {
  return {divide_half_up(amount.cents * basis_points, 10000)};
}

Money contained(Money amount, int basis_points) {
  return {divide_half_up(amount.cents * basis_points, 10000 + basis_points)};
}
