/// manage.h - products as staff make and change them.
///
/// Nothing is overwritten silently: whoever changes a product names the version he has seen, and is
/// told when it is another one by now. Prices here are regular prices; what a sale makes of them is
/// in sales.h.
///
/// Source: table product and what hangs on it (sql/migrations/0003, 0120), queries in
///         sql/queries/catalog_manage.sql.
/// Errors: what a person may run into is an outcome. db::Error means the database failed.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "catalog/catalog.h"
#include "catalog/sales.h"
#include "db/db.h"

namespace catalog {

inline constexpr Money kHighestPrice{99'999'999'99};
inline constexpr std::size_t kMostAttributes = 100;
inline constexpr std::size_t kMostSku = 60;  // characters
inline constexpr std::size_t kMostProductName = 200;
inline constexpr std::size_t kMostDescription = 20000;
inline constexpr std::size_t kMostAttributeText = 200;

/// What staff type.
struct ProductDraft {
  std::string sku{};
  std::string name{};
  std::string description{};
  std::int64_t category_id = 0;
  std::int64_t brand_id = 0;  // 0: none
  Money price{};              // regular
  std::vector<Attribute> attributes{};
};

struct EditableProduct {
  std::int64_t id = 0;
  int version = 0;
  ProductDraft draft{};
  std::string slug{};
  std::string image{};
  Money price_now{};  // in a sale or not
  int in_stock = 0;
  bool withdrawn = false;
  std::optional<Sale> sale{};  // waiting or running
};

/// The product, withdrawn or not.
std::optional<EditableProduct> find_to_edit(db::Connection& db, std::int64_t id);

enum class SaveOutcome {
  saved,
  changed_meanwhile,  // another version than the one that was seen: nothing is changed
  no_such_product,
  sku_taken,
  no_such_category,
  no_such_brand,
  not_above_sale,  // the regular price would not be higher than that of the running sale
};

struct Created {
  SaveOutcome outcome = SaveOutcome::saved;
  std::int64_t id = 0;
};
[[nodiscard]] Created create_product(db::Connection& db, const ProductDraft& draft);

[[nodiscard]] SaveOutcome save_product(db::Connection& db, std::int64_t id, int version,
                                       const ProductDraft& draft);

/// No longer offered; orders and history keep it. Nothing changes when it is so already.
[[nodiscard]] SaveOutcome withdraw_product(db::Connection& db, std::int64_t id, int version,
                                           Instant now);
[[nodiscard]] SaveOutcome offer_product_again(db::Connection& db, std::int64_t id, int version);

/// A product as it was seen when it was ticked.
struct Seen {
  std::int64_t id = 0;
  int version = 0;
};

/// What to do with many products at once.
struct BulkChange {
  enum class Kind { price_percent, price_amount, category, withdraw, offer };
  Kind kind = Kind::withdraw;
  int basis_points = 0;          // of price_percent: -1000 takes 10 % off
  Money amount{};                // of price_amount, may be negative
  std::int64_t category_id = 0;  // of category
};

/// Returns how many were changed. The others were changed meanwhile by somebody else, or cannot
/// have that price. Nothing (no value) for an unknown category.
std::optional<int> change_many(db::Connection& db, std::span<const Seen> products,
                               const BulkChange& change, Instant now);

/// Filters of the list of products.
struct ProductFilter {
  std::int64_t category_id = 0;  // with all categories below it; 0: any
  std::int64_t brand_id = 0;
  std::optional<int> at_most_in_stock{};
  enum class State { offered, withdrawn, all } state = State::offered;
};

struct ProductRow {
  std::int64_t id = 0;
  int version = 0;
  std::string sku{};
  std::string slug{};
  std::string name{};
  std::string category{};
  std::string brand{};
  std::string image{};
  Money price{};
  std::optional<Money> regular_price{};  // while a sale runs
  int in_stock = 0;
  std::int64_t sold_count = 0;
  bool withdrawn = false;
  std::int64_t place = 0;  // where the next page starts: `behind` of the next call
};

/// The newest first, at most `limit`; `behind` is the place of the last row seen.
std::vector<ProductRow> list_products(db::Connection& db, const ProductFilter& filter,
                                      std::optional<std::int64_t> behind, int limit);

/// Words were typed: `found` are the ids that the search index gave for them, best first.
std::vector<ProductRow> list_found_products(db::Connection& db, const ProductFilter& filter,
                                            const std::string& words,
                                            std::span<const std::int64_t> found,
                                            std::optional<std::int64_t> behind, int limit);

}  // namespace catalog
