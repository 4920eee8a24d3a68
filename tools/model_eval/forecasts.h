/// forecasts.h - the rows about customers' futures.
#pragma once

#include <filesystem>
#include <vector>

#include "db/db.h"
#include "model_eval/rows.h"

namespace model_eval {

/// The shop's own feature query runs on these data: they are loaded into temporary tables of `db`,
/// a session of any PostgreSQL 15.
std::vector<Row> cdnow_rows(const std::filesystem::path& data, db::Connection& db);
std::vector<Row> retail_churn_rows(const std::filesystem::path& data, db::Connection& db);

/// Yes or no from one table, cross-validated on the folds that come with it. `columns` is a file
/// such as telco.columns beside this one.
std::vector<Row> tabular_rows(const std::filesystem::path& data,
                              const std::filesystem::path& columns);

}  // namespace model_eval
