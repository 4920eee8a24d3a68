#include "admin/admin_order_view.h"

#include <algorithm>

#include "admin_order_page.tpl.varnames.h"
#include "orders/invoice.h"
#include "orders/orders_pages.h"
#include "web/countries.h"

namespace admin {
namespace {

using orders::Action;
using orders::OrderFile;

/// The buttons that need nothing but a click, in the order of an order's life.
constexpr Action kPlainSteps[] = {Action::pay, Action::pack, Action::deliver, Action::cancel,
                                  Action::take_back};

void fill_states(ctemplate::TemplateDictionary& body, const web::Request& request,
                 const OrderFile& file) {
  const orders::States& states = file.order.states;
  body.SetValue(kaop_NUMBER, file.order.number);
  body.SetIntValue(kaop_ID, file.order.id);
  if (orders::may_have_invoice(states)) {
    body.AddSectionDictionary(kaop_INVOICE)->SetIntValue(kaop_INVOICE_ID, file.order.id);
  }
  body.SetValue(kaop_PLACED, to_minute_text(file.order.placed_at.value_or(file.order.created_at)));
  body.SetValue(kaop_STATE, request.say({"staff.state." + std::string(to_text(states.order))}));
  body.SetValue(kaop_PAYMENT,
                request.say({"order.payment." + std::string(to_text(states.payment))}));
  body.SetValue(kaop_FULFILMENT,
                request.say({"order.fulfilment." + std::string(to_text(states.fulfilment))}));
  if (file.order.payment) {
    body.SetValueAndShowSection(
        kaop_METHOD_NAME, request.say({"payment." + std::string(to_text(*file.order.payment))}),
        kaop_METHOD);
  }
  if (!file.customer.empty()) {
    body.SetValueAndShowSection(kaop_CUSTOMER_NAME, file.customer, kaop_CUSTOMER);
  }
}

void fill_address(ctemplate::TemplateDictionary& body, const web::Request& request,
                  const orders::Order& order) {
  const orders::Address& to = order.address;
  if (to.name.empty() && to.street.empty()) {
    body.ShowSection(kaop_NO_ADDRESS);
    return;
  }
  auto& address = *body.AddSectionDictionary(kaop_ADDRESS);
  address.SetValue(kaop_ADDRESS_NAME, to.name);
  address.SetValue(kaop_ADDRESS_STREET, to.street);
  address.SetValue(kaop_ADDRESS_POSTAL_CODE, to.postal_code);
  address.SetValue(kaop_ADDRESS_CITY, to.city);
  address.SetValue(kaop_ADDRESS_COUNTRY, web::country_name(request, to.country));
  address.SetValue(kaop_ADDRESS_EMAIL, order.email);
  address.SetValue(kaop_ADDRESS_PHONE, to.phone);
}

void fill_lines(ctemplate::TemplateDictionary& body, const OrderFile& file) {
  for (const orders::WorkLine& line : file.lines) {
    auto& row = *body.AddSectionDictionary(kaop_LINE);
    row.SetIntValue(kaop_LINE_PRODUCT, line.product_id);
    row.SetValue(kaop_LINE_NAME, line.name);
    row.SetValue(kaop_LINE_SKU, line.sku);
    row.SetValue(kaop_LINE_PRICE, to_text(line.unit_price, file.order.currency));
    row.SetIntValue(kaop_LINE_PIECES, line.quantity);
    row.SetIntValue(kaop_LINE_SHIPPED, line.shipped);
    row.SetValue(kaop_LINE_TOTAL, to_text(line.total(), file.order.currency));
  }
}

void fill_history(ctemplate::TemplateDictionary& body, const web::Request& request,
                  const OrderFile& file) {
  for (const orders::WorkEvent& event : file.history) {
    auto& row = *body.AddSectionDictionary(kaop_EVENT);
    row.SetValue(kaop_EVENT_WORD, request.say({"order.event." + event.kind}));
    row.SetValue(kaop_EVENT_ISO, to_iso(event.at));
    row.SetValue(kaop_EVENT_TIME, to_minute_text(event.at));
    if (!event.who.empty()) {
      row.SetValueAndShowSection(kaop_EVENT_WHO_NAME, event.who, kaop_EVENT_WHO);
    }
    if (!event.note.empty()) {
      row.SetValueAndShowSection(kaop_EVENT_NOTE_TEXT, event.note, kaop_EVENT_NOTE);
    }
  }
}

void fill_shipments(ctemplate::TemplateDictionary& body, const OrderFile& file) {
  if (file.shipments.empty()) return;
  auto& list = *body.AddSectionDictionary(kaop_SHIPMENTS);
  for (const orders::Shipment& shipment : file.shipments) {
    auto& row = *list.AddSectionDictionary(kaop_SHIPMENT);
    row.SetValue(kaop_SHIPMENT_TIME, to_minute_text(shipment.at));
    row.SetValue(kaop_SHIPMENT_CARRIER, shipment.carrier);
    row.SetValue(kaop_SHIPMENT_TRACKING, shipment.tracking);
    row.SetValue(kaop_SHIPMENT_CONTENT, shipment.content);
  }
}

void fill_money(ctemplate::TemplateDictionary& body, const web::Request& request,
                const OrderFile& file) {
  const std::string& currency = file.order.currency;
  body.SetValue(kaop_PAID, to_text(file.paid, currency));
  body.SetValue(kaop_REFUNDED, to_text(file.refunded, currency));
  if (file.payments.empty() && file.refunds.empty()) return;
  auto& list = *body.AddSectionDictionary(kaop_MONEY);
  for (const orders::WorkPayment& payment : file.payments) {
    auto& row = *list.AddSectionDictionary(kaop_MOVE);
    row.SetValue(kaop_MOVE_TIME, to_minute_text(payment.at));
    row.SetValue(kaop_MOVE_WORD, request.say({"staff.payment." + payment.state,
                                              {request.say({"payment." + payment.method})}}));
    row.SetValue(kaop_MOVE_AMOUNT, to_text(payment.amount, currency));
  }
  for (const orders::WorkRefund& refund : file.refunds) {
    auto& row = *list.AddSectionDictionary(kaop_MOVE);
    row.SetValue(kaop_MOVE_TIME, to_minute_text(refund.at));
    row.SetValue(kaop_MOVE_WORD, request.say({"staff.refund", {refund.reason}}));
    row.SetValue(kaop_MOVE_AMOUNT, to_text(Money{-refund.amount.cents}, currency));
  }
}

void fill_steps(ctemplate::TemplateDictionary& body, const web::Request& request,
                const OrderFile& file) {
  for (const Action action : kPlainSteps) {
    if (!may(file.order.states, action)) continue;
    const std::string word(to_text(action));
    auto& step = *body.AddSectionDictionary(kaop_STEP);
    step.SetIntValue(kaop_STEP_ID, file.order.id);
    step.SetValue(kaop_STEP_CSRF, request.csrf_token());
    step.SetIntValue(kaop_STEP_SEEN, file.last_event);
    step.SetValue(kaop_STEP_WORD, word);
    step.SetValue(kaop_STEP_NAME, request.say({"staff.step." + word}));
    const bool is_end = action == Action::cancel || action == Action::take_back;
    step.SetValue(kaop_STEP_TONE, is_end ? "danger" : "quiet");
  }
}

void fill_ship_form(ctemplate::TemplateDictionary& body, const web::Request& request,
                    const OrderFile& file, const OrderFormsTyped& typed) {
  if (!may(file.order.states, Action::ship)) return;
  auto& form = *body.AddSectionDictionary(kaop_SHIP);
  form.SetIntValue(kaop_SHIP_ID, file.order.id);
  form.SetValue(kaop_SHIP_CSRF, request.csrf_token());
  form.SetIntValue(kaop_SHIP_SEEN, file.last_event);
  form.SetValue(kaop_SHIP_CARRIER, typed.carrier);
  form.SetValue(kaop_SHIP_TRACKING, typed.tracking);
  for (const orders::WorkLine& line : file.lines) {
    if (line.to_ship() < 1) continue;
    auto& row = *form.AddSectionDictionary(kaop_PARCEL);
    row.SetIntValue(kaop_PARCEL_LINE, line.id);
    row.SetValue(kaop_PARCEL_NAME, line.name);
    row.SetIntValue(kaop_PARCEL_LEFT, line.to_ship());
  }
}

std::string content_of(const orders::Return& one) {
  std::string content;
  for (const orders::ReturnLine& line : one.lines) {
    content += (content.empty() ? "" : ", ") + std::to_string(line.pieces) + " × " + line.name;
  }
  return content;
}

void fill_return(ctemplate::TemplateDictionary& body, const web::Request& request,
                 const OrderFile& file, const orders::Return& one) {
  auto& row = *body.AddSectionDictionary(kaop_RETURN);
  row.SetIntValue(kaop_RETURN_ID, one.id);
  row.SetValue(kaop_RETURN_STATE, request.say({"staff.return_state." + one.state}));
  row.SetValue(kaop_RETURN_TIME, to_minute_text(one.created_at));
  row.SetValue(kaop_RETURN_CONTENT, content_of(one));
  if (!one.reason.empty()) {
    row.SetValueAndShowSection(kaop_RETURN_REASON_TEXT, one.reason, kaop_RETURN_REASON);
  }
  if (!one.answer.empty()) {
    row.SetValueAndShowSection(kaop_RETURN_ANSWER_TEXT, one.answer, kaop_RETURN_ANSWER);
  }
  if (one.refund) {
    row.SetValueAndShowSection(kaop_RETURN_DUE_AMOUNT, to_text(*one.refund, file.order.currency),
                               kaop_RETURN_DUE);
  }
  if (one.state != "asked") return;
  auto& decide = *row.AddSectionDictionary(kaop_DECIDE);
  decide.SetIntValue(kaop_DECIDE_ORDER, file.order.id);
  decide.SetIntValue(kaop_DECIDE_ID, one.id);
  decide.SetValue(kaop_DECIDE_CSRF, request.csrf_token());
  decide.SetIntValue(kaop_DECIDE_SEEN, file.last_event);
}

/// What the form proposes to send back: what accepted returns still owe, else all that is left.
Money proposed_refund(const OrderFile& file, const std::vector<orders::Return>& returns) {
  Money due = Money{} - file.refunded;
  for (const orders::Return& one : returns) due += one.refund.value_or(Money{});
  return due.cents > 0 ? std::min(due, file.refundable()) : file.refundable();
}

void fill_refund_form(ctemplate::TemplateDictionary& body, const web::Request& request,
                      const OrderFile& file, const std::vector<orders::Return>& returns,
                      const OrderFormsTyped& typed) {
  if (file.refundable().cents < 1) return;
  auto& form = *body.AddSectionDictionary(kaop_REFUND);
  form.SetIntValue(kaop_REFUND_ID, file.order.id);
  form.SetValue(kaop_REFUND_CSRF, request.csrf_token());
  form.SetIntValue(kaop_REFUND_SEEN, file.last_event);
  form.SetValue(kaop_REFUND_LEFT, to_text(file.refundable(), file.order.currency));
  form.SetValue(kaop_REFUND_AMOUNT,
                typed.amount.empty() ? to_decimal(proposed_refund(file, returns)) : typed.amount);
  form.SetValue(kaop_REFUND_REASON, typed.reason);
  const auto after = step(file.order.states, Action::refund);
  if (after && after->returns_stock) form.ShowSection(kaop_REFUND_ENDS);
}

}  // namespace

void fill_admin_order(ctemplate::TemplateDictionary& body, const web::Request& request,
                      const OrderFile& file, const std::vector<orders::Return>& returns,
                      const OrderFormsTyped& typed) {
  fill_states(body, request, file);
  fill_address(body, request, file.order);
  fill_lines(body, file);
  fill_totals(body, kaop_TOTALS, orders::totals_of(file.order));
  for (const orders::Return& one : returns) fill_return(body, request, file, one);
  fill_shipments(body, file);
  fill_money(body, request, file);
  fill_history(body, request, file);
  fill_steps(body, request, file);
  fill_ship_form(body, request, file, typed);
  fill_refund_form(body, request, file, returns, typed);
}

void fill_gateway_refunds(ctemplate::TemplateDictionary& body, const web::Request& request,
                          const orders::Order& order,
                          const std::vector<orders::GatewayRefund>& refunds) {
  for (const orders::GatewayRefund& refund : refunds) {
    auto& row = *body.AddSectionDictionary(kaop_BACK);
    row.ShowSection(refund.is_surplus ? kaop_BACK_SURPLUS : kaop_BACK_USUAL);
    row.SetValue(kaop_BACK_AMOUNT, to_text(refund.amount, order.currency));
    row.SetValue(kaop_BACK_STATE, request.say({"hosted.state." + refund.state}));
    if (!refund.error.empty()) {
      row.SetValueAndShowSection(kaop_BACK_WHY_TEXT, refund.error, kaop_BACK_WHY);
    }
    if (refund.state != "failed") continue;
    auto& again = *row.AddSectionDictionary(kaop_BACK_AGAIN);
    again.SetIntValue(kaop_BACK_AGAIN_ORDER, order.id);
    again.SetIntValue(kaop_BACK_AGAIN_ID, refund.id);
    again.SetValue(kaop_BACK_AGAIN_CSRF, request.csrf_token());
  }
}

}  // namespace admin
