/// invoice_view.h - the printable invoice, the same for customer and staff.
#pragma once

#include "orders/orders.h"
#include "shop.h"
#include "web/web.h"

namespace orders {

/// The invoice of a placed order as a page; `back` is the address of the order's own page. Throws
/// web::NotFound when the order has none.
web::Response show_invoice(const web::Request& request, Shop& shop, const Order& order,
                           const std::string& back);

}  // namespace orders
