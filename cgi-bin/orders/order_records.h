/// order_records.h - whole orders in lists: every column that the API shows, with all lines.
///
/// Source: tables sales_order, order_line; queries in sql/queries/orders_api.sql.
/// Units:  money is whole cents; of a TEMP order: goods at today's prices, no tax, no shipping.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "db/db.h"
#include "orders/orders.h"

namespace orders {

struct OrderRecord {
  Order order{};  // without events
  std::string shipping_method{};
  std::optional<Instant> paid_at{};
  std::optional<Instant> delivered_at{};
};

struct RecordPage {
  std::vector<OrderRecord> orders{};
  std::int64_t total = 0;
  bool has_more = false;
};

/// The customer's orders: TEMP first, then newest first, at most `limit`, those behind `after`.
RecordPage list_own_records(db::Connection& db, std::int64_t account_id, std::int64_t after,
                            int limit);

struct RecordFilter {
  std::optional<std::int64_t> account_id{};
  std::optional<std::string> state{};          // of sales_order
  std::optional<std::string> payment_state{};  // of sales_order
};
/// Placed orders of everybody, newest first.
RecordPage list_all_records(db::Connection& db, const RecordFilter& filter, std::int64_t after,
                            int limit);

std::optional<OrderRecord> find_record(db::Connection& db, std::int64_t order_id);

}  // namespace orders
