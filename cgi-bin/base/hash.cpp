#include "base/hash.h"

#include <openssl/evp.h>

#include <array>

#include "base/text.h"

std::string sha256(std::string_view text) {
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  unsigned length = 0;
  EVP_Digest(text.data(), text.size(), digest.data(), &length, EVP_sha256(), nullptr);
  return to_base64url({reinterpret_cast<const char*>(digest.data()), length});
}
