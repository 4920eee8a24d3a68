#include "accounts/password.h"

#include <sodium.h>

#include <algorithm>
#include <array>
#include <stdexcept>
#include <string_view>

#include "base/text.h"

namespace accounts {
namespace {

// The head of the lists that attackers try first; longer ones live in their tools. All are at
// least kShortestPassword long, as shorter ones are refused anyway.
constexpr std::array<std::string_view, 64> kCommon = {
    "00000000",   "11111111",   "111111111",   "1111111111", "11223344",   "12121212",
    "12341234",   "123123123",  "12345678",    "123456789",  "1234567890", "12345678910",
    "123456789a", "1234qwer",   "123qweasd",   "147258369",  "1q2w3e4r",   "1q2w3e4r5t",
    "1qaz2wsx",   "66666666",   "87654321",    "88888888",   "987654321",  "99999999",
    "a1234567",   "aa123456",   "abcd1234",    "abcdefgh",   "admin123",   "administrator",
    "alexander",  "asdfasdf",   "asdfghjk",    "asdfghjkl",  "babygirl",   "baseball",
    "changeme",   "computer",   "football",    "iloveyou",   "iloveyou1",  "jennifer",
    "letmein1",   "liverpool",  "metallica",   "michelle",   "passw0rd",   "password",
    "password1",  "password12", "password123", "princess",   "princess1",  "q1w2e3r4",
    "qazwsxedc",  "qwer1234",   "qwerty123",   "qwertyui",   "qwertyuiop", "starwars",
    "sunshine",   "superman",   "trustno1",    "welcome1"};

void start_sodium() {
  if (sodium_init() < 0) throw std::runtime_error("libsodium cannot start");
}

}  // namespace

std::string hash_password(const std::string& password, const HashCost& cost) {
  start_sodium();
  std::array<char, crypto_pwhash_STRBYTES> hash{};
  if (crypto_pwhash_str_alg(hash.data(), password.data(), password.size(), cost.passes, cost.memory,
                            crypto_pwhash_ALG_ARGON2ID13) != 0) {
    throw std::runtime_error("no memory for hashing a password");
  }
  return hash.data();
}

bool is_password(const std::string& hash, const std::string& password) {
  start_sodium();
  if (hash.size() >= crypto_pwhash_STRBYTES) return false;
  return crypto_pwhash_str_verify(hash.c_str(), password.data(), password.size()) == 0;
}

PasswordVerdict judge_password(const std::string& password, const std::string& username,
                               const std::string& email) {
  const std::size_t length = count_characters(password);
  if (length < kShortestPassword) return PasswordVerdict::too_short;
  if (length > kLongestPassword) return PasswordVerdict::too_long;
  const std::string lower = to_lower(password);
  if (std::binary_search(kCommon.begin(), kCommon.end(), lower)) return PasswordVerdict::too_common;
  const std::string mailbox = to_lower(email).substr(0, email.find('@'));
  if (lower == to_lower(username) || lower == to_lower(email) || lower == mailbox) {
    return PasswordVerdict::like_the_name;
  }
  return PasswordVerdict::good;
}

}  // namespace accounts
