/// manage_api.cpp - POST /api/products/create, PUT …/update/{id}, DELETE …/delete/{id}.
///
/// Test: tests/page/manage_api_test.cpp

#include "catalog/manage_api.h"

#include <algorithm>

#include "base/text.h"
#include "catalog/manage.h"
#include "catalog/product_json_view.h"
#include "catalog/tree.h"
#include "shop.h"
#include "web/json_form.h"

namespace catalog {
namespace {

/// "19.99" or 19.99, or whole cents in `price_cents`.
std::optional<Money> read_price(web::JsonForm& form) {
  if (form.has("price_cents")) return Money{form.integer("price_cents", 0, kHighestPrice.cents)};
  if (!form.has("price")) return std::nullopt;
  const auto price = parse_money(form.value_text("price"));
  if (!price || *price > kHighestPrice) form.add_problem("price", {"product.price"});
  return price;
}

/// By id, slug or name; 0 and a problem when there is none.
std::int64_t find_category(db::Connection& db, web::JsonForm& form) {
  const std::string wanted = to_lower(form.value_text("category"));
  for (const TreeCategory& category : list_tree(db)) {
    const bool is_it = category.slug == wanted || to_lower(category.name) == wanted ||
                       std::to_string(category.id) == wanted;
    if (is_it) return category.id;
  }
  form.add_problem("category", {"product.no_such_category"});
  return 0;
}

std::int64_t find_brand(db::Connection& db, web::JsonForm& form) {
  const std::string wanted = to_lower(form.value_text("brand"));
  if (wanted.empty()) return 0;
  for (const Brand& brand : list_brands(db)) {
    if (brand.slug == wanted || to_lower(brand.name) == wanted) return brand.id;
  }
  form.add_problem("brand", {"product.no_such_brand"});
  return 0;
}

std::vector<Attribute> read_attributes(web::JsonForm& form) {
  std::vector<Attribute> attributes;
  for (const auto& part : form.objects("attributes", kMostAttributes)) {
    attributes.push_back({part->text("name", kMostAttributeText, true),
                          part->text("value", kMostAttributeText, true)});
    form.add_problems_of(*part);
  }
  return attributes;
}

/// Changes in `draft` what was sent. `is_new`: what a product cannot do without must be there.
void read_draft(db::Connection& db, web::JsonForm& form, bool is_new, ProductDraft& draft) {
  if (is_new || form.has("name")) draft.name = form.text("name", kMostProductName, true);
  if (is_new || form.has("sku")) draft.sku = form.text("sku", kMostSku, true);
  if (form.has("description")) {
    draft.description = form.lines("description", kMostDescription, false);
  }
  if (form.has("category")) draft.category_id = find_category(db, form);
  if (is_new && !form.has("category")) form.add_problem("category", {"form.required"});
  if (form.has("brand")) draft.brand_id = find_brand(db, form);
  const auto price = read_price(form);
  if (price) draft.price = *price;
  if (is_new && !form.has("price") && !form.has("price_cents")) {
    form.add_problem("price", {"form.required"});
  }
  if (form.has("attributes")) draft.attributes = read_attributes(form);
}

/// Throws what the database said against it.
void require_saved(SaveOutcome outcome) {
  switch (outcome) {
    case SaveOutcome::saved: return;
    case SaveOutcome::changed_meanwhile:
      throw web::Conflict("another version", {"product.changed_meanwhile"});
    case SaveOutcome::sku_taken: throw web::Conflict("sku", {"product.sku_taken"});
    case SaveOutcome::not_above_sale: throw web::Conflict("sale", {"product.not_above_sale"});
    case SaveOutcome::no_such_category:
      throw web::BadFields(
          std::vector<web::FieldProblem>{{"category", {"product.no_such_category"}}});
    case SaveOutcome::no_such_brand:
      throw web::BadFields(std::vector<web::FieldProblem>{{"brand", {"product.no_such_brand"}}});
    case SaveOutcome::no_such_product: throw web::NotFound("product");
  }
}

web::Response product_response(const web::Request& request, Shop& shop, std::int64_t id,
                               int status) {
  const auto product = find_product(shop.db, id);
  if (!product) throw web::NotFound("product");
  web::Response response = web::json_response(to_json(*request.site, *product), status);
  if (status == 201) {
    response.headers.emplace_back("Location", "/api/products/" + std::to_string(id) + "/");
  }
  return response;
}

EditableProduct product_of(const web::Request& request, Shop& shop) {
  auto product = find_to_edit(shop.db, request.captured_id("id"));
  if (!product || product->withdrawn) throw web::NotFound("product");
  return std::move(*product);
}

}  // namespace

web::Response api_product_create(const web::Request& request, Shop& shop) {
  web::JsonForm form(request);
  ProductDraft draft;
  read_draft(shop.db, form, true, draft);
  form.require_good();
  const Created created = create_product(shop.db, draft);
  require_saved(created.outcome);
  return product_response(request, shop, created.id, 201);
}

web::Response api_product_update(const web::Request& request, Shop& shop) {
  EditableProduct product = product_of(request, shop);
  web::JsonForm form(request);
  read_draft(shop.db, form, false, product.draft);
  const int version = static_cast<int>(form.integer("version", 1, INT32_MAX, product.version));
  form.require_good();
  require_saved(save_product(shop.db, product.id, version, product.draft));
  return product_response(request, shop, product.id, 200);
}

web::Response api_product_delete(const web::Request& request, Shop& shop) {
  const EditableProduct product = product_of(request, shop);
  require_saved(withdraw_product(shop.db, product.id, product.version, request.now));
  return web::no_content();
}

}  // namespace catalog
