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

/// Categories without a parent, in the order of the navigation.
std::vector<Category> list_top_categories(db::Connection& db);

/// Products that customers may see.
std::int64_t count_products(db::Connection& db);

}  // namespace catalog
