#include "orders/invoice_view.h"

#include "invoice_page.tpl.varnames.h"
#include "orders/invoice.h"
#include "orders/order_work.h"
#include "orders/orders_pages.h"
#include "web/countries.h"

namespace orders {
namespace {

void fill_shop(ctemplate::TemplateDictionary& body, const web::Request& request,
               const ShopDetails& shop) {
  body.SetValue(kip_SHOP, request.site->shop_name);
  if (!shop.address.empty()) {
    body.SetValueAndShowSection(kip_SHOP_ADDRESS_TEXT, shop.address, kip_SHOP_ADDRESS);
  }
  if (!shop.tax_id.empty()) {
    body.SetValueAndShowSection(kip_TAX_ID_TEXT, shop.tax_id, kip_TAX_ID);
  }
}

void fill_customer(ctemplate::TemplateDictionary& body, const web::Request& request,
                   const Order& order) {
  const Address& to = order.address;
  if (to.name.empty() && to.street.empty()) return;
  auto& address = *body.AddSectionDictionary(kip_ADDRESS);
  address.SetValue(kip_ADDRESS_NAME, to.name);
  address.SetValue(kip_ADDRESS_STREET, to.street);
  address.SetValue(kip_ADDRESS_POSTAL_CODE, to.postal_code);
  address.SetValue(kip_ADDRESS_CITY, to.city);
  address.SetValue(kip_ADDRESS_COUNTRY, web::country_name(request, to.country));
}

void fill_lines(ctemplate::TemplateDictionary& body, const Order& order) {
  for (const OrderLine& line : order.lines) {
    auto& row = *body.AddSectionDictionary(kip_LINE);
    row.SetValue(kip_LINE_NAME, line.name);
    row.SetIntValue(kip_LINE_PIECES, line.quantity);
    row.SetValue(kip_LINE_PRICE, to_text(line.unit_price, order.currency));
    row.SetValue(kip_LINE_TOTAL, to_text(line.total(), order.currency));
  }
}

void fill_payment(ctemplate::TemplateDictionary& body, const OrderFile& file,
                  const ShopDetails& shop) {
  const Order& order = file.order;
  for (const WorkRefund& refund : file.refunds) {
    auto& row = *body.AddSectionDictionary(kip_REFUND);
    row.SetValue(kip_REFUND_DAY, to_day_text(refund.at));
    row.SetValue(kip_REFUND_AMOUNT, to_text(refund.amount, order.currency));
  }
  if (file.paid.cents > 0) {
    body.SetValueAndShowSection(kip_PAID_AMOUNT, to_text(file.paid, order.currency), kip_PAID);
  } else if (may(order.states, Action::pay)) {
    auto& due = *body.AddSectionDictionary(kip_DUE);
    due.SetValue(kip_DUE_AMOUNT, to_text(order.total, order.currency));
    due.SetValue(kip_DUE_NUMBER, order.number);
    const bool is_transfer = order.payment == PaymentMethod::bank_transfer;
    if (is_transfer && !shop.bank_account.empty()) {
      due.SetValueAndShowSection(kip_DUE_ACCOUNT_TEXT, shop.bank_account, kip_DUE_ACCOUNT);
    }
  }
}

}  // namespace

web::Response show_invoice(const web::Request& request, Shop& shop, const Order& order,
                           const std::string& back) {
  const auto invoice = issue_invoice(shop.db, order.id, request.now);
  if (!invoice) throw web::NotFound("no invoice of " + order.number, {"invoice.none"});
  const ShopDetails details = shop_details(shop.db);
  const auto file = find_order_file(shop.db, order.id);
  if (!file) throw web::NotFound("order");

  web::Page page(request, "orders/invoice_page.tpl",
                 request.say({"invoice.title", {invoice->number}}));
  page.set_noindex();
  auto& body = page.body();
  body.SetValue(kip_NUMBER, invoice->number);
  body.SetValue(kip_DAY, to_day_text(invoice->issued_at));
  body.SetValue(kip_ORDER, order.number);
  body.SetValue(kip_ORDER_DAY, to_day_text(order.placed_at.value_or(order.created_at)));
  body.SetValue(kip_BACK, back);
  fill_shop(body, request, details);
  fill_customer(body, request, order);
  fill_lines(body, order);
  fill_totals(body, kip_TOTALS, totals_of(order));
  fill_payment(body, *file, details);
  return page.render();
}

}  // namespace orders
