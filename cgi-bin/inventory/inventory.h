/// inventory.h - stock by the piece: which unit lies where, and in which order it left.
///
/// Two books are kept of the same stock: the counter product.in_stock, and the units of
/// inventory_item without sold_at. Every verb here changes both in one transaction, with the
/// products locked in id order.
///
/// Source: tables product, inventory_item, distribution_center (sql/migrations/0003, 0005),
///         queries in sql/queries/inventory.sql.
/// Errors: db::ConstraintError "product_in_stock_not_negative" when more is taken than there is;
///         std::logic_error when the two books disagree (see stock_ledger_problems).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "db/db.h"

namespace inventory {

/// Takes the pieces of all lines of an order from stock, the longest lying units first, and counts
/// them as sold. To be called inside the transaction that places the order.
void claim_units(db::Connection& db, std::int64_t order_id, Instant now);

/// Puts all units of an order back on the shelf. To be called inside the transaction that cancels
/// the order or takes it back; a second call finds nothing to do.
void return_units(db::Connection& db, std::int64_t order_id);

/// Some pieces of one line of an order.
struct ReturnedPieces {
  std::int64_t order_line_id = 0;
  int pieces = 0;
};

/// Puts some units of an order back on the shelf. To be called inside the transaction that accepts
/// them; units that are back already are not counted again.
void return_some_units(db::Connection& db, std::int64_t order_id,
                       const std::vector<ReturnedPieces>& returned);

struct Delivery {
  std::int64_t product_id = 0;
  std::int64_t center_id = 0;
  int pieces = 0;
  Money cost{};  // of one piece
};

/// Adds new pieces to the stock; returns what lies on the shelf then. Nothing happens, and nothing
/// is returned, for an unknown product or centre or fewer than one piece.
std::optional<int> receive_units(db::Connection& db, const Delivery& delivery, Instant now);

struct LedgerProblem {
  std::int64_t product_id = 0;
  std::string name{};
  int counter = 0;  // product.in_stock
  int units = 0;    // unsold rows of inventory_item
};

/// Products whose two books disagree, at most `limit` of them; an empty list is the good answer.
std::vector<LedgerProblem> stock_ledger_problems(db::Connection& db, int limit = 100);

}  // namespace inventory
