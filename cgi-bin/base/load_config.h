/// load_config.h - what every program of the shop does with its settings before it starts.
#pragma once

#include <string>

#include "base/config.h"

/// read_config() with this process's environment. A settings file that is not there means the
/// defaults. Throws what read_config() throws.
Config load_config(const std::string& file, const std::string& secret_file);

/// libpq options with the password behind them; a URL brings its own, and an empty one adds none.
std::string with_password(const std::string& options, const std::string& password);

/// How tools that write as staff do reach the database.
std::string admin_connection(const Config& config);
