#include <boost/test/unit_test.hpp>

#include "catalog/manage.h"
#include "orders/orders.h"
#include "orders/promotions.h"
#include "support/orders.h"

using namespace orders;
using namespace std::chrono_literals;
using support::checkout_input;
using support::customer;
using support::guest;
using support::make_product;
using support::noon;

namespace {

struct Promotions : support::RolledBack {
  Promotions()
      : lamp((support::make_rules(db), make_product(db, {.price = Money{2000}, .in_stock = 90}))) {}

  std::int64_t make(PromotionDraft draft) {
    if (draft.name.empty()) draft.name = "Ten off";
    const PromotionSaved saved = create_promotion(db, draft);
    BOOST_REQUIRE((saved.outcome == PromotionOutcome::saved));
    return saved.id;
  }
  static PromotionDraft ten_percent(const std::string& code = "") {
    return {.name = "Ten off", .code = code, .rate_bp = 1000};
  }
  void put(const CartOwner& owner, int pieces = 1) {
    BOOST_REQUIRE((add_to_cart(db, owner, lamp, pieces, noon()).outcome == AddOutcome::added));
  }
  Quote price_of(const CartOwner& owner, const std::string& email = "") {
    const Cart cart = find_cart(db, owner, {noon(), email});
    return quote(cart.rules, cart.subtotal(), "US", "standard");
  }
  CouponState coupon_of(const CartOwner& owner, const std::string& email = "") {
    return find_cart(db, owner, {noon(), email}).coupon_state;
  }
  Placement place(const CartOwner& owner, const std::string& token,
                  const std::string& email = "alice@example.com") {
    CheckoutInput input = checkout_input(token, price_of(owner, email).total);
    input.email = email;
    return place_order(db, owner, input, noon());
  }
  int used(std::int64_t promotion) { return find_promotion(db, promotion)->used_count; }

