/// password.h - hashing passwords and deciding which ones are good enough.
///
/// Source: Argon2id (RFC 9106) by libsodium; length and blocklist rules from NIST SP 800-63B,
///         section 5.1.1.2.
#pragma once

#include <cstddef>
#include <string>

namespace accounts {

/// What one hash costs: passes over memory, and bytes of it.
struct HashCost {
  unsigned long long passes = 2;
  std::size_t memory = 64U << 20U;
};
inline constexpr HashCost kUsualCost{};
/// For tests: the same code, a hundred times cheaper.
inline constexpr HashCost kCheapCost{1, 8192U * 8U};

/// "$argon2id$v=19$…" with a random salt. Throws std::runtime_error when memory runs out.
std::string hash_password(const std::string& password, const HashCost& cost = kUsualCost);

/// Compares in constant time.
bool is_password(const std::string& hash, const std::string& password);

enum class PasswordVerdict { good, too_short, too_long, too_common, like_the_name };

inline constexpr std::size_t kShortestPassword = 8;   // characters
inline constexpr std::size_t kLongestPassword = 200;  // characters

/// Judges a new password; `username` and `email` are the person's own.
PasswordVerdict judge_password(const std::string& password, const std::string& username,
                               const std::string& email);

}  // namespace accounts
