/// order_page.cpp - GET /order/{id}: one placed order, read-only.
///
/// Template: templates/orders/order_page.tpl
/// Test:     tests/page/order_page_test.cpp

#include "base/text.h"
#include "order_page.tpl.varnames.h"
#include "orders/invoice.h"
#include "orders/order_parts_pages.h"
#include "orders/orders_pages.h"
#include "orders/returns.h"
#include "shop.h"

namespace orders {
namespace {

/// How the money is to come, as long as it has not.
void fill_instructions(ctemplate::TemplateDictionary& page, const Order& order) {
  if (!may(order.states, Action::pay) || !order.payment) return;
  const std::string total = to_text(order.total, order.currency);
  switch (*order.payment) {
    case PaymentMethod::bank_transfer: {
      auto& bank = *page.AddSectionDictionary(kop_BANK);
      bank.SetValue(kop_BANK_TOTAL, total);
      bank.SetValueWithoutCopy(kop_BANK_NUMBER, order.number);
      if (order.bank_account.empty()) return;
      bank.SetValueAndShowSection(kop_BANK_ACCOUNT_TEXT, order.bank_account, kop_BANK_ACCOUNT);
      return;
    }
    case PaymentMethod::cash_on_delivery:
      page.SetValueAndShowSection(kop_CASH_TOTAL, total, kop_CASH);
      return;
    case PaymentMethod::sandbox_card:
    case PaymentMethod::hosted_card: page.ShowSection(kop_CARD_OPEN); return;
  }
}

void fill_actions(ctemplate::TemplateDictionary& page, const web::Request& request,
                  const VisibleOrder& visible) {
  const Order& order = visible.order;
  if (may(order.states, Action::pay)) {
    auto& pay = *page.AddSectionDictionary(kop_CAN_PAY);
    pay.SetIntValue(kop_CAN_PAY_ID, order.id);
    if (!visible.key.empty()) {
      pay.SetValueAndShowSection(kop_CAN_PAY_KEY_TEXT, visible.key, kop_CAN_PAY_KEY);
    }
  }
  if (order.states.order == OrderState::placed || order.states.order == OrderState::complete) {
    page.SetValueAndShowSection(kop_WITHDRAW_URL, visible.path("/withdraw"), kop_WITHDRAW);
  }
  if (may_have_invoice(order.states)) {
    page.SetValueAndShowSection(kop_INVOICE_URL, visible.path("/invoice"), kop_INVOICE);
  }
  if (may(order.states, Action::cancel)) {
    auto& cancel = *page.AddSectionDictionary(kop_CAN_CANCEL);
    cancel.SetIntValue(kop_CAN_CANCEL_ID, order.id);
    cancel.SetValue(kop_CAN_CANCEL_CSRF, request.csrf_token());
    cancel.SetValueWithoutCopy(kop_CAN_CANCEL_KEY, visible.key);
  }
}

void fill_returns(ctemplate::TemplateDictionary& page, const web::Request& request, Shop& shop,
                  const VisibleOrder& visible) {
  for (const Return& one : returns_of_order(shop.db, visible.order.id)) {
    auto& row = *page.AddSectionDictionary(kop_RETURN);
    row.SetIntValue(kop_RETURN_ID, one.id);
    row.SetValue(kop_RETURN_URL, visible.path("/return/" + std::to_string(one.id)));
    row.SetValue(kop_RETURN_STATE, request.say({"withdraw.state." + one.state}));
  }
}

void fill_order_page(ctemplate::TemplateDictionary& page, const web::Request& request,
                     const VisibleOrder& visible) {
  const Order& order = visible.order;
  page.SetValueWithoutCopy(kop_NUMBER, order.number);
  page.SetValue(kop_DAY, to_day_text(order.placed_at.value_or(order.created_at)));
  page.SetValue(kop_WORD, std::string(temp_or_close(order.states)));
  page.SetValue(kop_PROGRESS,
                request.say({"order.progress." + to_lower(progress_word(order.states))}));
  page.SetValue(kop_PAYMENT_STATE,
                request.say({"order.payment." + std::string(to_text(order.states.payment))}));
  page.SetValue(kop_FULFILMENT,
                request.say({"order.fulfilment." + std::string(to_text(order.states.fulfilment))}));
  if (order.payment) {
    page.SetValueAndShowSection(kop_METHOD_NAME,
                                request.say({"payment." + std::string(to_text(*order.payment))}),
                                kop_METHOD);
  }
  if (request.visitor.is_signed_in() && visible.key.empty()) {
    page.SetValueAndShowSection(kop_CUSTOMER_NUMBER, order.number, kop_CUSTOMER);
  }
  fill_order_lines(page, order);
  fill_order_events(page, request, order);
  fill_order_address(page, request, order);
  fill_instructions(page, order);
  fill_actions(page, request, visible);
  fill_totals(page, kop_TOTALS, totals_of(order));
}

}  // namespace

web::Response order_page(const web::Request& request, Shop& shop) {
  const VisibleOrder visible = visible_order(request, shop);
  if (visible.order.states.is_temp()) return web::redirect_after_post("/cart");
  web::Page page(request, "orders/order_page.tpl",
                 request.say({"order.title", {visible.order.number}}));
  page.set_noindex();
  fill_order_page(page.body(), request, visible);
  fill_returns(page.body(), request, shop, visible);
  web::Response response = page.render();
  response.keep_session = true;
  return response;
}

}  // namespace orders
