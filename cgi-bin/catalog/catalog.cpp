#include "catalog/catalog.h"

#include "catalog.sql.h"
#include "catalog/detail.h"

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

ProductCard to_card(const db::Row& row) {
  return {
      .id = row.integer("id"),
      .name = row.string("name"),
      .slug = row.string("slug"),
      .brand = row.string("brand"),
      .image = row.string("image"),
      .price = row.money("price_cents"),
      .in_stock = row.small("in_stock"),
      .review_count = row.small("review_count"),
      .rating_sum = row.integer("rating_sum"),
      .regular_price = row.maybe_money("regular_price_cents"),
      .lowest_price = row.maybe_money("lowest_price_cents"),
  };
}

std::vector<ProductCard> to_cards(const db::Result& rows) {
  std::vector<ProductCard> cards;
  cards.reserve(static_cast<std::size_t>(rows.size()));
  for (const db::Row row : rows) cards.push_back(to_card(row));
  return cards;
}

std::vector<Category> list_top_categories(db::Connection& db) {
  std::vector<Category> categories;
  for (const db::Row row : db.run(sql::catalog::top_categories)) {
    categories.push_back({
        .id = row.integer("id"),
        .slug = row.string("slug"),
        .name = row.string("name"),
        .image = row.string("image"),
    });
  }
  return categories;
}

std::int64_t count_products(db::Connection& db) {
  return db.first(sql::catalog::product_count).value().integer("products");
}

std::optional<Product> find_product(db::Connection& db, std::int64_t id) {
  const auto row = db.first(sql::catalog::product_by_id, id);
  if (!row) return std::nullopt;
  return to_product(*row);
}

std::vector<ProductCard> list_new(db::Connection& db, int limit) {
  return to_cards(db.run(sql::catalog::new_products, limit));
}

std::vector<ProductCard> list_popular(db::Connection& db, int limit) {
  return to_cards(db.run(sql::catalog::popular_products, limit));
}

std::vector<ProductCard> list_similar(db::Connection& db, std::int64_t id, int limit) {
  return to_cards(db.run(sql::catalog::similar_products, id, limit));
}

std::vector<ProductCard> find_cards(db::Connection& db, std::span<const std::int64_t> ids) {
  if (ids.empty()) return {};
  return to_cards(db.run(sql::catalog::cards_by_id, db::array_of(ids)));
}

Shelves find_shelves(db::Connection& db) {
  Shelves shelves;
  for (const db::Row row : db.run(sql::catalog::shelf_products)) {
    ProductCard card = to_card(row);
    (row.boolean("is_new") ? shelves.newest : shelves.popular).push_back(std::move(card));
  }
  return shelves;
}

}  // namespace catalog
