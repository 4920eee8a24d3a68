/// coupon_page.cpp - POST /cart/coupon and /cart/coupon/remove.
///
/// Test: tests/page/coupon_page_test.cpp

#include "accounts/rate_limit.h"
#include "orders/orders_pages.h"
#include "orders/promotions.h"
#include "shop.h"

namespace orders {
namespace {

constexpr const char* kCart = "/cart";

/// Codes are short: whoever tries them out is stopped, by address and by session.
accounts::RateLimit coupon_limit() {
  return {"coupon", 20, std::chrono::minutes(15)};
}

}  // namespace

web::Response post_cart_coupon(const web::Request& request, Shop& shop) {
  web::Form form(request);
  const std::string code = form.text("coupon", kMostCode, true);
  if (form.has_problems()) return web::redirect_with_warning(kCart, {"coupon.empty"});
  const accounts::RateLimit limit = coupon_limit();
  if (accounts::is_exhausted(shop.db, limit, request.remote_address, request.now)) {
    return web::redirect_with_warning(kCart, {"coupon.too_often"});
  }
  switch (enter_coupon(shop.db, cart_owner(request), code)) {
    case CouponOutcome::entered: return web::redirect_after_post(kCart);
    case CouponOutcome::no_cart: return web::redirect_with_warning(kCart, {"cart.already_empty"});
    case CouponOutcome::unknown:
      if (!accounts::count_attempt(shop.db, limit, request.remote_address, request.now)) {
        return web::redirect_with_warning(kCart, {"coupon.too_often"});
      }
      return web::redirect_with_warning(kCart, {"coupon.unknown"});
  }
  throw std::logic_error("unknown CouponOutcome");
}

web::Response post_cart_coupon_remove(const web::Request& request, Shop& shop) {
  drop_coupon(shop.db, cart_owner(request));
  return web::redirect_after_post(kCart, {"coupon.removed"});
}

}  // namespace orders
