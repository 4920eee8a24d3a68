/// order_cancel_page.cpp - POST /order/{id}/cancel: the customer changes his mind.
///
/// Test: tests/page/order_page_test.cpp

#include "orders/orders_pages.h"
#include "orders/settle.h"
#include "shop.h"

namespace orders {

web::Response post_order_cancel(const web::Request& request, Shop& shop) {
  const VisibleOrder visible = visible_order(request, shop);
  const std::int64_t id = visible.order.id;
  // What a card was asked for and never answered is cleared up first: no paid order is cancelled.
  clear_up_payments(shop.db, shop.config, id, request.now);
  std::optional<std::int64_t> actor;
  if (request.visitor.is_signed_in()) actor = request.visitor.account_id;
  switch (cancel_order(shop.db, id, actor, request.now)) {
    case AdvanceOutcome::done: return web::redirect_after_post(visible.path(), {"order.cancelled"});
    case AdvanceOutcome::not_now:
      return web::redirect_with_warning(visible.path(), {"order.not_cancelled"});
    case AdvanceOutcome::no_such_order: throw web::NotFound("order " + std::to_string(id));
  }
  throw std::logic_error("unknown AdvanceOutcome");
}

}  // namespace orders
