/// account_rules.h - what names, addresses and the like of an account may look like, whether they
/// come by a form or by a file.
///
/// Units: the longest texts are in characters.
#pragma once

#include <cstddef>
#include <string_view>

namespace accounts {

inline constexpr std::size_t kLongestName = 100;
inline constexpr std::size_t kLongestEmail = 254;
inline constexpr std::size_t kLongestPhone = 40;
inline constexpr std::size_t kLongestStreet = 200;
inline constexpr std::size_t kLongestPostalCode = 20;

/// One '@' with something before it and a dotted name behind it; the mail server knows the rest.
bool has_email_shape(std::string_view email);

/// 3 to 40 of the letters a to z, digits, '.', '_' and '-'.
bool is_username(std::string_view name);

}  // namespace accounts
