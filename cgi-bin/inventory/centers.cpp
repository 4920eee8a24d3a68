#include "inventory/centers.h"

#include "inventory_api.sql.h"

namespace inventory {
namespace {

std::optional<double> maybe_number(const db::Row& row, std::string_view column) {
  if (row.is_null(column)) return std::nullopt;
  return row.number(column);
}

Center to_center(const db::Row& row) {
  return {row.integer("id"), row.string("name"), maybe_number(row, "latitude"),
          maybe_number(row, "longitude")};
}

}  // namespace

std::vector<Center> list_centers_after(db::Connection& db, std::int64_t after, int limit) {
  std::vector<Center> centers;
  for (const db::Row row : db.run(sql::inventory_api::centers_after, after, limit)) {
    centers.push_back(to_center(row));
  }
  return centers;
}

std::optional<Center> find_center(db::Connection& db, std::int64_t id) {
  const auto row = db.first(sql::inventory_api::center_by_id, id);
  if (!row) return std::nullopt;
  return to_center(*row);
}

int count_centers(db::Connection& db) {
  return db.first(sql::inventory_api::center_count).value().small("centers");
}

}  // namespace inventory
