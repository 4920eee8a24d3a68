/// random.h - unpredictable bytes from the operating system, by OpenSSL.
#pragma once

#include <cstddef>
#include <string>

/// `bytes` random bytes as base64url text; throws std::runtime_error when the system has none.
std::string random_token(std::size_t bytes = 18);
