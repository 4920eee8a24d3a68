/// brands_page.cpp - GET /admin/brands, /admin/brands.csv and the forms in its rows.
///
/// Template: templates/admin/brands_page.tpl
/// Test:     tests/page/brands_page_test.cpp

#include "admin/products_pages.h"
#include "base/csv_writer.h"
#include "base/text.h"
#include "brands_page.tpl.varnames.h"
#include "web/csv_response.h"

namespace admin {
namespace {

constexpr const char* kPath = "/admin/brands";
constexpr int kShown = 50;
constexpr int kInFile = 100'000;

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
  const std::string words = shortened(trimmed(request.query.get("q")), kMostWords);
  const std::int64_t behind = to_integer(request.query.get("behind"), 1).value_or(0);
  auto brands = catalog::find_brands(shop.db, words, behind, kShown + 1);
  body.SetValue(kbp_QUERY, words);
  body.SetValue(kbp_FILE_URL, std::string(kPath) + ".csv?q=" + url_encoded(words));
  if (brands.empty()) body.ShowSection(kbp_NONE);
  if (brands.size() > kShown) {
    brands.pop_back();
    body.SetValueAndShowSection(kbp_MORE_URL,
                                std::string(kPath) + "?q=" + url_encoded(words) +
                                    "&behind=" + std::to_string(brands.back().id),
                                kbp_MORE);
  }
  for (const catalog::Brand& brand : brands) {
    auto& row = *body.AddSectionDictionary(kbp_BRAND);
    row.SetIntValue(kbp_BRAND_ID, brand.id);
    row.SetIntValue(kbp_BRAND_VERSION, brand.version);
    row.SetValue(kbp_BRAND_NAME, brand.name);
    row.SetValue(kbp_BRAND_SLUG, brand.slug);
    row.SetValue(kbp_BRAND_PRODUCTS, std::to_string(brand.products));
  }
  return page.render();
}

web::Response brands_file(const web::Request& request, Shop& shop) {
  const std::string words = shortened(trimmed(request.query.get("q")), kMostWords);
  web::Response response = web::csv_response("brands");
  add_csv_line(response.body, {"id", "name", "slug", "products"});
  for (const catalog::Brand& brand : catalog::find_brands(shop.db, words, 0, kInFile)) {
    add_csv_line(response.body, {std::to_string(brand.id), brand.name, brand.slug,
                                 std::to_string(brand.products)});
  }
  return response;
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
