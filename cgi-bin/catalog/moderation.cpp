#include "catalog/moderation.h"

#include "catalog/catalog.h"
#include "reviews.sql.h"

namespace catalog {

std::vector<ModeratedReview> list_moderated(db::Connection& db, const std::string& which,
                                            const std::string& words,
                                            std::optional<std::int64_t> before, int limit) {
  std::vector<ModeratedReview> reviews;
  for (const db::Row row : db.run(sql::reviews::reviews_to_moderate, which, words, before, limit)) {
    reviews.push_back({
        .id = row.integer("id"),
        .version = row.string("version"),
        .product = row.string("product"),
        .product_path = product_path(row.integer("product_id"), row.text("slug")),
        .author = row.string("author"),
        .stars = row.small("stars"),
        .title = row.string("title"),
        .body = row.string("body"),
        .verified = row.boolean("verified"),
        .state = row.string("state"),
        .helpful = row.small("helpful_count"),
        .reports = row.small("reports"),
        .reasons = row.string("reasons"),
        .at = row.instant("created_at"),
    });
  }
  return reviews;
}

std::int64_t count_open_reviews(db::Connection& db) {
  return db.first(sql::reviews::count_open_reviews)->integer("open");
}

bool moderate_review(db::Connection& db, std::int64_t id, const std::string& version, bool is_shown,
                     Instant now) {
  db::Transaction transaction(db);
  const auto changed =
      db.run(sql::reviews::set_review_state, id, version, is_shown ? "shown" : "hidden");
  if (changed.affected() == 0) return false;
  db.run(sql::reviews::settle_reports, id, now);
  transaction.commit();
  return true;
}

}  // namespace catalog
