/// kept_setting.h - settings that one place needs. They are read and checked like all others
/// (config.h) and stand beside Config, as secrets do (secrets.h).
#pragma once

#include <string>
#include <string_view>

/// Empty when no settings were read.
std::string kept_setting(std::string_view name);
/// A whole number; 0 when no settings were read.
int kept_number(std::string_view name);
