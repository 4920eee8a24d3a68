/// measure.h - the number in an attribute's value, so that values can be put in order: "1 kg" is
/// more than "750 g", and "1,000" more than "500".
///
/// Source: pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace chat {

struct Measure {
  double amount = 0;   // in the smallest unit of its kind that is known
  std::string kind{};  // "length", "weight" …, or the unit itself; what differs cannot be compared
};

/// True for the base word of a unit ("hour", "kg"); not for "in" and "min", which say other things.
bool is_unit(std::string_view word);

/// So much of a unit, by its base word; of one that is not known the amount itself.
Measure in_unit(double amount, const std::string& unit);

/// Of "up to 15 inch" 15 inch, of "50 x 100 cm" 50 cm. Nothing when no number is near the
/// beginning.
std::optional<Measure> measure_of(std::string_view value);

}  // namespace chat
