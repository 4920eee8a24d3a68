#include "base/random.h"

#include <openssl/rand.h>

#include <stdexcept>

#include "base/text.h"

std::string random_token(std::size_t bytes) {
  std::string raw(bytes, '\0');
  if (RAND_bytes(reinterpret_cast<unsigned char*>(raw.data()), static_cast<int>(bytes)) != 1) {
    throw std::runtime_error("the system gives no random bytes");
  }
  return to_base64url(raw);
}
