#include "catalog/favorites.h"

#include "catalog.sql.h"

namespace catalog {

FavoriteOutcome add_favorite(db::Connection& db, std::int64_t account, std::int64_t product) {
  const auto row = db.first(sql::catalog::add_favorite, account, product).value();
  if (!row.boolean("is_offered")) return FavoriteOutcome::no_such_product;
  return row.boolean("is_added") ? FavoriteOutcome::added : FavoriteOutcome::was_there;
}

bool remove_favorite(db::Connection& db, std::int64_t account, std::int64_t product) {
  return db.run(sql::catalog::remove_favorite, account, product).affected() > 0;
}

bool is_favorite(db::Connection& db, std::int64_t account, std::int64_t product) {
  return !db.run(sql::catalog::is_favorite, account, product).empty();
}

std::vector<ProductCard> list_favorites(db::Connection& db, std::int64_t account, int limit,
                                        std::int64_t offset) {
  return to_cards(db.run(sql::catalog::favorite_products, account, limit, offset));
}

}  // namespace catalog
