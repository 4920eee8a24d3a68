#include "retrain/run.h"

#include <algorithm>

#include "base/hex.h"
#include "db/no_room.h"
#include "predict/stacked.h"
#include "recommend/model.h"
#include "retrain.sql.h"
#include "retrain/compare.h"
#include "version.h"

namespace retrain {
namespace {

/// Somebody pressed "stop".
class Stopped : public std::runtime_error {
 public:
  Stopped() : std::runtime_error("stopped on request") {}
};

Task make_task(const Databases& databases, const Trainer& trainer, const Options& options,
               const Settings& settings, const Order& order, Instant now) {
  const Window window =
      trainer.window(databases.read, now, options.days.value_or(settings.window_days));
  Task task{databases.read, databases.write, window.from, window.to};
  task.horizon_days = settings.horizon_days;
  task.seed = options.seed;
  task.sentences = options.sentences;
  task.progress = [&order](int percent, const std::string& step) {
    if (order.progress && !order.progress(percent, step)) throw Stopped();
  };
  return task;
}

std::string read_artifact(db::Connection& db, std::int64_t version) {
  return from_hex(db.first(sql::retrain::artifact, version)->text("artifact"));
}

/// The version that serves now, if any and if the comparison with it is fair.
std::optional<std::string> champion_of(const Databases& databases, const Trainer& trainer,
                                       const Task& task) {
  const auto active = databases.write.first(sql::retrain::active_version, trainer.name);
  if (!active) return std::nullopt;
  if (active->instant("window_to") > task.to) {
    throw Refused("the active model has learnt from data until " +
                  to_iso(active->instant("window_to")) +
                  ", behind this window: a comparison would not be fair");
  }
  return read_artifact(databases.write, active->integer("id"));
}

struct Trained {
  std::string artifact{};
  Comparison comparison{};
  Json metrics{};
};

Trained train_and_compare(const Databases& databases, const Trainer& trainer, const Task& task,
                          double margin) {
  Trained trained;
  const std::optional<std::string> champion = champion_of(databases, trainer, task);
  trained.artifact = trainer.train(task);
  task.progress(70, "testing the new model");
  const Evaluation challenger = trainer.evaluate(task, trained.artifact);
  task.progress(80, "testing what serves now");
  const Evaluation plain = trainer.evaluate_plain(task);
  std::optional<Evaluation> before;
  if (champion) before = trainer.evaluate(task, *champion);
  trained.comparison = compare(trainer, challenger, plain, before ? &*before : nullptr, margin);
  trained.metrics = to_json(trainer, trained.comparison);
  trained.metrics["details"] = challenger.details;
  return trained;
}

Outcome store(const Databases& databases, const Trainer& trainer, const Task& task,
              const Trained& trained, bool publishes, Instant now) {
  db::Transaction transaction(databases.write);
  if (publishes) databases.write.run(sql::retrain::retire_active, trainer.name);
  const auto version = databases.write.first(
      sql::retrain::add_version, trainer.name, now, task.from, task.to, kVersion,
      trainer.parameters(task).dump(), static_cast<std::int64_t>(task.seed), trained.metrics.dump(),
      to_hex(trained.artifact), trained.comparison.verdict, publishes ? "active" : "refused");
  const std::int64_t id = version->integer("id");
  if (publishes) trainer.publish(task, databases.write, trained.artifact, id);
  databases.write.run(sql::retrain::trim_refused, trainer.name);
  transaction.commit();
  return {publishes ? "published" : "kept", trained.comparison.verdict, id,
          version->string("artifact_hash")};
}

/// What serves stays, but speaks of today's customers and products.
void refresh(const Databases& databases, const Trainer& trainer, const Task& task) {
  const auto active = databases.write.first(sql::retrain::active_version, trainer.name);
  if (!active) {
    if (trainer.publish_plain == nullptr) return;
    db::Transaction transaction(databases.write);
    trainer.publish_plain(task, databases.write);
    transaction.commit();
    return;
  }
  const std::int64_t id = active->integer("id");
  const std::string artifact = read_artifact(databases.write, id);
  db::Transaction transaction(databases.write);
  trainer.publish(task, databases.write, artifact, id);
  transaction.commit();
}

/// Whether anything can be written about a failure. The connection is not made anew: with it the
/// lock against a second training would go.
bool answers(db::Connection& db) {
  try {
    db.run(sql::retrain::settings);
    return true;
  } catch (const std::exception&) {
    return false;
  }
}

template <class Work>
Outcome in_one_sentence(const Databases& databases, const Work& work) {
  try {
    return work();
  } catch (const Stopped& stop) {
    return {"stopped", std::string(stop.what()) + "; the active model stays", {}, {}};
  } catch (const NothingYet& nothing) {
    return {"kept", nothing.what(), {}, {}};
  } catch (const db::Error& error) {
    return {"failed",
            "the database refused: " + one_line(error.what()) + "; the active model stays",
            {},
            {}};
  } catch (const db::Unreachable& error) {
    if (!answers(databases.write)) throw;  // nothing can be written about it either
    const bool is_full = dynamic_cast<const db::NoRoom*>(&error) != nullptr;
    const std::string reason = is_full ? "the database's disk is full" : one_line(error.what());
    return {"failed", reason + "; the active model stays", {}, {}};
  } catch (const std::bad_alloc&) {
    return {"failed", "there is too little memory; the active model stays", {}, {}};
  } catch (const std::exception& error) {
    return {"failed", std::string(error.what()) + "; the active model stays", {}, {}};
  }
}

}  // namespace

std::string one_line(std::string text) {
  for (char& c : text) {
    if (c == '\n' || c == '\t') c = ' ';
  }
  return text;
}

Settings read_settings(db::Connection& db) {
  Settings settings;
  for (const db::Row row : db.run(sql::retrain::settings)) {
    const std::string name = row.string("name");
    const double value = row.number("value");
    if (name == "margin") settings.margin = value;
    if (name == "window_days") settings.window_days = static_cast<int>(value);
    if (name == "horizon_days") settings.horizon_days = std::max(1, static_cast<int>(value));
    if (name == "every_hours") settings.every_hours = std::max(1, static_cast<int>(value));
    if (name == "new_samples") settings.new_samples = std::max(1, static_cast<int>(value));
  }
  return settings;
}

Outcome train_model(const Databases& databases, const Trainer& trainer, const Options& options,
                    const Settings& settings, const Order& order, Instant now) {
  return in_one_sentence(databases, [&]() -> Outcome {
    const Task task = make_task(databases, trainer, options, settings, order, now);
    const Trained trained = train_and_compare(databases, trainer, task, settings.margin);
    const bool publishes = trained.comparison.is_better || order.forced;
    if (options.dry_run) {
      return {publishes ? "published" : "kept",
              "dry run, nothing was changed: " + trained.comparison.verdict,
              {},
              {}};
    }
    task.progress(90, publishes ? "publishing" : "keeping what serves");
    Outcome outcome = store(databases, trainer, task, trained, publishes, now);
    if (!publishes) refresh(databases, trainer, task);
    return outcome;
  });
}

Outcome activate_model(const Databases& databases, const Trainer& trainer, std::int64_t version,
                       const Options& options, const Settings& settings, Instant now) {
  return in_one_sentence(databases, [&]() -> Outcome {
    const Task task = make_task(databases, trainer, options, settings, {}, now);
    const auto row = databases.write.first(sql::retrain::artifact, version);
    if (!row || row->text("model") != trainer.name) throw Refused("there is no such version");
    if (row->text("artifact").empty()) throw Refused("this version's model was not kept");
    db::Transaction transaction(databases.write);
    databases.write.run(sql::retrain::retire_active, trainer.name);
    databases.write.run(sql::retrain::activate_version, version, now);
    trainer.publish(task, databases.write, from_hex(row->text("artifact")), version);
    transaction.commit();
    return {"published", "version " + std::to_string(version) + " serves again", version, {}};
  });
}

}  // namespace retrain
