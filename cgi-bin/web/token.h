/// token.h - JSON Web Tokens, HS256 only, by the keys that sign sessions.
///
/// Source: RFC 7519, RFC 7515, RFC 8725 (best practices). Of our own, because the packaged libjwt
///         ignores `exp` and accepts "none". The same keys serve both: what a session signs has a
///         line end in it, what a token signs has none, so neither passes for the other.
/// Units:  `issued` and `expires` are whole seconds; kLeeway forgives clocks that differ.
/// Errors: a token that does not count is a TokenProblem, never an exception.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>

#include "base/time.h"
#include "web/signer.h"

namespace web {

inline constexpr std::chrono::seconds kAccessLife = std::chrono::minutes(15);
inline constexpr std::chrono::seconds kRefreshLife = std::chrono::days(14);
inline constexpr std::chrono::seconds kLeeway{30};
inline constexpr std::string_view kAccessAudience = "parley-api";
inline constexpr std::string_view kRefreshAudience = "parley-refresh";

/// Who may do what, until when.
struct Claims {
  std::string issuer{};         // iss
  std::string audience{};       // aud
  std::int64_t account_id = 0;  // sub
  int epoch = 0;                // the account's session_epoch when it logged in
  std::int64_t family = 0;      // all tokens that came from one log-in
  std::string id{};             // jti
  Instant issued{};             // iat
  Instant expires{};            // exp
};

std::string write_token(const Signer& signer, const Claims& claims);

enum class TokenProblem { broken, algorithm, unknown_key, signature, expired, not_yet, wrong_use };

/// For the error_description of RFC 6750: ASCII, fixed words.
std::string_view to_text(TokenProblem problem);

/// The claims of a token that is good now for this issuer and audience.
std::variant<Claims, TokenProblem> read_token(const Signer& signer, std::string_view issuer,
                                              std::string_view audience, std::string_view token,
                                              Instant now);

}  // namespace web
