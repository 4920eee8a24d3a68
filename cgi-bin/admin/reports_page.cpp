/// reports_page.cpp - GET /admin/reports and /admin/reports/{report}.
///
/// Template: templates/admin/reports_page.tpl, templates/admin/_chart.tpl
/// Test:     tests/page/reports_page_test.cpp

#include <algorithm>

#include "admin/admin_pages.h"
#include "admin/chart_view.h"
#include "analytics/chart.h"
#include "base/csv_writer.h"
#include "base/text.h"
#include "reports_page.tpl.varnames.h"
#include "shop.h"
#include "web/csv_response.h"
#include "web/web.h"

namespace admin {
namespace {

using analytics::Period;
using analytics::Report;
using analytics::Unit;

constexpr int kUsualDays = 30;
constexpr int kMostDays = 1830;  // five years

struct Asked {
  Period period{};
  std::string problem{};  // a message's key; empty: all is well
};

/// The period of ?from= and ?to=; the last thirty days for none, and for one that makes no sense.
Asked read_period(const web::Request& request) {
  const Day today = std::chrono::floor<std::chrono::days>(request.now);
  const Period usual{today - std::chrono::days(kUsualDays - 1), today};
  const std::string& from = request.query.get("from");
  const std::string& to = request.query.get("to");
  if (from.empty() && to.empty()) return {usual};
  const auto first = analytics::parse_day(from);
  const auto last = analytics::parse_day(to);
  if (!first || !last) return {usual, "report.no_days"};
  const Period period{*first, *last};
  if (period.days() < 1 || period.days() > kMostDays) return {usual, "report.bad_period"};
  return {period};
}

std::string percent(std::int64_t thousandths) {
  return std::to_string(thousandths / 10) + "." + std::to_string(thousandths % 10) + " %";
}

std::string to_words(const web::Request& request, Unit unit, const std::string& value) {
  const std::int64_t number = to_integer(value).value_or(0);
  switch (unit) {
    case Unit::text: return value.empty() ? request.say({"report.nothing"}) : value;
    case Unit::word: return request.say({"report.word." + value});
    case Unit::day:
    case Unit::count: return value;
    case Unit::money: return to_text(Money{number}, request.site->currency);
    case Unit::share: return value.empty() ? "" : percent(number);
  }
  throw std::logic_error("unknown Unit");
}

bool is_number(Unit unit) {
  return unit == Unit::count || unit == Unit::money || unit == Unit::share;
}

std::size_t drawn_column(const Report& report) {
  const auto columns = report.kind->columns;
  const auto found = std::find_if(columns.begin(), columns.end(), [&](const auto& column) {
    return column.name == report.kind->drawn;
  });
  return static_cast<std::size_t>(found - columns.begin());
}

Picture picture_of(const web::Request& request, const Report& report, const std::string& title) {
  Picture picture{.label = title, .drawing = report.kind->drawing};
  const std::size_t drawn = drawn_column(report);
  const Unit unit = report.kind->columns[drawn].unit;
  const Unit label_unit = report.kind->columns.front().unit;
  for (std::size_t row = 0; row < report.rows.size(); ++row) {
    picture.labels.push_back(to_words(request, label_unit, report.rows[row].front()));
    picture.values.push_back(report.number(row, drawn));
    picture.numbers.push_back(to_words(request, unit, report.rows[row][drawn]));
  }
  picture.top = to_words(request, unit, std::to_string(analytics::round_top(picture.values)));
  return picture;
}

void fill_table(ctemplate::TemplateDictionary& part, const web::Request& request,
                const Report& report) {
  for (const analytics::Column& column : report.kind->columns) {
    auto& head = *part.AddSectionDictionary(krp_HEAD);
    head.SetValue(krp_HEAD_NAME, request.say({"report.column." + std::string(column.name)}));
    if (is_number(column.unit)) head.ShowSection(krp_HEAD_NUMBER);
  }
  for (const auto& cells : report.rows) {
    auto& row = *part.AddSectionDictionary(krp_ROW);
    for (std::size_t i = 0; i < cells.size(); ++i) {
      const Unit unit = report.kind->columns[i].unit;
      auto& cell = *row.AddSectionDictionary(krp_CELL);
      cell.SetValue(krp_CELL_TEXT, to_words(request, unit, cells[i]));
      if (is_number(unit)) cell.ShowSection(krp_CELL_NUMBER);
    }
  }
}

std::string query_of(const Period& period) {
  return "?from=" + analytics::to_text(period.first) + "&to=" + analytics::to_text(period.last);
}

void fill_report(ctemplate::TemplateDictionary& body, const web::Request& request,
                 const Report& report, const Period& period) {
  const std::string name(report.kind->name);
  const std::string title = request.say({"report.title." + name});
  auto& section = *body.AddSectionDictionary(krp_REPORT);
  section.SetValue(krp_REPORT_NAME, name);
  section.SetValue(krp_REPORT_TITLE, title);
  section.SetValue(krp_REPORT_HINT, request.say({"report.hint." + name}));
  section.SetValue(krp_REPORT_FILE, "/admin/reports/" + name + query_of(period));
  if (report.rows.empty()) {
    section.ShowSection(krp_REPORT_EMPTY);
    return;
  }
  auto& full = *section.AddSectionDictionary(krp_REPORT_FULL);
  fill_chart(full, krp_CHART, picture_of(request, report, title));
  fill_table(full, request, report);
}

/// "+12.5 %" from one number to another; empty when there is nothing to compare with.
std::string change_of(std::int64_t before, std::int64_t now) {
  if (before == 0) return "";
  const std::int64_t thousandths = (now - before) * 1000 / before;
  return (thousandths < 0 ? "\u2212" : "+") + percent(std::abs(thousandths));
}

void add_tile(ctemplate::TemplateDictionary& body, const web::Request& request,
              const std::string& key, std::int64_t before, std::int64_t now, bool is_money) {
  const auto words = [&](std::int64_t number) {
    return is_money ? to_text(Money{number}, request.site->currency) : std::to_string(number);
  };
  auto& tile = *body.AddSectionDictionary(krp_TILE);
  tile.SetValue(krp_TILE_NUMBER, words(now));
  tile.SetValue(krp_TILE_WORDS, request.say({key}));
  tile.SetValue(krp_TILE_BEFORE, words(before));
  const std::string change = change_of(before, now);
  if (!change.empty()) tile.SetValueAndShowSection(krp_TILE_CHANGE_TEXT, change, krp_TILE_CHANGE);
}

void fill_summary(ctemplate::TemplateDictionary& body, const web::Request& request, Shop& shop,
                  const Period& period) {
  const std::string& zone = shop.config.time_zone;
  const auto now = analytics::summary_of(shop.db, period, zone);
  const auto old = analytics::summary_of(shop.db, analytics::before(period), zone);
  add_tile(body, request, "report.tile.revenue", old.revenue.cents, now.revenue.cents, true);
  add_tile(body, request, "report.tile.orders", old.orders, now.orders, false);
  add_tile(body, request, "report.tile.average", old.average.cents, now.average.cents, true);
  add_tile(body, request, "report.tile.undone", old.undone, now.undone, false);
  add_tile(body, request, "report.tile.new_customers", old.new_customers, now.new_customers, false);
  add_tile(body, request, "report.tile.visitors", old.visitors, now.visitors, false);
  add_tile(body, request, "report.tile.conversations", old.conversations, now.conversations, false);
}

void fill_period(ctemplate::TemplateDictionary& body, const web::Request& request,
                 const Period& period) {
  const Period earlier = analytics::before(period);
  body.SetValue(krp_FROM, analytics::to_text(period.first));
  body.SetValue(krp_TO, analytics::to_text(period.last));
  body.SetValue(krp_FIRST, to_day_text(Instant(period.first)));
  body.SetValue(krp_LAST, to_day_text(Instant(period.last)));
  body.SetValue(krp_BEFORE_FIRST, to_day_text(Instant(earlier.first)));
  body.SetValue(krp_BEFORE_LAST, to_day_text(Instant(earlier.last)));
  const Day today = std::chrono::floor<std::chrono::days>(request.now);
  for (const int days : {7, 30, 90, 365}) {
    auto& span = *body.AddSectionDictionary(krp_SPAN);
    span.SetIntValue(krp_SPAN_DAYS, days);
    span.SetValue(krp_SPAN_URL,
                  "/admin/reports" + query_of({today - std::chrono::days(days - 1), today}));
  }
}

}  // namespace

web::Response reports_page(const web::Request& request, Shop& shop) {
  const Asked asked = read_period(request);
  web::Page page(request, "admin/reports_page.tpl", request.say({"title.reports"}));
  page.set_noindex();
  auto& body = page.body();
  fill_period(body, request, asked.period);
  if (!asked.problem.empty()) {
    body.SetValueAndShowSection(krp_WRONG_TEXT, request.say({asked.problem}), krp_WRONG);
  }
  fill_summary(body, request, shop, asked.period);
  for (const analytics::ReportKind& kind : analytics::report_kinds()) {
    fill_report(body, request,
                analytics::run_report(shop.db, kind, asked.period, shop.config.time_zone),
                asked.period);
  }
  return page.render();
}

web::Response report_file(const web::Request& request, Shop& shop) {
  const std::string& name = request.captured_text("report");
  const analytics::ReportKind* kind = analytics::find_report(name);
  if (kind == nullptr) throw web::NotFound("report " + name);
  const Asked asked = read_period(request);
  if (!asked.problem.empty()) throw web::BadRequest("period", {asked.problem});
  const Report report = analytics::run_report(shop.db, *kind, asked.period, shop.config.time_zone);

  web::Response response = web::csv_response(std::string(kind->name));
  std::vector<std::string> cells;
  for (const analytics::Column& column : kind->columns) {
    cells.emplace_back(column.name.substr(0, column.name.find("_cents")));
  }
  add_csv_line(response.body, cells);
  for (const auto& row : report.rows) {
    cells = row;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (kind->columns[i].unit != Unit::money) continue;
      cells[i] = to_decimal(Money{to_integer(cells[i]).value_or(0)});
    }
    add_csv_line(response.body, cells);
  }
  return response;
}

}  // namespace admin
