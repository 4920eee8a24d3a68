/// invoice_page.cpp - GET /order/{id}/invoice: the customer's invoice, for printing.
///
/// Template: templates/orders/invoice_page.tpl
/// Test:     tests/page/invoice_page_test.cpp

#include "orders/invoice_view.h"
#include "orders/orders_pages.h"

namespace orders {

web::Response invoice_page(const web::Request& request, Shop& shop) {
  const VisibleOrder visible = visible_order(request, shop);
  if (visible.order.states.is_temp()) throw web::NotFound("a cart has no invoice");
  return show_invoice(request, shop, visible.order, visible.path());
}

}  // namespace orders
