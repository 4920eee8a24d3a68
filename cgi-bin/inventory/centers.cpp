#include "inventory/centers.h"

#include "inventory_staff.sql.h"

namespace inventory {
namespace {

Center to_center(const db::Row& row) {
  Center center;
  center.id = row.integer("id");
  center.name = row.string("name");
  if (!row.is_null("latitude")) center.latitude = row.number("latitude");
  if (!row.is_null("longitude")) center.longitude = row.number("longitude");
  return center;
}

}  // namespace

std::vector<ListedCenter> list_centers(db::Connection& db) {
  std::vector<ListedCenter> centers;
  for (const db::Row row : db.run(sql::inventory_staff::list_centers)) {
    centers.push_back({to_center(row), row.small("pieces"), row.money("value_cents")});
  }
  return centers;
}

std::vector<Center> list_centers_after(db::Connection& db, std::int64_t after, int limit) {
  std::vector<Center> centers;
  for (const db::Row row : db.run(sql::inventory_staff::centers_after, after, limit)) {
    centers.push_back(to_center(row));
  }
  return centers;
}

int count_centers(db::Connection& db) {
  return db.first(sql::inventory_staff::center_count).value().small("centers");
}

std::optional<Center> find_center(db::Connection& db, std::int64_t id) {
  const auto row = db.first(sql::inventory_staff::center_by_id, id);
  if (!row) return std::nullopt;
  return to_center(*row);
}

CenterOutcome save_center(db::Connection& db, const Center& center,
                          const std::string& name_before) {
  try {
    db::Transaction transaction(db);
    const bool is_saved = center.id == 0
                              ? !db.run(sql::inventory_staff::add_center, center.name,
                                        center.latitude, center.longitude)
                                     .empty()
                              : !db.run(sql::inventory_staff::change_center, center.id, center.name,
                                        center.latitude, center.longitude, name_before)
                                     .empty();
    if (!is_saved) return CenterOutcome::changed_meanwhile;
    transaction.commit();
    return CenterOutcome::saved;
  } catch (const db::ConstraintError& error) {
    if (error.constraint() != "distribution_center_name_taken") throw;
    return CenterOutcome::name_taken;
  }
}

}  // namespace inventory
