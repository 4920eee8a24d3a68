/// totp.h - one-time codes by the clock: the rule alone, without storage.
///
/// Source: RFC 6238 (TOTP: HMAC-SHA-1, 30 seconds, 6 digits, as every authenticator app takes
/// them),
///         RFC 4226 section 5.3 (truncation), RFC 4648 section 6 (base32). HMAC by OpenSSL.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/time.h"

namespace accounts {

std::string to_base32(std::string_view bytes);
/// Nothing when the text is not base32. Spaces and dashes are skipped, letters may be small.
std::optional<std::string> from_base32(std::string_view text);

/// A new secret of 160 bits, as base32.
std::string make_totp_secret();

/// The number of the 30-second step that holds this moment.
std::int64_t totp_step(Instant moment);

/// The six digits of one step.
std::string totp_code(std::string_view base32_secret, std::int64_t step);

/// The step whose code this is, of the one before now, now and the one after (clocks differ);
/// nothing for a wrong code. Takes the same time for every wrong code.
std::optional<std::int64_t> matching_step(std::string_view base32_secret, std::string_view code,
                                          Instant now);

}  // namespace accounts
