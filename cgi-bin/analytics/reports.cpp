#include "analytics/reports.h"

#include <array>

#include "base/text.h"
#include "reports.sql.h"

namespace analytics {
namespace {

constexpr Column kRevenue[] = {
    {"day", Unit::day}, {"orders", Unit::count}, {"revenue_cents", Unit::money}};
constexpr Column kFunnel[] = {
    {"step", Unit::word}, {"visitors", Unit::count}, {"share", Unit::share}};
constexpr Column kProducts[] = {
    {"product", Unit::text}, {"pieces", Unit::count}, {"revenue_cents", Unit::money}};
constexpr Column kCenters[] = {{"center", Unit::text},         {"pieces", Unit::count},
                               {"revenue_cents", Unit::money}, {"cost_cents", Unit::money},
                               {"margin_cents", Unit::money},  {"share", Unit::share}};
constexpr Column kCustomers[] = {{"kind", Unit::word},
                                 {"customers", Unit::count},
                                 {"orders", Unit::count},
                                 {"revenue_cents", Unit::money}};
constexpr Column kCohorts[] = {{"month", Unit::text},    {"customers", Unit::count},
                               {"after_1", Unit::share}, {"after_2", Unit::share},
                               {"after_3", Unit::share}, {"after_6", Unit::share}};
constexpr Column kConversations[] = {
    {"day", Unit::day}, {"conversations", Unit::count}, {"questions", Unit::count}};
constexpr Column kIntents[] = {{"intent", Unit::text},
                               {"answers", Unit::count},
                               {"share", Unit::share},
                               {"sureness", Unit::share}};
constexpr Column kBehaviour[] = {
    {"kind", Unit::word}, {"events", Unit::count}, {"visitors", Unit::count}};
constexpr Column kViewed[] = {
    {"product", Unit::text}, {"views", Unit::count}, {"buyers", Unit::count}};
constexpr Column kSearches[] = {{"search", Unit::text},
                                {"searches", Unit::count},
                                {"visitors", Unit::count},
                                {"in_vain", Unit::count}};

constexpr ReportKind kReports[] = {
    {"revenue", &sql::reports::revenue, Drawing::columns, "revenue_cents", kRevenue},
    {"funnel", &sql::reports::funnel, Drawing::bars, "visitors", kFunnel},
    {"products", &sql::reports::products, Drawing::bars, "revenue_cents", kProducts},
    {"centers", &sql::reports::centers, Drawing::bars, "margin_cents", kCenters},
    {"customers", &sql::reports::customers, Drawing::bars, "customers", kCustomers},
    {"cohorts", &sql::reports::cohorts, Drawing::columns, "customers", kCohorts},
    {"conversations", &sql::reports::conversations, Drawing::columns, "questions", kConversations},
    {"intents", &sql::reports::intents, Drawing::bars, "answers", kIntents},
    {"behaviour", &sql::reports::behaviour, Drawing::bars, "events", kBehaviour},
    {"viewed", &sql::reports::viewed_products, Drawing::bars, "views", kViewed},
    {"searches", &sql::reports::searches, Drawing::bars, "searches", kSearches},
    {"empty_searches", &sql::reports::empty_searches, Drawing::bars, "searches", kSearches},
};

std::string day_behind(const Period& period) {
  return to_text(period.last + std::chrono::days(1));
}

}  // namespace

Period before(const Period& period) {
  const std::chrono::days length{period.days()};
  return {period.first - length, period.last - length};
}

std::string_view step_of(const Period& period) {
  constexpr int kMostDays = 62;
  constexpr int kMostDaysOfWeeks = 400;
  if (period.days() <= kMostDays) return "day";
  return period.days() <= kMostDaysOfWeeks ? "week" : "month";
}

std::optional<Day> parse_day(std::string_view text) {
  constexpr std::size_t kLength = 10;
  if (text.size() != kLength) return std::nullopt;
  const auto moment = parse_instant(std::string(text) + "T00:00:00Z");
  if (!moment) return std::nullopt;
  return std::chrono::floor<std::chrono::days>(*moment);
}

std::string to_text(Day day) {
  return to_iso(Instant(day)).substr(0, 10);
}

Summary summary_of(db::Connection& db, const Period& period, const std::string& time_zone) {
  const auto row =
      db.first(sql::reports::summary, to_text(period.first), day_behind(period), time_zone);
  return {.orders = row->small("orders"),
          .revenue = row->money("revenue_cents"),
          .average = row->money("average_cents"),
          .undone = row->small("undone"),
          .new_customers = row->small("new_customers"),
          .visitors = row->small("visitors"),
          .conversations = row->small("conversations")};
}

std::span<const ReportKind> report_kinds() {
  return kReports;
}

const ReportKind* find_report(std::string_view name) {
  for (const ReportKind& kind : kReports) {
    if (kind.name == name) return &kind;
  }
  return nullptr;
}

std::int64_t Report::number(std::size_t row, std::size_t column) const {
  return to_integer(rows.at(row).at(column)).value_or(0);
}

Report run_report(db::Connection& db, const ReportKind& kind, const Period& period,
                  const std::string& time_zone) {
  // Reports over time are asked for their step as well.
  std::vector<db::Param> params = {to_text(period.first), day_behind(period), time_zone};
  if (kind.query->params > 3) params.emplace_back(step_of(period));
  Report report{.kind = &kind};
  for (const db::Row row : db.execute(*kind.query, params)) {
    std::vector<std::string>& cells = report.rows.emplace_back();
    for (const Column& column : kind.columns) cells.push_back(row.string(column.name));
  }
  return report;
}

}  // namespace analytics
