/// products_list_page.cpp - GET /admin/products and POST /admin/products/bulk.
///
/// Template: templates/admin/products_list_page.tpl
/// Test:     tests/page/products_list_page_test.cpp

#include "admin/product_filter_form.h"
#include "admin/products_pages.h"
#include "base/text.h"
#include "catalog/catalog.h"
#include "products_list_page.tpl.varnames.h"

namespace admin {
namespace {

constexpr int kRows = 50;
constexpr const char* kList = "/admin/products";

void fill_filters(ctemplate::TemplateDictionary& page, const FilterForm& form,
                  const std::vector<catalog::TreeCategory>& tree,
                  const std::vector<catalog::Brand>& brands) {
  page.SetValue(kplp_WORDS, form.words);
  for (const catalog::TreeCategory& category : tree) {
    auto& option = *page.AddSectionDictionary(kplp_CATEGORY);
    option.SetIntValue(kplp_CATEGORY_ID, category.id);
    option.SetValue(kplp_CATEGORY_NAME, indented_name(category));
    if (category.id == form.filter.category_id) option.ShowSection(kplp_CATEGORY_CHOSEN);
  }
  for (const catalog::Brand& brand : brands) {
    auto& option = *page.AddSectionDictionary(kplp_BRAND);
    option.SetIntValue(kplp_BRAND_ID, brand.id);
    option.SetValue(kplp_BRAND_NAME, brand.name);
    if (brand.id == form.filter.brand_id) option.ShowSection(kplp_BRAND_CHOSEN);
  }
  if (form.filter.at_most_in_stock) {
    page.ShowSection(*form.filter.at_most_in_stock == 0 ? kplp_STOCK_NONE : kplp_STOCK_LOW);
  }
  switch (form.filter.state) {
    case catalog::ProductFilter::State::offered: page.ShowSection(kplp_STATE_OFFERED); break;
    case catalog::ProductFilter::State::withdrawn: page.ShowSection(kplp_STATE_WITHDRAWN); break;
    case catalog::ProductFilter::State::all: page.ShowSection(kplp_STATE_ALL); break;
  }
}

void fill_row(ctemplate::TemplateDictionary& row, const catalog::ProductRow& product,
              const std::string& currency) {
  const std::string id = std::to_string(product.id);
  row.SetValue(kplp_PRODUCT_ID, id);
  row.SetValue(kplp_PRODUCT_PICK, id + "-" + std::to_string(product.version));
  row.SetValue(kplp_PRODUCT_NAME, product.name);
  row.SetValue(kplp_PRODUCT_SKU, product.sku);
  row.SetValue(kplp_PRODUCT_CATEGORY_NAME, product.category);
  row.SetValue(kplp_PRODUCT_BRAND_NAME, product.brand);
  row.SetValue(kplp_PRODUCT_PRICE, to_text(product.price, currency));
  row.SetValue(kplp_PRODUCT_STOCK, std::to_string(product.in_stock));
  row.SetValue(kplp_PRODUCT_SOLD, std::to_string(product.sold_count));
  if (product.regular_price) {
    row.SetValueAndShowSection(kplp_PRODUCT_REGULAR, to_text(*product.regular_price, currency),
                               kplp_PRODUCT_SALE);
  }
  if (product.withdrawn) row.ShowSection(kplp_PRODUCT_WITHDRAWN);
}

/// "12-3" as the product 12 in version 3.
catalog::Seen to_seen(const std::string& pick) {
  const std::size_t dash = pick.find('-');
  const auto id = to_integer(pick.substr(0, dash), 1);
  const auto version =
      dash == std::string::npos ? std::nullopt : to_integer(pick.substr(dash + 1), 1, INT32_MAX);
  if (!id || !version) throw web::BadRequest("'pick' is no product");
  return {*id, static_cast<int>(*version)};
}

/// The bulk form's fields; nothing, and a sentence in `problem`, when they do not make sense.
std::optional<catalog::BulkChange> read_change(const web::Request& request, web::Message& problem) {
  using Kind = catalog::BulkChange::Kind;
  const std::string action = web::form_text(request, "action", 20);
  std::string amount(trimmed(web::form_text(request, "amount", 20)));
  if (action == "withdraw") return catalog::BulkChange{.kind = Kind::withdraw};
  if (action == "offer") return catalog::BulkChange{.kind = Kind::offer};
  if (action == "category") {
    const std::int64_t category = web::form_integer(request, "to_category", 0, INT64_MAX);
    if (category > 0) return catalog::BulkChange{.kind = Kind::category, .category_id = category};
    problem = {"product.bulk_category"};
    return std::nullopt;
  }
  if (action != "percent" && action != "amount") {
    problem = {"product.bulk_action"};
    return std::nullopt;
  }
  const bool is_less = amount.starts_with('-');
  if (is_less || amount.starts_with('+')) amount.erase(0, 1);
  if (amount.ends_with('%')) amount.pop_back();
  const auto value = parse_money(trimmed(amount));
  if (!value || value->cents == 0) {
    problem = {"product.bulk_amount"};
    return std::nullopt;
  }
  const std::int64_t change = is_less ? -value->cents : value->cents;
  // A percentage with two decimals is as many basis points as an amount has cents.
  if (action == "amount" && change <= catalog::kHighestPrice.cents) {
    return catalog::BulkChange{.kind = Kind::price_amount, .amount = Money{change}};
  }
  if (action == "percent" && change >= -10000 && change <= 100000) {
    return catalog::BulkChange{.kind = Kind::price_percent,
                               .basis_points = static_cast<int>(change)};
  }
  problem = {"product.bulk_amount"};
  return std::nullopt;
}

}  // namespace

web::Response products_list_page(const web::Request& request, Shop& shop) {
  const FilterForm form = read_filter(request);
  std::vector<catalog::ProductRow> rows = filtered_products(shop, form, kRows + 1);
  const bool has_more = rows.size() > kRows;
  if (has_more) rows.pop_back();

  web::Page page(request, "admin/products_list_page.tpl", request.say({"title.products"}));
  page.set_noindex();
  auto& body = page.body();
  const auto tree = catalog::list_tree(shop.db);
  fill_filters(body, form, tree, catalog::list_brands(shop.db));
  if (rows.empty()) body.ShowSection(kplp_NONE);
  if (form.behind) body.SetValueAndShowSection(kplp_FIRST_URL, address_of(form, {}), kplp_FIRST);
  if (has_more) {
    body.SetValueAndShowSection(kplp_MORE_URL, address_of(form, rows.back().place), kplp_MORE);
  }
  if (rows.empty()) return page.render();
  auto& list = *body.AddSectionDictionary(kplp_LIST);
  list.SetValue(kplp_CSRF, request.csrf_token());
  list.SetValue(kplp_BACK, address_of(form, form.behind));
  for (const catalog::ProductRow& product : rows) {
    fill_row(*list.AddSectionDictionary(kplp_PRODUCT), product, request.site->currency);
  }
  for (const catalog::TreeCategory& category : tree) {
    auto& option = *list.AddSectionDictionary(kplp_TARGET);
    option.SetIntValue(kplp_TARGET_ID, category.id);
    option.SetValue(kplp_TARGET_NAME, indented_name(category));
  }
  return page.render();
}

web::Response post_products_bulk(const web::Request& request, Shop& shop) {
  const std::string back = web::local_path(web::form_text(request, "back", 2000), kList);
  std::vector<catalog::Seen> seen;
  for (const std::string& pick : request.form.all("pick")) seen.push_back(to_seen(pick));
  if (seen.empty()) return web::redirect_with_warning(back, {"product.bulk_none"});
  web::Message problem;
  const auto change = read_change(request, problem);
  if (!change) return web::redirect_with_warning(back, problem);

  const auto changed = catalog::change_many(shop.db, seen, *change, request.now);
  if (!changed) return web::redirect_with_warning(back, {"product.no_such_category"});
  const auto left_alone = static_cast<std::int64_t>(seen.size()) - *changed;
  if (left_alone == 0) {
    return web::redirect_after_post(back, {"product.bulk_done", {std::to_string(*changed)}});
  }
  return web::redirect_with_warning(
      back, {"product.bulk_partly", {std::to_string(*changed), std::to_string(left_alone)}});
}

std::string indented_name(const catalog::TreeCategory& category) {
  std::string name;
  for (int level = 0; level < category.depth; ++level) name += "— ";
  return name + category.name;
}

}  // namespace admin
