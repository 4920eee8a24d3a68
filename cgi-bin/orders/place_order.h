/// place_order.h - TEMP becomes CLOSE: the one transaction in which goods are sold.
///
/// Products are locked in id order, counters and units change together, names, prices, address, tax
/// and shipping are copied. A checkout token places one order only, however often it is sent.
///
/// Source: sql/queries/orders.sql, inventory/inventory.h.
/// Errors: outcomes for what a customer may run into; db::Unreachable when it is not known whether
///         the order was placed - the same token then finds out.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "db/db.h"
#include "orders/cart.h"
#include "orders/payment_method.h"

namespace orders {

struct Address {
  std::string name{};
  std::string street{};
  std::string postal_code{};
  std::string city{};
  std::string country{};  // ISO 3166-1 alpha-2
  std::string phone{};
};

struct CheckoutInput {
  Address address{};
  std::string email{};
  std::string shipping_method{};  // code
  PaymentMethod payment = PaymentMethod::bank_transfer;
  std::string checkout_token{};  // made when the form was shown
  Money total_seen{};            // what the form said the order costs
  std::string currency = "USD";
};

enum class PlaceOutcome {
  placed,
  empty_cart,
  sold_out,          // some lines want more than is left: see `missing`
  total_changed,     // the order costs something else than the customer saw
  unknown_shipping,  // this method does not ship to this country
  token_taken,       // somebody else's order was placed with this token
};

struct MissingLine {
  std::int64_t product_id = 0;
  std::string name{};
  int wanted = 0;
  int left = 0;
};

struct Placement {
  PlaceOutcome outcome = PlaceOutcome::empty_cart;
  std::int64_t order_id = 0;  // when placed
  std::string number{};
  std::vector<MissingLine> missing{};
};

/// Places the owner's cart as an order. Nothing changes unless the outcome is `placed`.
[[nodiscard]] Placement place_order(db::Connection& db, const CartOwner& owner,
                                    const CheckoutInput& input, Instant now);

}  // namespace orders
