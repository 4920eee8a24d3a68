/// logistic.h - logistic regression with a ridge, on standardised columns.
///
/// Source: iteratively reweighted least squares (Hastie, Tibshirani and Friedman 2009, 4.4.1).
#pragma once

#include <span>
#include <vector>

namespace predict {

/// Rows of equal length, one after another.
struct Numbers {
  std::size_t columns = 0;
  std::vector<double> values{};

  std::size_t rows() const { return columns == 0 ? 0 : values.size() / columns; }
  std::span<const double> row(std::size_t index) const {
    return std::span(values).subspan(index * columns, columns);
  }
  void add(std::span<const double> row) { values.insert(values.end(), row.begin(), row.end()); }
};

struct Logistic {
  std::vector<double> mean{};
  std::vector<double> scale{};   // 0 for a column that never changes
  std::vector<double> weight{};  // of the standardised columns
  double constant = 0;
};

/// `truths` are 0 or 1, one per row.
Logistic fit_logistic(const Numbers& rows, std::span<const int> truths, double ridge = 1);

/// The chance of 1.
double chance(const Logistic& model, std::span<const double> row);

}  // namespace predict
