/// product_edit_view.cpp - fills templates/admin/product_edit_page.tpl.

#include "admin/product_edit_view.h"

#include "admin/products_pages.h"
#include "catalog/catalog.h"
#include "product_edit_page.tpl.varnames.h"

namespace admin {
namespace {

using ctemplate::TemplateDictionary;

constexpr int kPricesShown = 12;

void fill_fields(TemplateDictionary& page, const ProductView& view) {
  const catalog::ProductDraft& draft = view.fields.draft;
  page.SetIntValue(kpep_VERSION, view.version);
  page.SetValue(kpep_NAME, draft.name);
  page.SetValue(kpep_SKU, draft.sku);
  page.SetValue(kpep_DESCRIPTION, draft.description);
  page.SetValue(kpep_PRICE, view.fields.price);
  for (std::size_t i = 0; i < std::min(view.rows, kMostRows); ++i) {
    auto& row = *page.AddSectionDictionary(kpep_ATTRIBUTE);
    row.SetValue(kpep_ATTRIBUTE_NUMBER, std::to_string(i + 1));
    if (i >= draft.attributes.size()) continue;
    row.SetValue(kpep_ATTRIBUTE_NAME, draft.attributes[i].name);
    row.SetValue(kpep_ATTRIBUTE_VALUE, draft.attributes[i].value);
  }
}

void fill_choices(TemplateDictionary& page, Shop& shop, const catalog::ProductDraft& draft) {
  for (const catalog::TreeCategory& category : catalog::list_tree(shop.db)) {
    auto& option = *page.AddSectionDictionary(kpep_CATEGORY);
    option.SetIntValue(kpep_CATEGORY_ID, category.id);
    option.SetValue(kpep_CATEGORY_NAME, indented_name(category));
    if (category.id == draft.category_id) option.ShowSection(kpep_CATEGORY_CHOSEN);
  }
  for (const catalog::Brand& brand : catalog::list_brands(shop.db)) {
    auto& option = *page.AddSectionDictionary(kpep_BRAND);
    option.SetIntValue(kpep_BRAND_ID, brand.id);
    option.SetValue(kpep_BRAND_NAME, brand.name);
    if (brand.id == draft.brand_id) option.ShowSection(kpep_BRAND_CHOSEN);
  }
}

void fill_sale(TemplateDictionary& part, Shop& shop, const ProductView& view) {
  const std::string& currency = shop.site.currency;
  part.SetValue(kpep_SALE_PRICE, view.sale.price);
  part.SetValue(kpep_SALE_STARTS, view.sale.starts);
  part.SetValue(kpep_SALE_ENDS, view.sale.ends);
  if (view.product->sale) {
    const catalog::Sale& sale = *view.product->sale;
    auto& planned = *part.AddSectionDictionary(kpep_PLANNED);
    planned.ShowSection(sale.running ? kpep_PLANNED_RUNNING : kpep_PLANNED_WAITING);
    planned.SetValue(kpep_PLANNED_PRICE, to_text(sale.price, currency));
    planned.SetValue(kpep_PLANNED_STARTS, to_minute_text(sale.starts));
    if (sale.ends) {
      planned.SetValueAndShowSection(kpep_PLANNED_ENDS_TEXT, to_minute_text(*sale.ends),
                                     kpep_PLANNED_ENDS);
    }
  }
  for (const catalog::PastPrice& past :
       catalog::list_prices(shop.db, view.product->id, kPricesShown)) {
    auto& row = *part.AddSectionDictionary(kpep_PAST);
    row.SetValue(kpep_PAST_PRICE, to_text(past.price, currency));
    row.SetValue(kpep_PAST_SINCE, to_minute_text(past.since));
  }
}

/// What only a product that exists has.
void fill_existing(TemplateDictionary& page, const web::Request& request, Shop& shop,
                   const ProductView& view) {
  const catalog::EditableProduct& product = *view.product;
  auto& part = *page.AddSectionDictionary(kpep_EXISTING);
  part.SetValue(kpep_EXISTING_ID, std::to_string(product.id));
  part.SetIntValue(kpep_EXISTING_VERSION, product.version);
  part.SetValue(kpep_EXISTING_CSRF, request.csrf_token());
  part.SetValue(kpep_EXISTING_PRICE, to_text(product.price_now, shop.site.currency));
  part.SetIntValue(kpep_EXISTING_STOCK, product.in_stock);
  if (product.withdrawn) {
    part.ShowSection(kpep_IS_WITHDRAWN);
  } else {
    part.SetValueAndShowSection(kpep_IS_OFFERED_URL,
                                catalog::product_path(product.id, product.slug), kpep_IS_OFFERED);
  }
  fill_sale(part, shop, view);
  if (!view.more) view.form.fill_problems(part);
}

}  // namespace

web::Response show_product_form(const web::Request& request, Shop& shop, const ProductView& view) {
  const bool is_new = view.product == nullptr;
  const bool is_refused = !view.more && view.form.has_problems();
  const std::string title = is_new ? request.say({"title.product_new"}) : view.product->draft.name;
  web::Page page(request, "admin/product_edit_page.tpl", title);
  page.set_noindex();
  auto& body = page.body();
  body.SetValue(kpep_TITLE, title);
  body.SetValue(kpep_CSRF, request.csrf_token());
  body.SetValue(kpep_ACTION, is_new ? "new" : std::to_string(view.product->id));
  body.SetValue(kpep_CURRENCY, shop.site.currency);
  fill_fields(body, view);
  fill_choices(body, shop, view.fields.draft);
  if (!is_new) fill_existing(body, request, shop, view);
  if (!view.more) view.form.fill_problems(body);
  return page.render(is_refused ? 422 : 200);
}

web::Response show_more_rows(const web::Request& request, Shop& shop, ProductView view) {
  constexpr std::size_t kMore = 10;
  view.rows = view.fields.draft.attributes.size() + kMore;
  view.more = true;
  return show_product_form(request, shop, view);
}

}  // namespace admin
