/// favorites.h - the products a customer keeps in mind, each once.
///
/// Source: table favorite (sql/migrations/0003_catalog.sql), queries in sql/queries/catalog.sql.
#pragma once

#include <cstdint>
#include <vector>

#include "catalog/catalog.h"

namespace catalog {

enum class FavoriteOutcome { added, was_there, no_such_product };

[[nodiscard]] FavoriteOutcome add_favorite(db::Connection& db, std::int64_t account,
                                           std::int64_t product);

/// False when it was no favorite.
bool remove_favorite(db::Connection& db, std::int64_t account, std::int64_t product);

bool is_favorite(db::Connection& db, std::int64_t account, std::int64_t product);

/// The latest favorite first, at most `limit`, after passing over `offset` of them. Sold-out
/// products stay in the list, withdrawn ones do not show.
std::vector<ProductCard> list_favorites(db::Connection& db, std::int64_t account, int limit,
                                        std::int64_t offset = 0);

}  // namespace catalog
