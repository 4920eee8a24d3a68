#include "base/hash.h"

#include <openssl/core_names.h>
#include <openssl/evp.h>
#include <openssl/params.h>

#include <array>
#include <memory>
#include <stdexcept>

#include "base/text.h"

namespace {

using Digest = std::array<unsigned char, EVP_MAX_MD_SIZE>;

struct FreeContext {
  void operator()(EVP_MAC_CTX* context) const { EVP_MAC_CTX_free(context); }
};
using Context = std::unique_ptr<EVP_MAC_CTX, FreeContext>;

std::string to_bytes(const Digest& digest, std::size_t length) {
  return {reinterpret_cast<const char*>(digest.data()), length};
}

/// HMAC-SHA256 without a key yet. Looking an algorithm up by name costs OpenSSL 3 more than using
/// it, so that is done once, and each use starts from a copy (OpenSSL 3.0, crypto(7),
/// "Performance").
const Context& unkeyed_hmac() {
  static const Context context = [] {
    EVP_MAC* hmac = EVP_MAC_fetch(nullptr, OSSL_MAC_NAME_HMAC, nullptr);
    Context made(EVP_MAC_CTX_new(hmac));
    EVP_MAC_free(hmac);
    std::array<char, 7> sha256 = {"SHA256"};
    const std::array<OSSL_PARAM, 2> params = {
        OSSL_PARAM_construct_utf8_string(OSSL_MAC_PARAM_DIGEST, sha256.data(), 0),
        OSSL_PARAM_construct_end()};
    if (!made || EVP_MAC_CTX_set_params(made.get(), params.data()) != 1) {
      throw std::runtime_error("OpenSSL has no HMAC-SHA256");
    }
    return made;
  }();
  return context;
}

}  // namespace

std::string sha256(std::string_view text) {
  static const EVP_MD* const algorithm = EVP_MD_fetch(nullptr, "SHA256", nullptr);
  Digest digest{};
  unsigned length = 0;
  if (EVP_Digest(text.data(), text.size(), digest.data(), &length, algorithm, nullptr) != 1) {
    throw std::runtime_error("OpenSSL has no SHA-256");
  }
  return to_base64url(to_bytes(digest, length));
}

std::string hmac_sha256_bytes(std::string_view key, std::string_view text) {
  const Context context(EVP_MAC_CTX_dup(unkeyed_hmac().get()));
  Digest digest{};
  std::size_t length = 0;
  const auto* key_bytes = reinterpret_cast<const unsigned char*>(key.data());
  const auto* bytes = reinterpret_cast<const unsigned char*>(text.data());
  if (!context || EVP_MAC_init(context.get(), key_bytes, key.size(), nullptr) != 1 ||
      EVP_MAC_update(context.get(), bytes, text.size()) != 1 ||
      EVP_MAC_final(context.get(), digest.data(), &length, digest.size()) != 1) {
    throw std::runtime_error("OpenSSL cannot sign");
  }
  return to_bytes(digest, length);
}

std::string hmac_sha256(std::string_view key, std::string_view text) {
  std::string encoded = to_base64url(hmac_sha256_bytes(key, text));
  for (char& c : encoded) c = c == '-' ? '+' : c == '_' ? '/' : c;
  while (encoded.size() % 4 != 0) encoded += '=';
  return encoded;
}

std::string hmac_sha256_hex(std::string_view key, std::string_view text) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string hex;
  for (const char c : hmac_sha256_bytes(key, text)) {
    const auto byte = static_cast<unsigned char>(c);
    hex += kDigits[byte >> 4U];
    hex += kDigits[byte & 15U];
  }
  return hex;
}
