/// product_texts.h - what the API's shape "product" holds beside a product's card.
///
/// Source: tables product, category; queries in sql/queries/catalog_api.sql.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <unordered_map>

#include "catalog/catalog.h"
#include "catalog/reviews.h"
#include "db/db.h"

namespace catalog {

struct ProductTexts {
  std::string description{};
  std::string category{};       // its name
  std::string category_slug{};  // for filters
};

/// By product; unknown and withdrawn products are left out.
std::unordered_map<std::int64_t, ProductTexts> find_product_texts(
    db::Connection& db, std::span<const std::int64_t> products);

/// How many reviews a product has; nothing when it is unknown or withdrawn.
std::optional<int> count_reviews(db::Connection& db, std::int64_t product);

/// What this customer wrote of the product.
std::optional<Review> find_own_review(db::Connection& db, std::int64_t product,
                                      std::int64_t account);

/// The latest favorite first, at most `limit`; those behind the favorite product `after` unless
/// that is 0.
std::vector<ProductCard> list_favorites_after(db::Connection& db, std::int64_t account,
                                              std::int64_t after, int limit);
int count_favorites(db::Connection& db, std::int64_t account);

}  // namespace catalog
