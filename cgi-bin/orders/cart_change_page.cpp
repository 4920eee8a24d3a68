/// cart_change_page.cpp - POST /cart/…: what the forms of cart and product pages send.
///
/// Test: tests/page/cart_page_test.cpp

#include "base/text.h"
#include "orders/orders_pages.h"
#include "shop.h"

namespace orders {
namespace {

constexpr const char* kCart = "/cart";

std::int64_t product_of(const web::Request& request) {
  return web::form_integer(request, "product", 1, INT64_MAX);
}

/// The pieces that somebody typed; nothing when that is no number within the limits.
std::optional<int> pieces_of(const web::Request& request, int least) {
  if (request.form.count("pieces") != 1) return std::nullopt;
  const auto pieces = to_integer(trimmed(request.form.get("pieces")), least, kMostPieces);
  if (!pieces) return std::nullopt;
  return static_cast<int>(*pieces);
}

web::Response pieces_refused(const std::string& path, int least) {
  return web::redirect_with_warning(
      path, {"cart.pieces", {std::to_string(least), std::to_string(kMostPieces)}});
}

web::Response too_many(const std::string& path, const Added& added) {
  const std::string most = std::to_string(std::min(added.in_stock, kMostPieces));
  if (added.in_cart == 0)
    return web::redirect_with_warning(path, {"cart.too_many", {added.name, most}});
  return web::redirect_with_warning(
      path, {"cart.too_many_with_cart", {added.name, most, std::to_string(added.in_cart)}});
}

web::Response say_changed(const Changed& changed) {
  switch (changed.outcome) {
    case ChangeOutcome::changed:
      return web::redirect_after_post(kCart, {"cart.changed", {changed.name}});
    case ChangeOutcome::removed:
      return web::redirect_after_post(kCart, {"cart.removed", {changed.name}});
    case ChangeOutcome::too_many: {
      const std::string most = std::to_string(std::min(changed.in_stock, kMostPieces));
      return web::redirect_with_warning(kCart, {"cart.too_many", {changed.name, most}});
    }
    case ChangeOutcome::sold_out:
      return web::redirect_with_warning(kCart, {"cart.sold_out", {changed.name}});
    case ChangeOutcome::not_in_cart: return web::redirect_with_warning(kCart, {"cart.not_in_cart"});
  }
  throw std::logic_error("unknown ChangeOutcome");
}

}  // namespace

web::Response post_cart_add(const web::Request& request, Shop& shop) {
  const std::int64_t product = product_of(request);
  const std::string& next = request.form.get("next");
  const std::string back = web::local_path(next, "/product/" + std::to_string(product));
  const auto pieces = pieces_of(request, 1);
  if (!pieces) return pieces_refused(back, 1);

  const Added added = add_to_cart(shop.db, cart_owner(request), product, *pieces, request.now);
  switch (added.outcome) {
    case AddOutcome::added:
      return web::redirect_after_post(web::local_path(next, kCart),
                                      {"cart.added", {added.name, std::to_string(added.in_cart)}});
    case AddOutcome::too_many: return too_many(back, added);
    case AddOutcome::sold_out:
      return web::redirect_with_warning(back, {"cart.sold_out", {added.name}});
    case AddOutcome::cart_full:
      return web::redirect_with_warning(kCart, {"cart.full", {std::to_string(kMostLines)}});
    case AddOutcome::no_such_product:
      throw web::NotFound("product " + std::to_string(product), {"cart.no_such_product"});
  }
  throw std::logic_error("unknown AddOutcome");
}

web::Response post_cart_update(const web::Request& request, Shop& shop) {
  const std::int64_t product = product_of(request);
  const auto pieces = pieces_of(request, 0);
  if (!pieces) return pieces_refused(kCart, 0);
  return say_changed(set_quantity(shop.db, cart_owner(request), product, *pieces));
}

web::Response post_cart_remove(const web::Request& request, Shop& shop) {
  return say_changed(remove_line(shop.db, cart_owner(request), product_of(request)));
}

web::Response post_cart_clear(const web::Request& request, Shop& shop) {
  if (!clear_cart(shop.db, cart_owner(request))) {
    return web::redirect_with_warning(kCart, {"cart.already_empty"});
  }
  return web::redirect_after_post(kCart, {"cart.cleared"});
}

}  // namespace orders
