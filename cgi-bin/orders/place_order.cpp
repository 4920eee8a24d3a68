#include "orders/place_order.h"

#include <optional>

#include "catalog_manage.sql.h"
#include "inventory/inventory.h"
#include "orders.sql.h"
#include "orders/rows.h"
#include "promotions.sql.h"

namespace orders {
namespace {

/// What the transaction decides upon, read while cart and products are locked.
struct LockedCart {
  Money goods{};
  std::vector<MissingLine> missing{};
  Rules rules{};
};

/// The order that this token has placed already.
std::optional<Placement> placed_before(const db::Result& orders, const CartOwner& owner) {
  if (orders.empty()) return std::nullopt;
  const db::Row order = orders[0];
  if (!belongs_to(order, owner)) return Placement{.outcome = PlaceOutcome::token_taken};
  return Placement{PlaceOutcome::placed, order.integer("id"), order.string("number"), {}};
}

LockedCart lock_products(db::Connection& db, std::int64_t order_id, const CartOwner& owner,
                         const std::string& email, Instant now) {
  db::Pipeline pipeline(db);
  const int lines = pipeline.add(sql::orders::lock_lines, order_id);
  const int shipping = pipeline.add(sql::orders::shipping_methods);
  const int tax = pipeline.add(sql::orders::tax_rates);
  const int promotions = pipeline.add(sql::promotions::promotions_of_cart, account_of(owner),
                                      visitor_of(owner), now, text_or_null(email));
  pipeline.run();

  LockedCart cart;
  for (const db::Row row : pipeline.take(lines)) {
    const int wanted = row.small("quantity");
    const int left = row.boolean("withdrawn") ? 0 : row.small("in_stock");
    cart.goods += row.money("price_cents") * wanted;
    if (wanted > left) {
      cart.missing.push_back({row.integer("product_id"), row.string("name"), wanted, left});
    }
  }
  cart.rules = to_rules(pipeline.take(shipping), pipeline.take(tax));
  cart.rules.promotions = to_promotions(pipeline.take(promotions));
  return cart;
}

void keep_discounts(db::Pipeline& pipeline, std::int64_t order_id,
                    const std::vector<Discount>& discounts) {
  if (discounts.empty()) return;
  std::vector<std::int64_t> ids;
  std::vector<std::int64_t> amounts;
  std::vector<std::string> names;
  std::vector<std::string> codes;
  for (const Discount& discount : discounts) {
    ids.push_back(discount.promotion_id);
    names.push_back(discount.name);
    codes.push_back(discount.code);
    amounts.push_back(discount.amount.cents);
  }
  pipeline.add(sql::promotions::keep_discounts, order_id, db::array_of(ids), db::array_of(names),
               db::array_of(codes), db::array_of(amounts));
}

std::string close_cart(db::Connection& db, std::int64_t order_id, const CartOwner& owner,
                       const CheckoutInput& input, const Quote& price, Instant now) {
  const Address& to = input.address;
  const ShippingMethod& shipping = *price.chosen->method;
  db::Pipeline pipeline(db);
  pipeline.add(sql::orders::copy_names_and_prices, order_id);
  const int closed = pipeline.add(
      sql::orders::close_cart, order_id, now, input.checkout_token, input.currency, price.subtotal,
      price.shipping, price.tax, price.total, price.tax_rate.name, price.tax_rate.rate_bp,
      price.tax_rate.included, input.email, to.name, to.street, to.postal_code, to.city, to.country,
      to.phone, shipping.code, shipping.name, to_text(input.payment), price.discount);
  keep_discounts(pipeline, order_id, price.discounts);
  pipeline.add(sql::orders::add_event, order_id, now, event_kind(Action::place), account_of(owner),
               "");
  pipeline.run();
  return pipeline.take(closed)[0].string("number");
}

Placement try_to_place(db::Connection& db, const CartOwner& owner, const CheckoutInput& input,
                       Instant now) {
  db::Transaction transaction(db);
  db::Pipeline pipeline(db);
  // The lock first: whoever pressed the same button a moment earlier is done when it is ours.
  const int lock = pipeline.add(sql::orders::lock_cart, account_of(owner), visitor_of(owner));
  const int same = pipeline.add(sql::orders::order_by_checkout_token, input.checkout_token);
  pipeline.add(sql::catalog_manage::apply_due_sales, now);  // from here on prices are those of now
  pipeline.run();
  if (const auto before = placed_before(pipeline.take(same), owner)) return *before;
  const db::Result carts = pipeline.take(lock);
  if (carts.empty()) return {.outcome = PlaceOutcome::empty_cart};
  const std::int64_t order_id = carts[0].integer("id");

  const LockedCart cart = lock_products(db, order_id, owner, input.email, now);
  if (!cart.missing.empty()) {
    return {.outcome = PlaceOutcome::sold_out, .missing = cart.missing};
  }
  const Quote price = quote(cart.rules, cart.goods, input.address.country, input.shipping_method);
  if (!price.chosen || input.shipping_method.empty()) {
    return {.outcome = PlaceOutcome::unknown_shipping};
  }
  if (price.total != input.total_seen) return {.outcome = PlaceOutcome::total_changed};

  inventory::claim_units(db, order_id, now);
  const std::string number = close_cart(db, order_id, owner, input, price, now);
  transaction.commit();
  return {PlaceOutcome::placed, order_id, number, {}};
}

bool is_promotion_limit(const db::ConstraintError& error) {
  return error.constraint() == "promotion_total_limit" ||
         error.constraint() == "promotion_customer_limit" ||
         error.constraint() == "promotion_first_order";
}

}  // namespace

Placement place_order(db::Connection& db, const CartOwner& owner, const CheckoutInput& input,
                      Instant now) {
  if (input.checkout_token.empty()) throw std::logic_error("place_order: no checkout token");
  try {
    return with_retries([&] { return try_to_place(db, owner, input, now); });
  } catch (const db::ConstraintError& error) {
    if (is_promotion_limit(error)) {
      // Somebody else took the last use a moment earlier: without it the total is another one.
      return with_retries([&] { return try_to_place(db, owner, input, now); });
    }
    if (error.constraint() != "sales_order_checkout_token_used") throw;
    return {.outcome = PlaceOutcome::token_taken};
  }
}

}  // namespace orders
