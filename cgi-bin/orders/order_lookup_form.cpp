#include "orders/order_lookup_form.h"

#include "accounts/rate_limit.h"
#include "base/text.h"

namespace orders {

OrderLookup read_order_lookup(web::Form& form) {
  std::string number = form.text("number", 20, true);
  if (number.starts_with('#')) number.erase(0, 1);
  if (number.empty()) form.add_problem("number", {"order.number"});
  return {number, form.text("email", 254, true)};
}

void count_order_lookup(const web::Request& request, Shop& shop, const std::string& email) {
  const accounts::RateLimit limit{"order_find", 10, std::chrono::minutes(15)};
  for (const std::string& subject :
       {"address:" + request.remote_address, "email:" + to_lower(email)}) {
    if (accounts::count_attempt(shop.db, limit, subject, request.now)) continue;
    throw web::TooManyRequests("order look-ups", accounts::seconds_left(limit, request.now));
  }
}

}  // namespace orders
