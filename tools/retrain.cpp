// retrain.cpp - trains the shop's models on its own data and publishes those that are better than
// what serves.

#include <CLI/CLI.hpp>
#include <chrono>
#include <iostream>
#include <thread>

#include "analytics/events.h"
#include "retrain.sql.h"
#include "retrain/monitor.h"
#include "retrain/run.h"

namespace {

struct CommandLine {
  std::string database{};
  std::string standby{};
  retrain::Options options{};
  bool watch = false;
  int look_seconds = 30;
};

/// Months ahead are made and those too old dropped; a table that is busy waits until tomorrow.
void keep_event_months(db::Connection& db) {
  analytics::prepare_event_months(db, clock_now());
  try {
    const int dropped = analytics::drop_old_event_months(db, clock_now());
    if (dropped > 0) std::cerr << "visits of " << dropped << " old months deleted" << std::endl;
  } catch (const db::Error& error) {
    std::cerr << "old visits stay for now: " << retrain::one_line(error.what()) << std::endl;
  }
}

/// Trains and compares, and says so; the database stays as it is.
bool try_out(const retrain::Databases& databases, const retrain::Options& options) {
  bool all_well = true;
  for (const retrain::Trainer& trainer : retrain::trainers()) {
    if (!options.only.empty() &&
        std::find(options.only.begin(), options.only.end(), trainer.name) == options.only.end()) {
      continue;
    }
    const retrain::Order order{false, [&](int percent, const std::string& step) {
                                 std::cerr << trainer.name << ": " << percent << " % " << step
                                           << std::endl;
                                 return true;
                               }};
    const retrain::Outcome outcome = retrain::train_model(
        databases, trainer, options, retrain::read_settings(databases.write), order, clock_now());
    std::cout << trainer.name << ": " << outcome.state << ", " << outcome.message << "\n";
    all_well = all_well && outcome.state != "failed";
  }
  return all_well;
}

/// Until killed; a database that is away for a while is waited for.
[[noreturn]] void watch(const CommandLine& line) {
  Instant last_monitored{};
  for (;;) {
    try {
      db::Connection write(line.database);
      db::Connection read(line.standby.empty() ? line.database : line.standby);
      if (write.first(sql::retrain::lock)->boolean("locked")) {
        retrain::add_due_jobs(write, line.options, retrain::read_settings(write), clock_now());
        // At the first look of a day, before the lists of the day before are made anew.
        if (std::chrono::floor<std::chrono::days>(last_monitored) !=
            std::chrono::floor<std::chrono::days>(clock_now())) {
          keep_event_months(write);
          retrain::monitor({write, read}, retrain::read_settings(write), clock_now(), std::cerr);
          last_monitored = clock_now();
        }
        retrain::run_jobs({write, read}, line.options, std::cerr, clock_now);
      }
    } catch (const std::exception& error) {
      std::cerr << "retrain: " << retrain::one_line(error.what()) << "; trying again" << std::endl;
    }
    std::this_thread::sleep_for(std::chrono::seconds(line.look_seconds));
  }
}

int run(const CommandLine& line) {
  if (line.watch) watch(line);
  db::Connection write(line.database);
  db::Connection read(line.standby.empty() ? line.database : line.standby);
  if (!write.first(sql::retrain::lock)->boolean("locked")) {
    std::cerr << "retrain: another training is running\n";
    return 1;
  }
  const retrain::Databases databases{write, read};
  if (line.options.dry_run) return try_out(databases, line.options) ? 0 : 1;
  keep_event_months(write);
  // Before the lists are made anew: how did those do that people saw?
  retrain::monitor(databases, retrain::read_settings(write), clock_now(), std::cerr);
  retrain::add_jobs(write, line.options, "command");
  return retrain::run_jobs(databases, line.options, std::cerr, clock_now) ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) try {
  CommandLine line;
  CLI::App app{
      "Trains the shop's models on its own data. A model is published only when it is better than "
      "the active one and than no model at all, on data that none of them has seen."};
  app.add_option("--database", line.database, "libpq connection string of the owner")
      ->required()
      ->envname("PARLEY_DATABASE");
  app.add_option("--read-from", line.standby, "read the data here, for instance from a standby");
  int days = 0;
  CLI::Option* window =
      app.add_option("--days", days, "length of the window of data; else the setting window_days")
          ->check(CLI::Range(1, 36500));
  std::set<std::string> names;
  for (const retrain::Trainer& trainer : retrain::trainers()) names.emplace(trainer.name);
  app.add_option("--only", line.options.only, "just these models")->check(CLI::IsMember(names));
  app.add_option("--seed", line.options.seed, "the same seed gives the same models")
      ->capture_default_str();
  app.add_option("--sentences", line.options.sentences,
                 "the labelled sentences that the assistant ships with")
      ->capture_default_str();
  CLI::Option* dry =
      app.add_flag("--dry-run", line.options.dry_run, "train and compare, but change nothing");
  app.add_flag("--watch", line.watch,
               "stay and train every 24 hours, after 100 new orders, or when asked (the settings "
               "every_hours and new_samples)")
      ->excludes(dry);
  app.add_option("--look-every", line.look_seconds, "with --watch: seconds between two looks")
      ->check(CLI::Range(1, 3600))
      ->capture_default_str();
  CLI11_PARSE(app, argc, argv);
  if (!window->empty()) line.options.days = days;
  return run(line);
} catch (const std::exception& error) {
  std::cerr << "retrain: " << retrain::one_line(error.what()) << "; the active models stay\n";
  return 1;
}
