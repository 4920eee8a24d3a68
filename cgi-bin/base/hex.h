/// hex.h - bytes as hexadecimal digits, as PostgreSQL's encode() and decode() know them.
#pragma once

#include <string>
#include <string_view>

/// Two small digits for each byte.
std::string to_hex(std::string_view bytes);

/// The other way round, of what to_hex() or encode() gave; a digit too many is left out.
std::string from_hex(std::string_view digits);
