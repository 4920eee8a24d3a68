/// home_page.cpp - GET /: products first.
///
/// Template: templates/catalog/home_page.tpl
/// Test:     tests/page/home_page_test.cpp

#include "catalog/catalog.h"
#include "catalog/catalog_pages.h"
#include "catalog/product_card.h"
#include "home_page.tpl.varnames.h"
#include "recommend/suggestion_view.h"

namespace catalog {
namespace {

/// Shows `section` with one card for each product, unless there is none.
void fill_shelf(ctemplate::TemplateDictionary& page, const ctemplate::TemplateString& section,
                const ctemplate::TemplateString& place, const std::vector<ProductCard>& products,
                std::string_view currency) {
  if (products.empty()) return;
  auto& shelf = *page.AddSectionDictionary(section);
  for (const ProductCard& product : products) {
    fill_product_card(*shelf.AddIncludeDictionary(place), product, currency);
  }
}

void fill_categories(ctemplate::TemplateDictionary& page, const web::Site& site) {
  if (site.navigation.empty()) return;
  auto& tiles = *page.AddSectionDictionary(khp_CATEGORIES);
  for (const web::NavigationLink& link : site.navigation) {
    auto& tile = *tiles.AddSectionDictionary(khp_CATEGORY);
    tile.SetValueWithoutCopy(khp_CATEGORY_URL, link.url);
    tile.SetValueWithoutCopy(khp_CATEGORY_PICTURE, link.picture);
    tile.SetValueWithoutCopy(khp_CATEGORY_NAME, link.name);
  }
}

}  // namespace

web::Response home_page(const web::Request& request, Shop& shop) {
  constexpr int kForYou = 5;  // one row of the product grid
  const Shelves shelves = find_shelves(shop.db);
  recommend::ForAccount chosen;
  if (request.visitor.is_signed_in()) {
    chosen = recommend::for_account(shop.db, request.visitor.account_id, request.now,
                                    {.fresh = kForYou});
  }

  web::Page page(request, "catalog/home_page.tpl", request.say({"home.title"}));
  page.set_description(request.say({"home.description", {request.site->shop_name}}));
  page.set_canonical("/");
  auto& body = page.body();
  body.SetValueWithoutCopy(khp_SHOP_NAME, request.site->shop_name);
  if (shelves.newest.empty()) body.ShowSection(khp_EMPTY);
  recommend::fill_suggestions(body, request, khp_FOR_YOU, khp_FOR_YOU_PRODUCTS, chosen.fresh);
  fill_shelf(body, khp_NEW, khp_NEW_PRODUCTS, shelves.newest, request.site->currency);
  fill_shelf(body, khp_POPULAR, khp_POPULAR_PRODUCTS, shelves.popular, request.site->currency);
  fill_categories(body, *request.site);
  web::Response response = page.render();
  response.cacheable = request.session.fresh;
  return response;
}

}  // namespace catalog
