/// centers.h - distribution centres: names and places.
///
/// Source: table distribution_center; queries in sql/queries/inventory_api.sql.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "db/db.h"

namespace inventory {

struct Center {
  std::int64_t id = 0;
  std::string name{};
  std::optional<double> latitude{};  // degrees
  std::optional<double> longitude{};
};

/// By id, at most `limit`, those behind the centre `after`.
std::vector<Center> list_centers_after(db::Connection& db, std::int64_t after, int limit);
std::optional<Center> find_center(db::Connection& db, std::int64_t id);
int count_centers(db::Connection& db);

}  // namespace inventory
