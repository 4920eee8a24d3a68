#include <boost/test/unit_test.hpp>

#include "inventory/inventory.h"
#include "orders/orders.h"
#include "support/orders.h"

using namespace orders;
using support::checkout_input;
using support::guest;
using support::make_product;
using support::noon;
using support::number_in;

namespace {

struct WithRules : support::RolledBack {
  WithRules() { support::make_rules(db); }
  void put(const CartOwner& owner, std::int64_t product, int pieces) {
    BOOST_REQUIRE((add_to_cart(db, owner, product, pieces, noon()).outcome == AddOutcome::added));
  }
  Placement place(const CartOwner& owner, const std::string& token) {
    return place_order(db, owner, checkout_input(token, support::total_of_cart(db, owner)), noon());
  }
  int stock(std::int64_t product) {
    return static_cast<int>(number_in(
        db, "SELECT in_stock AS number FROM product WHERE id = " + std::to_string(product)));
  }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(placing_an_order, WithRules)

BOOST_AUTO_TEST_CASE(copies_prices_tax_shipping_and_address) {
  const auto lamp = make_product(db, {.name = "Lamp", .price = Money{1999}, .in_stock = 5});
  put(guest(), lamp, 2);

  const Placement placed = place(guest(), "token-1");

  BOOST_REQUIRE((placed.outcome == PlaceOutcome::placed));
  db.run_script("UPDATE product SET name = 'Torch', price_cents = 1 WHERE id = " +
                std::to_string(lamp));
  const Order order = find_order(db, guest(), placed.order_id).value();
  BOOST_TEST(order.number == placed.number);
  BOOST_TEST((order.states.order == OrderState::placed));
  BOOST_TEST(order.lines.at(0).name == "Lamp");
  BOOST_TEST(order.lines.at(0).unit_price.cents == 1999);
  BOOST_TEST(order.subtotal.cents == 3998);
  BOOST_TEST(order.shipping.cents == 495);
  BOOST_TEST(order.tax.cents == 371);  // 8.25 % of 44.93
  BOOST_TEST(order.total.cents == 4864);
  BOOST_TEST(!order.tax_included);
  BOOST_TEST(order.address.city == "Springfield");
  BOOST_TEST(order.email == "alice@example.com");
  BOOST_TEST(order.events.at(0).kind == "placed");
  BOOST_TEST(find_cart(db, guest()).empty());
}

BOOST_AUTO_TEST_CASE(takes_the_pieces_from_stock_the_oldest_units_first) {
  const auto lamp = make_product(db, {.in_stock = 3});
  const std::string id = std::to_string(lamp);
  db.run_script(
      "UPDATE inventory_item SET received_at = '2020-01-01' WHERE id = (SELECT max(id) "
      "FROM inventory_item WHERE product_id = " +
      id + ")");
  put(guest(), lamp, 1);

  BOOST_REQUIRE((place(guest(), "token-1").outcome == PlaceOutcome::placed));

  BOOST_TEST(stock(lamp) == 2);
  BOOST_TEST(number_in(db, "SELECT sold_count AS number FROM product WHERE id = " + id) == 1);
  BOOST_TEST(number_in(db,
                       "SELECT count(*) AS number FROM inventory_item WHERE sold_at IS NOT "
                       "NULL AND received_at = '2020-01-01' AND product_id = " +
                           id) == 1);
  BOOST_TEST(inventory::stock_ledger_problems(db).empty());
}

BOOST_AUTO_TEST_CASE(twice_with_one_token_is_one_order) {
  put(guest(), make_product(db, {.in_stock = 5}), 1);
  const Money total = support::total_of_cart(db, guest());
  const Placement first = place_order(db, guest(), checkout_input("token-1", total), noon());
  put(guest(), make_product(db, {.in_stock = 5}), 1);

  const Placement second = place_order(db, guest(), checkout_input("token-1", total), noon());

  BOOST_TEST((second.outcome == PlaceOutcome::placed));
  BOOST_TEST(second.order_id == first.order_id);
  BOOST_TEST(second.number == first.number);
  BOOST_TEST(find_cart(db, guest()).pieces() == 1);  // what was added since is not ordered
}

BOOST_AUTO_TEST_CASE(somebody_elses_token_shows_nothing_of_his_order) {
  put(guest("alice"), make_product(db), 1);
  BOOST_REQUIRE((place(guest("alice"), "token-1").outcome == PlaceOutcome::placed));
  put(guest("mallory"), make_product(db), 1);

  const Placement stolen = place(guest("mallory"), "token-1");

  BOOST_TEST((stolen.outcome == PlaceOutcome::token_taken));
  BOOST_TEST(stolen.order_id == 0);
  BOOST_TEST(find_cart(db, guest("mallory")).pieces() == 1);
}

BOOST_AUTO_TEST_CASE(of_more_than_is_left_changes_nothing_and_says_what_is_left) {
  const auto lamp = make_product(db, {.in_stock = 2});
  const auto cup = make_product(db, {.in_stock = 9});
  put(guest("slow"), lamp, 2);
  put(guest("slow"), cup, 1);
  put(guest("fast"), lamp, 1);
  BOOST_REQUIRE((place(guest("fast"), "token-fast").outcome == PlaceOutcome::placed));

  const Placement late = place(guest("slow"), "token-slow");

  BOOST_TEST((late.outcome == PlaceOutcome::sold_out));
  BOOST_REQUIRE(late.missing.size() == 1U);
  BOOST_TEST(late.missing[0].wanted == 2);
  BOOST_TEST(late.missing[0].left == 1);
  BOOST_TEST(stock(cup) == 9);
  BOOST_TEST(find_cart(db, guest("slow")).pieces() == 3);
}

BOOST_AUTO_TEST_CASE(of_a_withdrawn_product_is_refused) {
  const auto lamp = make_product(db, {.in_stock = 2});
  put(guest(), lamp, 1);
  db.run_script("UPDATE product SET withdrawn_at = now() WHERE id = " + std::to_string(lamp));

  BOOST_TEST((place(guest(), "token-1").outcome == PlaceOutcome::sold_out));
}

BOOST_AUTO_TEST_CASE(at_another_total_than_the_customer_saw_is_refused) {
  const auto lamp = make_product(db, {.price = Money{1000}});
  put(guest(), lamp, 1);
  const Money seen = support::total_of_cart(db, guest());
  db.run_script("UPDATE product SET price_cents = 2000 WHERE id = " + std::to_string(lamp));

  BOOST_TEST((place_order(db, guest(), checkout_input("t", seen), noon()).outcome ==
              PlaceOutcome::total_changed));
  BOOST_TEST((place_order(db, guest(), checkout_input("t", Money{1}), noon()).outcome ==
              PlaceOutcome::total_changed));
  BOOST_TEST((place(guest(), "t").outcome == PlaceOutcome::placed));
}

BOOST_AUTO_TEST_CASE(needs_a_cart_and_a_known_way_to_ship) {
  BOOST_TEST((place(guest(), "t").outcome == PlaceOutcome::empty_cart));
  put(guest(), make_product(db), 1);
  CheckoutInput input = checkout_input("t", support::total_of_cart(db, guest()));
  for (const char* code : {"", "teleport"}) {
    input.shipping_method = code;
    BOOST_TEST((place_order(db, guest(), input, noon()).outcome == PlaceOutcome::unknown_shipping));
  }
}

BOOST_AUTO_TEST_CASE(makes_it_read_only) {
  const auto lamp = make_product(db);
  const std::string id = std::to_string(support::make_order(db, guest(), lamp));
  for (const std::string& change :
       {"UPDATE sales_order SET total_cents = 1 WHERE id = " + id,
        "UPDATE sales_order SET state = 'temp', number = NULL WHERE id = " + id,
        "UPDATE order_line SET quantity = 9 WHERE order_id = " + id,
        "DELETE FROM order_line WHERE order_id = " + id}) {
    db::Transaction attempt(db);
    BOOST_CHECK_THROW(db.run_script(change), db::ConstraintError);
  }
  BOOST_TEST((set_quantity(db, guest(), lamp, 2).outcome == ChangeOutcome::not_in_cart));
  BOOST_TEST((remove_line(db, guest(), lamp).outcome == ChangeOutcome::not_in_cart));
  BOOST_TEST(!clear_cart(db, guest()));
}

BOOST_AUTO_TEST_CASE(stock_can_never_become_negative) {
  const auto lamp = make_product(db, {.in_stock = 1});
  db::Transaction attempt(db);
  BOOST_CHECK_THROW(db.run_script("UPDATE product SET in_stock = in_stock - 2 WHERE id = " +
                                  std::to_string(lamp)),
                    db::ConstraintError);
}

BOOST_AUTO_TEST_CASE(stops_when_the_two_stock_books_disagree) {
  const auto lamp = make_product(db, {.in_stock = 1});
  db.run_script("UPDATE product SET in_stock = 2 WHERE id = " + std::to_string(lamp));
  BOOST_TEST(inventory::stock_ledger_problems(db).size() == 1U);
  put(guest(), lamp, 2);

  BOOST_CHECK_THROW(place(guest(), "t"), std::logic_error);
  BOOST_TEST(find_cart(db, guest()).pieces() == 2);
}

BOOST_AUTO_TEST_CASE(new_pieces_can_be_received_and_sold) {
  const auto lamp = make_product(db, {.in_stock = 0});
  const auto center = number_in(db, "SELECT id AS number FROM distribution_center LIMIT 1");

  BOOST_TEST(inventory::receive_units(db, {lamp, center, 3, Money{500}}, noon()).value() == 3);
  BOOST_TEST(!inventory::receive_units(db, {lamp, center, 0, Money{500}}, noon()).has_value());
  BOOST_TEST(!inventory::receive_units(db, {lamp, 999999, 1, Money{500}}, noon()).has_value());

  put(guest(), lamp, 3);
  BOOST_TEST((place(guest(), "t").outcome == PlaceOutcome::placed));
  BOOST_TEST(inventory::stock_ledger_problems(db).empty());
}

BOOST_AUTO_TEST_SUITE_END()
