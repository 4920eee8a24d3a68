/// find.h - products that fulfil a wish.
///
/// Source: the assortment in memory says which, table product what they cost now; queries in
///         sql/queries/chat.sql.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "catalog/catalog.h"
#include "chat/assortment.h"
#include "chat/wish.h"
#include "db/db.h"

namespace chat {

struct FoundProduct : catalog::ProductCard {
  std::int64_t sold = 0;  // pieces
};

struct Found {
  std::vector<FoundProduct> products{};
  int total = 0;            // that match, shown or not
  std::int64_t pieces = 0;  // in stock, of all that match
};

/// At most `limit` products, in the order of wish.sort.
Found find_products(db::Connection& db, const Assortment& assortment, const Wish& wish, int limit);

struct Matches {
  int total = 0;
  Money cheapest{};
};
Matches count_matches(const Assortment& assortment, const Wish& wish);

/// What was bought most since a moment, `sold` counting from then on.
Found find_trending(db::Connection& db, const Assortment& assortment, const Wish& wish,
                    Instant since, int limit);

/// All that match; `only_heads` as in Assortment::pick().
std::vector<std::int64_t> ids_of(const Assortment& assortment, const Wish& wish, bool only_heads);

/// The needs as product_meets() takes them: for products that may be withdrawn.
std::string to_json(const std::vector<Need>& needs);

Found to_found(const db::Result& rows);

/// These products themselves, in this order; withdrawn ones are left out.
Found to_found(db::Connection& db, const std::vector<std::int64_t>& ids);

}  // namespace chat
