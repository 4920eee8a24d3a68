/// product_edit_page.cpp - GET and POST /admin/products/new and /admin/products/{id}, withdraw and
/// offer again.
///
/// Template: templates/admin/product_edit_page.tpl
/// Test:     tests/page/product_edit_page_test.cpp

#include "admin/product_edit_view.h"
#include "admin/products_pages.h"
#include "base/text.h"

namespace admin {
namespace {

constexpr std::size_t kBlankRows = 4;

std::string path_of(std::int64_t id) {
  return "/admin/products/" + std::to_string(id);
}

int version_of(const web::Request& request) {
  return static_cast<int>(web::form_integer(request, "version", 0, INT32_MAX));
}

bool has_separators(const std::string& text) {
  return text.find_first_of("\x1E\x1F") != std::string::npos;
}

/// Attribute rows as typed; rows without any text fall away.
std::vector<catalog::Attribute> read_attributes(const web::Request& request, web::Form& form) {
  const auto names = request.form.all("attribute_name");
  const auto values = request.form.all("attribute_value");
  if (names.size() != values.size() || names.size() > kMostRows) {
    throw web::BadRequest("attribute rows do not fit together");
  }
  std::vector<catalog::Attribute> attributes;
  for (std::size_t i = 0; i < names.size(); ++i) {
    catalog::Attribute attribute{std::string(trimmed(names[i])), std::string(trimmed(values[i]))};
    if (attribute.name.empty() && attribute.value.empty()) continue;
    if (attribute.name.empty() || attribute.value.empty()) {
      form.add_problem("attributes", {"product.attribute_half"});
    } else if (count_characters(attribute.name) > catalog::kMostAttributeText ||
               count_characters(attribute.value) > catalog::kMostAttributeText) {
      form.add_problem("attributes",
                       {"form.too_long", {std::to_string(catalog::kMostAttributeText)}});
    } else if (has_separators(attribute.name + attribute.value)) {
      form.add_problem("attributes", {"form.control_characters"});
    }
    attributes.push_back(std::move(attribute));
  }
  if (attributes.size() > catalog::kMostAttributes) {
    form.add_problem("attributes",
                     {"product.attribute_count", {std::to_string(catalog::kMostAttributes)}});
  }
  return attributes;
}

ProductFields read_fields(const web::Request& request, web::Form& form) {
  ProductFields fields;
  fields.draft.name = form.text("name", catalog::kMostProductName, true);
  fields.draft.sku = form.text("sku", catalog::kMostSku, true);
  fields.draft.description = form.lines("description", catalog::kMostDescription, false);
  fields.draft.category_id = to_integer(request.form.get("category"), 1).value_or(0);
  if (fields.draft.category_id == 0) form.add_problem("category", {"product.category"});
  fields.draft.brand_id = to_integer(request.form.get("brand"), 0).value_or(0);
  fields.price = form.text("price", 20, true);
  const auto price = parse_money(fields.price);
  if (!price || *price > catalog::kHighestPrice) form.add_problem("price", {"product.price"});
  fields.draft.price = price.value_or(Money{});
  fields.draft.attributes = read_attributes(request, form);
  return fields;
}

/// What the database said becomes a problem of a field; true when there is one.
bool add_problem_of(catalog::SaveOutcome outcome, web::Form& form) {
  switch (outcome) {
    case catalog::SaveOutcome::saved: return false;
    case catalog::SaveOutcome::changed_meanwhile:
      form.add_problem("name", {"product.changed_meanwhile"});
      return true;
    case catalog::SaveOutcome::sku_taken:
      form.add_problem("sku", {"product.sku_taken"});
      return true;
    case catalog::SaveOutcome::no_such_category:
      form.add_problem("category", {"product.no_such_category"});
      return true;
    case catalog::SaveOutcome::no_such_brand:
      form.add_problem("brand", {"product.no_such_brand"});
      return true;
    case catalog::SaveOutcome::not_above_sale:
      form.add_problem("price", {"product.not_above_sale"});
      return true;
    case catalog::SaveOutcome::no_such_product: throw web::NotFound("product");
  }
  throw std::logic_error("unknown SaveOutcome");
}

catalog::EditableProduct product_of(const web::Request& request, Shop& shop) {
  auto product = catalog::find_to_edit(shop.db, request.captured_id("id"));
  if (!product) throw web::NotFound("product " + request.captured_text("id"));
  return std::move(*product);
}

web::Response say_withdrawn(const web::Request& request, catalog::SaveOutcome outcome,
                            const char* done) {
  const std::string path = path_of(request.captured_id("id"));
  switch (outcome) {
    case catalog::SaveOutcome::saved: return web::redirect_after_post(path, {done});
    case catalog::SaveOutcome::changed_meanwhile:
      return web::redirect_with_warning(path, {"product.changed_meanwhile"});
    case catalog::SaveOutcome::no_such_product: throw web::NotFound("product");
    case catalog::SaveOutcome::sku_taken:
    case catalog::SaveOutcome::no_such_category:
    case catalog::SaveOutcome::no_such_brand:
    case catalog::SaveOutcome::not_above_sale: break;
  }
  throw std::logic_error("withdrawing does not save");
}

}  // namespace

web::Response product_new_page(const web::Request& request, Shop& shop) {
  const web::Form form(request);
  return show_product_form(request, shop, {.form = form, .rows = kBlankRows});
}

web::Response post_product_new(const web::Request& request, Shop& shop) {
  web::Form form(request);
  ProductView view{.form = form, .fields = read_fields(request, form)};
  if (request.form.has("more")) return show_more_rows(request, shop, view);
  if (!form.has_problems()) {
    const catalog::Created created = catalog::create_product(shop.db, view.fields.draft);
    if (!add_problem_of(created.outcome, form)) {
      return web::redirect_after_post(path_of(created.id), {"product.created"});
    }
  }
  view.rows = view.fields.draft.attributes.size() + kBlankRows;
  return show_product_form(request, shop, view);
}

web::Response product_edit_page(const web::Request& request, Shop& shop) {
  const catalog::EditableProduct product = product_of(request, shop);
  const web::Form form(request);
  ProductView view{.form = form, .product = &product, .version = product.version};
  view.fields = {product.draft, to_decimal(product.draft.price)};
  view.rows = product.draft.attributes.size() + kBlankRows;
  return show_product_form(request, shop, view);
}

web::Response post_product_edit(const web::Request& request, Shop& shop) {
  const catalog::EditableProduct product = product_of(request, shop);
  web::Form form(request);
  // The version stays the one that was seen: whoever was told that another one exists must load the
  // page again before he can save.
  ProductView view{.form = form, .product = &product, .version = version_of(request)};
  view.fields = read_fields(request, form);
  if (request.form.has("more")) return show_more_rows(request, shop, view);
  if (!form.has_problems() &&
      !add_problem_of(catalog::save_product(shop.db, product.id, view.version, view.fields.draft),
                      form)) {
    return web::redirect_after_post(path_of(product.id), {"product.saved"});
  }
  view.rows = view.fields.draft.attributes.size() + kBlankRows;
  return show_product_form(request, shop, view);
}

web::Response post_product_withdraw(const web::Request& request, Shop& shop) {
  return say_withdrawn(request,
                       catalog::withdraw_product(shop.db, request.captured_id("id"),
                                                 version_of(request), request.now),
                       "product.withdrawn");
}

web::Response post_product_offer(const web::Request& request, Shop& shop) {
  return say_withdrawn(
      request,
      catalog::offer_product_again(shop.db, request.captured_id("id"), version_of(request)),
      "product.offered");
}

}  // namespace admin
