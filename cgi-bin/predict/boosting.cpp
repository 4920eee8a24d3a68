#include "predict/boosting.h"

#include <xgboost/c_api.h>

#include <limits>

namespace predict {
namespace {

void check(int code) {
  if (code != 0) throw BoostingError(XGBGetLastError());
}

void set(BoosterHandle booster, const char* name, const std::string& value) {
  check(XGBoosterSetParam(booster, name, value.c_str()));
}

std::shared_ptr<void> new_booster(std::span<const DMatrixHandle> matrices) {
  BoosterHandle booster = nullptr;
  check(XGBoosterCreate(matrices.data(), matrices.size(), &booster));
  std::shared_ptr<void> handle(booster, [](void* gone) { XGBoosterFree(gone); });
  set(booster, "verbosity", "0");
  set(booster, "nthread", "1");
  return handle;
}

std::shared_ptr<void> to_matrix(const Numbers& rows) {
  const std::vector<float> values(rows.values.begin(), rows.values.end());
  DMatrixHandle matrix = nullptr;
  check(XGDMatrixCreateFromMat(values.data(), rows.rows(), rows.columns,
                               std::numeric_limits<float>::quiet_NaN(), &matrix));
  return {matrix, [](void* gone) { XGDMatrixFree(gone); }};
}

std::vector<double> answers(BoosterHandle booster, const Numbers& rows, int kind) {
  if (rows.rows() == 0) return {};
  const std::shared_ptr<void> matrix = to_matrix(rows);
  bst_ulong count = 0;
  const float* values = nullptr;
  check(XGBoosterPredict(booster, matrix.get(), kind, 0, 0, &count, &values));
  return {values, values + count};
}

constexpr int kPlain = 0;
constexpr int kContributions = 4;

}  // namespace

Booster::Booster(const Numbers& rows, std::span<const double> truths,
                 const BoostingSettings& settings) {
  const std::shared_ptr<void> matrix = to_matrix(rows);
  const std::vector<float> labels(truths.begin(), truths.end());
  check(XGDMatrixSetFloatInfo(matrix.get(), "label", labels.data(), labels.size()));
  const DMatrixHandle matrices[] = {matrix.get()};
  handle_ = new_booster(matrices);
  set(handle_.get(), "objective", settings.objective);
  set(handle_.get(), "tree_method", "hist");
  set(handle_.get(), "max_depth", std::to_string(settings.depth));
  set(handle_.get(), "eta", std::to_string(settings.rate));
  set(handle_.get(), "subsample", std::to_string(settings.row_share));
  set(handle_.get(), "colsample_bytree", std::to_string(settings.column_share));
  set(handle_.get(), "min_child_weight", std::to_string(settings.least_weight));
  set(handle_.get(), "seed", std::to_string(settings.seed));
  for (int tree = 0; tree < settings.trees; ++tree) {
    check(XGBoosterUpdateOneIter(handle_.get(), tree, matrix.get()));
  }
}

Booster::Booster(const std::string& saved) : handle_(new_booster({})) {
  check(XGBoosterLoadModelFromBuffer(handle_.get(), saved.data(), saved.size()));
}

std::string Booster::save() const {
  bst_ulong size = 0;
  const char* bytes = nullptr;
  check(XGBoosterSaveModelToBuffer(handle_.get(), R"({"format": "json"})", &size, &bytes));
  return {bytes, size};
}

std::vector<double> Booster::predict(const Numbers& rows) const {
  return answers(handle_.get(), rows, kPlain);
}

Numbers Booster::contributions(const Numbers& rows) const {
  return {rows.columns + 1, answers(handle_.get(), rows, kContributions)};
}

}  // namespace predict
