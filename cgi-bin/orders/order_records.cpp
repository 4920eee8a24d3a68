#include "orders/order_records.h"

#include "orders/rows.h"
#include "orders_api.sql.h"

namespace orders {
namespace {

OrderRecord to_record(const db::Row& row) {
  OrderRecord record;
  Order& order = record.order;
  order.id = row.integer("id");
  order.number = row.string("number");
  order.account_id = row.integer("account_id");
  order.states = to_states(row);
  order.currency = row.string("currency");
  order.subtotal = row.money("subtotal_cents");
  order.shipping = row.money("shipping_cents");
  order.tax = row.money("tax_cents");
  order.total = row.money("total_cents");
  order.address = {row.string("ship_name"),        row.string("ship_street"),
                   row.string("ship_postal_code"), row.string("ship_city"),
                   row.string("ship_country"),     row.string("phone")};
  record.shipping_method = row.string("shipping_method");
  order.payment = parse_payment_method(row.text("payment_method"));
  order.created_at = row.instant("created_at");
  order.placed_at = row.maybe_instant("placed_at");
  record.paid_at = row.maybe_instant("paid_at");
  record.delivered_at = row.maybe_instant("delivered_at");
  return record;
}

void add_lines(db::Connection& db, std::vector<OrderRecord>& records) {
  std::vector<std::int64_t> ids;
  for (const OrderRecord& record : records) ids.push_back(record.order.id);
  if (ids.empty()) return;
  for (const db::Row row : db.run(sql::orders_api::lines_of_orders, db::array_of(ids))) {
    for (OrderRecord& record : records) {
      if (record.order.id != row.integer("order_id")) continue;
      record.order.lines.push_back({row.integer("product_id"), row.string("name"),
                                    row.string("slug"), row.string("image"), row.small("quantity"),
                                    row.money("unit_price_cents")});
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
