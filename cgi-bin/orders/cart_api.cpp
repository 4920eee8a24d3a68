/// cart_api.cpp - GET and DELETE /api/cart, POST, PATCH and DELETE /api/cart/items.
///
/// Test: tests/page/cart_api_test.cpp

#include "orders/order_json_view.h"
#include "orders/orders_api.h"
#include "shop.h"
#include "web/countries.h"
#include "web/json_form.h"
#include "web/json_list.h"

namespace orders {
namespace {

CartOwner owner_of(const web::Request& request) {
  return {request.visitor.account_id, ""};
}

/// The country asked for, else the profile's, else the shop's.
std::string country_of(const web::Request& request, Shop& shop, const Profile& profile) {
  web::QueryForm query(request);
  std::string asked = query.text("country", 2, false);
  if (!asked.empty() && !web::is_country(request, asked)) {
    query.add_problem("country", {"register.country_unknown"});
  }
  query.require_good();
  if (!asked.empty()) return asked;
  return profile.country.empty() ? shop.config.country : profile.country;
}

web::Response cart_response(const web::Request& request, Shop& shop, int status) {
  const CartAndProfile found = find_cart_and_profile(shop.db, owner_of(request));
  return web::json_response(to_json(request, found.cart, country_of(request, shop, found.profile)),
                            status);
}

web::Response too_many(const web::Request& request, std::int64_t product, const std::string& name,
                       int wanted, int in_stock) {
  return sold_out_problem(request, {{product, name, wanted, std::min(in_stock, kMostPieces)}});
}

web::Response say_changed(const web::Request& request, Shop& shop, std::int64_t product, int wanted,
                          const Changed& changed) {
  switch (changed.outcome) {
    case ChangeOutcome::changed:
    case ChangeOutcome::removed: return cart_response(request, shop, 200);
    case ChangeOutcome::too_many:
    case ChangeOutcome::sold_out:
      return too_many(request, product, changed.name, wanted, changed.in_stock);
    case ChangeOutcome::not_in_cart: throw web::NotFound("not in the cart", {"cart.not_in_cart"});
  }
  throw std::logic_error("unknown ChangeOutcome");
}

}  // namespace

web::Response api_cart(const web::Request& request, Shop& shop) {
  return cart_response(request, shop, 200);
}

web::Response api_cart_add(const web::Request& request, Shop& shop) {
  web::JsonForm form(request);
  const std::int64_t product = form.integer("product_id", 1, INT64_MAX);
  const int pieces = static_cast<int>(form.integer("quantity", 1, kMostPieces, 1));
  form.require_good();
  const Added added = add_to_cart(shop.db, owner_of(request), product, pieces, request.now);
  switch (added.outcome) {
    case AddOutcome::added: return cart_response(request, shop, 201);
    case AddOutcome::too_many:
    case AddOutcome::sold_out:
      return too_many(request, product, added.name, pieces + added.in_cart, added.in_stock);
    case AddOutcome::cart_full:
      throw web::Conflict("cart full", {"cart.full", {std::to_string(kMostLines)}});
    case AddOutcome::no_such_product: throw web::NotFound("product", {"cart.no_such_product"});
  }
  throw std::logic_error("unknown AddOutcome");
}

web::Response api_cart_change(const web::Request& request, Shop& shop) {
  const std::int64_t product = request.captured_id("product_id");
  web::JsonForm form(request);
  const int pieces = static_cast<int>(form.integer("quantity", 0, kMostPieces));
  form.require_good();
  return say_changed(request, shop, product, pieces,
                     set_quantity(shop.db, owner_of(request), product, pieces));
}

web::Response api_cart_remove(const web::Request& request, Shop& shop) {
  const std::int64_t product = request.captured_id("product_id");
  return say_changed(request, shop, product, 0, remove_line(shop.db, owner_of(request), product));
}

web::Response api_cart_clear(const web::Request& request, Shop& shop) {
  clear_cart(shop.db, owner_of(request));
  return web::no_content();
}

}  // namespace orders
