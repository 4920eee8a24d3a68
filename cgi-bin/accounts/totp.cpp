#include "accounts/totp.h"

#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <array>
#include <stdexcept>

#include "base/random.h"
#include "base/text.h"

namespace accounts {
namespace {

constexpr std::string_view kAlphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
constexpr std::int64_t kStepSeconds = 30;
constexpr std::uint32_t kModulus = 1000000;  // six digits
constexpr std::size_t kDigits = 6;
constexpr std::size_t kSecretBytes = 20;

}  // namespace

std::string to_base32(std::string_view bytes) {
  std::string text;
  std::uint32_t buffer = 0;
  int bits = 0;
  for (const char c : bytes) {
    buffer = (buffer << 8U) | static_cast<unsigned char>(c);
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += kAlphabet[(buffer >> bits) & 31U];
    }
  }
  if (bits > 0) text += kAlphabet[(buffer << (5 - bits)) & 31U];
  return text;
}

std::optional<std::string> from_base32(std::string_view text) {
  std::string bytes;
  std::uint32_t buffer = 0;
  int bits = 0;
  for (const char c : text) {
    if (c == ' ' || c == '-' || c == '=') continue;
    const char letter = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    const std::size_t value = kAlphabet.find(letter);
    if (value == std::string_view::npos) return std::nullopt;
    buffer = (buffer << 5U) | static_cast<std::uint32_t>(value);
    bits += 5;
    if (bits >= 8) {
      bits -= 8;
      bytes += static_cast<char>((buffer >> bits) & 255U);
    }
  }
  return bytes;
}

std::string make_totp_secret() {
  return to_base32(from_base64url(random_token(kSecretBytes)).value());
}

std::int64_t totp_step(Instant moment) {
  return std::chrono::floor<std::chrono::seconds>(moment.time_since_epoch()).count() / kStepSeconds;
}

std::string totp_code(std::string_view base32_secret, std::int64_t step) {
  const auto key = from_base32(base32_secret);
  if (!key || key->empty()) throw std::logic_error("a TOTP secret is not base32");
  std::array<unsigned char, 8> counter{};
  for (std::size_t i = 0; i < counter.size(); ++i) {
    counter[counter.size() - 1 - i] =
        static_cast<unsigned char>(static_cast<std::uint64_t>(step) >> (8 * i));
  }
  std::array<unsigned char, EVP_MAX_MD_SIZE> mac{};
  unsigned length = 0;
  HMAC(EVP_sha1(), key->data(), static_cast<int>(key->size()), counter.data(), counter.size(),
       mac.data(), &length);
  const std::size_t offset = mac.at(length - 1) & 15U;
  const std::uint32_t number = (std::uint32_t{mac.at(offset)} & 127U) << 24U |
                               std::uint32_t{mac.at(offset + 1)} << 16U |
                               std::uint32_t{mac.at(offset + 2)} << 8U | mac.at(offset + 3);
  const std::string digits = std::to_string(number % kModulus);
  return std::string(kDigits - digits.size(), '0') + digits;
}

std::optional<std::int64_t> matching_step(std::string_view base32_secret, std::string_view code,
                                          Instant now) {
  if (code.size() != kDigits) return std::nullopt;
  std::optional<std::int64_t> found;
  for (const std::int64_t off : {-1, 0, 1}) {
    const std::int64_t step = totp_step(now) + off;
    const std::string right = totp_code(base32_secret, step);
    if (CRYPTO_memcmp(right.data(), code.data(), kDigits) == 0) found = step;
  }
  return found;
}

}  // namespace accounts
