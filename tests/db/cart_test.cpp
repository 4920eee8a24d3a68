#include <boost/test/unit_test.hpp>

#include "support/orders.h"

using namespace orders;
using support::guest;
using support::make_account;
using support::make_product;
using support::noon;

namespace {

AddOutcome add(db::Connection& db, const CartOwner& owner, std::int64_t product, int pieces) {
  return add_to_cart(db, owner, product, pieces, noon()).outcome;
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(cart, support::RolledBack)

BOOST_AUTO_TEST_CASE(holds_what_was_added_and_adds_up_the_same_product) {
  const auto lamp = make_product(db, {.price = Money{1999}, .in_stock = 5});

  BOOST_TEST((add(db, guest(), lamp, 2) == AddOutcome::added));
  const Added more = add_to_cart(db, guest(), lamp, 1, noon());

  BOOST_TEST((more.outcome == AddOutcome::added));
  BOOST_TEST(more.in_cart == 3);
  const Cart cart = find_cart(db, guest());
  BOOST_REQUIRE(cart.lines.size() == 1U);
  BOOST_TEST(cart.lines[0].quantity == 3);
  BOOST_TEST(cart.subtotal().cents == 5997);
  BOOST_TEST(cart.is_available());
}

BOOST_AUTO_TEST_CASE(never_holds_more_pieces_than_are_in_stock) {
  const auto lamp = make_product(db, {.in_stock = 2});

  BOOST_TEST((add(db, guest(), lamp, 3) == AddOutcome::too_many));
  BOOST_TEST(find_cart(db, guest()).empty());
  BOOST_TEST((add(db, guest(), lamp, 2) == AddOutcome::added));
  const Added more = add_to_cart(db, guest(), lamp, 1, noon());
  BOOST_TEST((more.outcome == AddOutcome::too_many));
  BOOST_TEST(more.in_stock == 2);
  BOOST_TEST(more.in_cart == 2);
  BOOST_TEST(find_cart(db, guest()).lines[0].quantity == 2);
}

BOOST_AUTO_TEST_CASE(holds_at_most_99_pieces_of_a_product_and_100_products) {
  const auto nails = make_product(db, {.in_stock = 150});
  BOOST_TEST((add(db, guest(), nails, 100) == AddOutcome::too_many));
  BOOST_TEST((add(db, guest(), nails, 99) == AddOutcome::added));
  for (int i = 1; i < 100; ++i) {
    BOOST_REQUIRE((add(db, guest(), make_product(db, {.in_stock = 1}), 1) == AddOutcome::added));
  }

  BOOST_TEST((add(db, guest(), make_product(db), 1) == AddOutcome::cart_full));
  BOOST_TEST(find_cart(db, guest()).lines.size() == 100U);
}

BOOST_AUTO_TEST_CASE(refuses_sold_out_withdrawn_and_unknown_products_without_leaving_a_cart) {
  const auto sold_out = make_product(db, {.in_stock = 0});
  const auto withdrawn = make_product(db, {.in_stock = 3});
  db.run_script("UPDATE product SET withdrawn_at = now() WHERE id = " + std::to_string(withdrawn));

  BOOST_TEST((add(db, guest(), sold_out, 1) == AddOutcome::sold_out));
  BOOST_TEST((add(db, guest(), withdrawn, 1) == AddOutcome::no_such_product));
  BOOST_TEST((add(db, guest(), 999999999, 1) == AddOutcome::no_such_product));
  BOOST_TEST(support::number_in(db, "SELECT count(*) AS number FROM sales_order") == 0);
}

BOOST_AUTO_TEST_CASE(is_one_temp_order_of_its_owner_and_nobody_elses) {
  const auto lamp = make_product(db);
  const auto alice = support::customer(make_account(db));
  const auto bob = support::customer(make_account(db));

  BOOST_TEST((add(db, alice, lamp, 1) == AddOutcome::added));
  BOOST_TEST((add(db, alice, make_product(db), 1) == AddOutcome::added));

  BOOST_TEST(support::number_in(db, "SELECT count(*) AS number FROM sales_order") == 1);
  BOOST_TEST(find_cart(db, bob).empty());
  BOOST_TEST(find_cart(db, guest()).empty());
  BOOST_TEST((set_quantity(db, bob, lamp, 2).outcome == ChangeOutcome::not_in_cart));
  BOOST_TEST((remove_line(db, guest(), lamp).outcome == ChangeOutcome::not_in_cart));
  BOOST_TEST(!clear_cart(db, bob));
  BOOST_TEST(find_cart(db, alice).pieces() == 2);
}

BOOST_AUTO_TEST_CASE(quantities_can_be_changed_within_stock) {
  const auto lamp = make_product(db, {.in_stock = 4});
  BOOST_TEST((add(db, guest(), lamp, 1) == AddOutcome::added));

  BOOST_TEST((set_quantity(db, guest(), lamp, 4).outcome == ChangeOutcome::changed));
  const Changed too_many = set_quantity(db, guest(), lamp, 5);
  BOOST_TEST((too_many.outcome == ChangeOutcome::too_many));
  BOOST_TEST(too_many.in_stock == 4);
  BOOST_TEST(find_cart(db, guest()).lines[0].quantity == 4);
}

BOOST_AUTO_TEST_CASE(ends_with_its_last_line) {
  const auto lamp = make_product(db);
  const auto cup = make_product(db);
  BOOST_TEST((add(db, guest(), lamp, 1) == AddOutcome::added));
  BOOST_TEST((add(db, guest(), cup, 1) == AddOutcome::added));

  BOOST_TEST((remove_line(db, guest(), lamp).outcome == ChangeOutcome::removed));
  BOOST_TEST(support::number_in(db, "SELECT count(*) AS number FROM sales_order") == 1);
  BOOST_TEST((set_quantity(db, guest(), cup, 0).outcome == ChangeOutcome::removed));
  BOOST_TEST(support::number_in(db, "SELECT count(*) AS number FROM sales_order") == 0);
}

BOOST_AUTO_TEST_CASE(warns_when_stock_went_down_or_a_product_was_withdrawn) {
  const auto lamp = make_product(db, {.in_stock = 3});
  const auto cup = make_product(db);
  BOOST_TEST((add(db, guest(), lamp, 3) == AddOutcome::added));
  BOOST_TEST((add(db, guest(), cup, 1) == AddOutcome::added));
  db.run_script("UPDATE product SET in_stock = 1 WHERE id = " + std::to_string(lamp) +
                "; UPDATE product SET withdrawn_at = now() WHERE id = " + std::to_string(cup));

  const Cart cart = find_cart(db, guest());

  BOOST_TEST(!cart.is_available());
  BOOST_TEST(cart.lines[0].in_stock == 1);
  BOOST_TEST(!cart.lines[0].is_available());
  BOOST_TEST(cart.lines[1].withdrawn);
  BOOST_TEST((set_quantity(db, guest(), cup, 1).outcome == ChangeOutcome::sold_out));
}

BOOST_AUTO_TEST_CASE(of_a_guest_becomes_the_customers_at_log_in) {
  const auto lamp = make_product(db);
  const auto account = make_account(db);
  BOOST_TEST((add(db, guest(), lamp, 2) == AddOutcome::added));

  merge_carts(db, guest().visitor, account);

  BOOST_TEST(find_cart(db, guest()).empty());
  BOOST_TEST(find_cart(db, support::customer(account)).pieces() == 2);
}

BOOST_AUTO_TEST_CASE(of_a_guest_is_added_to_the_customers_but_not_beyond_stock) {
  const auto lamp = make_product(db, {.in_stock = 3});
  const auto cup = make_product(db);
  const auto account = make_account(db);
  BOOST_TEST((add(db, support::customer(account), lamp, 2) == AddOutcome::added));
  BOOST_TEST((add(db, guest(), lamp, 2) == AddOutcome::added));
  BOOST_TEST((add(db, guest(), cup, 1) == AddOutcome::added));

  merge_carts(db, guest().visitor, account);
  merge_carts(db, guest().visitor, account);

  const Cart cart = find_cart(db, support::customer(account));
  BOOST_TEST(cart.lines.size() == 2U);
  BOOST_TEST(cart.pieces() == 4);
  BOOST_TEST(find_cart(db, guest()).empty());
}

BOOST_AUTO_TEST_CASE(can_be_deleted_completely) {
  const auto lamp = make_product(db);
  BOOST_TEST((add(db, guest(), lamp, 2) == AddOutcome::added));

  BOOST_TEST(clear_cart(db, guest()));
  BOOST_TEST(!clear_cart(db, guest()));
  BOOST_TEST(support::number_in(db, "SELECT count(*) AS number FROM order_line") == 0);
}

BOOST_AUTO_TEST_SUITE_END()
