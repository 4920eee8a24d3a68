/// orders.h - carts and orders for tests.
#pragma once

#include <string>

#include "orders/cart.h"
#include "orders/place_order.h"
#include "support/support.h"

namespace support {

inline orders::CartOwner guest(const std::string& visitor = "visitor-of-this-test") {
  return {0, visitor};
}
inline orders::CartOwner customer(std::int64_t account_id) {
  return {account_id, ""};
}

/// A filled-in checkout form for delivery to the US: sales tax is added. `total` is what the
/// customer saw.
orders::CheckoutInput checkout_input(const std::string& token, Money total);

/// What the owner's cart costs by standard delivery to the US.
Money total_of_cart(db::Connection& db, const orders::CartOwner& owner);

/// Puts pieces of one product into the cart and places it; returns the order's id.
std::int64_t make_order(db::Connection& db, const orders::CartOwner& owner, std::int64_t product,
                        int pieces = 1, const std::string& token = "token-of-make-order");

/// One number of one row, for a look behind the domain.
std::int64_t number_in(db::Connection& db, const std::string& select);

}  // namespace support
