#include "catalog/sales.h"

#include "catalog_manage.sql.h"

namespace catalog {

SaleOutcome plan_sale(db::Connection& db, std::int64_t product, int version, const Sale& sale,
                      Instant now) {
  if (sale.ends && (*sale.ends <= sale.starts || *sale.ends <= now)) {
    return SaleOutcome::ends_too_early;
  }
  db::Transaction transaction(db);
  const auto locked = db.first(sql::catalog_manage::lock_product, product);
  if (!locked) return SaleOutcome::no_such_product;
  if (locked->integer("version") != version) return SaleOutcome::changed_meanwhile;
  if (sale.price >= locked->money("regular_price_cents")) return SaleOutcome::not_cheaper;
  db.run(sql::catalog_manage::end_sale, product);
  db.run(sql::catalog_manage::plan_sale, product, sale.price, sale.starts, sale.ends);
  const bool started = sale.starts <= now;
  if (started) apply_due_sales(db, now);
  transaction.commit();
  return started ? SaleOutcome::started : SaleOutcome::planned;
}

bool end_sale(db::Connection& db, std::int64_t product) {
  db::Transaction transaction(db);
  if (!db.first(sql::catalog_manage::lock_product, product)) return false;
  const bool ended = !db.run(sql::catalog_manage::end_sale, product).empty();
  transaction.commit();
  return ended;
}

int apply_due_sales(db::Connection& db, Instant now) {
  return db.first(sql::catalog_manage::apply_due_sales, now).value().small("changed");
}

std::optional<Instant> next_sale_moment(db::Connection& db) {
  return db.first(sql::catalog_manage::next_sale_moment).value().maybe_instant("next");
}

std::vector<PastPrice> list_prices(db::Connection& db, std::int64_t product, int limit) {
  std::vector<PastPrice> prices;
  for (const db::Row row : db.run(sql::catalog_manage::price_history, product, limit)) {
    prices.push_back({row.money("price_cents"), row.instant("since")});
  }
  return prices;
}

void SaleClock::tick(db::Connection& db, Instant now) {
  // Sales are planned hours ahead. One that staff plan to start within these seconds is applied by
  // the order that first needs its price, or when this process looks again.
  constexpr std::chrono::seconds kFresh(5);
  const bool is_due = next_ && *next_ <= now;
  if (!is_due && read_at_ && *read_at_ + kFresh > now) return;
  if (is_due) apply_due_sales(db, now);
  next_ = next_sale_moment(db);
  if (next_ && *next_ <= now) {
    apply_due_sales(db, now);
    next_ = next_sale_moment(db);
  }
  read_at_ = now;
}

}  // namespace catalog
