#include "predict/logistic.h"

#include <Eigen/Cholesky>
#include <Eigen/Core>
#include <cmath>

namespace predict {
namespace {

constexpr int kMostRounds = 50;
constexpr double kSmallStep = 1e-8;

void standardise(const Numbers& rows, Logistic& model) {
  const auto count = static_cast<double>(rows.rows());
  model.mean.assign(rows.columns, 0.0);
  model.scale.assign(rows.columns, 0.0);
  for (std::size_t row = 0; row < rows.rows(); ++row) {
    for (std::size_t i = 0; i < rows.columns; ++i) model.mean[i] += rows.row(row)[i] / count;
  }
  for (std::size_t row = 0; row < rows.rows(); ++row) {
    for (std::size_t i = 0; i < rows.columns; ++i) {
      const double away = rows.row(row)[i] - model.mean[i];
      model.scale[i] += away * away / count;
    }
  }
  for (double& scale : model.scale) scale = scale > 1e-24 ? 1 / std::sqrt(scale) : 0;
}

/// Standardised columns behind a column of ones.
Eigen::MatrixXd design(const Numbers& rows, const Logistic& model) {
  Eigen::MatrixXd x(static_cast<Eigen::Index>(rows.rows()),
                    static_cast<Eigen::Index>(rows.columns + 1));
  for (std::size_t row = 0; row < rows.rows(); ++row) {
    const auto r = static_cast<Eigen::Index>(row);
    x(r, 0) = 1;
    for (std::size_t i = 0; i < rows.columns; ++i) {
      x(r, static_cast<Eigen::Index>(i + 1)) = (rows.row(row)[i] - model.mean[i]) * model.scale[i];
    }
  }
  return x;
}

}  // namespace

Logistic fit_logistic(const Numbers& rows, std::span<const int> truths, double ridge) {
  Logistic model;
  standardise(rows, model);
  const Eigen::MatrixXd x = design(rows, model);
  Eigen::VectorXd y(x.rows());
  for (Eigen::Index i = 0; i < y.size(); ++i) y(i) = truths[static_cast<std::size_t>(i)];
  Eigen::VectorXd w = Eigen::VectorXd::Zero(x.cols());
  Eigen::VectorXd penalty = Eigen::VectorXd::Constant(x.cols(), ridge);
  penalty(0) = 1e-6;
  for (int round = 0; round < kMostRounds; ++round) {
    const Eigen::VectorXd said = (1 + (-(x * w).array()).exp()).inverse();
    const Eigen::VectorXd doubt = (said.array() * (1 - said.array())).max(1e-9);
    Eigen::MatrixXd curvature = x.transpose() * doubt.asDiagonal() * x;
    curvature.diagonal() += penalty;
    const Eigen::VectorXd slope =
        x.transpose() * (y - said) - (penalty.array() * w.array()).matrix();
    const Eigen::VectorXd step = curvature.ldlt().solve(slope);
    w += step;
    if (step.cwiseAbs().maxCoeff() < kSmallStep) break;
  }
  model.constant = w(0);
  model.weight.assign(w.data() + 1, w.data() + w.size());
  return model;
}

double chance(const Logistic& model, std::span<const double> row) {
  double sum = model.constant;
  for (std::size_t i = 0; i < row.size(); ++i) {
    sum += model.weight[i] * (row[i] - model.mean[i]) * model.scale[i];
  }
  return 1 / (1 + std::exp(-sum));
}

}  // namespace predict
