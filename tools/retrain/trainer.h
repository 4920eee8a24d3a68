/// trainer.h - what tools/retrain asks of each model. A new model is one more Trainer in
/// trainers.cpp, its name in analytics::kModels and its words in templates/messages.en.txt
/// (model.name.*, model.text.*). A model that does not learn from orders has its own `window` and
/// `new_samples`. An artifact may be any bytes.
#pragma once

#include <cstdint>
#include <functional>
#include <nlohmann/json.hpp>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "db/db.h"

namespace retrain {

using Json = nlohmann::json;

/// These data or this model cannot be used; what() is one sentence for the shopkeeper.
class Refused : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// There is nothing to learn from in this shop yet, which is no failure: what serves stays.
class NothingYet : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// The days that a model's data cover: [from, to).
struct Window {
  Instant from{};
  Instant to{};
};

/// One training: where to read (maybe a standby), what time it is, and whom to tell.
struct Task {
  db::Connection& read;
  db::Connection& primary;  // for temporary tables, which a standby cannot have
  Instant from{};           // the window of data
  Instant to{};             // a midnight; nothing from here on is looked at
  int horizon_days = 90;
  std::uint64_t seed = 1;
  std::string sentences{};  // the file that the assistant's own lessons are in
  std::function<void(int percent, const std::string& step)> progress{};
};

/// Answers about the held-out part of the window: one per customer (sentence, search), in the same
/// order for every model, so that they can be compared pair by pair.
struct Evaluation {
  std::vector<double> values{};
  std::vector<int> truths{};  // empty: the figure is the mean of values; else their area under ROC
  Json details = Json::object();  // for the screens: calibration, importance …
};

/// Whole days, from the first customer's order on; an imported shop of ten years ago lives then.
Window window_of_orders(db::Connection& read, Instant now, int days);
int new_orders(db::Connection& db, Instant since, int most);

struct Trainer {
  std::string_view name;
  std::string_view figure;  // "NDCG@10", shown beside its value
  bool smaller_is_better = false;
  /// Learns from the window without its held-out end; the same task gives the same bytes. Throws
  /// Refused or the domain's own NotTrainable.
  std::string (*train)(const Task& task);
  Evaluation (*evaluate)(const Task& task, const std::string& artifact);
  /// What somebody without a model would do.
  Evaluation (*evaluate_plain)(const Task& task);
  /// Writes what the model says of everything until task.to into the tables that pages read, inside
  /// the caller's transaction.
  void (*publish)(const Task& task, db::Connection& db, const std::string& artifact,
                  std::int64_t version);
  /// How it was trained, kept beside the artifact.
  Json (*parameters)(const Task& task);
  /// Writes what serves as long as no version was better than no model; nullptr: nothing does.
  void (*publish_plain)(const Task& task, db::Connection& db) = nullptr;
  /// The newest `days` of its data until `now`; throws Refused when there are none.
  Window (*window)(db::Connection& read, Instant now, int days) = window_of_orders;
  /// How many samples came since then, counted up to `most`: enough of them start a training.
  int (*new_samples)(db::Connection& db, Instant since, int most) = new_orders;
  /// What evaluate_plain judges, in the verdict.
  std::string_view plain = "without a model";
};

/// All models of this shop, in the order in which they are trained.
std::span<const Trainer> trainers();

/// One each in its file.
extern const Trainer kRecommendTrainer;
extern const Trainer kChurnTrainer;
extern const Trainer kSpendingTrainer;
extern const Trainer kIntentsTrainer;
extern const Trainer kSearchTrainer;

}  // namespace retrain
