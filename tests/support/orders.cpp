#include "support/orders.h"

#include <deque>
#include <stdexcept>

namespace support {

orders::CheckoutInput checkout_input(const std::string& token, Money total) {
  return {.address = {"Alice Example", "1 Main Street", "12345", "Springfield", "US", ""},
          .email = "alice@example.com",
          .shipping_method = "standard",
          .payment = orders::PaymentMethod::bank_transfer,
          .checkout_token = token,
          .total_seen = total};
}

Money total_of_cart(db::Connection& db, const orders::CartOwner& owner) {
  const orders::Cart cart = orders::find_cart(db, owner);
  return orders::quote(cart.rules, cart.subtotal(), "US", "standard").total;
}

std::int64_t make_order(db::Connection& db, const orders::CartOwner& owner, std::int64_t product,
                        int pieces, const std::string& token) {
  if (orders::add_to_cart(db, owner, product, pieces, noon()).outcome !=
      orders::AddOutcome::added) {
    throw std::logic_error("make_order: the product cannot be bought");
  }
  const auto placed =
      orders::place_order(db, owner, checkout_input(token, total_of_cart(db, owner)), noon());
  if (placed.outcome != orders::PlaceOutcome::placed) throw std::logic_error("make_order");
  return placed.order_id;
}

std::int64_t number_in(db::Connection& db, const std::string& select) {
  // A prepared statement's name must outlive the connection: one for each look.
  static std::deque<std::string> names;
  names.push_back("look" + std::to_string(names.size()));
  const db::Query named{names.back().c_str(), select.c_str(), 0};
  const auto row = db.first(named);
  if (!row) throw std::logic_error("no row: " + select);
  return row->integer("number");
}

}  // namespace support
