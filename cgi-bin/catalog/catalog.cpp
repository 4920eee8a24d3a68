#include "catalog/catalog.h"

#include "catalog.sql.h"

namespace catalog {

std::vector<Category> list_top_categories(db::Connection& db) {
  std::vector<Category> categories;
  for (const db::Row row : db.run(sql::catalog::top_categories)) {
    categories.push_back({row.integer("id"), row.string("slug"), row.string("name")});
  }
  return categories;
}

std::int64_t count_products(db::Connection& db) {
  return db.first(sql::catalog::product_count).value().integer("products");
}

}  // namespace catalog
