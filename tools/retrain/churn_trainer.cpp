// churn_trainer.cpp - the chance that a customer buys nothing within the horizon.
#include <algorithm>
#include <cmath>

#include "analytics/statistics.h"
#include "predict/predictions.h"
#include "retrain/customer_lessons.h"

namespace retrain {
namespace {

std::string train(const Task& task) {
  const std::vector<predict::Lesson> lessons = read_lessons(task);
  task.progress(45, "growing trees");
  return predict::train_churn(lessons, task.seed).save();
}

Json calibration_of(const std::vector<double>& chances, const std::vector<int>& truths) {
  Json groups = Json::array();
  for (const auto& group : analytics::calibration(chances, truths)) {
    groups.push_back({{"said", group.said}, {"came", group.came}, {"people", group.people}});
  }
  return groups;
}

/// Which share of those who left is among the x % with the highest chance, for x = 10, 20 … 100.
Json lift_of(const std::vector<double>& chances, const std::vector<int>& truths) {
  std::vector<std::size_t> order(chances.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return chances[a] > chances[b]; });
  const auto all = static_cast<double>(std::count(truths.begin(), truths.end(), 1));
  Json shares = Json::array();
  double found = 0;
  std::size_t next = 0;
  for (std::size_t tenth = 1; tenth <= 10; ++tenth) {
    for (; next < tenth * order.size() / 10; ++next) found += truths[order[next]];
    shares.push_back(all > 0 ? found / all : 0.0);
  }
  return shares;
}

/// How much each column moves the answer, on average, the largest first.
Json importance_of(const predict::Numbers& contributions) {
  const std::vector<std::string> names = predict::columns_with_classic();
  std::vector<std::pair<double, std::string>> sums;
  for (std::size_t column = 0; column < names.size(); ++column) {
    double sum = 0;
    for (std::size_t row = 0; row < contributions.rows(); ++row) {
      sum += std::abs(contributions.row(row)[column]);
    }
    sums.emplace_back(sum / static_cast<double>(contributions.rows()), names[column]);
  }
  std::stable_sort(sums.begin(), sums.end(),
                   [](const auto& a, const auto& b) { return a.first > b.first; });
  Json result = Json::array();
  for (std::size_t i = 0; i < std::min<std::size_t>(sums.size(), 12); ++i) {
    result.push_back({{"feature", sums[i].second}, {"adds", sums[i].first}});
  }
  return result;
}

Evaluation evaluate(const Task& task, const std::string& artifact) {
  const predict::Stacked model(artifact);
  const predict::Lesson exam = read_examination(task);
  const predict::Numbers rows = predict::with_classic(exam.features, exam.days_ahead);
  Evaluation evaluation{model.chances(rows), exam.outcomes.churned, Json::object()};
  evaluation.details = {{"customers", evaluation.values.size()},
                        {"calibration", calibration_of(evaluation.values, evaluation.truths)},
                        {"lift", lift_of(evaluation.values, evaluation.truths)},
                        {"importance", importance_of(model.contributions(rows))}};
  return evaluation;
}

/// Who has not been here for long will not come.
Evaluation evaluate_plain(const Task& task) {
  const predict::Lesson exam = read_examination(task);
  const std::size_t idle = predict::feature("idle_days");
  Evaluation evaluation{{}, exam.outcomes.churned, Json::object()};
  for (std::size_t row = 0; row < exam.features.rows.rows(); ++row) {
    evaluation.values.push_back(exam.features.rows.row(row)[idle]);
  }
  return evaluation;
}

void publish(const Task& task, db::Connection& db, const std::string& artifact,
             std::int64_t version) {
  predict::publish_churn(db, predict::Stacked(artifact), read_present(task), task.to,
                         task.horizon_days, version);
}

Json parameters(const Task& task) {
  Json cuts = Json::array();
  for (const Instant cut : cut_offs(task)) cuts.push_back(to_iso(cut));
  return {{"method", "stacked regression and trees on features and BG/NBD"},
          {"horizon_days", task.horizon_days},
          {"cut_offs", cuts}};
}

}  // namespace

const Trainer kChurnTrainer{"churn",  "AUC",          false,   train,
                            evaluate, evaluate_plain, publish, parameters};

}  // namespace retrain
