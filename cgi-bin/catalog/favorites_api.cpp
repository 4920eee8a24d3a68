/// favorites_api.cpp - GET and POST /api/favorites, DELETE /api/favorites/{id}.
///
/// Test: tests/page/product_api_test.cpp

#include "catalog/catalog_api.h"
#include "catalog/favorites.h"
#include "catalog/product_json_view.h"
#include "shop.h"
#include "web/json_form.h"
#include "web/json_list.h"

namespace catalog {

web::Response api_favorites(const web::Request& request, Shop& shop) {
  web::QueryForm query(request);
  const web::ListWish wish = web::read_list(query);
  query.require_good();
  const std::int64_t account = request.visitor.account_id;
  auto cards = list_favorites_after(shop.db, account, wish.after, wish.per_page + 1);
  const bool has_more = cards.size() > static_cast<std::size_t>(wish.per_page);
  if (has_more) cards.pop_back();
  return web::json_response(web::list_answer(
      request, products_json(*request.site, shop.db, std::span<const ProductCard>(cards)),
      count_favorites(shop.db, account), has_more ? cards.back().id : 0));
}

web::Response api_favorite_add(const web::Request& request, Shop& shop) {
  web::JsonForm form(request);
  const std::int64_t product = form.integer("product_id", 1, INT64_MAX);
  form.require_good();
  const FavoriteOutcome outcome = add_favorite(shop.db, request.visitor.account_id, product);
  if (outcome == FavoriteOutcome::no_such_product) throw web::NotFound("product");
  return web::json_response({{"product_id", product}, {"favorite", true}},
                            outcome == FavoriteOutcome::added ? 201 : 200);
}

web::Response api_favorite_delete(const web::Request& request, Shop& shop) {
  if (!remove_favorite(shop.db, request.visitor.account_id, request.captured_id("id"))) {
    throw web::NotFound("favorite");
  }
  return web::no_content();
}

}  // namespace catalog
