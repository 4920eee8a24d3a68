#include "catalog/detail.h"

#include "base/text.h"
#include "catalog.sql.h"

namespace catalog {
namespace {

std::vector<Category> to_category_path(const db::Row& row) {
  std::vector<Category> path;
  if (!row.is_null("top_id")) {
    path.push_back({row.integer("top_id"), row.string("top_slug"), row.string("top_name")});
  }
  if (!row.is_null("parent_id")) {
    path.push_back(
        {row.integer("parent_id"), row.string("parent_slug"), row.string("parent_name")});
  }
  path.push_back(
      {row.integer("category_id"), row.string("category_slug"), row.string("category_name")});
  return path;
}

StarCounts to_star_counts(std::string_view text) {
  StarCounts counts{};
  auto count = counts.begin();
  for (const std::string_view number : split(text, ' ')) {
    if (count != counts.end()) *count++ = static_cast<int>(to_integer(number, 0).value_or(0));
  }
  return counts;
}

ToCustomer to_customer(const db::Row& row) {
  ToCustomer customer{.is_favorite = row.boolean("is_favorite")};
  if (!row.is_null("stars")) {
    customer.own_review = {row.small("stars"), row.string("title"), row.string("body")};
  }
  return customer;
}

std::vector<Companion> to_companions(const db::Result& rows) {
  std::vector<Companion> companions;
  for (const db::Row row : rows) {
    companions.push_back({to_card(row), row.small("together"), row.small("orders")});
  }
  return companions;
}

/// The pairs of a text of product_by_id, each as `Pair`.
template <class Pair>
void add_pairs(std::string_view text, std::vector<Pair>& pairs) {
  if (text.empty()) return;
  for (const std::string_view pair : split(text, '\x1E')) {
    const std::size_t cut = pair.find('\x1F');
    if (cut == std::string_view::npos) continue;
    pairs.push_back({std::string(pair.substr(0, cut)), std::string(pair.substr(cut + 1))});
  }
}

}  // namespace

Product to_product(const db::Row& row) {
  Product product{to_card(row)};
  product.sku = row.string("sku");
  product.description = row.string("description");
  product.category_path = to_category_path(row);
  if (!product.image.empty()) product.pictures.push_back({product.image, row.string("image_alt")});
  add_pairs(row.text("attributes"), product.attributes);
  add_pairs(row.text("pictures"), product.pictures);
  return product;
}

std::optional<ProductDetail> find_product_detail(db::Connection& db, const DetailWish& wish) {
  db::Pipeline pipeline(db);
  const int product_step = pipeline.add(sql::catalog::product_by_id, wish.product);
  const int companions_step =
      pipeline.add(sql::catalog::product_companions, wish.product, wish.companions);
  // One more than wanted tells whether there are more.
  const int most = wish.reviews + 1;
  const int reviews_step =
      wish.reviews_after == 0
          ? pipeline.add(sql::catalog::newest_reviews, wish.product, most)
          : pipeline.add(sql::catalog::reviews_after, wish.product, wish.reviews_after, most);
  pipeline.run();

  const db::Result rows = pipeline.take(product_step);
  if (rows.empty()) return std::nullopt;
  const db::Row row = rows[0];
  ProductDetail detail;
  detail.product = to_product(row);
  detail.stars = to_star_counts(row.text("star_counts"));
  detail.reviews = to_reviews(pipeline.take(reviews_step));
  detail.has_more_reviews = detail.reviews.size() > static_cast<std::size_t>(wish.reviews);
  if (detail.has_more_reviews) detail.reviews.pop_back();
  detail.goes_with = to_companions(pipeline.take(companions_step));
  // Further round trips, but only for products that have variants, and for those that tools/retrain
  // has not seen yet.
  if (row.boolean("has_family")) detail.family = find_family(db, wish.product);
  if (detail.goes_with.empty()) detail.similar = list_similar(db, wish.product, wish.companions);
  return detail;
}

std::vector<std::int64_t> products_of(const ProductDetail& detail) {
  std::vector<std::int64_t> products{detail.product.id};
  for (const Companion& companion : detail.goes_with) products.push_back(companion.card.id);
  for (const ProductCard& card : detail.similar) products.push_back(card.id);
  return products;
}

std::function<ToCustomer()> ask_to_customer(db::Connection& db, std::int64_t product,
                                            std::int64_t account) {
  if (account == 0) return [] { return ToCustomer{}; };
  return [answer = db::Later(db, sql::catalog::product_to_customer, product, account)] {
    return to_customer(answer.rows()[0]);
  };
}

}  // namespace catalog
