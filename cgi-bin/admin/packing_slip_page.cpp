/// packing_slip_page.cpp - GET /admin/order/{id}/packing-slip and /admin/order/{id}/invoice: what
/// staff print.
///
/// Template: templates/admin/packing_slip_page.tpl, templates/orders/invoice_page.tpl
/// Test:     tests/page/invoice_page_test.cpp

#include "admin/admin_orders_pages.h"
#include "orders/invoice_view.h"
#include "orders/order_work.h"
#include "packing_slip_page.tpl.varnames.h"
#include "web/countries.h"

namespace admin {
namespace {

std::string path_of(std::int64_t order_id) {
  return "/admin/order/" + std::to_string(order_id);
}

orders::OrderFile must_find(const web::Request& request, Shop& shop) {
  const std::int64_t id = request.captured_id("id");
  auto file = orders::find_order_file(shop.db, id);
  if (!file) throw web::NotFound("order " + std::to_string(id));
  return std::move(*file);
}

void fill_slip(ctemplate::TemplateDictionary& body, const web::Request& request,
               const orders::OrderFile& file, const std::map<std::int64_t, std::string>& places) {
  const orders::Address& to = file.order.address;
  body.SetValue(kpsp_NUMBER, file.order.number);
  body.SetValue(kpsp_BACK, path_of(file.order.id));
  body.SetValue(kpsp_SHOP, request.site->shop_name);
  body.SetValue(kpsp_DAY, to_day_text(file.order.placed_at.value_or(file.order.created_at)));
  body.SetValue(kpsp_SHIPPING, file.order.shipping_name);
  body.SetValue(kpsp_NAME, to.name);
  body.SetValue(kpsp_STREET, to.street);
  body.SetValue(kpsp_POSTAL_CODE, to.postal_code);
  body.SetValue(kpsp_CITY, to.city);
  body.SetValue(kpsp_COUNTRY, web::country_name(request, to.country));
  for (const orders::WorkLine& line : file.lines) {
    auto& row = *body.AddSectionDictionary(kpsp_LINE);
    row.SetValue(kpsp_LINE_SKU, line.sku);
    row.SetValue(kpsp_LINE_NAME, line.name);
    row.SetIntValue(kpsp_LINE_PIECES, line.quantity);
    row.SetIntValue(kpsp_LINE_LEFT, line.to_ship());
    const auto place = places.find(line.id);
    row.SetValue(kpsp_LINE_PLACE, place == places.end() ? "" : place->second);
  }
}

}  // namespace

web::Response packing_slip_page(const web::Request& request, Shop& shop) {
  const orders::OrderFile file = must_find(request, shop);
  const auto places = orders::places_of_units(shop.db, file.order.id);
  web::Page page(request, "admin/packing_slip_page.tpl",
                 request.say({"staff.slip_title", {file.order.number}}));
  page.set_noindex();
  fill_slip(page.body(), request, file, places);
  return page.render();
}

web::Response admin_invoice_page(const web::Request& request, Shop& shop) {
  const orders::OrderFile file = must_find(request, shop);
  return orders::show_invoice(request, shop, file.order, path_of(file.order.id));
}

}  // namespace admin
