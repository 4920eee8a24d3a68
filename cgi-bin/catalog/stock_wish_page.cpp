/// stock_wish_page.cpp - POST /product/{id}/back-in-stock: a letter when it can be bought again.
///
/// Test: tests/page/review_page_test.cpp

#include "accounts/rate_limit.h"
#include "base/text.h"
#include "catalog/catalog_pages.h"
#include "catalog/stock_wishes.h"

namespace catalog {
namespace {

constexpr std::size_t kMostEmail = 254;

/// Enough of an address to send a letter to; the mail server knows the rest.
bool is_address(const std::string& email) {
  const std::size_t sign = email.find('@');
  return sign != std::string::npos && sign > 0 && sign == email.rfind('@') &&
         sign + 1 < email.size() && email.find_first_of(" \t,;<>\"") == std::string::npos;
}

}  // namespace

web::Response post_stock_wish(const web::Request& request, Shop& shop) {
  const std::int64_t product = request.captured_id("id");
  const std::string path = "/product/" + std::to_string(product);
  std::string email = email_of(shop.db, request.visitor.account_id);
  if (email.empty()) {
    web::Form form(request);
    email = form.text("email", kMostEmail, true);
    if (form.has_problems() || !is_address(email)) {
      return web::redirect_with_warning(path, {"stock_wish.no_address"});
    }
    // A stranger's address can be typed here: one letter each, and not many.
    const accounts::RateLimit limit{"stock_wish", 10, std::chrono::hours(1)};
    const std::string subject = accounts::network_of(request.remote_address);
    if (!accounts::count_attempt(shop.db, limit, subject, request.now)) {
      return web::redirect_with_warning(path, {"stock_wish.too_often"});
    }
  }
  if (!wish_for_stock(shop.db, product, email, request.visitor.account_id, request.now)) {
    return web::redirect_with_warning(path, {"stock_wish.not_now"});
  }
  return web::redirect_after_post(path, {"stock_wish.kept", {email}});
}

}  // namespace catalog
