#include "orders/order_records.h"

#include "orders/rows.h"
#include "orders_api.sql.h"

namespace orders {
namespace {

OrderRecord to_record(const db::Row& row) {
  return {.order = to_order(row),
          .shipping_method = row.string("shipping_method"),
          .paid_at = row.maybe_instant("paid_at"),
          .delivered_at = row.maybe_instant("delivered_at")};
}

void add_lines(db::Connection& db, std::vector<OrderRecord>& records) {
  std::vector<std::int64_t> ids;
  for (const OrderRecord& record : records) ids.push_back(record.order.id);
  if (ids.empty()) return;
  for (const db::Row row : db.run(sql::orders_api::lines_of_orders, db::array_of(ids))) {
    for (OrderRecord& record : records) {
      if (record.order.id != row.integer("order_id")) continue;
      record.order.lines.push_back(to_order_line(row));
    }
  }
  for (OrderRecord& record : records) {
    Order& order = record.order;
    if (!order.states.is_temp()) continue;
    for (const OrderLine& line : order.lines) order.subtotal += line.total();
    order.total = order.subtotal;
  }
}

RecordPage to_page(db::Connection& db, const db::Result& rows, std::int64_t total, int limit) {
  RecordPage page{.orders = {}, .total = total, .has_more = rows.size() > limit};
  for (const db::Row row : rows) {
    if (static_cast<int>(page.orders.size()) < limit) page.orders.push_back(to_record(row));
  }
  add_lines(db, page.orders);
  return page;
}

}  // namespace

RecordPage list_own_records(db::Connection& db, std::int64_t account_id, std::int64_t after,
                            int limit) {
  db::Pipeline pipeline(db);
  const int rows = pipeline.add(sql::orders_api::records_of_account, account_id, after, limit + 1);
  const int count = pipeline.add(sql::orders_api::count_of_account, account_id);
  pipeline.run();
  return to_page(db, pipeline.take(rows), pipeline.take(count)[0].integer("orders"), limit);
}

RecordPage list_all_records(db::Connection& db, const RecordFilter& filter, std::int64_t after,
                            int limit) {
  db::Pipeline pipeline(db);
  const int rows = pipeline.add(sql::orders_api::records, filter.account_id, filter.state,
                                filter.payment_state, after, limit + 1);
  const int count = pipeline.add(sql::orders_api::count_records, filter.account_id, filter.state,
                                 filter.payment_state);
  pipeline.run();
  return to_page(db, pipeline.take(rows), pipeline.take(count)[0].integer("orders"), limit);
}

std::optional<OrderRecord> find_record(db::Connection& db, std::int64_t order_id) {
  const auto row = db.first(sql::orders_api::record_by_id, order_id);
  if (!row) return std::nullopt;
  std::vector<OrderRecord> records{to_record(*row)};
  add_lines(db, records);
  return std::move(records.front());
}

}  // namespace orders
