#include "catalog/reviews.h"

#include "catalog.sql.h"
#include "catalog/catalog.h"
#include "reviews.sql.h"

namespace catalog {

std::vector<Review> to_reviews(const db::Result& rows) {
  std::vector<Review> reviews;
  reviews.reserve(static_cast<std::size_t>(rows.size()));
  for (const db::Row row : rows) {
    reviews.push_back({
        .id = row.integer("id"),
        .author = row.string("author"),
        .stars = row.small("stars"),
        .title = row.string("title"),
        .body = row.string("body"),
        .verified = row.boolean("verified"),
        .created_at = row.instant("created_at"),
        .helpful = row.small("helpful_count"),
    });
  }
  return reviews;
}

std::vector<Review> list_reviews(db::Connection& db, std::int64_t product, std::int64_t after,
                                 int limit) {
  return to_reviews(after == 0 ? db.run(sql::catalog::newest_reviews, product, limit)
                               : db.run(sql::catalog::reviews_after, product, after, limit));
}

ReviewOutcome save_review(db::Connection& db, std::int64_t product, std::int64_t account,
                          const ReviewText& text) {
  const auto row =
      db.first(sql::catalog::save_review, product, account, text.stars, text.title, text.body);
  if (!row) return ReviewOutcome::no_such_product;
  return row->boolean("is_new") ? ReviewOutcome::added : ReviewOutcome::replaced;
}

bool delete_own_review(db::Connection& db, std::int64_t product, std::int64_t account) {
  return db.run(sql::catalog::delete_review, product, account).affected() > 0;
}

std::optional<ShownReview> find_review(db::Connection& db, std::int64_t id) {
  const auto row = db.first(sql::reviews::shown_review, id);
  if (!row) return std::nullopt;
  return ShownReview{
      .id = id,
      .product_id = row->integer("product_id"),
      .product_path = product_path(row->integer("product_id"), row->text("slug")),
      .account_id = row->integer("account_id"),
      .author = row->string("author"),
      .stars = row->small("stars"),
      .title = row->string("title"),
      .body = row->string("body"),
  };
}

bool vote_helpful(db::Connection& db, std::int64_t review, std::int64_t account) {
  if (db.run(sql::reviews::vote, review, account).affected() == 1) return true;
  db.run(sql::reviews::take_vote_back, review, account);
  return false;
}

void report_review(db::Connection& db, std::int64_t review, std::int64_t account,
                   const std::string& reason, Instant now) {
  db.run(sql::reviews::report_review, review, account, reason, now);
}

}  // namespace catalog
