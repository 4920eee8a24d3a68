/// product_sale_page.cpp - POST /admin/products/{id}/sale and /sale/end: a reduced price for a
/// time.
///
/// Template: templates/admin/product_edit_page.tpl
/// Test:     tests/page/product_edit_page_test.cpp

#include "admin/product_edit_view.h"
#include "admin/products_pages.h"
#include "base/time.h"

namespace admin {
namespace {

std::string path_of(std::int64_t id) {
  return "/admin/products/" + std::to_string(id);
}

/// An empty start is now, an empty end never.
catalog::Sale read_sale(const SaleFields& fields, web::Form& form, Instant now) {
  catalog::Sale sale;
  const auto price = parse_money(fields.price);
  if (!price) form.add_problem("sale_price", {"product.price"});
  sale.price = price.value_or(Money{});
  sale.starts = now;
  if (!fields.starts.empty()) {
    const auto starts = parse_local_minute(fields.starts);
    if (!starts) form.add_problem("sale_starts", {"product.moment"});
    sale.starts = starts.value_or(now);
  }
  if (!fields.ends.empty()) {
    sale.ends = parse_local_minute(fields.ends);
    if (!sale.ends) form.add_problem("sale_ends", {"product.moment"});
  }
  return sale;
}

/// True when the sale is planned; otherwise the form knows why not.
bool plan(Shop& shop, std::int64_t product, int version, const catalog::Sale& sale, Instant now,
          web::Form& form) {
  switch (catalog::plan_sale(shop.db, product, version, sale, now)) {
    case catalog::SaleOutcome::planned:
    case catalog::SaleOutcome::started: return true;
    case catalog::SaleOutcome::changed_meanwhile:
      form.add_problem("sale_price", {"product.changed_meanwhile"});
      return false;
    case catalog::SaleOutcome::not_cheaper:
      form.add_problem("sale_price", {"product.sale_not_cheaper"});
      return false;
    case catalog::SaleOutcome::ends_too_early:
      form.add_problem("sale_ends", {"product.sale_ends_early"});
      return false;
    case catalog::SaleOutcome::no_such_product: throw web::NotFound("product");
  }
  throw std::logic_error("unknown SaleOutcome");
}

}  // namespace

web::Response post_product_sale(const web::Request& request, Shop& shop) {
  const auto product = catalog::find_to_edit(shop.db, request.captured_id("id"));
  if (!product) throw web::NotFound("product");
  const int version = static_cast<int>(web::form_integer(request, "version", 0, INT32_MAX));
  web::Form form(request);
  const SaleFields fields{form.text("sale_price", 20, true), form.text("sale_starts", 20, false),
                          form.text("sale_ends", 20, false)};
  const catalog::Sale sale = read_sale(fields, form, request.now);
  if (!form.has_problems() && plan(shop, product->id, version, sale, request.now, form)) {
    return web::redirect_after_post(path_of(product->id), {"product.sale_planned"});
  }
  ProductView view{.form = form, .product = &*product, .version = product->version};
  view.fields = {product->draft, to_decimal(product->draft.price)};
  view.rows = product->draft.attributes.size();
  view.sale = fields;
  return show_product_form(request, shop, view);
}

web::Response post_product_sale_end(const web::Request& request, Shop& shop) {
  const std::int64_t product = request.captured_id("id");
  if (!catalog::find_to_edit(shop.db, product)) throw web::NotFound("product");
  if (!catalog::end_sale(shop.db, product)) {
    return web::redirect_with_warning(path_of(product), {"product.no_sale"});
  }
  return web::redirect_after_post(path_of(product), {"product.sale_ended"});
}

}  // namespace admin
