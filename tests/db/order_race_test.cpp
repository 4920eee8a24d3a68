/// Two customers, two connections, at once: what locks and constraints are for. These rows are
/// really committed, so every case cleans up behind itself.

#include <array>
#include <boost/test/unit_test.hpp>

#include "inventory/inventory.h"
#include "orders/orders.h"
#include "orders/payment.h"
#include "orders/promotions.h"
#include "support/orders.h"
#include "support/race.h"

using namespace orders;
using support::noon;

namespace {

constexpr int kRounds = 8;  // each one lets the two start together

}  // namespace

BOOST_FIXTURE_TEST_SUITE(two_at_once, support::Committed)

BOOST_AUTO_TEST_CASE(the_last_piece_is_sold_to_exactly_one) {
  for (int round = 0; round < kRounds; ++round) {
    const std::string turn = std::to_string(round);
    const auto lamp = product(1);
    std::array<CartOwner, 2> owners = {buyer("a" + turn), buyer("b" + turn)};
    std::array<CheckoutInput, 2> forms;
    for (std::size_t i = 0; i < 2; ++i) {
      put(owners[i], lamp);
      forms[i] = input(owners[i], turn + (i == 0 ? "a" : "b"));
    }
    std::array<PlaceOutcome, 2> outcomes{};

    at_once(
        [&](db::Connection& c) {
          outcomes[0] = place_order(c, owners[0], forms[0], noon()).outcome;
        },
        [&](db::Connection& c) {
          outcomes[1] = place_order(c, owners[1], forms[1], noon()).outcome;
        });

    const bool first_won = outcomes[0] == PlaceOutcome::placed;
    BOOST_TEST((outcomes[first_won ? 1 : 0] == PlaceOutcome::sold_out));
    BOOST_TEST((outcomes[first_won ? 0 : 1] == PlaceOutcome::placed));
    BOOST_TEST(support::number_in(db, "SELECT in_stock AS number FROM product WHERE id = " +
                                          std::to_string(lamp)) == 0);
  }
  BOOST_TEST(inventory::stock_ledger_problems(db).empty());
}

BOOST_AUTO_TEST_CASE(one_checkout_token_places_one_order) {
  for (int round = 0; round < kRounds; ++round) {
    const CartOwner owner = buyer(std::to_string(round));
    put(owner, product(9), 2);
    const CheckoutInput form = input(owner, std::to_string(round));
    std::array<Placement, 2> placed;

    at_once([&](db::Connection& c) { placed[0] = place_order(c, owner, form, noon()); },
            [&](db::Connection& c) { placed[1] = place_order(c, owner, form, noon()); });

    BOOST_TEST((placed[0].outcome == PlaceOutcome::placed));
    BOOST_TEST((placed[1].outcome == PlaceOutcome::placed));
    BOOST_TEST(placed[0].order_id == placed[1].order_id);
    BOOST_TEST(
        support::number_in(db, "SELECT count(*) AS number FROM sales_order WHERE visitor = '" +
                                   owner.visitor + "'") == 1);
  }
  BOOST_TEST(inventory::stock_ledger_problems(db).empty());
}

BOOST_AUTO_TEST_CASE(orders_of_the_same_products_do_not_block_one_another_for_ever) {
  for (int round = 0; round < kRounds; ++round) {
    const std::string turn = std::to_string(round);
    const auto lamp = product(9);
    const auto cup = product(9);
    const CartOwner first = buyer("a" + turn);
    const CartOwner second = buyer("b" + turn);
    put(first, lamp);
    put(first, cup);
    put(second, cup);
    put(second, lamp);
    const CheckoutInput one = input(first, turn + "a");
    const CheckoutInput two = input(second, turn + "b");
    std::array<PlaceOutcome, 2> outcomes{};

    at_once([&](db::Connection& c) { outcomes[0] = place_order(c, first, one, noon()).outcome; },
            [&](db::Connection& c) { outcomes[1] = place_order(c, second, two, noon()).outcome; });

    BOOST_TEST((outcomes[0] == PlaceOutcome::placed));
    BOOST_TEST((outcomes[1] == PlaceOutcome::placed));
  }
}

BOOST_AUTO_TEST_CASE(what_is_added_while_the_order_is_placed_is_in_it_or_in_a_new_cart) {
  for (int round = 0; round < kRounds; ++round) {
    const std::string turn = std::to_string(round);
    const CartOwner owner = buyer(turn);
    put(owner, product(9));
    const auto cup = product(9);
    const CheckoutInput form = input(owner, turn);
    Placement placed;
    AddOutcome added{};

    at_once([&](db::Connection& c) { placed = place_order(c, owner, form, noon()); },
            [&](db::Connection& c) { added = add_to_cart(c, owner, cup, 1, noon()).outcome; });

    BOOST_TEST((added == AddOutcome::added));
    const Cart cart = find_cart(db, owner);
    if (placed.outcome == PlaceOutcome::placed) {
      BOOST_TEST(cart.pieces() == 1);
      BOOST_TEST(find_order(db, placed.order_id)->lines.size() == 1U);
    } else {
      // It came first: the customer has not seen that total.
      BOOST_TEST((placed.outcome == PlaceOutcome::total_changed));
      BOOST_TEST(cart.pieces() == 2);
    }
  }
}

