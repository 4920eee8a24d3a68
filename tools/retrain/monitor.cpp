#include "retrain/monitor.h"

#include <algorithm>
#include <cmath>

#include "analytics/statistics.h"
#include "monitor.sql.h"
#include "predict/features.h"
#include "retrain.sql.h"
#include "search/behaviour.h"

namespace retrain {
namespace {

namespace queries = sql::monitor;

constexpr auto kDay = std::chrono::hours(24);
/// Moves with the calendar even where nobody changes: written down, but no alarm.
constexpr std::string_view kCalendar = "known_days";
constexpr int kEnough = 100;  // customers, before a figure counts

struct Watch {
  const Databases& databases;
  const Settings& settings;
  Instant day{};  // the last whole one
  double drift_alarm = 0.25;
  double rollback_share = 0.8;
  std::ostream& log;

  void write(const char* model, const std::string& metric, double value, std::int64_t samples,
             bool alarm = false) const {
    databases.write.run(queries::write_metric, day, model, metric, value, samples, alarm);
    if (alarm) log << model << ": " << metric << " " << value << " raises an alarm" << std::endl;
  }
};

/// Compares live with promised; true means alarm, and a roll-back is asked for where one can be.
bool falls_short(const Watch& watch, const char* model, double live, double promised,
                 std::int64_t samples, const db::Row& promise) {
  if (samples < kEnough || live >= watch.rollback_share * promised) return false;
  if (!promise.is_null("previous_id")) {
    watch.databases.write.run(queries::ask_rollback, model, promise.integer("previous_id"));
    watch.log << model << ": " << live << " instead of " << promised << ", rolling back"
              << std::endl;
  }
  return true;
}

void watch_lists(const Watch& watch) {
  // Lists that were made when the day was over know what was bought then.
  const bool are_yesterdays =
      !watch.databases.write.first(queries::lists_made_since, watch.day + kDay)->boolean("made");
  const auto hits = watch.databases.read.first(queries::list_hits, watch.day);
  const std::int64_t customers = are_yesterdays ? hits->integer("customers") : 0;
  if (customers > 0) {
    watch.write("recommend", "hit_rate", hits->number("hits") / static_cast<double>(customers),
                customers);
    watch.write("recommend", "recommended_cents", hits->number("recommended_cents"), customers);
    watch.write("recommend", "cents", hits->number("cents"), customers);
  }
  const auto coverage = watch.databases.read.first(queries::coverage);
  const std::int64_t listed = coverage->integer("customers");
  if (listed > 0) watch.write("recommend", "coverage", coverage->number("share"), listed);
  const auto promise = watch.databases.write.first(queries::promise, "recommend");
  if (!promise) return;  // lists without a model promise nothing
  const auto recent =
      watch.databases.write.first(queries::recent_hits, promise->integer("id"), watch.day);
  const bool alarm = falls_short(watch, "recommend", recent->number("rate"),
                                 promise->number("hit_rate"), recent->integer("samples"), *promise);
  watch.write("recommend", "hit_rate_30", recent->number("rate"), recent->integer("samples"),
              alarm);
}

void watch_predictions(const Watch& watch) {
  const auto promise = watch.databases.write.first(queries::promise, "churn");
  std::vector<double> said;
  std::vector<int> came;
  double error = 0;
  double expected = 0;
  for (const db::Row row : watch.databases.read.run(queries::known_predictions, watch.day + kDay,
                                                    watch.settings.horizon_days)) {
    said.push_back(row.number("churn"));
    came.push_back(row.boolean("churned") ? 1 : 0);
    error += std::abs(row.number("said_cents") - row.number("came_cents"));
    expected += row.number("churn") - came.back();
  }
  if (!promise || said.empty()) return;
  const auto count = static_cast<std::int64_t>(said.size());
  const double area = analytics::roc_area(said, came);
  const bool alarm = falls_short(watch, "churn", area, promise->number("figure"), count, *promise);
  watch.write("churn", "live_auc", area, count, alarm);
  watch.write("churn", "live_bias", expected / static_cast<double>(count), count);
  watch.write("spending", "live_mae", error / static_cast<double>(count) / 100, count);
}

/// Each feature's values at the end of what the active model learnt from, and now.
void watch_drift(const Watch& watch) {
  const auto promise = watch.databases.write.first(queries::promise, "churn");
  if (!promise) return;
  const Instant learnt = promise->instant("window_to") - 2 * watch.settings.horizon_days * kDay;
  const predict::Features before = predict::read_features(watch.databases.read, learnt);
  const predict::Features now = predict::read_features(watch.databases.read, watch.day + kDay);
  if (before.accounts.size() < kEnough || now.accounts.size() < kEnough) return;
  const auto column = [](const predict::Features& features, std::size_t place) {
    std::vector<double> values;
    for (std::size_t row = 0; row < features.rows.rows(); ++row) {
      values.push_back(features.rows.row(row)[place]);
    }
    return values;
  };
  for (std::size_t place = 0; place < predict::feature_names().size(); ++place) {
    const double index = analytics::stability_index(column(before, place), column(now, place));
    watch.write("churn", "psi:" + std::string(predict::feature_names()[place]), index,
                static_cast<std::int64_t>(now.accounts.size()),
                index > watch.drift_alarm && predict::feature_names()[place] != kCalendar);
  }
}

/// Which share of the searches led to a product. When it is clearly less than before the active
/// version came, that version does harm.
void watch_search(const Watch& watch) {
  const auto searches =
      search::read_shown_searches(watch.databases.read, watch.day, watch.day + kDay);
  if (searches.empty()) return;
  const auto count = static_cast<std::int64_t>(searches.size());
  const auto taken = std::ranges::count_if(searches, &search::ShownSearch::has_taken);
  watch.write("search", "taken_rate", static_cast<double>(taken) / static_cast<double>(count),
              count);
  const auto promise = watch.databases.write.first(queries::promise, "search");
  if (!promise) return;
  const auto rates =
      watch.databases.write.first(queries::taken_rates, promise->integer("id"), watch.day);
  if (rates->integer("samples_before") < kEnough) return;
  const std::int64_t since = rates->integer("samples_since");
  const bool alarm = falls_short(watch, "search", rates->number("since"), rates->number("before"),
                                 since, *promise);
  if (since > 0) {
    watch.write("search", "taken_rate_since", rates->number("since"), since, alarm);
  }
}

/// Which share of the questions the assistant was sure of.
void watch_intents(const Watch& watch) {
  const auto row = watch.databases.read.first(queries::answers, watch.day);
  const std::int64_t answers = row->integer("answers");
  if (answers == 0) return;
  watch.write("intents", "understood", row->number("understood") / static_cast<double>(answers),
              answers);
}

}  // namespace

void monitor(const Databases& databases, const Settings& settings, Instant now, std::ostream& log) {
  const auto span = databases.read.first(sql::retrain::data_span, now);
  if (span->is_null("until")) return;
  Watch watch{databases, settings, span->instant("until") - kDay, 0.25, 0.8, log};
  for (const db::Row row : databases.write.run(queries::settings)) {
    (row.text("name") == "drift_alarm" ? watch.drift_alarm : watch.rollback_share) =
        row.number("value");
  }
  watch_lists(watch);
  watch_predictions(watch);
  watch_drift(watch);
  watch_search(watch);
  watch_intents(watch);
  databases.write.run(queries::keep_predictions);
  databases.write.run(queries::drop_old_predictions, now);
}

}  // namespace retrain
