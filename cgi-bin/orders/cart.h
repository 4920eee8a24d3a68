/// cart.h - the cart, which IS the TEMP order: made by its first line, gone with its last one.
///
/// Source: tables sales_order (state 'temp') and order_line, queries in sql/queries/orders.sql.
/// Units:  prices are today's; nothing in a cart is reserved, placing the order decides.
/// Errors: what a customer may run into is an outcome. Every verb is one atomic round trip.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "db/db.h"
#include "orders/pricing.h"

namespace orders {

inline constexpr int kMostPieces = 99;  // of one product in one order
inline constexpr int kMostLines = 100;  // of one order

/// Whose cart: a customer's, or (account_id 0) that of a guest's session.
struct CartOwner {
  std::int64_t account_id = 0;
  std::string visitor{};
};

struct CartLine {
  std::int64_t product_id = 0;
  std::string name{};
  std::string slug{};
  std::string image{};
  int quantity = 0;
  Money unit_price{};
  int in_stock = 0;  // 0 also for a withdrawn product
  bool withdrawn = false;

  Money total() const { return unit_price * quantity; }
  bool is_available() const { return !withdrawn && quantity <= in_stock; }
};

/// What becomes of the coupon that was typed.
enum class CouponState {
  none,
  applies,
  gone,  // withdrawn since it was typed
  too_early,
  over,
  used_up,
  used_by_customer,
  ordered_before,    // it is for first orders
  below_minimum,     // see Cart::coupon_minimum
  nothing_eligible,  // for none of these goods, or other promotions take off more
};

struct Cart {
  std::int64_t order_id = 0;  // 0: there is none
  std::vector<CartLine> lines{};
  Rules rules{};
  std::string coupon{};  // as typed, in capitals
  CouponState coupon_state = CouponState::none;
  Money coupon_minimum{};  // goods that the cart must hold for it

  bool empty() const { return lines.empty(); }
  Money subtotal() const;
  int pieces() const;
  /// Every line can be bought as it stands.
  bool is_available() const;
};

/// Who is asking, and when: some promotions hold for a time, or once for a customer.
struct Asking {
  std::optional<Instant> now{};  // nothing: the database's clock
  std::string email{};           // of the checkout form; empty: not known yet
};

/// The owner's cart, empty when there is none, and what shipping, tax and promotions follow.
Cart find_cart(db::Connection& db, const CartOwner& owner, const Asking& asking = {});

/// What the account's profile holds for a delivery.
struct Profile {
  std::string name{};
  std::string street{};
  std::string postal_code{};
  std::string city{};
  std::string country{};
  std::string phone{};
  std::string email{};
};

/// A guest's profile is empty.
struct CartAndProfile {
  Cart cart{};
  Profile profile{};
};

/// Asks for an owner's cart and profile together with the next query, whatever that is.
class CartQuestion {
 public:
  /// `with_promotions`: also for those that may be used; without, answer() asks for them where the
  /// rules tell that there are any.
  CartQuestion(db::Connection& db, const CartOwner& owner, const Asking& asking,
               bool with_promotions);
  CartAndProfile answer(const PriceRules& rules) const;

 private:
  db::Later ask_promotions() const;

  db::Connection& db_;
  CartOwner owner_;
  Asking asking_;
  db::Later lines_;
  std::optional<db::Later> promotions_{};
  std::optional<db::Later> profile_{};
};

/// Shipping and tax as they are today, and whether there are promotions.
PriceRules read_price_rules(db::Connection& db);

/// Cart and profile in one round trip.
CartAndProfile find_cart_and_profile(db::Connection& db, const CartOwner& owner,
                                     const Asking& asking = {});

enum class AddOutcome { added, too_many, no_such_product, sold_out, cart_full };

struct Added {
  AddOutcome outcome = AddOutcome::no_such_product;
  std::string name{};  // of the product
  int in_stock = 0;
  int in_cart = 0;  // pieces that the cart holds now
};

/// Puts pieces of a product into the cart, all of them or none; what is there already adds up.
/// too_many: more than stock or kMostPieces allow; cart_full: a line more than kMostLines.
[[nodiscard]] Added add_to_cart(db::Connection& db, const CartOwner& owner, std::int64_t product_id,
                                int pieces, Instant now);

enum class ChangeOutcome { changed, removed, too_many, sold_out, not_in_cart };

struct Changed {
  ChangeOutcome outcome = ChangeOutcome::not_in_cart;
  std::string name{};
  int in_stock = 0;
};

/// Sets the pieces of a line; 0 removes it.
[[nodiscard]] Changed set_quantity(db::Connection& db, const CartOwner& owner,
                                   std::int64_t product_id, int pieces);

/// Takes a line out; the last line takes the TEMP order with it.
[[nodiscard]] Changed remove_line(db::Connection& db, const CartOwner& owner,
                                  std::int64_t product_id);

/// Deletes the TEMP order; false when there was none.
bool clear_cart(db::Connection& db, const CartOwner& owner);

/// At log-in: what the guest had put into his cart goes into the customer's.
void merge_carts(db::Connection& db, const std::string& visitor, std::int64_t account_id);

}  // namespace orders
