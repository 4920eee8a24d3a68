/// withdraw_find_page.cpp - GET and POST /withdraw: the way to a withdrawal without log-in.
///
/// Whoever knows number and e-mail of an order may send its pieces back, but sees nothing of it
/// besides its lines.
///
/// Template: templates/orders/withdraw_find_page.tpl
/// Test:     tests/page/withdraw_page_test.cpp

#include "orders/order_lookup_form.h"
#include "orders/orders_pages.h"
#include "orders/returns.h"
#include "withdraw_find_page.tpl.varnames.h"

namespace orders {
namespace {

web::Response show_form(const web::Request& request, const OrderLookup& typed,
                        const web::Form* form) {
  web::Page page(request, "orders/withdraw_find_page.tpl", request.say({"withdraw.find_title"}));
  page.set_noindex();
  auto& body = page.body();
  body.SetValue(kwfp_CSRF, request.csrf_token());
  body.SetValue(kwfp_NUMBER, typed.number);
  body.SetValue(kwfp_EMAIL, typed.email);
  if (form != nullptr) form->fill_problems(body);
  web::Response response = page.render(form == nullptr ? 200 : 422);
  response.keep_session = true;
  return response;
}

}  // namespace

web::Response withdraw_find_page(const web::Request& request, Shop&) {
  return show_form(request, {}, nullptr);
}

web::Response post_withdraw_find(const web::Request& request, Shop& shop) {
  web::Form form(request);
  const OrderLookup typed = read_order_lookup(form);
  if (form.has_problems()) return show_form(request, typed, &form);
  count_order_lookup(request, shop, typed.email);
  const auto id = find_order_to_withdraw(shop.db, typed.number, typed.email);
  if (!id) {
    form.add_problem("number", {"withdraw.none_found"});
    return show_form(request, typed, &form);
  }
  return web::redirect_after_post("/order/" + std::to_string(*id) +
                                  "/withdraw?key=" + make_withdrawal_key(request, *id));
}

}  // namespace orders
