/// secrets.h - secrets that one place needs, such as a payment service's key. They are settings
/// like others (config.h reads and checks them), but stand beside Config and not in it: whoever is
/// handed the settings does not hold them too.
#pragma once

#include <string>
#include <string_view>

/// Empty when the setting was not made.
std::string secret(std::string_view name);

/// Called while the settings are read, and by tests.
void keep_secret(std::string_view name, std::string value);
