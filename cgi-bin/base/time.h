/// time.h - moments and days. Inside everything is UTC; pages show the shop's zone.
///
/// Rules never look at the clock themselves: they take the moment as a parameter.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

using Instant = std::chrono::sys_time<std::chrono::microseconds>;
using Day = std::chrono::sys_days;

/// The real clock; called by main programs only.
Instant clock_now();

/// ISO 8601 in UTC with seconds: "2026-03-01T12:00:04Z".
std::string to_iso(Instant moment);

/// Reads PostgreSQL's ISO output in UTC ("2026-03-01 12:00:04.25+00") and to_iso()'s form;
/// nothing for anything else.
std::optional<Instant> parse_instant(std::string_view text);

/// In the zone of the TZ variable, as people read it: "1 March 2026".
std::string to_day_text(Instant moment);

/// In the zone of the TZ variable: "1 March 2026, 12:00".
std::string to_minute_text(Instant moment);

/// Reads what a field of type datetime-local sends, "2026-03-01T12:00", in the zone of the TZ
/// variable; nothing for anything else.
std::optional<Instant> parse_local_minute(std::string_view text);

/// The same moment as such a field takes it.
std::string to_local_minute(Instant moment);
