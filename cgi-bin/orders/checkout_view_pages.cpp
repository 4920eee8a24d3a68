#include "orders/checkout_view_pages.h"

#include "checkout_page.tpl.varnames.h"
#include "orders/orders_pages.h"
#include "orders/payment_form_pages.h"
#include "web/countries.h"

namespace orders {
namespace {

void fill_address(ctemplate::TemplateDictionary& page, const web::Request& request,
                  const CheckoutView& view) {
  const Address& address = view.fields.address;
  page.SetValueWithoutCopy(kcp_EMAIL, view.fields.email);
  page.SetValueWithoutCopy(kcp_NAME, address.name);
  page.SetValueWithoutCopy(kcp_STREET, address.street);
  page.SetValueWithoutCopy(kcp_POSTAL_CODE, address.postal_code);
  page.SetValueWithoutCopy(kcp_CITY, address.city);
  page.SetValueWithoutCopy(kcp_PHONE, address.phone);
  web::fill_countries(request, page, address.country);
}

void fill_summary(ctemplate::TemplateDictionary& page, const CheckoutView& view, const Quote& price,
                  const std::string& currency) {
  for (const CartLine& line : view.cart.lines) {
    auto& row = *page.AddSectionDictionary(kcp_LINE);
    row.SetIntValue(kcp_LINE_PIECES, line.quantity);
    row.SetValueWithoutCopy(kcp_LINE_NAME, line.name);
    row.SetValue(kcp_LINE_TOTAL, to_text(line.total(), currency));
  }
  fill_totals(page, kcp_TOTALS, totals_of(price, currency));
  page.SetValue(kcp_TOTAL_TEXT, to_text(price.total, currency));
  page.SetValue(kcp_TOTAL_CENTS, std::to_string(price.total.cents));
}

/// The price of what is in the fields, or of the first way to ship when theirs does not fit.
Quote price_of(const CheckoutView& view) {
  const std::string& country = view.fields.address.country;
  Quote price = quote(view.cart.rules, view.cart.subtotal(), country, view.fields.shipping);
  if (!price.chosen) price = quote(view.cart.rules, view.cart.subtotal(), country, "");
  return price;
}

}  // namespace

web::Response show_checkout(const web::Request& request, Shop& shop, const CheckoutView& view) {
  web::Page page(request, "orders/checkout_page.tpl", request.say({"checkout.title"}));
  page.set_noindex();
  auto& body = page.body();
  const Quote price = price_of(view);
  body.SetValue(kcp_CSRF, request.csrf_token());
  body.SetValueWithoutCopy(kcp_CHECKOUT_TOKEN, view.fields.token);
  if (!request.visitor.is_signed_in()) body.ShowSection(kcp_GUEST);
  fill_address(body, request, view);
  fill_shipping_choices(body, kcp_SHIPPING_CHOICES, price, shop.site.currency);
  fill_payment_choices(body, kcp_PAYMENT_CHOICES, request,
                       {shop.config.card_gateway, view.fields.payment, view.form});
  fill_summary(body, view, price, shop.site.currency);
  if (view.form != nullptr) view.form->fill_problems(body);
  if (!view.hitches.empty()) {
    auto& hitches = *body.AddSectionDictionary(kcp_HITCH);
    for (const web::Message& hitch : view.hitches) {
      hitches.AddSectionDictionary(kcp_HITCH_LINE)
          ->SetValue(kcp_HITCH_LINE_TEXT, request.say(hitch));
    }
  }
  const bool is_refused =
      !view.hitches.empty() || (view.form != nullptr && view.form->has_problems());
  web::Response response = page.render(is_refused ? 422 : 200);
  response.keep_session = true;
  return response;
}

}  // namespace orders
