/// text.h - small questions about text that the standard library leaves open. All text is UTF-8.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Without spaces, tabs and line ends at both ends.
std::string_view trimmed(std::string_view text);

/// ASCII letters in lower case; all other bytes stay.
std::string to_lower(std::string_view text);

/// The parts between `separator`; "a,,b" has three parts, "" has one empty part.
std::vector<std::string_view> split(std::string_view text, char separator);

/// The whole text as a decimal number within [least, most]; nothing for anything else, also for
/// surrounding spaces, a plus sign, or overflow.
std::optional<std::int64_t> to_integer(std::string_view text, std::int64_t least = INT64_MIN,
                                       std::int64_t most = INT64_MAX);

/// True for well-formed UTF-8 (no surrogates, no overlong forms) without NUL characters.
/// Source: Unicode 15, table 3-7.
bool is_clean_utf8(std::string_view text);

/// How many characters (code points) well-formed UTF-8 has.
std::size_t count_characters(std::string_view text);

/// The first `most` characters, with "…" behind them when something was left out.
std::string shortened(std::string_view text, std::size_t most);

/// In one line and harmless to terminals: a line end becomes "\n", a backslash "\\", and the bytes
/// of control characters, of marks that turn the direction of writing and of broken UTF-8 "\x1b".
std::string escaped_line(std::string_view text);

/// For URLs: "Café au Lait, 2 cups" -> "cafe-au-lait-2-cups". Never empty: "item" at least.
std::string to_slug(std::string_view text);

/// Percent-encodes everything but unreserved characters (RFC 3986, section 2.3).
std::string url_encoded(std::string_view text);

/// Decodes %XX and, in `form` text, '+'. A broken escape stays as it is.
std::string url_decoded(std::string_view text, bool form = true);

/// Base64 for URLs without padding (RFC 4648, section 5).
std::string to_base64url(std::string_view bytes);

/// Nothing when the text is not base64url.
std::optional<std::string> from_base64url(std::string_view text);
