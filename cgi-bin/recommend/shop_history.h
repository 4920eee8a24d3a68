/// shop_history.h - this shop's orders and products as the models read them.
///
/// Source: tables sales_order, order_line, product, product_attribute; queries in
///         sql/queries/recommend.sql.
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "db/db.h"
#include "recommend/history.h"

namespace recommend {

/// Catalogues beyond this are cut to the products that sell most, or training would not fit into
/// memory (three times items^2 floats).
inline constexpr int kMostItems = 6000;

struct ShopHistory {
  std::vector<std::int64_t> products{};             // the id of each item
  std::unordered_map<std::int64_t, int> item_of{};  // and back
  std::vector<std::string> texts{};                 // name, brand, category, attributes
  std::vector<std::int64_t> accounts{};             // of each person; 0: a guest's single order
  History history{};
};

/// Orders placed within [from, to), not cancelled by `to`.
ShopHistory read_shop_history(db::Connection& db, Instant from, Instant to);

}  // namespace recommend
