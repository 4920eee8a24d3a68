/// find.h - products that fulfil a wish.
///
/// Source: table product and function product_meets(), queries in sql/queries/chat.sql.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "catalog/catalog.h"
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
Found find_products(db::Connection& db, const Wish& wish, int limit);

struct Matches {
  int total = 0;
  Money cheapest{};
};
Matches count_matches(db::Connection& db, const Wish& wish);

/// What was bought most since a moment, `sold` counting from then on.
Found find_trending(db::Connection& db, const Wish& wish, Instant since, int limit);

/// The needs as product_meets() takes them.
std::string to_json(const std::vector<Need>& needs);

/// A pattern of names whose thing is what the wish names last: "Basketball", not "Basketball hoop".
/// Empty when a category or a brand says it.
std::string head_pattern(const Wish& wish);

Found to_found(const db::Result& rows);

}  // namespace chat
