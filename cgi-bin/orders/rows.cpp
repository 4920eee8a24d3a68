#include "orders/rows.h"

namespace orders {

bool belongs_to(const db::Row& order, const CartOwner& owner) {
  if (owner.account_id != 0) return order.integer("account_id") == owner.account_id;
  return order.is_null("account_id") && !owner.visitor.empty() &&
         order.text("visitor") == owner.visitor;
}

States to_states(const db::Row& order) {
  return {to_order_state(order.text("state")), to_payment_state(order.text("payment_state")),
          to_fulfilment_state(order.text("fulfilment_state"))};
}

Rules to_rules(const db::Result& shipping, const db::Result& tax) {
  Rules rules;
  for (const db::Row row : shipping) {
    rules.shipping.push_back({row.string("code"), row.string("name"), row.string("country"),
                              row.money("price_cents"), row.maybe_money("free_from_cents"),
                              row.small("days_min"), row.small("days_max")});
  }
  for (const db::Row row : tax) {
    rules.tax.push_back(
        {row.string("country"), row.string("name"), row.small("rate_bp"), row.boolean("included")});
  }
  return rules;
}

}  // namespace orders
