/// rows.h - how orders/ reads its rows and names an owner; for the .cpp files of this folder only.
#pragma once

#include <optional>
#include <string>

#include "db/db.h"
#include "db/retry.h"
#include "orders/cart.h"
#include "orders/orders.h"
#include "orders/pricing.h"
#include "orders/states.h"

namespace orders {

/// The two parameters of every query about a cart; exactly one of them is not NULL.
inline std::optional<std::int64_t> account_of(const CartOwner& owner) {
  if (owner.account_id == 0) return std::nullopt;
  return owner.account_id;
}
inline std::optional<std::string> visitor_of(const CartOwner& owner) {
  if (owner.account_id != 0 || owner.visitor.empty()) return std::nullopt;
  return owner.visitor;
}

/// True when an order row with account_id and visitor belongs to this owner.
bool belongs_to(const db::Row& order, const CartOwner& owner);

States to_states(const db::Row& order);
/// What an order's own page and the lists that tell everything have in common.
Order to_order(const db::Row& row);
OrderLine to_order_line(const db::Row& row);
Rules to_rules(const db::Result& shipping, const db::Result& tax);
PromotionKind to_promotion_kind(std::string_view text);
/// Those rows of promotions_of_cart that nothing speaks against.
std::vector<Promotion> to_promotions(const db::Result& rows);

inline std::optional<std::string> text_or_null(const std::string& text) {
  if (text.empty()) return std::nullopt;
  return text;
}

using db::with_retries;

}  // namespace orders
