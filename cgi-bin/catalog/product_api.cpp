/// product_api.cpp - GET /api/products/{id}, its reviews, GET /api/categories.
///
/// Test: tests/page/product_api_test.cpp

#include "catalog/catalog_api.h"
#include "catalog/product_json_view.h"
#include "memory.h"
#include "shop.h"
#include "web/json_form.h"
#include "web/json_list.h"

namespace catalog {
namespace {

/// Kept from the last time where nothing has changed.
std::shared_ptr<const Product> product_at_hand(const web::Request& request, Shop& shop,
                                               std::int64_t id) {
  const bool may_keep = shop.catch_up();
  auto& kept = shop.memory->products;
  if (auto product = kept.find(id, request.now)) return product;
  auto found = find_product(shop.db, id);
  if (!found) throw web::NotFound("product");
  auto product = std::make_shared<const Product>(std::move(*found));
  if (may_keep) kept.keep(id, product, {id}, request.now);
  return product;
}

}  // namespace

web::Response api_product(const web::Request& request, Shop& shop) {
  const auto product = product_at_hand(request, shop, request.captured_id("id"));
  web::JsonText json;
  add_product(json, *request.site, *product);
  return web::revalidated(request, web::json_text_response(json.take()));
}

web::Response api_categories(const web::Request& request, Shop& shop) {
  const auto categories = kept_or_read(shop, shop.memory->top_categories, list_top_categories);
  web::Json items = web::Json::array();
  for (const Category& category : *categories) {
    items.push_back({{"id", category.id},
                     {"slug", category.slug},
                     {"name", category.name},
                     {"image_url", web::absolute_url(*request.site, picture_url(category.image))}});
  }
  const auto total = static_cast<std::int64_t>(items.size());
  return web::revalidated(
      request, web::json_response(web::list_answer(request, std::move(items), total, 0)));
}

web::Response api_reviews(const web::Request& request, Shop& shop) {
  const std::int64_t product = request.captured_id("id");
  web::QueryForm query(request);
  const web::ListWish wish = web::read_list(query);
  query.require_good();
  const auto total = count_reviews(shop.db, product);
  if (!total) throw web::NotFound("product");
  auto reviews = list_reviews(shop.db, product, wish.after, wish.per_page + 1);
  const bool has_more = reviews.size() > static_cast<std::size_t>(wish.per_page);
  if (has_more) reviews.pop_back();
  web::Json items = web::Json::array();
  for (const Review& review : reviews) items.push_back(to_json(review));
  return web::revalidated(request,
                          web::json_response(web::list_answer(request, std::move(items), *total,
                                                              has_more ? reviews.back().id : 0)));
}

web::Response api_review_add(const web::Request& request, Shop& shop) {
  const std::int64_t product = request.captured_id("id");
  const std::int64_t account = request.visitor.account_id;
  web::JsonForm form(request);
  const ReviewText text{.stars = static_cast<int>(form.integer("rating", 1, kMostStars)),
                        .title = form.text("title", kMostReviewTitle, false),
                        .body = form.lines("comment", kMostReviewBody, false)};
  form.require_good();
  const ReviewOutcome outcome = save_review(shop.db, product, account, text);
  if (outcome == ReviewOutcome::no_such_product) throw web::NotFound("product");
  const auto saved = find_own_review(shop.db, product, account);
  if (!saved) throw web::NotFound("review");
  return web::json_response(to_json(*saved), outcome == ReviewOutcome::added ? 201 : 200);
}

web::Response api_review_delete(const web::Request& request, Shop& shop) {
  if (!delete_own_review(shop.db, request.captured_id("id"), request.visitor.account_id)) {
    throw web::NotFound("review");
  }
  return web::no_content();
}

}  // namespace catalog
