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

Order to_order(const db::Row& row) {
  Order order;
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
  order.payment = parse_payment_method(row.text("payment_method"));
  order.created_at = row.instant("created_at");
  order.placed_at = row.maybe_instant("placed_at");
  return order;
}

OrderLine to_order_line(const db::Row& row) {
  return {row.integer("product_id"), row.string("name"),    row.string("slug"),
          row.string("image"),       row.small("quantity"), row.money("unit_price_cents")};
}

PromotionKind to_promotion_kind(std::string_view text) {
  if (text == "percent") return PromotionKind::percent;
  if (text == "amount") return PromotionKind::amount;
  if (text == "free_shipping") return PromotionKind::free_shipping;
  throw std::logic_error("unknown promotion kind");
}

std::vector<Promotion> to_promotions(const db::Result& rows) {
  std::vector<Promotion> promotions;
  for (const db::Row row : rows) {
    const bool is_refused = row.boolean("too_early") || row.boolean("over") ||
                            row.boolean("used_up") || row.boolean("used_by_customer") ||
                            row.boolean("ordered_before");
    if (is_refused) continue;
    promotions.push_back({.id = row.integer("id"),
                          .name = row.string("name"),
                          .code = row.string("code"),
                          .kind = to_promotion_kind(row.text("kind")),
                          .rate_bp = row.small("rate_bp"),
                          .amount = row.money("amount_cents"),
                          .minimum = row.money("minimum_cents"),
                          .eligible = row.maybe_money("eligible_cents"),
                          .combines = row.boolean("combines")});
  }
  return promotions;
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
