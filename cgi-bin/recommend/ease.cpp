#include "recommend/ease.h"

#include <Eigen/Cholesky>
#include <algorithm>
#include <cmath>
#include <map>

namespace recommend {
namespace {

std::vector<int> items_of(const Past& past) {
  std::vector<int> items;
  for (const Basket& basket : past) {
    items.insert(items.end(), basket.items.begin(), basket.items.end());
  }
  std::sort(items.begin(), items.end());
  items.erase(std::unique(items.begin(), items.end()), items.end());
  return items;
}

void add_people(const History& history, Matrix& gram) {
  for (const Past& past : history.people) {
    const std::vector<int> items = items_of(past);
    for (const int one : items) {
      for (const int other : items) gram(one, other) += 1;
    }
  }
}

void add_texts(const TextIndex& texts, float weight, Matrix& gram) {
  const int items =
      std::min(static_cast<int>(gram.rows()), static_cast<int>(texts.vectors().size()));
  for (int item = 0; item < items; ++item) {
    if (!texts.vectors()[static_cast<std::size_t>(item)].entries.empty())
      gram(item, item) += weight;
    for (const auto& [other, cosine] : texts.similar_to(item)) {
      if (other < items) gram(item, other) += weight * cosine;
    }
  }
}

}  // namespace

Matrix fit_ease(const History& history, const TextIndex* texts, const EaseSettings& settings) {
  Matrix gram = Matrix::Zero(history.items, history.items);
  add_people(history, gram);
  if (texts != nullptr && settings.text_weight > 0) add_texts(*texts, settings.text_weight, gram);
  gram.diagonal().array() += settings.lambda;
  Eigen::LLT<Eigen::Ref<Matrix>> factor(gram);  // in place: the matrix is large
  Matrix inverse = Matrix::Identity(history.items, history.items);
  factor.solveInPlace(inverse);
  const Eigen::VectorXf diagonal = inverse.diagonal();
  for (int item = 0; item < history.items; ++item) {
    inverse.row(item).array() /= -diagonal.array().transpose();
    inverse(item, item) = 0;
  }
  return inverse;
}

std::vector<WeightedItem> weigh_past(const Past& past, float step_decay, float decay_days) {
  if (past.empty()) return {};
  std::map<int, float> weight_of;
  for (std::size_t place = 0; place < past.size(); ++place) {
    const auto steps = static_cast<float>(past.size() - 1 - place);
    const auto age = static_cast<float>(past.back().day - past[place].day);
    const float weight = std::pow(step_decay, steps) * std::exp(-age / decay_days);
    for (const int item : past[place].items) weight_of[item] += weight;
  }
  std::vector<WeightedItem> items;
  for (const auto& [item, weight] : weight_of) items.push_back({item, std::min(weight, 1.0F)});
  return items;
}

void add_ease_scores(const Matrix& weights, const std::vector<WeightedItem>& items,
                     std::vector<float>& scores) {
  Eigen::Map<Eigen::RowVectorXf> sum(scores.data(), static_cast<Eigen::Index>(scores.size()));
  for (const auto& [item, weight] : items) sum += weight * weights.row(item);
}

}  // namespace recommend
