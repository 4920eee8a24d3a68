/// moderation.h - reviews as staff see them: those that wait for them, those that were reported.
///
/// Source: tables review, review_report (sql/migrations/0181), queries in sql/queries/reviews.sql.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "db/db.h"

namespace catalog {

struct ModeratedReview {
  std::int64_t id = 0;
  std::string version{};  // changes when its writer changes it
  std::string product{};
  std::string product_path{};
  std::string author{};  // user name
  int stars = 0;
  std::string title{};
  std::string body{};
  bool verified = false;
  std::string state{};  // "shown", "waiting", "hidden"
  int helpful = 0;
  int reports = 0;        // that nobody has settled
  std::string reasons{};  // of these, a line each
  Instant at{};
};

/// `which`: "open" (waiting or reported), "shown", "hidden" or "all"; newest first, those before
/// the review `before`.
std::vector<ModeratedReview> list_moderated(db::Connection& db, const std::string& which,
                                            const std::string& words,
                                            std::optional<std::int64_t> before, int limit);

/// How many wait for staff.
std::int64_t count_open_reviews(db::Connection& db);

/// Shows or hides a review and settles its reports; false, and nothing is changed, when its writer
/// has changed it since `version`.
[[nodiscard]] bool moderate_review(db::Connection& db, std::int64_t id, const std::string& version,
                                   bool is_shown, Instant now);

}  // namespace catalog
