/// orders_api.h - JSON: buying, orders, cart.
#pragma once

#include "web/route.h"

namespace orders {

/// POST /purchase, /api/purchase: {"product_id", "quantity": 1}: buys now; 201 order.
web::Response api_purchase(const web::Request& request, Shop& shop);
/// POST /api/orders/add: {"items", "shipping_address", "payment_method"}; without items the cart.
web::Response api_order_add(const web::Request& request, Shop& shop);

/// GET /api/orders/myorders: the customer's orders, TEMP first.
web::Response api_own_orders(const web::Request& request, Shop& shop);
/// GET /orders: the customer's orders; for staff who may see orders, all (?user_id=, ?status=).
web::Response api_orders(const web::Request& request, Shop& shop);
/// GET /api/orders: all placed orders (?user_id=, ?status=, ?paid=).
web::Response api_all_orders(const web::Request& request, Shop& shop);
/// GET /api/orders/{id}: the owner's, or any for staff.
web::Response api_order(const web::Request& request, Shop& shop);
/// PUT /api/orders/{id}/pay: staff mark it as paid; the owner pays by the sandbox's card.
web::Response api_order_pay(const web::Request& request, Shop& shop);
/// PUT /api/orders/{id}/deliver: shipped, if it was not, and delivered.
web::Response api_order_deliver(const web::Request& request, Shop& shop);
/// POST /api/orders/{id}/cancel: while it is unpaid and unshipped.
web::Response api_order_cancel(const web::Request& request, Shop& shop);

/// GET /api/cart: what is in it and what it costs (?country=).
web::Response api_cart(const web::Request& request, Shop& shop);
/// POST /api/cart/items: {"product_id", "quantity": 1}; 201 the cart.
web::Response api_cart_add(const web::Request& request, Shop& shop);
/// PATCH /api/cart/items/{product_id}: {"quantity"}; 0 removes the line.
web::Response api_cart_change(const web::Request& request, Shop& shop);
/// DELETE /api/cart/items/{product_id}.
web::Response api_cart_remove(const web::Request& request, Shop& shop);
/// DELETE /api/cart, /api/cart/clear.
web::Response api_cart_clear(const web::Request& request, Shop& shop);

}  // namespace orders
