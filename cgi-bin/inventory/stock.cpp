#include "inventory/stock.h"

#include "db/retry.h"
#include "inventory/inventory.h"
#include "inventory_staff.sql.h"

namespace inventory {
namespace {

StockRow to_stock_row(const db::Row& row) {
  return {.product_id = row.integer("id"),
          .sku = row.string("sku"),
          .name = row.string("name"),
          .slug = row.string("slug"),
          .in_stock = row.small("in_stock"),
          .sold = row.integer("sold_count"),
          .withdrawn = row.boolean("withdrawn")};
}

StockChange to_change(const db::Row& row) {
  return {.kind = row.string("kind"),
          .pieces = row.small("pieces"),
          .value = row.money("value_cents"),
          .reason = row.string("reason"),
          .center = row.string("center"),
          .target = row.string("target"),
          .who = row.string("who"),
          .at = row.instant("at")};
}

/// What a verb touches, locked.
struct Shelf {
  std::int64_t product_id = 0;
  std::int64_t center_id = 0;
  std::optional<std::int64_t> to_center_id{};
};

/// Locks product and centres and runs `verb` when the form still fits. Only `done` is kept.
template <class Verb>
StockOutcome with_locked_shelf(db::Connection& db, const Shelf& shelf, const StockHand& hand,
                               Verb verb) {
  return db::with_retries([&] {
    db::Transaction transaction(db);
    if (!db.first(sql::inventory_staff::lock_product, shelf.product_id)) {
      return StockOutcome::no_such_place;
    }
    const int centers = db.run(sql::inventory_staff::lock_centers, shelf.center_id,
                               shelf.to_center_id.value_or(shelf.center_id))
                            .size();
    if (centers < (shelf.to_center_id ? 2 : 1)) return StockOutcome::no_such_place;
    const auto last = db.first(sql::inventory_staff::last_change, shelf.product_id);
    if (last->integer("id") != hand.seen_change) return StockOutcome::changed_meanwhile;
    const StockOutcome outcome = verb();
    if (outcome == StockOutcome::done) transaction.commit();
    return outcome;
  });
}

void add_change(db::Connection& db, const Shelf& shelf, std::string_view kind, int pieces,
                Money value, const std::string& reason, const StockHand& hand) {
  db.run(sql::inventory_staff::add_change, shelf.product_id, shelf.center_id, shelf.to_center_id,
         kind, pieces, value, reason, hand.account_id, hand.now);
}

}  // namespace

std::vector<StockRow> list_stock(db::Connection& db, const StockFilter& filter, int limit,
                                 std::optional<StockPlace> behind) {
  std::optional<int> pieces;
  std::optional<std::int64_t> product;
  if (behind) {
    pieces = behind->in_stock;
    product = behind->product_id;
  }
  std::vector<StockRow> rows;
  for (const db::Row row : db.run(sql::inventory_staff::list_stock, filter.text, filter.at_most,
                                  filter.center_id, pieces, product, limit)) {
    rows.push_back(to_stock_row(row));
    rows.back().value = row.money("value_cents");
  }
  return rows;
}

std::optional<ProductStock> find_stock(db::Connection& db, std::int64_t product_id,
                                       int history_rows) {
  db::Pipeline pipeline(db);
  const int product = pipeline.add(sql::inventory_staff::product, product_id);
  const int centers = pipeline.add(sql::inventory_staff::units_by_center, product_id);
  const int history = pipeline.add(sql::inventory_staff::history, product_id, history_rows);
  pipeline.run();
  const db::Result found = pipeline.take(product);
  if (found.empty()) return std::nullopt;
  ProductStock stock;
  stock.product = to_stock_row(found[0]);
  stock.last_change = found[0].integer("last_change");
  for (const db::Row row : pipeline.take(centers)) {
    stock.centers.push_back(
        {row.integer("id"), row.string("name"), row.small("pieces"), row.money("value_cents")});
    stock.product.value += stock.centers.back().value;
  }
  for (const db::Row row : pipeline.take(history)) stock.history.push_back(to_change(row));
  return stock;
}

StockOutcome receive_stock(db::Connection& db, std::int64_t product_id, std::int64_t center_id,
                           int pieces, Money cost, const StockHand& hand) {
  if (pieces < 1) return StockOutcome::nothing_to_do;
  const Shelf shelf{product_id, center_id, {}};
  return with_locked_shelf(db, shelf, hand, [&] {
    if (!receive_units(db, {product_id, center_id, pieces, cost}, hand.now)) {
      return StockOutcome::no_such_place;
    }
    add_change(db, shelf, "received", pieces, cost * pieces, "", hand);
    return StockOutcome::done;
  });
}

StockOutcome move_stock(db::Connection& db, std::int64_t product_id, std::int64_t from,
                        std::int64_t to, int pieces, const StockHand& hand) {
  if (pieces < 1 || from == to) return StockOutcome::nothing_to_do;
  const Shelf shelf{product_id, from, to};
  return with_locked_shelf(db, shelf, hand, [&] {
    const auto moved = db.first(sql::inventory_staff::move_units, product_id, from, to, pieces);
    if (moved->small("pieces") != pieces) return StockOutcome::not_that_many;
    add_change(db, shelf, "moved", pieces, moved->money("value_cents"), "", hand);
    return StockOutcome::done;
  });
}

StockOutcome correct_stock(db::Connection& db, std::int64_t product_id, const Count& count,
                           const StockHand& hand) {
  const Shelf shelf{product_id, count.center_id, {}};
  return with_locked_shelf(db, shelf, hand, [&] {
    const auto lying = db.first(sql::inventory_staff::count_units, product_id, count.center_id);
    if (lying->small("pieces") != count.expected) return StockOutcome::changed_meanwhile;
    const int difference = count.counted - count.expected;
    if (difference == 0 || count.counted < 0) return StockOutcome::nothing_to_do;
    if (difference > 0) {
      const Money cost = db.first(sql::inventory_staff::last_cost, product_id)->money("cost_cents");
      if (!receive_units(db, {product_id, count.center_id, difference, cost}, hand.now)) {
        return StockOutcome::no_such_place;
      }
      add_change(db, shelf, "corrected", difference, cost * difference, count.reason, hand);
    } else {
      const auto dropped =
          db.first(sql::inventory_staff::drop_units, product_id, count.center_id, -difference);
      add_change(db, shelf, "corrected", difference, Money{-dropped->integer("value_cents")},
                 count.reason, hand);
    }
    return StockOutcome::done;
  });
}

}  // namespace inventory
