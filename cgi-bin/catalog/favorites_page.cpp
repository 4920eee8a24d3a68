/// favorites_page.cpp - GET /favorites and the two forms that change them.
///
/// Template: templates/catalog/favorites_page.tpl
/// Test:     tests/page/favorites_page_test.cpp

#include "catalog/favorites.h"

#include "base/text.h"
#include "catalog/catalog_pages.h"
#include "catalog/product_card.h"
#include "favorites_page.tpl.varnames.h"

namespace catalog {
namespace {

constexpr int kFavoritesShown = 24;
constexpr std::int64_t kMostPages = 100000;

std::int64_t page_number(const web::Request& request) {
  const std::string* text = request.query.first("page");
  if (text == nullptr) return 1;
  const auto number = to_integer(*text, 1, kMostPages);
  if (!number) throw web::BadRequest("bad page");
  return *number;
}

void fill_pages(ctemplate::TemplateDictionary& body, std::int64_t number, bool has_older) {
  if (number == 1 && !has_older) return;
  auto& pages = *body.AddSectionDictionary(kfp_PAGES);
  if (number > 1) pages.AddSectionDictionary(kfp_NEWER)->SetIntValue(kfp_NEWER_PAGE, number - 1);
  if (has_older) pages.AddSectionDictionary(kfp_OLDER)->SetIntValue(kfp_OLDER_PAGE, number + 1);
}

std::string way_back(const web::Request& request) {
  return web::local_path(request.form.get("next"), "/favorites");
}

}  // namespace

web::Response favorites_page(const web::Request& request, Shop& shop) {
  const std::int64_t number = page_number(request);
  auto products = list_favorites(shop.db, request.visitor.account_id, kFavoritesShown + 1,
                                 (number - 1) * kFavoritesShown);
  const bool has_older = products.size() > kFavoritesShown;
  if (has_older) products.pop_back();

  web::Page page(request, "catalog/favorites_page.tpl", request.say({"favorite.title"}));
  page.set_noindex();
  auto& body = page.body();
  const std::string csrf = request.csrf_token();
  if (products.empty()) body.ShowSection(kfp_NONE);
  if (!products.empty()) {
    auto& some = *body.AddSectionDictionary(kfp_SOME);
    for (const ProductCard& product : products) {
      auto& card = *some.AddIncludeDictionary(kfp_FAVORITES);
      fill_product_card(card, product, request.site->currency);
      add_remove_button(card, product, csrf, request.target());
    }
  }
  fill_pages(body, number, has_older);
  return page.render();
}

web::Response post_favorite_add(const web::Request& request, Shop& shop) {
  const std::int64_t product = web::form_integer(request, "product", 1, INT64_MAX);
  switch (add_favorite(shop.db, request.visitor.account_id, product)) {
    case FavoriteOutcome::added:
      return web::redirect_after_post(way_back(request), {"favorite.added"});
    case FavoriteOutcome::was_there:
      return web::redirect_after_post(way_back(request), {"favorite.was_there"});
    case FavoriteOutcome::no_such_product:
      throw web::NotFound("product " + std::to_string(product));
  }
  throw std::logic_error("unknown FavoriteOutcome");
}

web::Response post_favorite_remove(const web::Request& request, Shop& shop) {
  const std::int64_t product = web::form_integer(request, "product", 1, INT64_MAX);
  if (remove_favorite(shop.db, request.visitor.account_id, product)) {
    return web::redirect_after_post(way_back(request), {"favorite.removed"});
  }
  return web::redirect_with_warning(way_back(request), {"favorite.none"});
}

}  // namespace catalog
