#include "chat/intent_training.h"

#include <linear.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <fstream>
#include <map>
#include <memory>

#include "base/text.h"
#include "chat/intent_features.h"

namespace chat {

/// Builds the private parts of an IntentModel.
class IntentTraining {
 public:
  explicit IntentTraining(const IntentTrainingSettings& settings) : settings_(settings) {}

  IntentModel fit(const std::vector<const LabelledSentence*>& examples) const {
    IntentModel model;
    count_features(examples, model);
    std::map<std::string, int> labels;
    for (const LabelledSentence* example : examples) labels.emplace(example->label, 0);
    for (auto& [label, number] : labels) {
      number = static_cast<int>(model.labels_.size());
      model.labels_.push_back(label);
    }
    if (labels.size() < 2) throw NotTrainable("there are sentences of one intent only");
    std::vector<double> truths;
    std::vector<std::vector<feature_node>> vectors;
    for (const LabelledSentence* example : examples) {
      truths.push_back(labels[example->label]);
      vectors.push_back(nodes_of(model, example->text));
    }
    learn(vectors, truths, model);
    return model;
  }

  static void set_threshold(IntentModel& model, double threshold) { model.threshold_ = threshold; }

 private:
  static void count_features(const std::vector<const LabelledSentence*>& examples,
                             IntentModel& model) {
    std::vector<float> counts;
    for (const LabelledSentence* example : examples) {
      for (const IntentFeature& feature : intent_features(example->text)) {
        const auto next = static_cast<std::uint32_t>(counts.size());
        const auto [row, is_new] = model.rows_.emplace(feature.id, next);
        if (is_new) counts.push_back(0);
        ++counts[row->second];
      }
    }
    const auto all = static_cast<float>(examples.size());
    for (const float count : counts) {
      model.rarities_.push_back(std::log((1 + all) / (1 + count)) + 1);
    }
  }

  static std::vector<feature_node> nodes_of(const IntentModel& model, const std::string& text) {
    std::vector<feature_node> nodes;
    for (const auto& [row, value] : model.vector_of(text)) {
      nodes.push_back({static_cast<int>(row) + 1, static_cast<double>(value)});
    }
    nodes.push_back({-1, 0});
    return nodes;
  }

  void learn(std::vector<std::vector<feature_node>>& vectors, std::vector<double>& truths,
             IntentModel& model) const {
    std::vector<feature_node*> rows;
    for (auto& vector : vectors) rows.push_back(vector.data());
    const problem data{.l = static_cast<int>(rows.size()),
                       .n = static_cast<int>(model.rarities_.size()),
                       .y = truths.data(),
                       .x = rows.data(),
                       .bias = -1};
    parameter how{};
    how.solver_type = L2R_L2LOSS_SVC_DUAL;
    how.eps = 0.1;
    how.C = settings_.cost;
    const auto outside = std::ranges::find(model.labels_, kOutOfScope);
    int label = static_cast<int>(outside - model.labels_.begin());
    double weight = settings_.out_of_scope_weight;
    if (outside != model.labels_.end()) {
      how.nr_weight = 1;
      how.weight_label = &label;
      how.weight = &weight;
    }
    set_print_string_function([](const char*) {});
    std::srand(settings_.seed);  // LIBLINEAR shuffles by rand()
    const std::unique_ptr<::model, void (*)(::model*)> learnt(
        train(&data, &how), [](::model* used) { free_and_destroy_model(&used); });
    copy_weights(*learnt, model);
  }

  static void copy_weights(const ::model& learnt, IntentModel& model) {
    const std::size_t labels = model.labels_.size();
    model.weights_.assign(model.rarities_.size() * labels, 0);
    for (std::size_t row = 0; row < model.rarities_.size(); ++row) {
      // With two classes LIBLINEAR keeps one vector: the first class's.
      for (std::size_t column = 0; column < labels; ++column) {
        const auto label = static_cast<std::size_t>(learnt.label[column]);
        const double weight = labels > 2 ? learnt.w[row * labels + column]
                                         : (column == 0 ? learnt.w[row] : -learnt.w[row]);
        model.weights_[row * labels + label] = static_cast<float>(weight);
      }
    }
  }

