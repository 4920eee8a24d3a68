// jobs.cpp - who asked for which training, and what came of it.
#include <sys/resource.h>

#include <algorithm>

#include "retrain.sql.h"
#include "retrain/run.h"

namespace retrain {
namespace {

constexpr int kMostAttempts = 5;

bool is_wanted(const Trainer& trainer, const Options& options) {
  return options.only.empty() ||
         std::find(options.only.begin(), options.only.end(), trainer.name) != options.only.end();
}

std::string wanted_models(const Options& options) {
  std::vector<std::string> names;
  for (const Trainer& trainer : trainers()) {
    if (is_wanted(trainer, options)) names.emplace_back(trainer.name);
  }
  return db::array_of(names);
}

const Trainer& trainer_named(std::string_view name) {
  for (const Trainer& trainer : trainers()) {
    if (trainer.name == name) return trainer;
  }
  throw std::logic_error("no trainer " + std::string(name));
}

/// A training that kills its program each time (too little memory) must not be tried for ever.
void give_up(db::Connection& db, const db::Row& job, std::ostream& log, Instant now) {
  const std::string message = "it was killed " + std::to_string(kMostAttempts) +
                              " times, last while " + job.string("step") +
                              "; the active model stays";
  db.run(sql::retrain::finish_job, job.integer("id"), now, "failed", message, std::nullopt, 0);
  log << job.text("model") << ": failed, " << message << std::endl;
}

std::int64_t peak_kilobytes() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return usage.ru_maxrss;
}

}  // namespace

void add_jobs(db::Connection& db, const Options& options, const std::string& reason) {
  for (const Trainer& trainer : trainers()) {
    if (is_wanted(trainer, options)) db.run(sql::retrain::add_job, trainer.name, reason);
  }
}

void add_due_jobs(db::Connection& db, const Options& options, const Settings& settings,
                  Instant now) {
  for (const Trainer& trainer : trainers()) {
    if (!is_wanted(trainer, options)) continue;
    const auto last = db.first(sql::retrain::last_end, trainer.name);
    const bool is_time =
        last->is_null("finished_at") ||
        last->instant("finished_at") + std::chrono::hours(settings.every_hours) <= now;
    if (is_time) {
      db.run(sql::retrain::add_job, trainer.name, "time");
    } else if (trainer.new_samples(db, last->instant("finished_at"), settings.new_samples) >=
               settings.new_samples) {
      db.run(sql::retrain::add_job, trainer.name, "data");
    }
  }
}

bool run_jobs(const Databases& databases, const Options& options, std::ostream& log,
              const std::function<Instant()>& clock) {
  bool all_well = true;
  db::Connection& db = databases.write;
  while (const auto job = db.first(sql::retrain::next_job, wanted_models(options))) {
    const std::int64_t id = job->integer("id");
    const Trainer& trainer = trainer_named(job->text("model"));
    if (job->small("attempts") >= kMostAttempts) {
      give_up(db, *job, log, clock());
      all_well = false;
      continue;
    }
    if (job->boolean("was_killed")) log << trainer.name << ": starting anew after a kill\n";
    db.run(sql::retrain::start_job, id, clock());
    Order order{job->boolean("forced"), [&](int percent, const std::string& step) {
                  log << trainer.name << ": " << percent << " % " << step << std::endl;
                  const auto row = db.first(sql::retrain::tell_progress, id, percent, step);
                  return !row->boolean("stop_wanted");
                }};
    const Settings settings = read_settings(db);
    const Outcome outcome =
        job->text("action") == "activate"
            ? activate_model(databases, trainer, job->integer("target_id"), options, settings,
                             clock())
            : train_model(databases, trainer, options, settings, order, clock());
    db.run(sql::retrain::finish_job, id, clock(), outcome.state, outcome.message, outcome.version,
           peak_kilobytes());
    log << trainer.name << ": " << outcome.state << ", " << outcome.message << std::endl;
    all_well = all_well && outcome.state != "failed";
  }
  return all_well;
}

}  // namespace retrain
