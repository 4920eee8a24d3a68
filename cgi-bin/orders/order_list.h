/// order_list.h - all placed orders of the shop, filtered, for staff.
///
/// Source: sql/queries/orders_staff.sql.
/// Units:  money is whole cents of each order's own currency; days are days of the shop's zone.
/// Errors: conditions that no order meets give an empty list.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "db/db.h"
#include "orders/states.h"

namespace orders {

/// What is asked for; an empty condition does not count.
struct OrderFilter {
  std::string state{};       // "placed" …
  std::string payment{};     // "unpaid" …
  std::string fulfilment{};  // "open" …
  std::string from{};        // "2026-03-01", first day
  std::string to{};          // last day
  std::string customer{};    // user name, e-mail or number of an account
  std::string text{};        // part of number, name or e-mail
  bool owes_money = false;   // the customer has money to get back
};

struct ListedOrder {
  std::int64_t id = 0;
  std::string number{};
  States states{};
  std::string currency{};
  Money subtotal{};
  Money shipping{};
  Money tax{};
  Money total{};
  Money refunded{};
  Instant placed_at{};
  std::string name{};
  std::string email{};
  std::string country{};
  std::string payment_method{};
  int pieces = 0;
};

/// Newest first, at most `limit`, only those behind the order `before`. `zone` (tz database) tells
/// when a day begins.
std::vector<ListedOrder> list_all_orders(db::Connection& db, const OrderFilter& filter,
                                         const std::string& zone, int limit,
                                         std::optional<std::int64_t> before = {});

/// True for a day as forms and filters write it, "2026-03-01", that exists in the calendar.
bool is_day(std::string_view text);

}  // namespace orders
