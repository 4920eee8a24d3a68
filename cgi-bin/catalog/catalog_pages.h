/// catalog_pages.h - the pages of the catalogue; their rows are in routes.cpp.
#pragma once

#include "shop.h"
#include "web/web.h"

namespace catalog {

/// GET /: new and popular products, categories, an invitation to the assistant.
web::Response home_page(const web::Request& request, Shop& shop);

/// GET /product/{id} and /product/{id}/{slug}: one product, its reviews, products like it. Another
/// slug than the product's own leads to the right one; ?reviews_after={review} shows older reviews.
web::Response product_page(const web::Request& request, Shop& shop);

/// POST /product/{id}/review: saves what the customer says; stars, title, body.
web::Response post_review(const web::Request& request, Shop& shop);

/// POST /product/{id}/review/delete: takes the customer's own review away.
web::Response post_review_delete(const web::Request& request, Shop& shop);

/// POST /review/{id}/helpful: the customer found it helpful; again takes that back.
web::Response post_review_helpful(const web::Request& request, Shop& shop);

/// GET and POST /review/{id}/report: tells staff that something is wrong with it; `reason`.
web::Response report_page(const web::Request& request, Shop& shop);
web::Response post_report(const web::Request& request, Shop& shop);

/// POST /product/{id}/back-in-stock: a letter when it can be bought again; `email` of guests.
web::Response post_stock_wish(const web::Request& request, Shop& shop);

/// GET /favorites: what the customer keeps in mind, as product cards; ?page=2 shows older ones.
web::Response favorites_page(const web::Request& request, Shop& shop);

/// POST /favorites/add: keeps a product; goes back to `next`.
web::Response post_favorite_add(const web::Request& request, Shop& shop);

/// POST /favorites/remove: forgets a product; goes back to `next`.
web::Response post_favorite_remove(const web::Request& request, Shop& shop);

/// GET /policies/{slug}: what the shop promises.
web::Response policy_page(const web::Request& request, Shop& shop);

/// GET /sitemap.xml: every page that search engines should know; 404 without a base_url.
web::Response sitemap_page(const web::Request& request, Shop& shop);

}  // namespace catalog
