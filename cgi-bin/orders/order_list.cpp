#include "orders/order_list.h"

#include "base/text.h"
#include "orders/rows.h"
#include "orders_staff.sql.h"

namespace orders {
namespace {

std::optional<std::string> day_or_nothing(const std::string& day) {
  if (day.empty()) return std::nullopt;
  return day;
}

ListedOrder to_listed_order(const db::Row& row) {
  return {.id = row.integer("id"),
          .number = row.string("number"),
          .states = to_states(row),
          .currency = row.string("currency"),
          .subtotal = row.money("subtotal_cents"),
          .shipping = row.money("shipping_cents"),
          .tax = row.money("tax_cents"),
          .total = row.money("total_cents"),
          .refunded = row.money("refunded_cents"),
          .placed_at = row.instant("placed_at"),
          .name = row.string("ship_name"),
          .email = row.string("email"),
          .country = row.string("ship_country"),
          .payment_method = row.string("payment_method"),
          .pieces = row.small("pieces")};
}

}  // namespace

std::vector<ListedOrder> list_all_orders(db::Connection& db, const OrderFilter& filter,
                                         const std::string& zone, int limit,
                                         std::optional<std::int64_t> before) {
  std::vector<ListedOrder> orders;
  for (const db::Row row :
       db.run(sql::orders_staff::list, filter.state, filter.payment, filter.fulfilment,
              day_or_nothing(filter.from), day_or_nothing(filter.to), zone, filter.customer,
              filter.text, before, limit, filter.owes_money)) {
    orders.push_back(to_listed_order(row));
  }
  return orders;
}

bool is_day(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return false;
  const auto year = to_integer(text.substr(0, 4), 1970, 9998);
  const auto month = to_integer(text.substr(5, 2), 1, 12);
  const auto day = to_integer(text.substr(8, 2), 1, 31);
  if (!year || !month || !day) return false;
  return std::chrono::year_month_day(std::chrono::year(static_cast<int>(*year)),
                                     std::chrono::month(static_cast<unsigned>(*month)),
                                     std::chrono::day(static_cast<unsigned>(*day)))
      .ok();
}

}  // namespace orders
