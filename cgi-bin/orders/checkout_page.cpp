/// checkout_page.cpp - GET and POST /checkout: from a cart to an order, guests included.
///
/// Template: templates/orders/checkout_page.tpl, orders/_payment_choices.tpl,
/// orders/_order_totals.tpl Test:     tests/page/checkout_page_test.cpp

#include "base/text.h"
#include "orders/checkout_view_pages.h"
#include "orders/orders_pages.h"
#include "orders/payment_form_pages.h"
#include "shop.h"

namespace orders {
namespace {

CheckoutInput to_input(const CheckoutFields& fields, const PaymentInput& payment,
                       const web::Request& request) {
  return {.address = fields.address,
          .email = fields.email,
          .shipping_method = fields.shipping,
          .payment = *payment.method,
          .checkout_token = fields.token,
          .total_seen = Money{web::form_integer(request, "total_cents", 0, INT64_MAX)},
          .currency = request.site->currency};
}

std::vector<web::Message> hitches_of(const Placement& placement) {
  std::vector<web::Message> hitches;
  for (const MissingLine& line : placement.missing) {
    hitches.push_back(
        {"checkout.sold_out", {line.name, std::to_string(line.left), std::to_string(line.wanted)}});
  }
  return hitches;
}

web::Response after_placing(const web::Request& request, Shop& shop, const Placement& placement,
                            const PaymentInput& payment, const std::string& token) {
  const std::string path = "/order/" + std::to_string(placement.order_id);
  if (payment.method == PaymentMethod::hosted_card) {
    const auto order = find_order(shop.db, placement.order_id);
    if (!order) throw std::logic_error("a placed order is gone");
    return open_payment_page(request, shop, {.order = *order});
  }
  if (!payment.card) {
    return web::redirect_after_post(path, {"order.placed", {placement.number}});
  }
  // The checkout token names the payment too: one press, one order, one charge.
  return charge_card(request, shop,
                     {.order_id = placement.order_id,
                      .card = *payment.card,
                      .token = token,
                      .order_path = path,
                      .pay_path = path + "/pay",
                      .placed_number = placement.number});
}

}  // namespace

web::Response checkout_page(const web::Request& request, Shop& shop) {
  const CartAndProfile found =
      find_cart_and_profile(shop.db, cart_owner(request), {.now = request.now});
  if (found.cart.empty()) return web::redirect_with_warning("/cart", {"checkout.empty"});
  if (!found.cart.is_available()) {
    return web::redirect_with_warning("/cart", {"checkout.check_cart"});
  }
  const CheckoutFields fields = first_fields(request, found.profile, shop);
  return show_checkout(request, shop, {.cart = found.cart, .fields = fields});
}

web::Response post_checkout(const web::Request& request, Shop& shop) {
  const CartOwner owner = cart_owner(request);
  // Whether a promotion is for this customer may hang on the e-mail address of the form.
  const Asking asking{request.now, std::string(trimmed(request.form.get("email")))};
  const Cart cart = find_cart(shop.db, owner, asking);
  web::Form form(request);
  const CheckoutFields fields = read_fields(request, form, cart.rules);
  if (request.form.has("update") && !cart.empty()) {
    return show_checkout(request, shop, {.cart = cart, .fields = fields});
  }
  const PaymentInput payment = read_payment(request, form, shop);
  if (form.has_problems()) {
    if (cart.empty()) return web::redirect_with_warning("/cart", {"checkout.empty"});
    return show_checkout(request, shop, {.cart = cart, .fields = fields, .form = &form});
  }
  const Placement placement =
      place_order(shop.db, owner, to_input(fields, payment, request), request.now);
  switch (placement.outcome) {
    case PlaceOutcome::placed:
      return after_placing(request, shop, placement, payment, fields.token);
    case PlaceOutcome::empty_cart: return web::redirect_with_warning("/cart", {"checkout.empty"});
    case PlaceOutcome::token_taken:
      return web::redirect_with_warning("/checkout", {"checkout.stale"});
    case PlaceOutcome::sold_out:
      return show_checkout(request, shop,
                           {.cart = find_cart(shop.db, owner, asking),
                            .fields = fields,
                            .hitches = hitches_of(placement)});
    case PlaceOutcome::total_changed:
      return show_checkout(request, shop,
                           {.cart = find_cart(shop.db, owner, asking),
                            .fields = fields,
                            .hitches = {{"checkout.total_changed"}}});
    case PlaceOutcome::unknown_shipping:
      form.add_problem("shipping", {"checkout.shipping"});
      return show_checkout(request, shop, {.cart = cart, .fields = fields, .form = &form});
  }
  throw std::logic_error("unknown PlaceOutcome");
}

}  // namespace orders
