/// reports.h - the shop in figures: one table a question, for any period.
///
/// Source: queries in sql/queries/reports.sql, which say what counts. Shares are thousandths.
/// Units:  money is whole cents; days are those of the shop's time zone.
/// Errors: an unknown report is an empty result.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.h"
#include "db/db.h"

namespace analytics {

/// Whole days, both ends included.
struct Period {
  Day first{};
  Day last{};

  int days() const { return static_cast<int>((last - first).count()) + 1; }
};

/// The period of the same length that ends the day before.
Period before(const Period& period);

/// "day", "week" or "month": how finely a period is drawn.
std::string_view step_of(const Period& period);

/// "2026-03-01"; nothing for what is no day.
std::optional<Day> parse_day(std::string_view text);
std::string to_text(Day day);

struct Summary {
  int orders = 0;
  Money revenue{};
  Money average{};  // of an order
  int undone = 0;   // cancelled or returned: not counted in the lines above
  int new_customers = 0;
  int visitors = 0;
  int conversations = 0;
};
Summary summary_of(db::Connection& db, const Period& period, const std::string& time_zone);

enum class Unit { text, word, day, count, money, share };

struct Column {
  std::string_view name;  // in the query and in the CSV file
  Unit unit;
};

enum class Drawing { columns, bars };

/// A question that the shop can answer.
struct ReportKind {
  std::string_view name;  // in addresses
  const db::Query* query;
  Drawing drawing;
  std::string_view drawn;  // the column that the picture shows, beside the first one
  std::span<const Column> columns;
};
std::span<const ReportKind> report_kinds();
const ReportKind* find_report(std::string_view name);

struct Report {
  const ReportKind* kind = nullptr;
  std::vector<std::vector<std::string>> rows{};  // values as the database writes them

  /// The number in a cell; 0 for an empty one.
  std::int64_t number(std::size_t row, std::size_t column) const;
};
Report run_report(db::Connection& db, const ReportKind& kind, const Period& period,
                  const std::string& time_zone);

}  // namespace analytics
