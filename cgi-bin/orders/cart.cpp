#include "orders/cart.h"

#include <algorithm>

#include "orders.sql.h"
#include "orders/rows.h"
#include "promotions.sql.h"

namespace orders {
namespace {

CartLine to_line(const db::Row& row) {
  CartLine line;
  line.product_id = row.integer("product_id");
  line.quantity = row.small("quantity");
  line.name = row.string("name");
  line.slug = row.string("slug");
  line.image = row.string("image");
  line.unit_price = row.money("price_cents");
  line.in_stock = row.small("in_stock");
  line.withdrawn = row.boolean("withdrawn");
  if (line.withdrawn) line.in_stock = 0;
  return line;
}

Profile to_profile(const db::Row& row) {
  return {row.string("name"), row.string("street"),  row.string("postal_code"),
          row.string("city"), row.string("country"), row.string("phone"),
          row.string("email")};
}

AddOutcome outcome_of(const db::Row& row) {
  if (row.boolean("withdrawn")) return AddOutcome::no_such_product;
  if (!row.is_null("quantity")) return AddOutcome::added;
  if (row.integer("in_stock") == 0) return AddOutcome::sold_out;
  const bool is_new_line = row.integer("held_pieces") == 0;
  if (is_new_line && row.integer("line_count") >= kMostLines) return AddOutcome::cart_full;
  return AddOutcome::too_many;
}

CouponState state_of_coupon(const db::Row& row) {
  if (row.boolean("too_early")) return CouponState::too_early;
  if (row.boolean("over")) return CouponState::over;
  if (row.boolean("used_up")) return CouponState::used_up;
  if (row.boolean("used_by_customer")) return CouponState::used_by_customer;
  if (row.boolean("ordered_before")) return CouponState::ordered_before;
  return CouponState::applies;
}

/// The promotions that may be used, and what becomes of the coupon.
void take_promotions(Cart& cart, const db::Result& rows) {
  cart.rules.promotions = to_promotions(rows);
  if (cart.coupon.empty()) return;
  cart.coupon_state = CouponState::gone;
  for (const db::Row row : rows) {
    if (row.text("code") != cart.coupon) continue;
    cart.coupon_state = state_of_coupon(row);
    cart.coupon_minimum = row.money("minimum_cents");
  }
  if (cart.coupon_state != CouponState::applies) return;
  if (cart.subtotal() < cart.coupon_minimum) {
    cart.coupon_state = CouponState::below_minimum;
    return;
  }
  const auto discounts = discounts_of(cart.rules.promotions, cart.subtotal());
  const bool is_used = std::any_of(discounts.begin(), discounts.end(),
                                   [&](const Discount& one) { return one.code == cart.coupon; });
  if (!is_used) cart.coupon_state = CouponState::nothing_eligible;
}

}  // namespace

Money Cart::subtotal() const {
  Money sum;
  for (const CartLine& line : lines) sum += line.total();
  return sum;
}

int Cart::pieces() const {
  int sum = 0;
  for (const CartLine& line : lines) sum += line.quantity;
  return sum;
}

bool Cart::is_available() const {
  return std::all_of(lines.begin(), lines.end(),
                     [](const CartLine& line) { return line.is_available(); });
}

CartQuestion::CartQuestion(db::Connection& db, const CartOwner& owner, const Asking& asking,
                           bool with_promotions)
    : db_(db),
      owner_(owner),
      asking_(asking),
      lines_(db, sql::orders::cart_lines, account_of(owner), visitor_of(owner)) {
  if (with_promotions) promotions_ = ask_promotions();
  if (owner.account_id != 0) profile_.emplace(db, sql::orders::profile_address, owner.account_id);
}

db::Later CartQuestion::ask_promotions() const {
  return {db_,         sql::promotions::promotions_of_cart, account_of(owner_), visitor_of(owner_),
          asking_.now, text_or_null(asking_.email)};
}

CartAndProfile CartQuestion::answer(const PriceRules& rules) const {
  CartAndProfile found;
  for (const db::Row row : lines_.rows()) {
    found.cart.order_id = row.integer("order_id");
    found.cart.coupon = row.string("coupon");
    found.cart.lines.push_back(to_line(row));
  }
  found.cart.rules = rules.rules;
  if (rules.has_promotions) {
    const db::Later promotions = promotions_ ? *promotions_ : ask_promotions();
    take_promotions(found.cart, promotions.rows());
  } else if (!found.cart.coupon.empty()) {
    found.cart.coupon_state = CouponState::gone;
  }
  if (profile_) {
    for (const db::Row row : profile_->rows()) found.profile = to_profile(row);
  }
  return found;
}

PriceRules read_price_rules(db::Connection& db) {
  db::Pipeline pipeline(db);
  const int shipping = pipeline.add(sql::orders::shipping_methods);
  const int tax = pipeline.add(sql::orders::tax_rates);
  const int promotions = pipeline.add(sql::promotions::has_promotions);
  pipeline.run();
  return {to_rules(pipeline.take(shipping), pipeline.take(tax)),
          pipeline.take(promotions)[0].boolean("has_promotions")};
}

CartAndProfile find_cart_and_profile(db::Connection& db, const CartOwner& owner,
                                     const Asking& asking) {
  const CartQuestion question(db, owner, asking, true);
  return question.answer(read_price_rules(db));
}

Cart find_cart(db::Connection& db, const CartOwner& owner, const Asking& asking) {
  return find_cart_and_profile(db, owner, asking).cart;
}

Added add_to_cart(db::Connection& db, const CartOwner& owner, std::int64_t product_id, int pieces,
                  Instant now) {
  if (pieces < 1) throw std::logic_error("add_to_cart: less than one piece");
  db::Pipeline pipeline(db);
  if (owner.account_id != 0) {
    pipeline.add(sql::orders::open_cart_of_account, owner.account_id, product_id, pieces, now);
  } else {
    pipeline.add(sql::orders::open_cart_of_visitor, owner.visitor, product_id, pieces, now);
  }
  const int step = pipeline.add(sql::orders::add_line, account_of(owner), visitor_of(owner),
                                product_id, pieces, now, kMostPieces, kMostLines);
  // A new cart whose first line was refused must not stay behind.
  pipeline.add(sql::orders::drop_empty_cart, account_of(owner), visitor_of(owner));
  pipeline.run();

  const db::Result result = pipeline.take(step);
  if (result.empty()) return {};
  const db::Row row = result[0];
  Added added{outcome_of(row), row.string("name"), row.small("in_stock"), row.small("held_pieces")};
  if (added.outcome == AddOutcome::added) added.in_cart = row.small("quantity");
  return added;
}

Changed set_quantity(db::Connection& db, const CartOwner& owner, std::int64_t product_id,
                     int pieces) {
  if (pieces < 0) throw std::logic_error("set_quantity: less than no piece");
  if (pieces == 0) return remove_line(db, owner, product_id);
  db::Pipeline pipeline(db);
  pipeline.add(sql::orders::lock_cart, account_of(owner), visitor_of(owner));
  const int step = pipeline.add(sql::orders::set_quantity, account_of(owner), visitor_of(owner),
                                product_id, pieces, kMostPieces);
  pipeline.run();

  const db::Result result = pipeline.take(step);
  if (result.empty()) return {};
  const db::Row row = result[0];
  const int in_stock = row.boolean("withdrawn") ? 0 : row.small("in_stock");
  const ChangeOutcome outcome = row.boolean("changed") ? ChangeOutcome::changed
                                : in_stock == 0        ? ChangeOutcome::sold_out
                                                       : ChangeOutcome::too_many;
  return {outcome, row.string("name"), in_stock};
}

Changed remove_line(db::Connection& db, const CartOwner& owner, std::int64_t product_id) {
  db::Pipeline pipeline(db);
  pipeline.add(sql::orders::lock_cart, account_of(owner), visitor_of(owner));
  const int step =
      pipeline.add(sql::orders::remove_line, account_of(owner), visitor_of(owner), product_id);
  pipeline.add(sql::orders::drop_empty_cart, account_of(owner), visitor_of(owner));
  pipeline.run();

  const db::Result result = pipeline.take(step);
  if (result.empty()) return {};
  return {ChangeOutcome::removed, result[0].string("name"), 0};
}

bool clear_cart(db::Connection& db, const CartOwner& owner) {
  return db.run(sql::orders::drop_cart, account_of(owner), visitor_of(owner)).affected() > 0;
}

void merge_carts(db::Connection& db, const std::string& visitor, std::int64_t account_id) {
  const auto merge = [&] {
    db::Transaction transaction(db);
    db::Pipeline pipeline(db);
    pipeline.add(sql::orders::lock_two_carts, account_id, visitor);
    pipeline.add(sql::orders::adopt_cart, account_id, visitor);
    pipeline.add(sql::orders::merge_lines, account_id, visitor, kMostPieces, kMostLines);
    pipeline.add(sql::promotions::adopt_coupon, account_id, visitor);
    pipeline.add(sql::orders::drop_cart, std::nullopt, visitor);
    pipeline.run();
    transaction.commit();
  };
  try {
    with_retries(merge);
  } catch (const db::ConstraintError& error) {
    // The customer began a cart elsewhere at this very moment; now there is one to merge with.
    if (error.constraint() != "sales_order_one_temp_per_account") throw;
    with_retries(merge);
  }
}

}  // namespace orders
