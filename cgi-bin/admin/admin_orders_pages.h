/// admin_orders_pages.h - orders as staff run them.
#pragma once

#include "web/route.h"

namespace admin {

/// GET /admin/orders: all placed orders (?state=, payment=, fulfilment=, from=, to=, customer=, q=,
/// owed= money to give back, before= an order's id).
web::Response admin_orders_page(const web::Request& request, Shop& shop);
/// GET /admin/orders.csv: the same orders, all of them.
web::Response admin_orders_csv_page(const web::Request& request, Shop& shop);

/// GET /admin/order/{id}: one order with all that happened to it and all that may happen next.
web::Response admin_order_page(const web::Request& request, Shop& shop);
/// POST /admin/order/{id}/step: `step` is pay, pack, deliver, cancel or take_back.
web::Response post_admin_order_step(const web::Request& request, Shop& shop);
/// POST /admin/order/{id}/ship: `pieces-<line>` of each line, `carrier`, `tracking`.
web::Response post_admin_order_ship(const web::Request& request, Shop& shop);
/// POST /admin/order/{id}/refund: `amount`, `reason`.
web::Response post_admin_order_refund(const web::Request& request, Shop& shop);
/// POST /admin/order/{id}/refund/again: asks the payment service again for the refused `refund`.
web::Response post_admin_refund_again(const web::Request& request, Shop& shop);

/// GET /admin/order/{id}/invoice: for printing.
web::Response admin_invoice_page(const web::Request& request, Shop& shop);
/// GET /admin/order/{id}/packing-slip: what to put into the parcel, and where it lies.
web::Response packing_slip_page(const web::Request& request, Shop& shop);

/// GET /admin/returns: what customers announced (?state=, q=, before= a return's id).
web::Response admin_returns_page(const web::Request& request, Shop& shop);
/// GET /admin/returns.csv: the same returns, all of them.
web::Response admin_returns_csv_page(const web::Request& request, Shop& shop);
/// POST /admin/order/{id}/return/{return}/accept: the pieces are back.
web::Response post_return_accept(const web::Request& request, Shop& shop);
/// POST /admin/order/{id}/return/{return}/decline: with an `answer` to the customer.
web::Response post_return_decline(const web::Request& request, Shop& shop);

}  // namespace admin
