/// centers.h - the places where stock lies.
///
/// Source: table distribution_center, queries in sql/queries/inventory_staff.sql.
/// Units:  latitude and longitude in degrees, WGS 84.
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
  std::optional<double> latitude{};
  std::optional<double> longitude{};
};

struct ListedCenter {
  Center center{};
  int pieces = 0;
  Money value{};  // what they cost
};

/// All centres by name.
std::vector<ListedCenter> list_centers(db::Connection& db);

/// By id, at most `limit`, those behind the centre `after`: what clients of the API page through.
std::vector<Center> list_centers_after(db::Connection& db, std::int64_t after, int limit);
int count_centers(db::Connection& db);

std::optional<Center> find_center(db::Connection& db, std::int64_t id);

enum class CenterOutcome { saved, name_taken, changed_meanwhile };

/// A new centre when `center.id` is 0. Otherwise it changes when it still has the name that the
/// form was made from.
[[nodiscard]] CenterOutcome save_center(db::Connection& db, const Center& center,
                                        const std::string& name_before);

}  // namespace inventory
