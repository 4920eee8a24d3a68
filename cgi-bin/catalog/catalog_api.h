/// catalog_api.h - JSON: one product, its reviews, favorites. Lists and search:
/// search/search_api.h.
#pragma once

#include "web/route.h"

namespace catalog {

/// GET /api/products/{id}: one product, with attributes and pictures.
web::Response api_product(const web::Request& request, Shop& shop);
/// GET /api/products/{id}/reviews: newest first.
web::Response api_reviews(const web::Request& request, Shop& shop);
/// POST /api/products/{id}/reviews: {"rating", "title", "comment"}; a second one replaces the
/// first.
web::Response api_review_add(const web::Request& request, Shop& shop);
/// DELETE /api/products/{id}/reviews: takes the own review away.
web::Response api_review_delete(const web::Request& request, Shop& shop);
/// GET /api/favorites.
web::Response api_favorites(const web::Request& request, Shop& shop);
/// POST /api/favorites: {"product_id"}; 201, or 200 when it was one already.
web::Response api_favorite_add(const web::Request& request, Shop& shop);
/// DELETE /api/favorites/{id}: forgets the product.
web::Response api_favorite_delete(const web::Request& request, Shop& shop);
/// GET /api/categories: the top categories.
web::Response api_categories(const web::Request& request, Shop& shop);

}  // namespace catalog
