/// product_variants_page.cpp - GET and POST /admin/products/{id}/variants.
///
/// Template: templates/admin/product_variants_page.tpl
/// Test:     tests/page/product_variants_page_test.cpp

#include "admin/products_pages.h"
#include "base/text.h"
#include "catalog/variants.h"
#include "product_variants_page.tpl.varnames.h"

namespace admin {
namespace {

using catalog::Family;
using catalog::VariantOutcome;

constexpr std::size_t kMostValue = 60;

std::string path_of(std::int64_t id) {
  return "/admin/products/" + std::to_string(id) + "/variants";
}

/// "name1", "value1" …
std::string field(const char* name, std::size_t number) {
  return name + std::to_string(number);
}

bool is_clean(const std::string& text) {
  return text.find_first_of("\x1E\x1F") == std::string::npos;
}

std::vector<catalog::Attribute> read_options(web::Form& form) {
  std::vector<catalog::Attribute> options;
  for (std::size_t i = 1; i <= catalog::kMostOptions; ++i) {
    catalog::Attribute option{form.text(field("name", i), kMostValue, i == 1),
                              form.text(field("value", i), kMostValue, i == 1)};
    if (option.name.empty() != option.value.empty()) {
      form.add_problem(field("name", i), {"variant.half"});
    }
    if (!is_clean(option.name + option.value)) {
      form.add_problem(field("name", i), {"form.control_characters"});
    }
    for (const catalog::Attribute& other : options) {
      if (other.name == option.name) form.add_problem(field("name", i), {"variant.same_option"});
    }
    if (!option.name.empty()) options.push_back(std::move(option));
  }
  return options;
}

catalog::NewVariant read_variant(web::Form& form, const Family& family) {
  catalog::NewVariant variant;
  for (std::size_t i = 1; i <= family.options.size(); ++i) {
    variant.values.push_back(form.text(field("value", i), kMostValue, true));
    if (!is_clean(variant.values.back())) {
      form.add_problem(field("value", i), {"form.control_characters"});
    }
  }
  variant.sku = form.text("sku", catalog::kMostSku, false);
  const auto price = parse_money(form.text("price", 20, true));
  if (!price || *price > catalog::kHighestPrice) form.add_problem("price", {"product.price"});
  variant.price = price.value_or(Money{});
  return variant;
}

void fill_family(ctemplate::TemplateDictionary& part, const Family& family, const web::Form& form,
                 const catalog::EditableProduct& product, const std::string& currency) {
  for (const std::string& option : family.options) {
    part.AddSectionDictionary(kpvp_HEAD)->SetValue(kpvp_HEAD_NAME, option);
  }
  for (const catalog::Variant& variant : family.variants) {
    auto& row = *part.AddSectionDictionary(kpvp_VARIANT);
    row.SetIntValue(kpvp_VARIANT_ID, variant.id);
    row.SetValue(kpvp_VARIANT_NAME, variant.name);
    row.SetValue(kpvp_VARIANT_SKU, variant.sku);
    row.SetValue(kpvp_VARIANT_PRICE, to_text(variant.price, currency));
    row.SetIntValue(kpvp_VARIANT_STOCK, variant.in_stock);
    if (variant.withdrawn) row.ShowSection(kpvp_VARIANT_WITHDRAWN);
    for (std::size_t i = 0; i < family.options.size(); ++i) {
      auto& cell = *row.AddSectionDictionary(kpvp_CELL);
      cell.SetValue(kpvp_CELL_NAME, family.options[i]);
      cell.SetValue(kpvp_CELL_VALUE, variant.values[i]);
    }
  }
  for (std::size_t i = 1; i <= family.options.size(); ++i) {
    auto& input = *part.AddSectionDictionary(kpvp_INPUT);
    const std::string name = field("value", i);
    input.SetValue(kpvp_INPUT_FIELD, name);
    input.SetValue(kpvp_INPUT_NAME, family.options[i - 1]);
    input.SetValue(kpvp_INPUT_TYPED, form.value(name));
    if (form.has_problem(name)) input.ShowSection(kpvp_INPUT_BAD);
  }
  part.SetValue(kpvp_SKU, form.value("sku"));
  part.SetValue(kpvp_PRICE,
                form.has("price") ? form.value("price") : to_decimal(product.draft.price));
}

void fill_start(ctemplate::TemplateDictionary& part, const web::Form& form) {
  for (std::size_t i = 1; i <= catalog::kMostOptions; ++i) {
    auto& row = *part.AddSectionDictionary(kpvp_ROW);
    row.SetValue(kpvp_ROW_NUMBER, std::to_string(i));
    row.SetValue(kpvp_ROW_NAME, form.value(field("name", i)));
    row.SetValue(kpvp_ROW_VALUE, form.value(field("value", i)));
    if (form.has_problem(field("name", i)) || form.has_problem(field("value", i))) {
      row.ShowSection(kpvp_ROW_BAD);
    }
  }
}

web::Response show_page(const web::Request& request, Shop& shop,
                        const catalog::EditableProduct& product, const web::Form& form) {
  web::Page page(request, "admin/product_variants_page.tpl",
                 request.say({"title.variants", {product.draft.name}}));
  page.set_noindex();
  auto& body = page.body();
  body.SetIntValue(kpvp_ID, product.id);
  body.SetValue(kpvp_NAME, product.draft.name);
  body.SetIntValue(kpvp_VERSION, product.version);
  body.SetValue(kpvp_CSRF, request.csrf_token());
  body.SetValue(kpvp_CURRENCY, shop.site.currency);
  if (const auto family = catalog::find_family(shop.db, product.id)) {
    fill_family(*body.AddSectionDictionary(kpvp_FAMILY), *family, form, product,
                shop.site.currency);
  } else {
    fill_start(*body.AddSectionDictionary(kpvp_START), form);
  }
  form.fill_problems(body);
  return page.render(form.has_problems() ? 422 : 200);
}

/// What the shop said beside the form; empty when it is done.
const char* problem_of(VariantOutcome outcome) {
  switch (outcome) {
    case VariantOutcome::done: return "";
    case VariantOutcome::changed_meanwhile: return "product.changed_meanwhile";
    case VariantOutcome::in_family: return "variant.in_family";
    case VariantOutcome::stands_alone: return "variant.stands_alone";
    case VariantOutcome::same_values: return "variant.same_values";
    case VariantOutcome::too_many: return "variant.too_many";
    case VariantOutcome::sku_taken: return "product.sku_taken";
    case VariantOutcome::no_such_product: throw web::NotFound("product");
  }
  throw std::logic_error("unknown VariantOutcome");
}

int version_of(const web::Request& request) {
  return static_cast<int>(web::form_integer(request, "version", 0, INT32_MAX));
}

}  // namespace

web::Response product_variants_page(const web::Request& request, Shop& shop) {
  const auto product = catalog::find_to_edit(shop.db, request.captured_id("id"));
  if (!product) throw web::NotFound("product");
  return show_page(request, shop, *product, web::Form(request));
}

web::Response post_product_variants(const web::Request& request, Shop& shop) {
  const auto product = catalog::find_to_edit(shop.db, request.captured_id("id"));
  if (!product) throw web::NotFound("product");
  const std::string path = path_of(product->id);
  const std::string act = web::form_text(request, "act", 10);
  web::Form form(request);
  if (act == "leave") {
    const char* problem =
        problem_of(catalog::leave_family(shop.db, product->id, version_of(request)));
    if (*problem != 0) return web::redirect_with_warning(path, {problem});
    return web::redirect_after_post(path, {"variant.left"});
  }
  if (act == "start") {
    const auto options = read_options(form);
    if (form.has_problems()) return show_page(request, shop, *product, form);
    const char* problem =
        problem_of(catalog::start_family(shop.db, product->id, version_of(request), options));
    if (*problem != 0) return web::redirect_with_warning(path, {problem});
    return web::redirect_after_post(path, {"variant.started"});
  }
  if (act != "add") throw web::BadRequest("there is no such act");
  const auto family = catalog::find_family(shop.db, product->id);
  if (!family) return web::redirect_with_warning(path, {"variant.stands_alone"});
  const catalog::NewVariant wanted = read_variant(form, *family);
  if (form.has_problems()) return show_page(request, shop, *product, form);
  const catalog::VariantMade made = catalog::add_variant(shop.db, product->id, wanted);
  const std::string problem = problem_of(made.outcome);
  if (!problem.empty()) {
    form.add_problem(made.outcome == VariantOutcome::sku_taken ? "sku" : "value1", {problem});
    return show_page(request, shop, *product, form);
  }
  return web::redirect_after_post(path, {"variant.made"});
}

}  // namespace admin
