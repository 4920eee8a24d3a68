/// sales.h - reduced prices for a time, and the prices a product had before.
///
/// product.price_cents is what one piece costs now, for cart, checkout, search and chat alike. When
/// a sale starts or ends, apply_due_sales() changes that column: every process calls it at that
/// moment (SaleClock), and whoever places an order calls it first. While a sale runs, the product
/// names its regular price and the lowest price of the 30 days before the sale began.
///
/// Source: tables product_sale and price_history (sql/migrations/0120); directive (EU) 2019/2161,
///         article 2, on announcing a price reduction.
/// Units:  money is whole cents; a sale holds from `starts` up to, but not at, `ends`.
/// Errors: what a person may run into is an outcome.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "db/db.h"

namespace catalog {

struct Sale {
  Money price{};
  Instant starts{};
  std::optional<Instant> ends{};  // nothing: until staff end it
  bool running = false;           // false: it waits for its start
};

enum class SaleOutcome {
  planned,
  started,  // it began at once
  changed_meanwhile,
  no_such_product,
  not_cheaper,  // than the regular price
  ends_too_early,
};

/// Plans a sale in place of the one that waits or runs. A start that has passed begins it now.
[[nodiscard]] SaleOutcome plan_sale(db::Connection& db, std::int64_t product, int version,
                                    const Sale& sale, Instant now);

/// Ends the sale that waits or runs; false when there is none.
bool end_sale(db::Connection& db, std::int64_t product);

/// Starts and ends what is due at `now`; returns how many prices changed. Never before its time,
/// whatever `now` says.
int apply_due_sales(db::Connection& db, Instant now);

/// When the next sale starts or ends.
std::optional<Instant> next_sale_moment(db::Connection& db);

/// One price that a product had, since then.
struct PastPrice {
  Money price{};
  Instant since{};
};
/// The newest first, at most `limit`.
std::vector<PastPrice> list_prices(db::Connection& db, std::int64_t product, int limit);

/// Knows when to look: applies sales at their moment at the cost of no query in between.
class SaleClock {
 public:
  /// To be called before each answer.
  void tick(db::Connection& db, Instant now);

 private:
  std::optional<Instant> read_at_{};
  std::optional<Instant> next_{};
};

}  // namespace catalog
