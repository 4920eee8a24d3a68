/// catalog.h - products and categories as a customer sees them.
///
/// Source: tables product, category, brand (sql/migrations/0003_catalog.sql), queries in
///         sql/queries/catalog.sql.
/// Units:  money is whole cents (Money); stock is pieces; time is UTC.
/// Errors: "there is no such product" is an empty result, never an exception.
///         db::Error means the database failed; let it rise to web/dispatch.cpp.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/money.h"
#include "db/db.h"

namespace catalog {

struct Category {
  std::int64_t id = 0;
  std::string slug{};
  std::string name{};
  std::string image{};  // of its best seller; only list_top_categories() fills it
};

/// A product as grids show it: listing, home page, favorites, chat. What fills one:
/// fill_product_card() in product_card.h.
struct ProductCard {
  std::int64_t id = 0;
  std::string name{};
  std::string slug{};   // of its address: product_path()
  std::string brand{};  // empty: no brand
  std::string image{};  // file below the pictures folder; empty: none, see picture_url()
  Money price{};        // of one piece today
  int in_stock = 0;     // pieces that can be sold now; 0 means sold out
  int review_count = 0;
  std::int64_t rating_sum = 0;  // stars of all reviews added up
  // While a sale runs: what one piece costs without it, and the least it cost in the 30 days
  // before.
  std::optional<Money> regular_price{};
  std::optional<Money> lowest_price{};

  bool operator==(const ProductCard&) const = default;
};

/// The address of a product's page on this site: "/product/42/desk-lamp".
std::string product_path(std::int64_t id, std::string_view slug);

/// The address of a picture on this site; an empty `file` gives the one that says "no picture".
std::string picture_url(std::string_view file);

/// The average of `review_count` reviews in tenths of a star, 10 to 50, rounded half up; 0 without
/// reviews.
int rating_tenths(std::int64_t rating_sum, int review_count);

/// "4.5" for 45; empty for 0, which is no rating.
std::string_view rating_text(int tenths);

struct Attribute {
  std::string name{};  // "Material"; comes once for each value
  std::string value{};
};

struct Picture {
  std::string file{};  // below the pictures folder
  std::string alt{};   // for those who do not see it; empty: the product's name will do
};

/// All that a customer may know of a product.
struct Product : ProductCard {
  std::string sku{};  // the shopkeeper's stock code
  std::string description{};
  std::vector<Category> category_path{};  // from the top to its own; at most three levels
  std::vector<Attribute> attributes{};
  std::vector<Picture> pictures{};  // the first is `image`; empty: none

  bool can_be_bought() const { return in_stock > 0; }
  const Category& category() const { return category_path.back(); }
};

/// Categories without a parent, in the order of the navigation.
std::vector<Category> list_top_categories(db::Connection& db);

/// Products that customers may see.
std::int64_t count_products(db::Connection& db);

/// The product with this id, or nothing when it is unknown or withdrawn.
std::optional<Product> find_product(db::Connection& db, std::int64_t id);

/// The newest products, at most `limit`.
std::vector<ProductCard> list_new(db::Connection& db, int limit);

/// The best sellers of all time, at most `limit`.
std::vector<ProductCard> list_popular(db::Connection& db, int limit);

/// Products that can be bought, of the same category as this one, nearest in price first. Empty
/// for an unknown product.
std::vector<ProductCard> list_similar(db::Connection& db, std::int64_t id, int limit);

/// These products in the order of `ids`; unknown and withdrawn ones are left out.
std::vector<ProductCard> find_cards(db::Connection& db, std::span<const std::int64_t> ids);

/// What the home page shows, in one query: ten of each at most.
struct Shelves {
  std::vector<ProductCard> newest{};
  std::vector<ProductCard> popular{};
};
Shelves find_shelves(db::Connection& db);

/// Reads the columns id, name, slug, brand, image, price_cents, in_stock, review_count, rating_sum,
/// regular_price_cents and lowest_price_cents of a row; in this order it is fastest.
ProductCard to_card(const db::Row& row);
std::vector<ProductCard> to_cards(const db::Result& rows);

}  // namespace catalog
