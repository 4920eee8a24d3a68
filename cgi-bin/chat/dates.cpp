#include "chat/dates.h"

#include <ctime>

namespace chat {
namespace {

using Unit = DatePhrase::Unit;

std::tm local_day(Instant moment) {
  const std::time_t seconds = std::chrono::system_clock::to_time_t(
      std::chrono::time_point_cast<std::chrono::system_clock::duration>(moment));
  std::tm day{};
  localtime_r(&seconds, &day);
  day.tm_hour = day.tm_min = day.tm_sec = 0;
  return day;
}

/// mktime() brings days and months beyond their ends back into the calendar.
Instant to_instant(std::tm day) {
  day.tm_isdst = -1;
  const std::time_t seconds = std::mktime(&day);
  return std::chrono::time_point_cast<std::chrono::microseconds>(
      std::chrono::system_clock::from_time_t(seconds));
}

std::tm unit_begin(std::tm day, Unit unit) {
  if (unit == Unit::week) day.tm_mday -= (day.tm_wday + 6) % 7;
  if (unit == Unit::month || unit == Unit::year) day.tm_mday = 1;
  if (unit == Unit::year) day.tm_mon = 0;
  return day;
}

std::tm moved(std::tm day, Unit unit, int count) {
  if (unit == Unit::day) day.tm_mday += count;
  if (unit == Unit::week) day.tm_mday += 7 * count;
  if (unit == Unit::month || unit == Unit::named_month) day.tm_mon += count;
  if (unit == Unit::year) day.tm_year += count;
  return day;
}

}  // namespace

DateRange range_of(const DatePhrase& phrase, Instant now) {
  const std::tm today = local_day(now);
  if (phrase.is_span) {
    return {to_instant(moved(today, phrase.unit, -phrase.back)),
            to_instant(moved(today, Unit::day, 1))};
  }
  if (phrase.unit == Unit::named_month) {
    std::tm month = today;
    month.tm_mday = 1;
    month.tm_mon = phrase.back - 1;
    if (month.tm_mon > today.tm_mon) --month.tm_year;
    return {to_instant(month), to_instant(moved(month, Unit::month, 1))};
  }
  const std::tm begin = moved(unit_begin(today, phrase.unit), phrase.unit, -phrase.back);
  return {to_instant(begin), to_instant(moved(begin, phrase.unit, 1))};
}

}  // namespace chat
