/// brands_page.cpp - GET /admin/brands and the forms in its rows.
///
/// Template: templates/admin/brands_page.tpl
/// Test:     tests/page/brands_page_test.cpp

#include "admin/products_pages.h"
#include "brands_page.tpl.varnames.h"

namespace admin {
namespace {

constexpr const char* kPath = "/admin/brands";

web::Response say(catalog::GroupOutcome outcome, const char* done) {
  switch (outcome) {
    case catalog::GroupOutcome::done: return web::redirect_after_post(kPath, {done});
    case catalog::GroupOutcome::changed_meanwhile:
      return web::redirect_with_warning(kPath, {"brand.changed_meanwhile"});
    case catalog::GroupOutcome::slug_taken:
      return web::redirect_with_warning(kPath, {"brand.slug_taken"});
    case catalog::GroupOutcome::not_empty:
      return web::redirect_with_warning(kPath, {"brand.not_empty"});
    case catalog::GroupOutcome::circle:
    case catalog::GroupOutcome::too_deep:
    case catalog::GroupOutcome::no_such_parent: break;
  }
  throw std::logic_error("brands form no tree");
}

struct BrandFields {
  std::string name{};
  std::string slug{};
};
std::optional<BrandFields> read_fields(const web::Request& request) {
  web::Form form(request);
  BrandFields fields{form.text("name", catalog::kMostGroupName, true),
                     form.text("slug", catalog::kMostGroupName, false)};
  if (form.has_problems()) return std::nullopt;
  return fields;
}

}  // namespace

web::Response brands_page(const web::Request& request, Shop& shop) {
  web::Page page(request, "admin/brands_page.tpl", request.say({"title.brands"}));
  page.set_noindex();
  auto& body = page.body();
  body.SetValue(kbp_CSRF, request.csrf_token());
  for (const catalog::Brand& brand : catalog::list_brands(shop.db)) {
    auto& row = *body.AddSectionDictionary(kbp_BRAND);
    row.SetIntValue(kbp_BRAND_ID, brand.id);
    row.SetIntValue(kbp_BRAND_VERSION, brand.version);
    row.SetValue(kbp_BRAND_NAME, brand.name);
    row.SetValue(kbp_BRAND_SLUG, brand.slug);
    row.SetValue(kbp_BRAND_PRODUCTS, std::to_string(brand.products));
  }
  return page.render();
}

web::Response post_brand_new(const web::Request& request, Shop& shop) {
  const auto fields = read_fields(request);
  if (!fields) return web::redirect_with_warning(kPath, {"brand.fields"});
  return say(catalog::create_brand(shop.db, fields->name, fields->slug), "brand.created");
}

web::Response post_brand(const web::Request& request, Shop& shop) {
  const std::int64_t id = request.captured_id("id");
  const int version = static_cast<int>(web::form_integer(request, "version", 1, INT32_MAX));
  const auto fields = read_fields(request);
  if (!fields) return web::redirect_with_warning(kPath, {"brand.fields"});
  return say(catalog::save_brand(shop.db, id, version, fields->name, fields->slug), "brand.saved");
}

web::Response post_brand_delete(const web::Request& request, Shop& shop) {
  return say(catalog::delete_brand(shop.db, request.captured_id("id")), "brand.deleted");
}

}  // namespace admin
