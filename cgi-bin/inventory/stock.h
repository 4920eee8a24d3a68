/// stock.h - what staff do with the stock: receive, move, count. Each leaves a row of stock_change.
///
/// Every verb locks the product first, as buyers do, and changes counter and units together (see
/// inventory.h). It names the last change that its form was made from: when there is a newer one (a
/// colleague, or the second click), nothing is done.
///
/// Source: tables product, inventory_item, stock_change (sql/migrations/0114), queries in
///         sql/queries/inventory_staff.sql.
/// Units:  cost and value are whole cents of the shop's currency.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "db/db.h"

namespace inventory {

struct StockFilter {
  std::string text{};                       // in name or stock code
  std::optional<int> at_most{};             // pieces
  std::optional<std::int64_t> center_id{};  // some of it lies there
};

struct StockRow {
  std::int64_t product_id = 0;
  std::string sku{};
  std::string name{};
  std::string slug{};
  int in_stock = 0;
  std::int64_t sold = 0;
  bool withdrawn = false;
  Money value{};  // what the pieces on the shelf cost
};

/// Where a page of the list ended.
struct StockPlace {
  int in_stock = 0;
  std::int64_t product_id = 0;
};

/// Fewest pieces first, at most `limit`. Withdrawn products show as long as some of them lie there.
std::vector<StockRow> list_stock(db::Connection& db, const StockFilter& filter, int limit,
                                 std::optional<StockPlace> behind = {});

struct CenterStock {
  std::int64_t center_id = 0;
  std::string center{};
  int pieces = 0;
  Money value{};
};

struct StockChange {
  std::string kind{};  // "received", "moved", "corrected"
  int pieces = 0;      // negative: missing
  Money value{};
  std::string reason{};
  std::string center{};
  std::string target{};  // of a move
  std::string who{};     // empty: somebody who is gone
  Instant at{};
};

struct ProductStock {
  StockRow product{};
  std::vector<CenterStock> centers{};  // all of them
  std::vector<StockChange> history{};  // newest first
  std::int64_t last_change = 0;
};

/// The stock of one product with its newest `history_rows` changes; nothing for an unknown product.
std::optional<ProductStock> find_stock(db::Connection& db, std::int64_t product_id,
                                       int history_rows);

enum class StockOutcome {
  done,
  changed_meanwhile,  // a newer change, or (counting) pieces sold or returned since
  no_such_place,      // unknown product or centre
  not_that_many,      // fewer pieces lie there
  nothing_to_do,      // counted as many as there are; moved to where it lies
};

struct StockHand {
  std::int64_t account_id = 0;
  std::int64_t seen_change = 0;
  Instant now{};
};

/// So many new pieces, each bought for `cost`.
[[nodiscard]] StockOutcome receive_stock(db::Connection& db, std::int64_t product_id,
                                         std::int64_t center_id, int pieces, Money cost,
                                         const StockHand& hand);

[[nodiscard]] StockOutcome move_stock(db::Connection& db, std::int64_t product_id,
                                      std::int64_t from, std::int64_t to, int pieces,
                                      const StockHand& hand);

struct Count {
  std::int64_t center_id = 0;
  int counted = 0;
  int expected = 0;  // what the form said lies there
  std::string reason{};
};

/// After counting the shelf: missing pieces leave the books, found ones enter them at the cost of
/// the last ones that came.
[[nodiscard]] StockOutcome correct_stock(db::Connection& db, std::int64_t product_id,
                                         const Count& count, const StockHand& hand);

}  // namespace inventory
