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
#include <vector>

#include "db/db.h"

namespace catalog {

struct Category {
  std::int64_t id = 0;
  std::string slug{};
  std::string name{};
};

/// Categories without a parent, in the order of the navigation.
std::vector<Category> list_top_categories(db::Connection& db);

/// Products that customers may see.
std::int64_t count_products(db::Connection& db);

}  // namespace catalog
