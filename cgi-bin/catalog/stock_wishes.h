/// stock_wishes.h - who wants to hear when a sold-out product can be bought again.
///
/// The letter goes out by a trigger when pieces come in, once; then the wish is forgotten.
///
/// Source: table stock_wish (sql/migrations/0181), queries in sql/queries/reviews.sql.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "db/db.h"

namespace catalog {

/// False when the product is unknown, withdrawn, or can be bought right now.
[[nodiscard]] bool wish_for_stock(db::Connection& db, std::int64_t product,
                                  const std::string& email, std::int64_t account, Instant now);

/// The account's own address; empty for guests.
std::string email_of(db::Connection& db, std::int64_t account);

struct WantedProduct {
  std::int64_t id = 0;
  std::string name{};
  int people = 0;
  Instant since{};
};
/// Most wanted first.
std::vector<WantedProduct> list_wanted(db::Connection& db, int limit);

}  // namespace catalog
