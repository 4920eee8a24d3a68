/// pay_page.cpp - GET and POST /order/{id}/pay: pay an open order by card, or choose another way.
///
/// Template: templates/orders/pay_page.tpl, orders/_payment_choices.tpl
/// Test:     tests/page/pay_page_test.cpp

#include "base/random.h"
#include "orders/orders_pages.h"
#include "orders/payment_form_pages.h"
#include "orders/settle.h"
#include "pay_page.tpl.varnames.h"
#include "shop.h"

namespace orders {
namespace {

web::Response show_pay_page(const web::Request& request, Shop& shop, const VisibleOrder& visible,
                            const std::string& token, const web::Form* form) {
  const Order& order = visible.order;
  web::Page page(request, "orders/pay_page.tpl", request.say({"order.pay_title", {order.number}}));
  page.set_noindex();
  auto& body = page.body();
  body.SetIntValue(kpp_ID, order.id);
  body.SetValueWithoutCopy(kpp_NUMBER, order.number);
  body.SetValue(kpp_TOTAL, to_text(order.total, order.currency));
  body.SetValue(kpp_CSRF, request.csrf_token());
  body.SetValueWithoutCopy(kpp_KEY, visible.key);
  if (!visible.key.empty()) body.SetValueAndShowSection(kpp_KEYED_TEXT, visible.key, kpp_KEYED);
  body.SetValueWithoutCopy(kpp_PAYMENT_TOKEN, token);
  const std::string method(to_text(order.payment.value_or(PaymentMethod::bank_transfer)));
  fill_payment_choices(body, kpp_PAYMENT_CHOICES, request,
                       {shop.config.card_gateway, method, form});
  if (form != nullptr) form->fill_problems(body);
  web::Response response = page.render(form == nullptr ? 200 : 422);
  response.keep_session = true;
  return response;
}

web::Response change_method(Shop& shop, const VisibleOrder& visible, PaymentMethod method) {
  switch (change_payment_method(shop.db, visible.order.id, method)) {
    case AdvanceOutcome::done:
      return web::redirect_after_post(visible.path(), {"order.method_changed"});
    case AdvanceOutcome::not_now:
      return web::redirect_with_warning(visible.path(), {"order.not_payable"});
    case AdvanceOutcome::no_such_order:
      throw web::NotFound("order " + std::to_string(visible.order.id));
  }
  throw std::logic_error("unknown AdvanceOutcome");
}

}  // namespace

web::Response pay_page(const web::Request& request, Shop& shop) {
  const VisibleOrder visible = visible_order(request, shop);
  const States& states = visible.order.states;
  if (states.is_temp()) return web::redirect_after_post("/cart");
  if (states.is_paid()) return web::redirect_with_warning(visible.path(), {"order.already_paid"});
  if (!may(states, Action::pay)) {
    return web::redirect_with_warning(visible.path(), {"order.not_payable"});
  }
  return show_pay_page(request, shop, visible, random_token(), nullptr);
}

web::Response post_order_pay(const web::Request& request, Shop& shop) {
  const VisibleOrder visible = visible_order(request, shop);
  if (visible.order.states.is_temp()) throw web::NotFound("a cart cannot be paid");
  constexpr std::size_t kLongestToken = 64;
  constexpr std::size_t kShortestToken = 20;
  const std::string token = web::form_text(request, "payment_token", kLongestToken);
  if (token.size() < kShortestToken) throw web::BadRequest("payment_token is too short");
  web::Form form(request);
  const PaymentInput payment = read_payment(request, form, shop);
  if (form.has_problems()) return show_pay_page(request, shop, visible, token, &form);
  if (payment.method == PaymentMethod::hosted_card)
    return open_payment_page(request, shop, visible);
  if (!payment.card) {
    // Who leaves the payment service's page for another way to pay must not be able to pay twice.
    if (clear_up_payments(shop.db, shop.config, visible.order.id, request.now)) {
      return web::redirect_after_post(visible.path(), {"order.paid"});
    }
    return change_method(shop, visible, *payment.method);
  }
  return charge_card(request, shop,
                     {.order_id = visible.order.id,
                      .card = *payment.card,
                      .token = token,
                      .order_path = visible.path(),
                      .pay_path = visible.path("/pay")});
}

}  // namespace orders