  const IntentTrainingSettings& settings_;
};

namespace {

constexpr std::size_t kFolds = 5;

/// What the models of cross-validation say: each sentence's likeliest intent, by a model of the
/// other folds.
std::vector<IntentGuess> guesses_by_others(const IntentTraining& training,
                                           std::span<const LabelledSentence> examples) {
  std::vector<IntentGuess> guesses(examples.size());
  for (std::size_t fold = 0; fold < kFolds; ++fold) {
    std::vector<const LabelledSentence*> others;
    for (std::size_t i = 0; i < examples.size(); ++i) {
      if (i % kFolds != fold) others.push_back(&examples[i]);
    }
    const IntentModel model = training.fit(others);
    for (std::size_t i = fold; i < examples.size(); i += kFolds) {
      guesses[i] = model.best_in_scope(examples[i].text);
    }
  }
  return guesses;
}

/// The margin under which a sentence is out of scope, from all folds but `left_out`.
double threshold_of(std::span<const LabelledSentence> examples,
                    const std::vector<IntentGuess>& guesses, double given_up,
                    std::size_t left_out = kFolds) {
  std::size_t in_scope = 0;
  std::vector<double> right;
  for (std::size_t i = 0; i < examples.size(); ++i) {
    if (i % kFolds == left_out || examples[i].label == kOutOfScope) continue;
    ++in_scope;
    if (guesses[i].label == examples[i].label) right.push_back(guesses[i].margin);
  }
  if (right.empty()) throw NotTrainable("the labelled sentences have nothing in common");
  std::ranges::sort(right);
  const auto cut = static_cast<std::size_t>(given_up * static_cast<double>(in_scope));
  return right[std::min(cut, right.size() - 1)];
}

}  // namespace

IntentVersion train_version(std::span<const LabelledSentence> examples,
                            const IntentTrainingSettings& settings) {
  if (examples.size() < 2 * kFolds) throw NotTrainable("there are too few labelled sentences");
  const IntentTraining training(settings);
  const std::vector<IntentGuess> guesses = guesses_by_others(training, examples);
  IntentVersion version;
  std::vector<const LabelledSentence*> all;
  for (const LabelledSentence& example : examples) all.push_back(&example);
  version.model = training.fit(all);
  IntentTraining::set_threshold(version.model, threshold_of(examples, guesses, settings.given_up));
  for (std::size_t fold = 0; fold < kFolds; ++fold) {
    const double threshold = threshold_of(examples, guesses, settings.given_up, fold);
    for (std::size_t i = fold; i < examples.size(); i += kFolds) {
      const bool is_outside = guesses[i].margin < threshold;
      version.unseen[examples[i].text] = is_outside ? std::string(kOutOfScope) : guesses[i].label;
    }
  }
  return version;
}

IntentModel train_intents(std::span<const LabelledSentence> examples,
                          const IntentTrainingSettings& settings) {
  return train_version(examples, settings).model;
}

std::vector<LabelledSentence> read_labelled(const std::string& file, const std::string& label) {
  std::ifstream in(file);
  if (!in) throw NotTrainable(file + " cannot be read");
  std::string line;
  std::getline(in, line);
  const auto columns = split(trimmed(line), '\t');
  const auto text_at = std::ranges::find(columns, "text") - columns.begin();
  const auto label_at = std::ranges::find(columns, label) - columns.begin();
  const auto needed = static_cast<std::size_t>(std::max(text_at, label_at)) + 1;
  if (needed > columns.size()) throw NotTrainable(file + ":1: no columns text and " + label);
  std::vector<LabelledSentence> sentences;
  for (int number = 2; std::getline(in, line); ++number) {
    if (line.ends_with('\r')) line.pop_back();
    if (line.empty() || line.starts_with('#')) continue;
    const auto cells = split(line, '\t');
    if (cells.size() < needed) {
      throw NotTrainable(file + ":" + std::to_string(number) + ": a column is missing");
    }
    sentences.push_back({std::string(cells[static_cast<std::size_t>(text_at)]),
                         std::string(cells[static_cast<std::size_t>(label_at)])});
  }
  return sentences;
}

}  // namespace chat
