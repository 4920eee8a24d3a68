/// values.h - what the fields of foreign files mean: numbers, prices, moments, countries, names.
///
/// Errors: every reader gives nothing for text that it does not understand; the caller says so in
///         its report.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/money.h"
#include "base/time.h"

namespace importer {

/// "12", "-3", and "17850.0" as spreadsheets write it; beyond nine digits nothing.
std::optional<std::int64_t> parse_whole(std::string_view text);

/// "2.55", "2,55", "-1.5", "6.9899997711181641", rounded half away from zero to whole cents.
/// Up to nine digits before the point.
std::optional<Money> parse_price(std::string_view text);

/// "2010-12-01 08:26[:00[.000000]]", with 'T', " UTC", "Z" or "+02:00", and "12/1/2010 8:26"
/// (month first); UTC unless it says otherwise. Only the years 1990 to 2099.
std::optional<Instant> parse_moment(std::string_view text);

/// "United Kingdom", "EIRE", "usa", "DE" -> ISO 3166-1 alpha-2; empty when unknown.
std::string country_code(std::string_view name);

/// "PACK OF 12 RED RETROSPOT  NAPKINS" -> "Pack of 12 Red Retrospot Napkins". Words that already
/// have small letters stay as they are.
std::string to_display_name(std::string_view shouted);

/// "mens-shirts" -> "Men's Shirts".
std::string to_category_name(std::string_view slug);

/// For reports: in quotes, at most 40 characters, control characters as '?'.
std::string in_quotes(std::string_view text);

}  // namespace importer
