/// run.h - one training from the window of data to the published tables, and the jobs that ask for
/// it.
#pragma once

#include <optional>
#include <ostream>
#include <string>
#include <vector>

#include "retrain/trainer.h"

namespace retrain {

struct Options {
  std::optional<int> days{};        // of the window; else the setting
  std::vector<std::string> only{};  // models; empty: all
  std::uint64_t seed = 1;
  bool dry_run = false;
  std::string sentences = "templates/chat/sentences.en.tsv";  // that the assistant ships with
};

struct Settings {
  double margin = 0;
  int window_days = 730;
  int horizon_days = 90;
  int every_hours = 24;
  int new_samples = 100;
};
Settings read_settings(db::Connection& db);

/// The databases: `write` is the primary, `read` may be a standby.
struct Databases {
  db::Connection& write;
  db::Connection& read;
};

/// What the database says, in one line.
std::string one_line(std::string text);

/// How one model's training ended; the same words as model_job.state.
struct Outcome {
  std::string state{};  // 'published', 'kept', 'failed', 'stopped'
  std::string message{};
  std::optional<std::int64_t> version{};
  std::string artifact_hash{};
};

/// What one training is asked for.
struct Order {
  bool forced = false;                                      // publish whatever the comparison says
  std::function<bool(int, const std::string&)> progress{};  // false: stop
};

/// Trains, compares, publishes or keeps. What serves is changed in one transaction or not at all;
/// every failure ends in one sentence. A dry run writes nothing.
Outcome train_model(const Databases& databases, const Trainer& trainer, const Options& options,
                    const Settings& settings, const Order& order, Instant now);

/// Makes an earlier version serve again.
Outcome activate_model(const Databases& databases, const Trainer& trainer, std::int64_t version,
                       const Options& options, const Settings& settings, Instant now);

/// Makes a waiting job of each model, or of options.only.
void add_jobs(db::Connection& db, const Options& options, const std::string& reason);

/// Makes jobs of those models whose time has come.
void add_due_jobs(db::Connection& db, const Options& options, const Settings& settings,
                  Instant now);

/// Runs all open jobs, those first that a killed training left behind. Returns false when one
/// failed.
bool run_jobs(const Databases& databases, const Options& options, std::ostream& log,
              const std::function<Instant()>& clock);

}  // namespace retrain