  std::int64_t lamp;
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(promotions, Promotions)

BOOST_AUTO_TEST_CASE(an_automatic_promotion_shows_in_the_cart_and_stays_on_the_order) {
  const auto promotion = make(ten_percent());
  put(guest(), 2);

  BOOST_TEST(price_of(guest()).discount.cents == 400);
  const auto placed = place(guest(), "promotion-token");
  BOOST_REQUIRE((placed.outcome == PlaceOutcome::placed));

  const Order order = find_order(db, placed.order_id).value();
  BOOST_TEST(order.subtotal.cents == 4000);
  BOOST_TEST(order.discount.cents == 400);
  BOOST_REQUIRE(order.discounts.size() == 1U);
  BOOST_TEST(order.discounts[0].name == "Ten off");
  BOOST_TEST(order.discounts[0].amount.cents == 400);
  BOOST_TEST(order.total.cents == 4000 - 400 + 495 + 338);  // 8.25 % of 40.95
  BOOST_TEST(used(promotion) == 1);
}

BOOST_AUTO_TEST_CASE(a_coupon_is_typed_in_any_letters_and_only_then_holds) {
  make(ten_percent("Summer10"));
  put(guest());
  BOOST_TEST(price_of(guest()).discount.cents == 0);

  BOOST_TEST((enter_coupon(db, guest(), "nonsense") == CouponOutcome::unknown));
  BOOST_TEST((enter_coupon(db, guest("nobody"), "summer10") == CouponOutcome::no_cart));
  BOOST_TEST((enter_coupon(db, guest(), " summer10 ") == CouponOutcome::entered));
  BOOST_TEST(price_of(guest()).discount.cents == 200);
  BOOST_TEST((coupon_of(guest()) == CouponState::applies));
  drop_coupon(db, guest());
  BOOST_TEST(price_of(guest()).discount.cents == 0);
}

BOOST_AUTO_TEST_CASE(a_promotion_holds_from_its_start_up_to_its_end) {
  PromotionDraft draft = ten_percent("TIMED");
  draft.starts = noon();
  draft.ends = noon() + 1h;
  make(draft);
  put(guest());
  BOOST_TEST((enter_coupon(db, guest(), "TIMED") == CouponOutcome::entered));
  const auto at = [&](Instant now) { return find_cart(db, guest(), {now, ""}).coupon_state; };
  BOOST_TEST((at(noon() - 1us) == CouponState::too_early));
  BOOST_TEST((at(noon()) == CouponState::applies));
  BOOST_TEST((at(noon() + 1h - 1us) == CouponState::applies));
  BOOST_TEST((at(noon() + 1h) == CouponState::over));
}

BOOST_AUTO_TEST_CASE(a_promotion_of_a_category_is_for_all_below_it) {
  const auto category = catalog::find_to_edit(db, lamp)->draft.category_id;
  BOOST_REQUIRE(
      (catalog::create_product(
           db, {.sku = "CHEST", .name = "Chest", .category_id = category, .price = Money{1}})
           .outcome == catalog::SaveOutcome::saved));
  const auto book = make_product(db, {.category = "Books", .price = Money{5000}});
  PromotionDraft draft = ten_percent();
  draft.category_id = category;
  make(draft);
  put(guest());
  BOOST_REQUIRE((add_to_cart(db, guest(), book, 1, noon()).outcome == AddOutcome::added));

  BOOST_TEST(price_of(guest()).discount.cents == 200);
}

BOOST_AUTO_TEST_CASE(a_coupon_says_why_it_takes_nothing_off) {
  PromotionDraft draft = ten_percent("FROM100");
  draft.minimum = Money{10000};
  const auto id = make(draft);
  put(guest());
  BOOST_TEST((enter_coupon(db, guest(), "FROM100") == CouponOutcome::entered));
  BOOST_TEST((coupon_of(guest()) == CouponState::below_minimum));
  draft.minimum = Money{};
  draft.category_id =
      catalog::find_to_edit(db, make_product(db, {.category = "Books"}))->draft.category_id;
  BOOST_TEST((save_promotion(db, id, 1, draft).outcome == PromotionOutcome::saved));
  BOOST_TEST((coupon_of(guest()) == CouponState::nothing_eligible));
  draft.active = false;
  BOOST_TEST((save_promotion(db, id, 1, draft).outcome == PromotionOutcome::changed_meanwhile));
  BOOST_TEST((save_promotion(db, id, 2, draft).outcome == PromotionOutcome::saved));
  BOOST_TEST((coupon_of(guest()) == CouponState::gone));
}

BOOST_AUTO_TEST_CASE(one_customer_uses_a_limited_coupon_once_by_account_or_by_email) {
  PromotionDraft draft = ten_percent("ONCE");
  draft.limit_per_customer = 1;
  make(draft);
  const auto use = [&](const CartOwner& owner, const std::string& email, const std::string& token) {
    put(owner);
    BOOST_REQUIRE((enter_coupon(db, owner, "ONCE") == CouponOutcome::entered));
    const auto placed = place(owner, token, email);
    BOOST_REQUIRE((placed.outcome == PlaceOutcome::placed));
    return find_order(db, placed.order_id)->discount.cents;
  };
  const auto alice = customer(support::make_account(db));

  BOOST_TEST(use(alice, "alice@example.com", "token-one-of-these") == 200);
  BOOST_TEST(use(alice, "other@example.com", "token-two-of-these") == 0);
  BOOST_TEST(use(guest("g1"), "Alice@Example.com", "token-three-of-them") == 0);
  BOOST_TEST(use(guest("g2"), "bob@example.com", "token-four-of-these") == 200);
}

BOOST_AUTO_TEST_CASE(a_guest_who_used_it_before_is_told_the_other_total_first) {
  PromotionDraft draft = ten_percent();
  draft.first_order = true;
  make(draft);
  put(guest("g1"));
  BOOST_REQUIRE((place(guest("g1"), "token-of-the-first").outcome == PlaceOutcome::placed));
  put(guest("g2"));

  // The cart does not know yet who it is.
  const CheckoutInput hopeful = checkout_input("token-of-the-second", price_of(guest("g2")).total);
  BOOST_TEST(
      (place_order(db, guest("g2"), hopeful, noon()).outcome == PlaceOutcome::total_changed));
  const auto placed = place(guest("g2"), "token-of-the-second");
  BOOST_REQUIRE((placed.outcome == PlaceOutcome::placed));
  BOOST_TEST(find_order(db, placed.order_id)->discount.cents == 0);
}

BOOST_AUTO_TEST_CASE(a_cancelled_order_gives_its_promotion_back) {
  PromotionDraft draft = ten_percent("LAST");
  draft.limit_total = 1;
  const auto promotion = make(draft);
  put(guest("g1"));
  BOOST_REQUIRE((enter_coupon(db, guest("g1"), "LAST") == CouponOutcome::entered));
  const auto placed = place(guest("g1"), "token-of-the-first");
  put(guest("g2"));
  BOOST_REQUIRE((enter_coupon(db, guest("g2"), "LAST") == CouponOutcome::entered));
  BOOST_TEST((coupon_of(guest("g2")) == CouponState::used_up));

  BOOST_TEST((cancel_order(db, placed.order_id, {}, noon()) == AdvanceOutcome::done));

  BOOST_TEST(used(promotion) == 0);
  BOOST_TEST((coupon_of(guest("g2")) == CouponState::applies));
}

BOOST_AUTO_TEST_CASE(the_discount_of_a_placed_order_cannot_change) {
  make(ten_percent());
  put(guest());
  const auto placed = place(guest(), "promotion-token");
  const std::string id = std::to_string(placed.order_id);
  for (const std::string& change :
       {"UPDATE sales_order SET discount_cents = 0 WHERE id = " + id,
        "UPDATE sales_order SET coupon = 'X' WHERE id = " + id,
        "UPDATE order_discount SET amount_cents = 1 WHERE order_id = " + id,
        "DELETE FROM order_discount WHERE order_id = " + id}) {
    db::Transaction attempt(db);
    BOOST_CHECK_THROW(db.run_script(change), db::ConstraintError);
  }
}

BOOST_AUTO_TEST_CASE(a_guests_coupon_goes_with_him_at_log_in) {
  make(ten_percent("KEEP"));
  const auto alice = customer(support::make_account(db));
  put(alice);
  put(guest("g1"));
  BOOST_REQUIRE((enter_coupon(db, guest("g1"), "KEEP") == CouponOutcome::entered));

  merge_carts(db, "g1", alice.account_id);

  BOOST_TEST(find_cart(db, alice, {noon(), ""}).coupon == "KEEP");
}

BOOST_AUTO_TEST_CASE(staff_are_told_what_a_promotion_cannot_be) {
  const auto id = make(ten_percent("CODE"));
  BOOST_TEST((create_promotion(db, ten_percent("code")).outcome == PromotionOutcome::code_taken));
  PromotionDraft draft = ten_percent();
  draft.category_id = 999999999;
  BOOST_TEST((create_promotion(db, draft).outcome == PromotionOutcome::no_such_category));
  draft = ten_percent();
  draft.starts = noon();
  draft.ends = noon();
  BOOST_TEST((create_promotion(db, draft).outcome == PromotionOutcome::ends_too_early));
  for (int i = 0; i < 2; ++i) {
    const CartOwner owner = guest("g" + std::to_string(i));
    put(owner);
    BOOST_REQUIRE((enter_coupon(db, owner, "CODE") == CouponOutcome::entered));
    BOOST_REQUIRE(
        (place(owner, "token-of-this-" + std::to_string(i)).outcome == PlaceOutcome::placed));
  }
  draft = ten_percent("CODE");
  draft.limit_total = 1;
  BOOST_TEST((save_promotion(db, id, 1, draft).outcome == PromotionOutcome::limit_below_use));
  const auto rows = list_promotions(db, {}, "code", 10);
  BOOST_REQUIRE(rows.size() == 1U);
  BOOST_TEST(rows[0].taken_off.cents == 400);
  BOOST_TEST(rows[0].used_count == 2);
}

BOOST_AUTO_TEST_SUITE_END()
