#include "inventory/inventory.h"

#include <stdexcept>

#include "inventory.sql.h"

namespace inventory {

void claim_units(db::Connection& db, std::int64_t order_id, Instant now) {
  db::Pipeline pipeline(db);
  pipeline.add(sql::inventory::lock_products_of_order, order_id);
  pipeline.add(sql::inventory::take_from_counter, order_id);
  const int claims = pipeline.add(sql::inventory::claim_units, order_id, now);
  pipeline.run();
  for (const db::Row line : pipeline.take(claims)) {
    if (line.integer("claimed") == line.integer("quantity")) continue;
    throw std::logic_error("stock ledger: product " + line.string("product_id") + " counts more " +
                           "pieces than it has units");
  }
}

void return_units(db::Connection& db, std::int64_t order_id) {
  db::Pipeline pipeline(db);
  pipeline.add(sql::inventory::lock_products_of_order, order_id);
  pipeline.add(sql::inventory::return_units, order_id);
  pipeline.run();
}

void return_some_units(db::Connection& db, std::int64_t order_id,
                       const std::vector<ReturnedPieces>& returned) {
  db::Pipeline pipeline(db);
  pipeline.add(sql::inventory::lock_products_of_order, order_id);
  for (const ReturnedPieces& line : returned) {
    pipeline.add(sql::inventory::return_pieces, line.order_line_id, line.pieces);
  }
  pipeline.run();
}

std::optional<int> receive_units(db::Connection& db, const Delivery& delivery, Instant now) {
  if (delivery.pieces < 1) return std::nullopt;
  const auto row = db.first(sql::inventory::receive_units, delivery.product_id, delivery.center_id,
                            delivery.pieces, delivery.cost, now);
  if (!row) return std::nullopt;
  return row->small("in_stock");
}

std::vector<LedgerProblem> stock_ledger_problems(db::Connection& db, int limit) {
  std::vector<LedgerProblem> problems;
  for (const db::Row row : db.run(sql::inventory::ledger_problems, limit)) {
    problems.push_back(
        {row.integer("id"), row.string("name"), row.small("in_stock"), row.small("units")});
  }
  return problems;
}

}  // namespace inventory
