/// checkout_view_pages.h - the checkout form: reading what was typed and showing it again.
#pragma once

#include <string>
#include <vector>

#include "orders/cart.h"
#include "orders/place_order.h"
#include "shop.h"
#include "web/web.h"

namespace orders {

/// What stands in the fields; card fields are never shown again.
struct CheckoutFields {
  Address address{};
  std::string email{};
  std::string shipping{};
  std::string payment{};
  std::string token{};
};

/// What the profile knows, and the country and shipping chosen in the cart (?country=, ?shipping=).
CheckoutFields first_fields(const web::Request& request, const Profile& profile, const Shop& shop);

/// Reads address and shipping; problems go into `form`.
CheckoutFields read_fields(const web::Request& request, web::Form& form, const Rules& rules);

struct CheckoutView {
  const Cart& cart;
  const CheckoutFields& fields;
  const web::Form* form = nullptr;      // its problems are shown
  std::vector<web::Message> hitches{};  // why the order was not placed
};

/// The page: 200, or 422 when something has to be mended.
web::Response show_checkout(const web::Request& request, Shop& shop, const CheckoutView& view);

}  // namespace orders
