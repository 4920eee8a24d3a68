#include "base/time.h"

#include <array>
#include <cstdio>
#include <ctime>

#include "base/text.h"

namespace {

constexpr std::array<const char*, 12> kMonths = {"January",   "February", "March",    "April",
                                                 "May",       "June",     "July",     "August",
                                                 "September", "October",  "November", "December"};

std::tm local_parts(Instant moment) {
  const std::time_t seconds = std::chrono::system_clock::to_time_t(
      std::chrono::time_point_cast<std::chrono::system_clock::duration>(moment));
  std::tm parts{};
  localtime_r(&seconds, &parts);
  return parts;
}

std::optional<int> number_at(std::string_view text, std::size_t at, std::size_t digits) {
  if (at + digits > text.size()) return std::nullopt;
  const auto number = to_integer(text.substr(at, digits), 0, 9999);
  if (!number) return std::nullopt;
  return static_cast<int>(*number);
}

/// ".25" -> 250,000 microseconds; zero without a fraction.
std::chrono::microseconds fraction_of(std::string_view text) {
  int micros = 0;
  int scale = 100000;
  for (std::size_t at = 1; at < text.size() && text[at] >= '0' && text[at] <= '9'; ++at) {
    micros += (text[at] - '0') * scale;
    scale /= 10;
  }
  return std::chrono::microseconds(micros);
}

}  // namespace

Instant clock_now() {
  return std::chrono::time_point_cast<std::chrono::microseconds>(std::chrono::system_clock::now());
}

std::string to_iso(Instant moment) {
  const auto day = std::chrono::floor<std::chrono::days>(moment);
  const std::chrono::year_month_day date(day);
  const std::chrono::hh_mm_ss clock(std::chrono::floor<std::chrono::seconds>(moment - day));
  std::array<char, 40> text{};
  std::snprintf(text.data(), text.size(), "%04d-%02u-%02uT%02d:%02d:%02dZ",
                static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                static_cast<unsigned>(date.day()), static_cast<int>(clock.hours().count()),
                static_cast<int>(clock.minutes().count()),
                static_cast<int>(clock.seconds().count()));
  return text.data();
}

std::optional<Instant> parse_instant(std::string_view text) {
  const auto year = number_at(text, 0, 4);
  const auto month = number_at(text, 5, 2);
  const auto day = number_at(text, 8, 2);
  const auto hour = number_at(text, 11, 2);
  const auto minute = number_at(text, 14, 2);
  const auto second = number_at(text, 17, 2);
  if (!year || !month || !day || !hour || !minute || !second) return std::nullopt;
  const bool is_utc = text.ends_with("+00") || text.ends_with("Z");
  if (!is_utc) return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::year(*year),
                                         std::chrono::month(static_cast<unsigned>(*month)),
                                         std::chrono::day(static_cast<unsigned>(*day))};
  if (!date.ok()) return std::nullopt;
  const bool has_fraction = text.size() > 19 && text[19] == '.';
  return Instant(Day(date)) + std::chrono::hours(*hour) + std::chrono::minutes(*minute) +
         std::chrono::seconds(*second) +
         (has_fraction ? fraction_of(text.substr(19)) : std::chrono::microseconds(0));
}

std::string to_day_text(Instant moment) {
  const std::tm parts = local_parts(moment);
  return std::to_string(parts.tm_mday) + " " + kMonths.at(static_cast<std::size_t>(parts.tm_mon)) +
         " " + std::to_string(parts.tm_year + 1900);
}

std::string to_minute_text(Instant moment) {
  const std::tm parts = local_parts(moment);
  std::array<char, 16> clock{};
  std::snprintf(clock.data(), clock.size(), ", %02d:%02d", parts.tm_hour, parts.tm_min);
  return to_day_text(moment) + clock.data();
}

std::optional<Instant> parse_local_minute(std::string_view text) {
  const bool is_shaped = text.size() == 16 && text[4] == '-' && text[7] == '-' &&
                         (text[10] == 'T' || text[10] == ' ') && text[13] == ':';
  // Read as if it were UTC, which checks the date; the zone comes behind.
  const auto naive = is_shaped ? parse_instant(std::string(text) + ":00Z") : std::nullopt;
  const auto hour = is_shaped ? number_at(text, 11, 2) : std::nullopt;
  const auto minute = is_shaped ? number_at(text, 14, 2) : std::nullopt;
  if (!naive || !hour || !minute || *hour > 23 || *minute > 59) return std::nullopt;
  const auto date = std::chrono::year_month_day(std::chrono::floor<std::chrono::days>(*naive));
  std::tm parts{};
  parts.tm_year = static_cast<int>(date.year()) - 1900;
  parts.tm_mon = static_cast<int>(static_cast<unsigned>(date.month())) - 1;
  parts.tm_mday = static_cast<int>(static_cast<unsigned>(date.day()));
  parts.tm_hour = *hour;
  parts.tm_min = *minute;
  parts.tm_isdst = -1;  // the zone's rules decide
  return Instant(std::chrono::seconds(std::mktime(&parts)));
}

std::string to_local_minute(Instant moment) {
  const std::tm parts = local_parts(moment);
  std::array<char, 40> text{};
  std::snprintf(text.data(), text.size(), "%04d-%02d-%02dT%02d:%02d", parts.tm_year + 1900,
                parts.tm_mon + 1, parts.tm_mday, parts.tm_hour, parts.tm_min);
  return text.data();
}
