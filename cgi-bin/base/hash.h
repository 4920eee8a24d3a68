/// hash.h - SHA-256, by OpenSSL.
#pragma once

#include <string>
#include <string_view>

/// The digest as base64url text: for what is looked up again but must not be readable.
std::string sha256(std::string_view text);

/// HMAC-SHA256 (RFC 2104): 32 bytes. The key must not be empty.
std::string hmac_sha256_bytes(std::string_view key, std::string_view text);

/// HMAC-SHA256 as base64 with padding (RFC 4648, section 4).
std::string hmac_sha256(std::string_view key, std::string_view text);

/// HMAC-SHA256 as 64 small hexadecimal digits.
std::string hmac_sha256_hex(std::string_view key, std::string_view text);
