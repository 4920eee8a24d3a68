#include "chat/intent_model.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <limits>

#include "chat/intent_features.h"

namespace chat {
namespace {

constexpr std::string_view kMagic = "parley-intents-1\n";
constexpr std::array<float, 2> kBlockShare = {1.3F, 1.0F};  // words tell more than their parts
constexpr double kSteepness = 5;                            // of confidence around the threshold

/// Plain little-endian numbers, as every machine that the shop runs on has them.
class Writer {
 public:
  template <class Number>
  void put(Number number) {
    const std::size_t at = bytes.size();
    bytes.resize(at + sizeof number);
    std::memcpy(bytes.data() + at, &number, sizeof number);
  }
  std::string bytes;
};

class Reader {
 public:
  explicit Reader(std::string_view bytes) : rest_(bytes) {}
  template <class Number>
  Number take() {
    Number number{};
    std::memcpy(&number, take(sizeof number).data(), sizeof number);
    return number;
  }
  std::string_view take(std::size_t size) {
    if (size > rest_.size()) throw IntentModelError("the intent model is cut off");
    const std::string_view piece = rest_.substr(0, size);
    rest_.remove_prefix(size);
    return piece;
  }
  std::size_t left() const { return rest_.size(); }

 private:
  std::string_view rest_;
};

}  // namespace

std::string IntentModel::save() const {
  Writer writer;
  writer.bytes = kMagic;
  writer.put(static_cast<std::uint32_t>(labels_.size()));
  for (const std::string& label : labels_) {
    writer.put(static_cast<std::uint32_t>(label.size()));
    writer.bytes += label;
  }
  writer.put(threshold_);
  writer.put(static_cast<std::uint32_t>(rarities_.size()));
  std::vector<std::pair<std::uint32_t, std::uint64_t>> rows;  // in order, so that bytes repeat
  for (const auto& [id, row] : rows_) rows.emplace_back(row, id);
  std::ranges::sort(rows);
  for (const auto& [row, id] : rows) {
    writer.put(id);
    writer.put(rarities_[row]);
    for (std::size_t label = 0; label < labels_.size(); ++label) {
      writer.put(weights_[row * labels_.size() + label]);
    }
  }
  return writer.bytes;
}

IntentModel IntentModel::load(std::string_view saved) {
  Reader reader(saved);
  if (saved.size() < kMagic.size() || reader.take(kMagic.size()) != kMagic) {
    throw IntentModelError("this is no intent model");
  }
  IntentModel model;
  const auto labels = reader.take<std::uint32_t>();
  if (labels > reader.left()) throw IntentModelError("the intent model is cut off");
  for (std::uint32_t i = 0; i < labels; ++i) {
    model.labels_.emplace_back(reader.take(reader.take<std::uint32_t>()));
  }
  model.threshold_ = reader.take<double>();
  const auto rows = reader.take<std::uint32_t>();
  const std::size_t row_size = sizeof(std::uint64_t) + sizeof(float) * (1 + model.labels_.size());
  if (reader.left() != rows * row_size) throw IntentModelError("the intent model is cut off");
  model.rows_.reserve(rows);
  for (std::uint32_t row = 0; row < rows; ++row) {
    model.rows_.emplace(reader.take<std::uint64_t>(), row);
    model.rarities_.push_back(reader.take<float>());
    for (std::uint32_t i = 0; i < labels; ++i) model.weights_.push_back(reader.take<float>());
  }
  return model;
}

std::vector<std::pair<std::uint32_t, float>> IntentModel::vector_of(std::string_view text) const {
  std::vector<std::pair<std::uint32_t, float>> vector;
  std::vector<int> blocks;
  std::array<float, 2> squares{};
  for (const IntentFeature& feature : intent_features(text)) {
    const auto row = rows_.find(feature.id);
    if (row == rows_.end()) continue;
    const float value = feature.weight * rarities_[row->second];
    vector.emplace_back(row->second, value);
    blocks.push_back(feature.block);
    squares[static_cast<std::size_t>(feature.block)] += value * value;
  }
  for (std::size_t i = 0; i < vector.size(); ++i) {
    const auto block = static_cast<std::size_t>(blocks[i]);
    vector[i].second *= kBlockShare[block] / std::sqrt(squares[block]);
  }
  std::ranges::sort(vector);
  return vector;
}

IntentGuess IntentModel::best_in_scope(std::string_view text) const {
  const auto vector = vector_of(text);
  IntentGuess guess{.label = std::string(kOutOfScope), .margin = -1, .confidence = 0};
  if (vector.empty() || labels_.empty()) return guess;
  std::vector<double> scores(labels_.size());
  for (const auto& [row, value] : vector) {
    const float* weights = weights_.data() + row * labels_.size();
    for (std::size_t i = 0; i < scores.size(); ++i) {
      scores[i] += static_cast<double>(weights[i]) * static_cast<double>(value);
    }
  }
  double best = -std::numeric_limits<double>::infinity();
  double outside = -1;
  for (std::size_t i = 0; i < scores.size(); ++i) {
    if (labels_[i] == kOutOfScope) {
      outside = std::max(outside, scores[i]);
    } else if (scores[i] > best) {
      best = scores[i];
      guess.label = labels_[i];
    }
  }
  guess.margin = best - outside;
  guess.confidence = 1 / (1 + std::exp(-kSteepness * (guess.margin - threshold_)));
  return guess;
}

IntentGuess IntentModel::guess(std::string_view text) const {
  IntentGuess guess = best_in_scope(text);
  if (guess.margin < threshold_) guess.label = kOutOfScope;
  return guess;
}

}  // namespace chat
