/// money.h - amounts of money in whole cents.
///
/// Units:  `cents` is the smallest unit of the shop's one currency; never floating point.
/// Errors: parse_money() gives nothing for text that is no amount.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

struct Money {
  std::int64_t cents = 0;

  auto operator<=>(const Money&) const = default;
  Money& operator+=(Money other) {
    cents += other.cents;
    return *this;
  }
  Money& operator-=(Money other) {
    cents -= other.cents;
    return *this;
  }
  friend Money operator+(Money a, Money b) { return a += b; }
  friend Money operator-(Money a, Money b) { return a -= b; }
  friend Money operator*(Money amount, std::int64_t pieces) { return {amount.cents * pieces}; }
};

/// As people read it in a shop that counts in `currency` (ISO 4217): "$1,234.50", "€5.00",
/// "CHF 12.00", "-$3.00".
std::string to_text(Money amount, std::string_view currency = "USD");

/// As machines and number fields read it: "1234.50", "-3.00".
std::string to_decimal(Money amount);

/// Reads "19.99", "19,99", "$19", "1,234.50"; nothing when it is no amount, is negative, or has
/// more than two decimals.
std::optional<Money> parse_money(std::string_view text);

/// The part of `amount` that a rate of `basis_points` (825 is 8.25 %) adds, rounded half up.
Money add_on(Money amount, int basis_points);

/// The part of `amount` that a contained rate of `basis_points` makes up, rounded half up.
Money contained(Money amount, int basis_points);
