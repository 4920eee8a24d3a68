#include "chat/measure.h"

#include <algorithm>
#include <array>
#include <cstdlib>

#include "base/text.h"

namespace chat {
namespace {

constexpr std::size_t kMostBefore = 12;  // "up to", "Ships in"
constexpr std::size_t kMostDigits = 12;

struct Unit {
  std::string_view name;
  std::string_view kind;
  double factor;
};

constexpr std::array<Unit, 40> kUnits = {{
    {"mm", "length", 1},         {"cm", "length", 10},        {"m", "length", 1000},
    {"km", "length", 1e6},       {"in", "length", 25.4},      {"inch", "length", 25.4},
    {"inches", "length", 25.4},  {"\"", "length", 25.4},      {"ft", "length", 304.8},
    {"mg", "weight", 0.001},     {"g", "weight", 1},          {"kg", "weight", 1000},
    {"oz", "weight", 28.35},     {"lb", "weight", 453.6},     {"lbs", "weight", 453.6},
    {"ml", "volume", 1},         {"cl", "volume", 10},        {"dl", "volume", 100},
    {"l", "volume", 1000},       {"litre", "volume", 1000},   {"litres", "volume", 1000},
    {"second", "time", 1},       {"seconds", "time", 1},      {"minute", "time", 60},
    {"minutes", "time", 60},     {"min", "time", 60},         {"hour", "time", 3600},
    {"hours", "time", 3600},     {"h", "time", 3600},         {"day", "time", 86400},
    {"days", "time", 86400},     {"week", "time", 604800},    {"weeks", "time", 604800},
    {"month", "time", 2629800},  {"months", "time", 2629800}, {"year", "time", 31557600},
    {"years", "time", 31557600}, {"mw", "power", 0.001},      {"w", "power", 1},
    {"kw", "power", 1000},
}};

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// True for "," and "." between groups of three digits: "1,000".
bool is_group(std::string_view text, std::size_t at) {
  if (text[at] != ',') return false;
  std::size_t digits = 0;
  while (at + 1 + digits < text.size() && is_digit(text[at + 1 + digits])) ++digits;
  return digits == 3;
}

}  // namespace

bool is_unit(std::string_view word) {
  if (word == "in" || word == "min") return false;
  return std::ranges::find(kUnits, word, &Unit::name) != kUnits.end();
}

Measure in_unit(double amount, const std::string& unit) {
  const auto known = std::ranges::find(kUnits, unit, &Unit::name);
  if (known == kUnits.end()) return {amount, unit};
  return {amount * known->factor, std::string(known->kind)};
}

std::optional<Measure> measure_of(std::string_view value) {
  std::size_t at = 0;
  while (at < value.size() && !is_digit(value[at])) ++at;
  if (at == value.size() || at > kMostBefore) return std::nullopt;
  std::string number;
  bool has_point = false;
  for (; at < value.size() && number.size() < kMostDigits; ++at) {
    if (is_digit(value[at])) {
      number += value[at];
    } else if (is_group(value, at) && !has_point) {
      continue;
    } else if ((value[at] == '.' || value[at] == ',') && !has_point && at + 1 < value.size() &&
               is_digit(value[at + 1])) {
      number += '.';
      has_point = true;
    } else {
      break;
    }
  }
  // The unit stands behind the last number: "50 x 100 cm", "6 to 8 years".
  const std::size_t last = value.find_last_of("0123456789");
  const std::string_view rest = trimmed(value.substr(last + 1));
  return in_unit(std::strtod(number.c_str(), nullptr), to_lower(rest.substr(0, rest.find(' '))));
}

}  // namespace chat