BOOST_AUTO_TEST_CASE(the_last_use_of_a_coupon_goes_to_exactly_one) {
  for (int round = 0; round < kRounds; ++round) {
    const std::string turn = std::to_string(round);
    const std::string code = mark + "c" + turn;
    const PromotionSaved coupon =
        create_promotion(db, {.name = mark, .code = code, .rate_bp = 5000, .limit_total = 1});
    BOOST_REQUIRE((coupon.outcome == PromotionOutcome::saved));
    const auto lamp = product(9);
    std::array<CartOwner, 2> owners = {buyer("c" + turn), buyer("d" + turn)};
    std::array<CheckoutInput, 2> forms;
    for (std::size_t i = 0; i < 2; ++i) {
      put(owners[i], lamp);
      BOOST_REQUIRE((enter_coupon(db, owners[i], code) == CouponOutcome::entered));
      forms[i] = input(owners[i], turn + (i == 0 ? "c" : "d"));
    }
    std::array<PlaceOutcome, 2> outcomes{};

    at_once(
        [&](db::Connection& c) {
          outcomes[0] = place_order(c, owners[0], forms[0], noon()).outcome;
        },
        [&](db::Connection& c) {
          outcomes[1] = place_order(c, owners[1], forms[1], noon()).outcome;
        });

    const bool first_won = outcomes[0] == PlaceOutcome::placed;
    BOOST_TEST((outcomes[first_won ? 0 : 1] == PlaceOutcome::placed));
    BOOST_TEST((outcomes[first_won ? 1 : 0] == PlaceOutcome::total_changed));
    BOOST_TEST(find_promotion(db, coupon.id)->used_count == 1);
  }
}

BOOST_AUTO_TEST_CASE(one_customer_cannot_use_his_only_coupon_in_two_orders_at_once) {
  for (int round = 0; round < kRounds; ++round) {
    const std::string turn = std::to_string(round);
    const std::string code = mark + "e" + turn;
    const PromotionSaved coupon = create_promotion(
        db, {.name = mark, .code = code, .rate_bp = 5000, .limit_per_customer = 1});
    BOOST_REQUIRE((coupon.outcome == PromotionOutcome::saved));
    std::array<CartOwner, 2> owners = {buyer("e" + turn), buyer("f" + turn)};
    std::array<CheckoutInput, 2> forms;
    for (std::size_t i = 0; i < 2; ++i) {
      put(owners[i], product(9));  // no product in common: only the coupon's own limit can tell
      BOOST_REQUIRE((enter_coupon(db, owners[i], code) == CouponOutcome::entered));
      forms[i] = input(owners[i], turn + (i == 0 ? "e" : "f"));
      forms[i].email = mark + turn + "@example.com";
    }
    std::array<PlaceOutcome, 2> outcomes{};

    at_once(
        [&](db::Connection& c) {
          outcomes[0] = place_order(c, owners[0], forms[0], noon()).outcome;
        },
        [&](db::Connection& c) {
          outcomes[1] = place_order(c, owners[1], forms[1], noon()).outcome;
        });

    BOOST_TEST((outcomes[0] == PlaceOutcome::placed) + (outcomes[1] == PlaceOutcome::placed) == 1);
    BOOST_TEST(find_promotion(db, coupon.id)->used_count == 1);
  }
}

BOOST_AUTO_TEST_CASE(two_presses_of_the_pay_button_charge_once) {
  const Card card{"4242424242424242", 12, 2030, "123"};
  for (int round = 0; round < kRounds; ++round) {
    const std::string turn = std::to_string(round);
    const CartOwner owner = buyer(turn);
    put(owner, product(9));
    const auto order = place_order(db, owner, input(owner, turn), noon()).order_id;
    SandboxGateway gateway;
    std::array<PayOutcome, 2> outcomes{};

    at_once(
        [&](db::Connection& c) {
          outcomes[0] = pay_order(c, gateway, order, card, mark + turn + "p", noon());
        },
        [&](db::Connection& c) {
          outcomes[1] = pay_order(c, gateway, order, card, mark + turn + "q", noon());
        });

    BOOST_TEST((outcomes[0] == PayOutcome::paid) + (outcomes[1] == PayOutcome::paid) == 1);
    BOOST_TEST(support::number_in(db, "SELECT count(*) AS number FROM payment WHERE order_id = " +
                                          std::to_string(order)) == 1);
    BOOST_TEST(find_order(db, order)->states.is_paid());
  }
}

BOOST_AUTO_TEST_CASE(an_order_is_either_paid_or_cancelled) {
  const Card card{"4242424242424242", 12, 2030, "123"};
  for (int round = 0; round < kRounds; ++round) {
    const std::string turn = std::to_string(round);
    const CartOwner owner = buyer(turn);
    put(owner, product(9));
    const auto order = place_order(db, owner, input(owner, turn), noon()).order_id;
    SandboxGateway gateway;
    PayOutcome paid{};
    AdvanceOutcome cancelled{};

    at_once(
        [&](db::Connection& c) { paid = pay_order(c, gateway, order, card, mark + turn, noon()); },
        [&](db::Connection& c) { cancelled = cancel_order(c, order, {}, noon()); });

    BOOST_TEST((paid == PayOutcome::paid) != (cancelled == AdvanceOutcome::done));
    BOOST_TEST(find_order(db, order)->states.is_paid() == (paid == PayOutcome::paid));
  }
  BOOST_TEST(inventory::stock_ledger_problems(db).empty());
}

BOOST_AUTO_TEST_SUITE_END()
