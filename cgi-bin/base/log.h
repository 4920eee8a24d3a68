/// log.h - one line of key=value per event, to stderr. Never given passwords, cookies, chat text
/// or addresses.
#pragma once

#include <string_view>

namespace logging {

/// "2026-03-01T12:00:09Z req=7f3b error="…""; `request_id` may be empty.
void error(std::string_view request_id, std::string_view what);

/// One whole line as it is; a time stamp is put before it.
void line(std::string_view text);

}  // namespace logging
