#include "model_eval/forecasts.h"

#include <cmath>
#include <map>

#include "predict.sql.h"
#include "predict/customers.h"

namespace model_eval {
namespace {

using predict::Features;
using predict::Lesson;
using predict::Outcomes;

constexpr int kHorizon = 90;

Instant midnight(const std::string& day) {
  const auto moment = parse_instant(day + " 00:00:00+00");
  if (!moment) throw std::runtime_error(day + " is no day");
  return *moment;
}

std::int64_t to_cents(const std::string& amount) {
  return std::llround(std::stod(amount) * 100);
}

/// This session's own purchases, until the object is gone: they shadow a shop's.
class Purchases {
 public:
  explicit Purchases(db::Connection& db) : db_(db) {
    db_.run(sql::predict::hide_purchases);
    db_.run(sql::predict::hide_events);
  }
  ~Purchases() {
    try {
      db_.run(sql::predict::show_purchases);
      db_.run(sql::predict::show_events);
    } catch (const std::exception&) {
      // The session ends anyway, and its temporary tables with it.
    }
  }
  Purchases(const Purchases&) = delete;
  Purchases& operator=(const Purchases&) = delete;

 private:
  db::Connection& db_;
};

std::vector<Lesson> read_lessons(db::Connection& db,
                                 const std::vector<std::pair<std::string, int>>& cuts) {
  std::vector<Lesson> lessons;
  for (const auto& [day, ahead] : cuts) {
    const Instant cut = midnight(day);
    lessons.push_back(
        {predict::read_features(db, cut), predict::read_outcomes(db, cut, ahead), ahead});
  }
  return lessons;
}

std::vector<double> errors(const std::vector<double>& said, const std::vector<double>& came,
                           double unit) {
  std::vector<double> result;
  for (std::size_t i = 0; i < said.size(); ++i) {
    result.push_back(std::abs(said[i] - came[i]) / unit);
  }
  return result;
}

Row error_row(const std::string& data, const std::string& figure, const std::vector<double>& said,
              const std::vector<double>& came, double unit, double baseline) {
  Row row{data, figure, analytics::bootstrap_mean(errors(said, came, unit)), baseline};
  row.smaller_is_better = true;
  return row;
}

Row churn_row(const std::string& data, const std::vector<Lesson>& lessons, const Features& asked,
              const std::vector<int>& came, int ahead, double baseline) {
  const predict::Stacked model = predict::train_churn(lessons, 1);
  const std::vector<double> said = model.chances(predict::with_classic(asked, ahead));
  Row row{data, "churn AUC", analytics::bootstrap_roc_area(said, came), baseline};
  // The baselines are logistic regressions: the same here, on the plain features.
  predict::Numbers rows{asked.rows.columns, {}};
  std::vector<int> churned;
  for (const Lesson& lesson : lessons) {
    const auto& values = lesson.features.rows.values;
    rows.values.insert(rows.values.end(), values.begin(), values.end());
    churned.insert(churned.end(), lesson.outcomes.churned.begin(), lesson.outcomes.churned.end());
  }
  const predict::Logistic plain = predict::fit_logistic(rows, churned);
  std::vector<double> other;
  for (std::size_t i = 0; i < asked.rows.rows(); ++i) {
    other.push_back(predict::chance(plain, asked.rows.row(i)));
  }
  row.rerun = analytics::roc_area(other, came);
  row.gain = analytics::bootstrap_roc_gain(said, other, came);
  return row;
}

/// What happened in the 39 weeks after, by customer.
Outcomes read_cdnow_truth(const std::filesystem::path& file, const Features& asked) {
  const Table table = read_table(file);
  std::map<std::int64_t, const std::vector<std::string>*> line_of;
  for (const auto& line : table.lines) line_of[std::stoll(line[table.column("customer")])] = &line;
  Outcomes outcomes;
  for (const std::int64_t account : asked.accounts) {
    const auto& line = *line_of.at(account);
    outcomes.accounts.push_back(account);
    outcomes.purchases.push_back(std::stod(line[table.column("purchases")]));
    outcomes.spent.push_back(static_cast<double>(to_cents(line[table.column("amount")])));
    outcomes.churned.push_back(std::stoi(line[table.column("churned")]));
  }
  return outcomes;
}

double mean_error(const std::vector<double>& said, const std::vector<double>& came) {
  double sum = 0;
  for (const double error : errors(said, came, 100)) sum += error;
  return sum / static_cast<double>(said.size());
}

using Forecast = std::vector<double> (*)(const Features&, int);

/// The expected amount or the median, whichever erred less before the cut-off: from July 1997, 91
/// days ahead. What comes after the cut-off is not looked at.
Forecast choose_forecast(db::Connection& db) {
  constexpr int kAhead = 91;
  const Instant cut = midnight("1997-07-01");
  const Features known = predict::read_features(db, cut);
  const std::vector<double> came = predict::read_outcomes(db, cut, kAhead).spent;
  const double expected = mean_error(predict::expected_spending(known, kAhead), came);
  const double median = mean_error(predict::median_spending(known, kAhead), came);
  return median < expected ? predict::median_spending : predict::expected_spending;
}

}  // namespace

std::vector<Row> cdnow_rows(const std::filesystem::path& data, db::Connection& db) {
  constexpr int kAhead = 39 * 7;
  const Purchases temporary(db);
  const Table table = read_table(data / "cdnow" / "sample_calibration.tsv");
  db::CopyIn copy(db, sql::predict::copy_purchases);
  int number = 0;
  for (const auto& line : table.lines) {
    copy.row(++number, line[table.column("customer")], line[table.column("date")] + " 12:00+00",
             to_cents(line[table.column("amount")]), std::nullopt);
  }
  copy.finish();

  const Features asked = predict::read_features(db, midnight("1997-10-01"));
  const Outcomes came = read_cdnow_truth(data / "cdnow" / "sample_holdout_truth.tsv", asked);
  const predict::Classic classic = predict::fit_classic(asked);
  std::vector<double> expected;
  std::vector<double> median;
  for (std::size_t i = 0; i < asked.accounts.size(); ++i) {
    const predict::Repeats repeats = predict::repeats_of(asked.rows.row(i));
    expected.push_back(predict::expected_purchases(classic.purchases, repeats, kAhead));
    median.push_back(predict::median_purchases(classic.purchases, repeats, kAhead));
  }
  // Everybody of the sample had bought by the end of March; labels end with September.
  const auto lessons = read_lessons(db, {{"1997-04-15", 168},
                                         {"1997-05-01", 152},
                                         {"1997-05-15", 138},
                                         {"1997-06-01", 121},
                                         {"1997-07-01", 91}});
  return {error_row("cdnow", "purchases MAE, expected", expected, came.purchases, 1, .786),
          error_row("cdnow", "purchases MAE, median", median, came.purchases, 1, .786),
          error_row("cdnow", "dollars MAE, expected", predict::expected_spending(asked, kAhead),
                    came.spent, 100, 30.4),
          error_row("cdnow", "dollars MAE, median", predict::median_spending(asked, kAhead),
                    came.spent, 100, 30.4),
          error_row("cdnow", "dollars MAE, chosen before", choose_forecast(db)(asked, kAhead),
                    came.spent, 100, 30.4),
          churn_row("cdnow", lessons, asked, came.churned, kAhead, .779)};
}

std::vector<Row> retail_churn_rows(const std::filesystem::path& data, db::Connection& db) {
  const Purchases temporary(db);
  const Table table = read_table(data / "online_retail" / "clv_train.tsv");
  db::CopyIn copy(db, sql::predict::copy_purchases);
  int number = 0;
  for (const auto& line : table.lines) {
    const Instant at{std::chrono::seconds(std::stoll(line[table.column("time")]))};
    copy.row(++number, line[table.column("customer")], at, to_cents(line[table.column("amount")]),
             std::nullopt);
  }
  copy.finish();

  // The file ends with August 2011: the last cut-off whose 90 days are known, and earlier ones
  // whose labels had ended by then.
  const Instant cut = midnight("2011-06-02");
  const Features asked = predict::read_features(db, cut);
  const Outcomes came = predict::read_outcomes(db, cut, kHorizon);
  const auto lessons = read_lessons(
      db, {{"2011-03-04", kHorizon}, {"2011-02-02", kHorizon}, {"2011-01-18", kHorizon}});
  const predict::SpendingModel spending(lessons, 1);
  Row spent = error_row("online_retail", "90 days' spending MAE", spending.amounts(asked, kHorizon),
                        came.spent, 100, 0);
  const auto again = errors(predict::spending_again(asked, kHorizon), came.spent, 100);
  auto gains = errors(spending.amounts(asked, kHorizon), came.spent, 100);
  for (std::size_t i = 0; i < gains.size(); ++i) gains[i] -= again[i];
  spent.gain = analytics::bootstrap_mean(gains);
  spent.rerun = spent.ours.value - spent.gain.value;
  spent.baseline = *spent.rerun;
  return {churn_row("online_retail", lessons, asked, came.churned, kHorizon, .743), spent};
}

}  // namespace model_eval
