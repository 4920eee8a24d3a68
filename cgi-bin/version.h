/// version.h - the version of this code, shown by --version and /health.
#pragma once

#include <string_view>

inline constexpr std::string_view kVersion = "0.1.0";
