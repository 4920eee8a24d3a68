/// hosted_page.cpp - GET /order/{id}/pay/hosted: on the way to the payment service's page, and
/// back.
///
/// A link and no redirect: the policy of our pages (form-action) lets no form end on another site.
///
/// Template: templates/orders/hosted_page.tpl
/// Test:     tests/page/hosted_page_test.cpp

#include "hosted_page.tpl.varnames.h"
#include "orders/hosted.h"
#include "orders/orders_pages.h"
#include "shop.h"

namespace orders {

web::Response hosted_page(const web::Request& request, Shop& shop) {
  const VisibleOrder visible = visible_order(request, shop);
  auto gateway = make_hosted_gateway(shop.config);
  if (!gateway || visible.order.states.is_temp()) throw web::NotFound("no payment service");
  const Order& order = visible.order;
  // The service's own word may come later than the customer.
  if (!order.states.is_paid()) settle_hosted_payments(shop.db, *gateway, order.id, request.now);
  const auto now = find_order(shop.db, order.id);
  if (now && now->states.is_paid()) {
    return web::redirect_after_post(visible.path(), {"order.paid"});
  }
  const auto url = open_payment_url(shop.db, order.id);
  if (!url) return web::redirect_with_warning(visible.path("/pay"), {"hosted.closed"});
  web::Page page(request, "orders/hosted_page.tpl",
                 request.say({"order.pay_title", {order.number}}));
  page.set_noindex();
  auto& body = page.body();
  body.SetValueWithoutCopy(khp_NUMBER, order.number);
  body.SetValue(khp_TOTAL, to_text(order.total, order.currency));
  body.SetValue(khp_URL, *url);
  body.SetValue(khp_AGAIN, visible.path("/pay/hosted"));
  body.SetValue(khp_PAY, visible.path("/pay"));
  return page.render();
}

}  // namespace orders
