/// home_page.cpp - GET /: products first.
///
/// Template: templates/catalog/home_page.tpl
/// Test:     tests/page/home_page_test.cpp

#include "catalog/catalog.h"
#include "catalog/catalog_pages.h"
#include "home_page.tpl.varnames.h"
#include "memory.h"
#include "recommend/suggestion_view.h"

namespace catalog {
namespace {

/// Shows `section` with a card for each product, unless there is none.
void fill_shelf(ctemplate::TemplateDictionary& page, const ctemplate::TemplateString& section,
                const ctemplate::TemplateString& place, const std::vector<ProductCard>& products,
                const web::Site& site, FinishedCards& cards) {
  if (products.empty()) return;
  std::vector<const ProductCard*> shown;
  for (const ProductCard& product : products) shown.push_back(&product);
  page.SetValueAndShowSection(place, cards.html(shown, site.currency), section);
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
  const auto shelves = kept_or_read(shop, shop.memory->shelves, find_shelves);
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
  if (shelves->newest.empty()) body.ShowSection(khp_EMPTY);
  FinishedCards& cards = shop.memory->cards;
  recommend::fill_suggestions(body, request, cards, khp_FOR_YOU, khp_FOR_YOU_PRODUCT_CARDS,
                              chosen.fresh);
  fill_shelf(body, khp_NEW, khp_NEW_PRODUCT_CARDS, shelves->newest, *request.site, cards);
  fill_shelf(body, khp_POPULAR, khp_POPULAR_PRODUCT_CARDS, shelves->popular, *request.site, cards);
  fill_categories(body, *request.site);
  web::Response response = page.render();
  response.cacheable = request.session.fresh;
  return response;
}

}  // namespace catalog
