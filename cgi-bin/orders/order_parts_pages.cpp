#include "orders/order_parts_pages.h"

#include "order_page.tpl.varnames.h"
#include "web/countries.h"

namespace orders {

void fill_order_lines(ctemplate::TemplateDictionary& page, const Order& order) {
  for (const OrderLine& line : order.lines) {
    auto& row = *page.AddSectionDictionary(kop_LINE);
    row.SetIntValue(kop_LINE_PRODUCT, line.product_id);
    row.SetValueWithoutCopy(kop_LINE_NAME, line.name);
    row.SetValue(kop_LINE_PRICE, to_text(line.unit_price, order.currency));
    row.SetIntValue(kop_LINE_PIECES, line.quantity);
    row.SetValue(kop_LINE_TOTAL, to_text(line.total(), order.currency));
  }
}

void fill_order_events(ctemplate::TemplateDictionary& page, const web::Request& request,
                       const Order& order) {
  for (const OrderEvent& event : order.events) {
    auto& row = *page.AddSectionDictionary(kop_EVENT);
    row.SetValue(kop_EVENT_WORD, request.say({"order.event." + event.kind}));
    row.SetValue(kop_EVENT_ISO, to_iso(event.at));
    row.SetValue(kop_EVENT_TIME, to_minute_text(event.at));
    // A failed payment's note is the gateway's word, for staff.
    if (!event.note.empty() && event.kind != "payment_failed") {
      row.SetValueAndShowSection(kop_EVENT_NOTE_TEXT, event.note, kop_EVENT_NOTE);
    }
  }
}

void fill_order_address(ctemplate::TemplateDictionary& page, const web::Request& request,
                        const Order& order) {
  const Address& to = order.address;
  if (to.name.empty() && to.street.empty()) {
    page.ShowSection(kop_NO_ADDRESS);
    return;
  }
  auto& address = *page.AddSectionDictionary(kop_ADDRESS);
  address.SetValueWithoutCopy(kop_ADDRESS_NAME, to.name);
  address.SetValueWithoutCopy(kop_ADDRESS_STREET, to.street);
  address.SetValueWithoutCopy(kop_ADDRESS_POSTAL_CODE, to.postal_code);
  address.SetValueWithoutCopy(kop_ADDRESS_CITY, to.city);
  address.SetValue(kop_ADDRESS_COUNTRY, web::country_name(request, to.country));
  address.SetValueWithoutCopy(kop_ADDRESS_EMAIL, order.email);
  if (!to.phone.empty()) {
    address.SetValueAndShowSection(kop_ADDRESS_PHONE_TEXT, to.phone, kop_ADDRESS_PHONE);
  }
}

}  // namespace orders
