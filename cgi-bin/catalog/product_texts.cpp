#include "catalog/product_texts.h"

#include "catalog_api.sql.h"

namespace catalog {

std::unordered_map<std::int64_t, ProductTexts> find_product_texts(
    db::Connection& db, std::span<const std::int64_t> products) {
  std::unordered_map<std::int64_t, ProductTexts> texts;
  if (products.empty()) return texts;
  for (const db::Row row : db.run(sql::catalog_api::product_texts, db::array_of(products))) {
    texts[row.integer("id")] = {.description = row.string("description"),
                                .category = row.string("category"),
                                .category_slug = row.string("category_slug")};
  }
  return texts;
}

std::optional<int> count_reviews(db::Connection& db, std::int64_t product) {
  const auto row = db.first(sql::catalog_api::review_count, product);
  if (!row) return std::nullopt;
  return row->small("review_count");
}

std::optional<Review> find_own_review(db::Connection& db, std::int64_t product,
                                      std::int64_t account) {
  auto reviews = to_reviews(db.run(sql::catalog_api::own_review, product, account));
  if (reviews.empty()) return std::nullopt;
  return std::move(reviews.front());
}

std::vector<ProductCard> list_favorites_after(db::Connection& db, std::int64_t account,
                                              std::int64_t after, int limit) {
  return to_cards(db.run(sql::catalog_api::favorites_after, account, after, limit));
}

int count_favorites(db::Connection& db, std::int64_t account) {
  return db.first(sql::catalog_api::favorite_count, account).value().small("favorites");
}

}  // namespace catalog
