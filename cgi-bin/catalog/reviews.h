/// reviews.h - what customers say about products: one review per customer and product.
///
/// Source: table review (sql/migrations/0003_catalog.sql), whose trigger keeps the product's
///         rating_sum and review_count; queries in sql/queries/catalog.sql.
/// Units:  stars are whole, 1 to 5.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "db/db.h"

namespace catalog {

inline constexpr int kMostStars = 5;
inline constexpr std::size_t kMostReviewTitle = 120;  // characters
inline constexpr std::size_t kMostReviewBody = 4000;

struct Review {
  std::int64_t id = 0;
  std::string author{};  // first name; empty when the customer gave none
  int stars = 0;
  std::string title{};    // may be empty
  std::string body{};     // may be empty, and may have several lines
  bool verified = false;  // the writer had bought the product here
  Instant created_at{};
  int helpful = 0;  // customers who said so
};

/// What a customer writes.
struct ReviewText {
  int stars = 0;  // 0: not chosen yet
  std::string title{};
  std::string body{};
};

/// How many reviews gave one star, two stars … five stars.
using StarCounts = std::array<int, kMostStars>;

/// Reviews of a product, newest first, at most `limit`; those that follow the review `after`, or
/// the newest when `after` is 0. Empty when there is no such product or no such review.
std::vector<Review> list_reviews(db::Connection& db, std::int64_t product, std::int64_t after,
                                 int limit);

enum class ReviewOutcome { added, replaced, no_such_product };

/// Saves what a customer says; a second review of the same product takes the place of the first.
/// It is marked as verified when he has a paid or delivered order with the product.
[[nodiscard]] ReviewOutcome save_review(db::Connection& db, std::int64_t product,
                                        std::int64_t account, const ReviewText& text);

/// False when this customer has not reviewed the product.
bool delete_own_review(db::Connection& db, std::int64_t product, std::int64_t account);

/// A review that everybody may read.
struct ShownReview {
  std::int64_t id = 0;
  std::int64_t product_id = 0;
  std::string product_path{};
  std::int64_t account_id = 0;  // who wrote it
  std::string author{};
  int stars = 0;
  std::string title{};
  std::string body{};
};
/// Nothing when it is unknown, waits for staff or was hidden by them.
std::optional<ShownReview> find_review(db::Connection& db, std::int64_t id);

/// One vote per customer; a second press takes it back. True when it counts now.
bool vote_helpful(db::Connection& db, std::int64_t review, std::int64_t account);

inline constexpr std::size_t kMostReportReason = 500;  // characters
/// Tells staff that something is wrong with a review; once per customer, again when it goes on.
void report_review(db::Connection& db, std::int64_t review, std::int64_t account,
                   const std::string& reason, Instant now);

std::vector<Review> to_reviews(const db::Result& rows);

}  // namespace catalog
