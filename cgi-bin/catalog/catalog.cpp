#include "catalog/catalog.h"

#include "catalog.sql.h"

namespace catalog {

std::string product_path(std::int64_t id, std::string_view slug) {
  std::string path = "/product/" + std::to_string(id);
  if (!slug.empty()) path.append("/").append(slug);
  return path;
}

std::string picture_url(std::string_view file) {
  return file.empty() ? "/static/no-picture.svg" : "/pictures/" + std::string(file);
}

int rating_tenths(std::int64_t rating_sum, int review_count) {
  if (review_count <= 0) return 0;
  return static_cast<int>((rating_sum * 20 + review_count) / (std::int64_t{2} * review_count));
}

std::string_view rating_text(int tenths) {
  constexpr int kMostTenths = 50;
  // Static, because a page shows dozens of them: "0.00.10.2…5.0", three letters each.
  static const std::string kTexts = [] {
    std::string all;
    for (int i = 0; i <= kMostTenths; ++i) {
      all += std::to_string(i / 10) + "." + std::to_string(i % 10);
    }
    return all;
  }();
  if (tenths <= 0 || tenths > kMostTenths) return {};
  return std::string_view(kTexts).substr(static_cast<std::size_t>(tenths) * 3, 3);
}

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
