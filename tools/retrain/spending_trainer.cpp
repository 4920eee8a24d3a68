// spending_trainer.cpp - what a customer will spend within the horizon, and how often he will buy.
#include <cmath>

#include "predict/predictions.h"
#include "retrain/customer_lessons.h"

namespace retrain {
namespace {

constexpr double kCents = 100;

std::string train(const Task& task) {
  const std::vector<predict::Lesson> lessons = read_lessons(task);
  task.progress(45, "growing trees");
  return predict::SpendingModel(lessons, task.seed).save();
}

Evaluation errors(const std::vector<double>& said, const predict::Lesson& exam) {
  Evaluation evaluation;
  double total_said = 0;
  double total_came = 0;
  for (std::size_t i = 0; i < said.size(); ++i) {
    evaluation.values.push_back(std::abs(said[i] - exam.outcomes.spent[i]) / kCents);
    total_said += said[i] / kCents;
    total_came += exam.outcomes.spent[i] / kCents;
  }
  evaluation.details = {
      {"customers", said.size()}, {"total_said", total_said}, {"total_came", total_came}};
  return evaluation;
}

Evaluation evaluate(const Task& task, const std::string& artifact) {
  const predict::Lesson exam = read_examination(task);
  return errors(predict::SpendingModel(artifact).amounts(exam.features, exam.days_ahead), exam);
}

Evaluation evaluate_plain(const Task& task) {
  const predict::Lesson exam = read_examination(task);
  return errors(predict::spending_again(exam.features, exam.days_ahead), exam);
}

void publish(const Task& task, db::Connection& db, const std::string& artifact,
             std::int64_t version) {
  predict::publish_spending(db, predict::SpendingModel(artifact), read_present(task), task.to,
                            task.horizon_days, version);
}

Json parameters(const Task& task) {
  return {{"method", "mean of boosted trees (Tweedie) and BG/NBD with Gamma-Gamma"},
          {"horizon_days", task.horizon_days}};
}

}  // namespace

const Trainer kSpendingTrainer{"spending", "MAE",          true,    train,
                               evaluate,   evaluate_plain, publish, parameters};

}  // namespace retrain
