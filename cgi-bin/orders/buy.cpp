#include "orders/buy.h"

#include "orders/rows.h"
#include "orders_api.sql.h"

namespace orders {
namespace {

/// A price that changed between the look and the lock: look again, a few times.
constexpr int kMostLooks = 3;

std::optional<Purchase> bought_before(db::Connection& db, std::int64_t account_id,
                                      const std::string& token) {
  const auto row = db.first(sql::orders_api::order_of_token, token, account_id);
  if (!row) return std::nullopt;
  return Purchase{BuyOutcome::placed, row->integer("id"), {}};
}

Purchase to_purchase(const Placement& placement) {
  switch (placement.outcome) {
    case PlaceOutcome::placed: return {BuyOutcome::placed, placement.order_id, {}};
    case PlaceOutcome::empty_cart: return {.outcome = BuyOutcome::empty_cart};
    case PlaceOutcome::sold_out: return {BuyOutcome::sold_out, 0, placement.missing};
    case PlaceOutcome::unknown_shipping: return {.outcome = BuyOutcome::unknown_shipping};
    case PlaceOutcome::token_taken: return {.outcome = BuyOutcome::token_taken};
    case PlaceOutcome::total_changed: return {.outcome = BuyOutcome::sold_out};
  }
  throw std::logic_error("unknown PlaceOutcome");
}

Placement place_at_todays_price(db::Connection& db, const CartOwner& owner, const BuyInput& input,
                                Instant now) {
  Placement placement;
  for (int look = 0; look < kMostLooks; ++look) {
    const Cart cart = find_cart(db, owner);
    const Quote price =
        quote(cart.rules, cart.subtotal(), input.address.country, input.shipping_method);
    placement = place_order(
        db, owner,
        {.address = input.address,
         .email = input.email,
         .shipping_method = price.chosen ? price.chosen->method->code : input.shipping_method,
         .payment = input.payment,
         .checkout_token = input.token,
         .total_seen = price.total,
         .currency = input.currency},
        now);
    if (placement.outcome != PlaceOutcome::total_changed) break;
  }
  return placement;
}

/// What stands in the way of filling the order, or nothing.
std::optional<Purchase> fill(db::Connection& db, const CartOwner& owner,
                             const std::vector<Wanted>& items, Instant now) {
  Purchase problem{.outcome = BuyOutcome::sold_out};
  for (const Wanted& item : items) {
    const Added added = add_to_cart(db, owner, item.product_id, item.quantity, now);
    switch (added.outcome) {
      case AddOutcome::added: break;
      case AddOutcome::no_such_product:
        return Purchase{BuyOutcome::no_such_product, 0, {{item.product_id, "", item.quantity, 0}}};
      case AddOutcome::too_many:
      case AddOutcome::sold_out:
      case AddOutcome::cart_full:
        problem.missing.push_back({item.product_id, added.name, item.quantity + added.in_cart,
                                   std::min(added.in_stock, kMostPieces)});
        break;
    }
  }
  if (problem.missing.empty()) return std::nullopt;
  return problem;
}

Purchase try_to_buy(db::Connection& db, std::int64_t account_id, const std::vector<Wanted>& items,
                    const BuyInput& input, Instant now) {
  db::Transaction transaction(db);
  if (const auto before = bought_before(db, account_id, input.token)) return *before;
  const CartOwner beside{0, "buy:" + input.token};
  if (const auto problem = fill(db, beside, items, now)) return *problem;
  Purchase purchase = to_purchase(place_at_todays_price(db, beside, input, now));
  if (purchase.outcome != BuyOutcome::placed) return purchase;
  db.run(sql::orders_api::give_to_account, purchase.order_id, account_id);
  transaction.commit();
  return purchase;
}

}  // namespace

Purchase buy_items(db::Connection& db, std::int64_t account_id, const std::vector<Wanted>& items,
                   const BuyInput& input, Instant now) {
  if (items.empty()) return {.outcome = BuyOutcome::empty_cart};
  Purchase purchase = with_retries([&] { return try_to_buy(db, account_id, items, input, now); });
  if (purchase.outcome != BuyOutcome::token_taken) return purchase;
  // Two requests at once with one token: the other one was faster.
  return bought_before(db, account_id, input.token).value_or(purchase);
}

Purchase buy_cart(db::Connection& db, std::int64_t account_id, const BuyInput& input, Instant now) {
  if (const auto before = bought_before(db, account_id, input.token)) return *before;
  return to_purchase(place_at_todays_price(db, {account_id, ""}, input, now));
}

}  // namespace orders
