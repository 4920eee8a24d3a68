/// orders_pages.h - the pages of cart, checkout and orders, and what they share.
///
/// An order is shown to its customer, to the guest session that placed it, and to whoever brings a
/// signed key (?key=…, made after order number and e-mail were right). To everybody else it is a
/// page that does not exist.
#pragma once

#include <string>

#include "orders/cart.h"
#include "orders/orders.h"
#include "web/web.h"

namespace orders {

/// GET /cart: the lines, what they cost with tax and shipping (?country=, ?shipping=).
web::Response cart_page(const web::Request& request, Shop& shop);
/// POST /cart/add: puts `pieces` of `product` into the cart; then to `next`, or to the cart.
web::Response post_cart_add(const web::Request& request, Shop& shop);
/// POST /cart/update: sets the `pieces` of `product`; 0 removes it.
web::Response post_cart_update(const web::Request& request, Shop& shop);
/// POST /cart/remove: takes `product` out.
web::Response post_cart_remove(const web::Request& request, Shop& shop);
/// POST /cart/clear: deletes the TEMP order.
web::Response post_cart_clear(const web::Request& request, Shop& shop);
/// POST /cart/coupon: takes the code that was typed; at most 20 wrong ones in 15 minutes.
web::Response post_cart_coupon(const web::Request& request, Shop& shop);
/// POST /cart/coupon/remove: forgets it.
web::Response post_cart_coupon_remove(const web::Request& request, Shop& shop);

/// GET /checkout: address, shipping, payment and what it all costs.
web::Response checkout_page(const web::Request& request, Shop& shop);
/// POST /checkout: `update` shows new totals; otherwise the order is placed and, by card, paid.
web::Response post_checkout(const web::Request& request, Shop& shop);

/// GET /orders: the customer's orders, TEMP first (?before= an order's id).
web::Response orders_page(const web::Request& request, Shop& shop);
/// GET /order/{id}: one placed order, read-only.
web::Response order_page(const web::Request& request, Shop& shop);
/// POST /order/{id}/cancel: while it is unpaid and unshipped.
web::Response post_order_cancel(const web::Request& request, Shop& shop);

/// GET /order/{id}/pay: pay by card, or choose another way to pay.
web::Response pay_page(const web::Request& request, Shop& shop);
/// POST /order/{id}/pay: `payment` and, for a card, its fields.
web::Response post_order_pay(const web::Request& request, Shop& shop);

/// GET /order/{id}/pay/hosted: on the way to the payment service's page, and back from it.
web::Response hosted_page(const web::Request& request, Shop& shop);
/// POST /webhooks/payments: what the payment service tells, signed by it (Stripe-Signature).
web::Response api_payment_event(const web::Request& request, Shop& shop);

/// GET /order/{id}/invoice: for printing.
web::Response invoice_page(const web::Request& request, Shop& shop);

/// GET /order/find: asks a guest for order number and e-mail.
web::Response order_find_page(const web::Request& request, Shop& shop);
/// POST /order/find: to the order, by a link that is good for thirty days.
web::Response post_order_find(const web::Request& request, Shop& shop);

/// GET /withdraw: asks for order number and e-mail; nobody has to log in to send something back.
web::Response withdraw_find_page(const web::Request& request, Shop& shop);
/// POST /withdraw: to the order's withdrawal, by a link that is good for thirty days.
web::Response post_withdraw_find(const web::Request& request, Shop& shop);
/// GET /order/{id}/withdraw: which pieces go back, and why if the customer wants to say.
web::Response withdraw_page(const web::Request& request, Shop& shop);
/// POST /order/{id}/withdraw: `pieces-<line>`, `reason`; shows what will be announced. Changes
/// nothing.
web::Response post_withdraw(const web::Request& request, Shop& shop);
/// POST /order/{id}/withdraw/confirm: announces it.
web::Response post_withdraw_confirm(const web::Request& request, Shop& shop);
/// GET /order/{id}/return/{return}: the receipt, and what became of it.
web::Response return_page(const web::Request& request, Shop& shop);

/// Whose cart and orders this request is about.
CartOwner cart_owner(const web::Request& request);

/// A placed order that this visitor may see, and the key that he brought, if he needed one.
struct VisibleOrder {
  Order order{};
  std::string key{};

  /// "/order/42/pay?key=…"
  std::string path(const std::string& below = "") const;
};

/// The order of the path's {id}. Throws web::NotFound when it is not this visitor's; a TEMP order
/// is found too (it belongs to /cart).
VisibleOrder visible_order(const web::Request& request, Shop& shop);

/// An order of which this visitor may send pieces back. He may not see more of it than its lines
/// when all that he proved is its number and e-mail.
struct WithdrawableOrder {
  std::int64_t order_id = 0;
  std::string key{};
  bool may_see_order = false;

  std::string path(const std::string& below = "") const;
};

/// The order of the path's {id}; also with a key of make_withdrawal_key. Throws web::NotFound.
WithdrawableOrder withdrawable_order(const web::Request& request, Shop& shop);
/// A key for the withdrawal of one order, good for thirty days; it does not open the order's page.
std::string make_withdrawal_key(const web::Request& request, std::int64_t order_id);

/// A key for one order that is good for thirty days.
std::string make_order_key(const web::Request& request, std::int64_t order_id);

/// What the partial _order_totals.tpl shows.
struct Totals {
  Money subtotal{};
  std::vector<Discount> discounts{};
  Money shipping{};
  std::string shipping_name{};
  Money tax{};
  std::string tax_name{};
  int tax_rate_bp = 0;
  bool tax_included = true;
  Money total{};
  std::string currency{};
};
Totals totals_of(const Quote& quote, const std::string& currency);
Totals totals_of(const Order& order);

/// Fills the include `marker` of `page` with the partial.
void fill_totals(ctemplate::TemplateDictionary& page, const ctemplate::TemplateString& marker,
                 const Totals& totals);

/// Fills the include `marker` with the partial _shipping_choices.tpl.
void fill_shipping_choices(ctemplate::TemplateDictionary& page,
                           const ctemplate::TemplateString& marker, const Quote& quote,
                           const std::string& currency);

}  // namespace orders
