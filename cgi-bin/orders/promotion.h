/// promotion.h - what promotions take off: pure rules, used by quote() only.
///
/// Stacking, always the same: promotions are taken off one after the other, lower priority first,
/// older ones first among equals. A percentage is of what is left of the goods it is for; nothing
/// takes off more than is left. One that does not combine is used alone, when alone it takes off
/// more than all the others together.
///
/// Units:  money is whole cents, percentages basis points rounded half up.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/money.h"

namespace orders {

enum class PromotionKind { percent, amount, free_shipping };

/// One that this customer may use for this cart today; only the minimum is left to look at.
struct Promotion {
  std::int64_t id = 0;
  std::string name{};  // as customers read it
  std::string code{};  // of a coupon; empty: automatic
  PromotionKind kind = PromotionKind::percent;
  int rate_bp = 0;                  // of percent
  Money amount{};                   // of amount
  Money minimum{};                  // goods that the cart must hold
  std::optional<Money> eligible{};  // worth of the goods it is for; nothing: all goods
  bool combines = true;
};

/// What one promotion takes off.
struct Discount {
  std::int64_t promotion_id = 0;
  std::string name{};
  std::string code{};
  Money amount{};              // 0 for free shipping
  bool free_shipping = false;  // the cheapest way to ship costs nothing
};

/// What is taken off goods of this worth, in this order. `promotions` come in the order in which
/// they are taken off.
std::vector<Discount> discounts_of(std::span<const Promotion> promotions, Money goods);

/// All of them together.
Money sum_of(std::span<const Discount> discounts);

}  // namespace orders
