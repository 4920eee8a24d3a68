/// order_find_page.cpp - GET and POST /order/find: a guest's way back to an order.
///
/// Tries are counted by address and by e-mail address, so that nobody can try numbers through.
///
/// Template: templates/orders/order_find_page.tpl
/// Test:     tests/page/order_find_page_test.cpp

#include "accounts/rate_limit.h"
#include "base/text.h"
#include "order_find_page.tpl.varnames.h"
#include "orders/orders_pages.h"
#include "shop.h"

namespace orders {
namespace {

accounts::RateLimit find_limit() {
  return {"order_find", 10, std::chrono::minutes(15)};
}

web::Response show_find_page(const web::Request& request, const std::string& number,
                             const std::string& email, const web::Form* form) {
  web::Page page(request, "orders/order_find_page.tpl", request.say({"order.find_title"}));
  page.set_noindex();
  auto& body = page.body();
  body.SetValue(kofp_CSRF, request.csrf_token());
  body.SetValueWithoutCopy(kofp_NUMBER, number);
  body.SetValueWithoutCopy(kofp_EMAIL, email);
  if (form != nullptr) form->fill_problems(body);
  web::Response response = page.render(form == nullptr ? 200 : 422);
  response.keep_session = true;
  return response;
}

/// Throws TooManyRequests.
void count_try(const web::Request& request, Shop& shop, const std::string& email) {
  for (const std::string& subject :
       {"address:" + request.remote_address, "email:" + to_lower(email)}) {
    if (accounts::count_attempt(shop.db, find_limit(), subject, request.now)) continue;
    throw web::TooManyRequests("order look-ups", accounts::seconds_left(find_limit(), request.now));
  }
}

/// "#10001" -> "10001"
std::string read_number(web::Form& form) {
  std::string number = form.text("number", 20, true);
  if (number.starts_with('#')) number.erase(0, 1);
  if (number.empty()) form.add_problem("number", {"order.number"});
  return number;
}

}  // namespace

web::Response order_find_page(const web::Request& request, Shop&) {
  return show_find_page(request, "", "", nullptr);
}

web::Response post_order_find(const web::Request& request, Shop& shop) {
  web::Form form(request);
  const std::string number = read_number(form);
  const std::string email = form.text("email", 254, true);
  if (form.has_problems()) return show_find_page(request, number, email, &form);
  count_try(request, shop, email);
  const auto id = find_order_for_guest(shop.db, number, email);
  if (!id) {
    form.add_problem("number", {"order.none_found"});
    return show_find_page(request, number, email, &form);
  }
  return web::redirect_after_post("/order/" + std::to_string(*id) +
                                  "?key=" + make_order_key(request, *id));
}

}  // namespace orders
