/// buy.h - buying at once, beside the cart: what the API and the assistant's protocol do.
///
/// The things wanted are put into a TEMP order of their own, which is placed by the same verb as
/// the cart of a customer, in one transaction; the customer's cart stays as it is.
///
/// Source: orders/place_order.h; queries in sql/queries/orders_api.sql.
/// Errors: outcomes for what a customer may run into. A token buys once: later calls with it find
///         the order of the first.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "db/db.h"
#include "orders/place_order.h"

namespace orders {

struct Wanted {
  std::int64_t product_id = 0;
  int quantity = 0;  // 1 … kMostPieces
};

/// Where to and how: as a checkout form, but prices are those of now.
struct BuyInput {
  Address address{};
  std::string email{};
  std::string shipping_method{};  // empty: the first that ships there
  PaymentMethod payment = PaymentMethod::bank_transfer;
  std::string token{};
  std::string currency{};
};

enum class BuyOutcome {
  placed,
  empty_cart,
  no_such_product,  // the one in `missing`
  sold_out,         // see `missing`
  unknown_shipping,
  token_taken,
};

struct Purchase {
  BuyOutcome outcome = BuyOutcome::empty_cart;
  std::int64_t order_id = 0;
  std::vector<MissingLine> missing{};
};

/// Buys these things for the customer; the same product twice adds up.
[[nodiscard]] Purchase buy_items(db::Connection& db, std::int64_t account_id,
                                 const std::vector<Wanted>& items, const BuyInput& input,
                                 Instant now);

/// Places the customer's cart at today's prices.
[[nodiscard]] Purchase buy_cart(db::Connection& db, std::int64_t account_id, const BuyInput& input,
                                Instant now);

}  // namespace orders
