/// lists.h - the rows about recommendations.
#pragma once

#include <filesystem>
#include <vector>

#include "model_eval/rows.h"

namespace model_eval {

/// Each reads its folder of `data`. Throws std::runtime_error when files are missing or broken.
std::vector<Row> retail_list_rows(const std::filesystem::path& data);
std::vector<Row> beauty_rows(const std::filesystem::path& data);
std::vector<Row> movielens_rows(const std::filesystem::path& data);

}  // namespace model_eval
