/// detail.h - a product with everything that its page shows, read in one round trip; one more where
///            it has variants, and where the models say nothing of it.
///
/// Source: as catalog.h and reviews.h; queries in sql/queries/catalog.sql.
/// Errors: an unknown or withdrawn product is an empty result.
#pragma once

#include <functional>

#include "catalog/catalog.h"
#include "catalog/reviews.h"
#include "catalog/variants.h"

namespace catalog {

/// A product that goes with another: tools/retrain counted how often they were bought together.
struct Companion {
  ProductCard card{};
  int together = 0;  // orders with both, 0 when they are only alike …
  int orders = 0;    // … of so many with the product at hand
};

struct ProductDetail {
  Product product{};
  StarCounts stars{};
  std::vector<Review> reviews{};  // newest first
  bool has_more_reviews = false;  // behind the last of `reviews`
  std::vector<Companion> goes_with{};
  std::vector<ProductCard> similar{};  // see list_similar(); only where nothing is in goes_with
  std::optional<Family> family{};      // the product and its variants
};

/// What a product is to one customer.
struct ToCustomer {
  bool is_favorite = false;
  std::optional<ReviewText> own_review{};
};

struct DetailWish {
  std::int64_t product = 0;
  std::int64_t reviews_after = 0;  // the last review that was seen; 0: start with the newest
  int reviews = 0;                 // how many at most
  int companions = 0;              // what goes with it, or is similar, at most
};

std::optional<ProductDetail> find_product_detail(db::Connection& db, const DetailWish& wish);

/// The products that a page shows with it, itself among them: a change of one is a change of it.
std::vector<std::int64_t> products_of(const ProductDetail& detail);

/// Asked together with the next query; call what comes back. Nobody (account 0) is not asked for.
std::function<ToCustomer()> ask_to_customer(db::Connection& db, std::int64_t product,
                                            std::int64_t account);

/// A product from a row of product_by_id.
Product to_product(const db::Row& row);

}  // namespace catalog
