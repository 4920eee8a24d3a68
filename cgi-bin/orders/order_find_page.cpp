/// order_find_page.cpp - GET and POST /order/find: a guest's way back to an order.
///
/// Tries are counted by address and by e-mail address, so that nobody can try numbers through.
///
/// Template: templates/orders/order_find_page.tpl
/// Test:     tests/page/order_find_page_test.cpp

#include "order_find_page.tpl.varnames.h"
#include "orders/order_lookup_form.h"
#include "orders/orders_pages.h"
#include "shop.h"

namespace orders {
namespace {

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

}  // namespace

web::Response order_find_page(const web::Request& request, Shop&) {
  return show_find_page(request, "", "", nullptr);
}

web::Response post_order_find(const web::Request& request, Shop& shop) {
  web::Form form(request);
  const auto [number, email] = read_order_lookup(form);
  if (form.has_problems()) return show_find_page(request, number, email, &form);
  count_order_lookup(request, shop, email);
  const auto id = find_order_for_guest(shop.db, number, email);
  if (!id) {
    form.add_problem("number", {"order.none_found"});
    return show_find_page(request, number, email, &form);
  }
  return web::redirect_after_post("/order/" + std::to_string(*id) +
                                  "?key=" + make_order_key(request, *id));
}

}  // namespace orders
