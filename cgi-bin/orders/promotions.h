/// promotions.h - coupons that customers type, and promotions as staff make and change them.
///
/// How they stack: promotion.h. Their limits hold by constraints and triggers of the database, also
/// for orders placed at the same moment.
///
/// Source: tables promotion and order_discount (sql/migrations/0122), queries in
///         sql/queries/promotions.sql.
/// Errors: what a person may run into is an outcome.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "db/db.h"
#include "orders/cart.h"
#include "orders/promotion.h"

namespace orders {

inline constexpr std::size_t kMostCode = 40;            // characters
inline constexpr std::size_t kMostPromotionName = 100;  // characters

enum class CouponOutcome { entered, unknown, no_cart };

/// Puts the coupon on the owner's cart, in place of another one; small letters will do. Whether it
/// takes something off, Cart::coupon_state tells.
[[nodiscard]] CouponOutcome enter_coupon(db::Connection& db, const CartOwner& owner,
                                         const std::string& code);
void drop_coupon(db::Connection& db, const CartOwner& owner);

/// What staff type.
struct PromotionDraft {
  std::string name{};
  std::string code{};  // empty: automatic
  PromotionKind kind = PromotionKind::percent;
  int rate_bp = 0;
  Money amount{};
  Money minimum{};
  std::int64_t category_id = 0;  // 0: all goods
  bool first_order = false;
  bool combines = true;
  int priority = 0;
  std::optional<Instant> starts{};
  std::optional<Instant> ends{};
  std::optional<int> limit_total{};
  std::optional<int> limit_per_customer{};
  bool active = true;
};

struct EditablePromotion {
  std::int64_t id = 0;
  int version = 0;
  PromotionDraft draft{};
  int used_count = 0;
};

enum class PromotionOutcome {
  saved,
  changed_meanwhile,  // another version, or gone
  code_taken,
  no_such_category,
  ends_too_early,
  limit_below_use,  // more orders have it already
};

struct PromotionSaved {
  PromotionOutcome outcome = PromotionOutcome::saved;
  std::int64_t id = 0;
};

std::optional<EditablePromotion> find_promotion(db::Connection& db, std::int64_t id);
[[nodiscard]] PromotionSaved create_promotion(db::Connection& db, const PromotionDraft& draft);
[[nodiscard]] PromotionSaved save_promotion(db::Connection& db, std::int64_t id, int version,
                                            const PromotionDraft& draft);

struct PromotionRow {
  std::int64_t id = 0;
  std::string name{};
  std::string code{};
  PromotionKind kind = PromotionKind::percent;
  int rate_bp = 0;
  Money amount{};
  Money minimum{};
  std::optional<Instant> starts{};
  std::optional<Instant> ends{};
  std::optional<int> limit_total{};
  int used_count = 0;
  bool active = true;
  Money taken_off{};  // by all orders that have it
};

/// The newest first, at most `limit`; `before` is the id of the last row seen. Empty words: all.
std::vector<PromotionRow> list_promotions(db::Connection& db, std::optional<std::int64_t> before,
                                          const std::string& words, int limit);

}  // namespace orders
