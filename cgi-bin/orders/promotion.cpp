#include "orders/promotion.h"

#include <algorithm>

namespace orders {
namespace {

/// What this one takes off when `left` of all goods is left; nothing when it does not apply.
std::optional<Discount> discount_of(const Promotion& promotion, Money goods, Money left) {
  if (goods < promotion.minimum) return std::nullopt;
  const Money base = std::min(promotion.eligible.value_or(left), left);
  Discount discount{promotion.id, promotion.name, promotion.code, {}, false};
  switch (promotion.kind) {
    case PromotionKind::percent: discount.amount = add_on(base, promotion.rate_bp); break;
    case PromotionKind::amount: discount.amount = std::min(promotion.amount, base); break;
    case PromotionKind::free_shipping:
      if (promotion.eligible && promotion.eligible->cents == 0) return std::nullopt;
      discount.free_shipping = true;
      return discount;
  }
  if (discount.amount.cents <= 0) return std::nullopt;
  return discount;
}

}  // namespace

std::vector<Discount> discounts_of(std::span<const Promotion> promotions, Money goods) {
  std::vector<Discount> together;
  std::optional<Discount> alone;
  Money left = goods;
  for (const Promotion& promotion : promotions) {
    auto discount = discount_of(promotion, goods, promotion.combines ? left : goods);
    if (!discount) continue;
    if (promotion.combines) {
      left -= discount->amount;
      together.push_back(std::move(*discount));
    } else if (!alone || discount->amount > alone->amount) {
      alone = std::move(discount);
    }
  }
  const bool alone_is_more = alone && (together.empty() || alone->amount > sum_of(together));
  if (!alone_is_more) return together;
  return {std::move(*alone)};
}

Money sum_of(std::span<const Discount> discounts) {
  Money sum;
  for (const Discount& discount : discounts) sum += discount.amount;
  return sum;
}

}  // namespace orders
