#include <boost/test/unit_test.hpp>

#include "inventory/inventory.h"
#include "orders/orders.h"
#include "support/orders.h"

using namespace orders;
using support::customer;
using support::guest;
using support::make_account;
using support::make_order;
using support::make_product;
using support::noon;
using support::number_in;

namespace {

struct WithRules : support::RolledBack {
  WithRules() { support::make_rules(db); }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(orders_of_customers, WithRules)

BOOST_AUTO_TEST_CASE(the_temp_order_comes_first_then_the_newest) {
  const auto lamp = make_product(db, {.in_stock = 9});
  const auto alice = make_account(db);
  const auto first = make_order(db, customer(alice), lamp, 1, "token-first");
  const auto second = make_order(db, customer(alice), lamp, 2, "token-second");
  BOOST_REQUIRE((add_to_cart(db, customer(alice), lamp, 1, noon()).outcome == AddOutcome::added));

  const auto orders = list_orders(db, alice, 10);

  BOOST_REQUIRE(orders.size() == 3U);
  BOOST_TEST(orders[0].states.is_temp());
  BOOST_TEST(orders[0].total.cents == 1999);
  BOOST_TEST(orders[1].id == second);
  BOOST_TEST(orders[1].pieces == 2);
  BOOST_TEST(orders[2].id == first);
}

BOOST_AUTO_TEST_CASE(are_listed_page_by_page_and_only_to_their_customer) {
  const auto lamp = make_product(db, {.in_stock = 9});
  const auto alice = make_account(db);
  const auto bob = make_account(db);
  const auto oldest = make_order(db, customer(alice), lamp, 1, "token-1");
  const auto newest = make_order(db, customer(alice), lamp, 1, "token-2");

  const auto page = list_orders(db, alice, 1);
  BOOST_REQUIRE(page.size() == 1U);
  BOOST_TEST(page[0].id == newest);
  const auto next = list_orders(db, alice, 1, newest);
  BOOST_REQUIRE(next.size() == 1U);
  BOOST_TEST(next[0].id == oldest);
  BOOST_TEST(list_orders(db, alice, 1, oldest).empty());
  BOOST_TEST(list_orders(db, bob, 10).empty());
  BOOST_TEST(list_orders(db, bob, 10, newest).empty());
}

BOOST_AUTO_TEST_CASE(somebody_elses_order_is_nothing) {
  const auto lamp = make_product(db, {.in_stock = 9});
  const auto alice = make_account(db);
  const auto order = make_order(db, customer(alice), lamp, 1, "token-1");
  const auto guests = make_order(db, guest("g1"), lamp, 1, "token-2");

  BOOST_TEST(find_order(db, customer(alice), order).has_value());
  BOOST_TEST(!find_order(db, customer(make_account(db)), order).has_value());
  BOOST_TEST(!find_order(db, guest("g1"), order).has_value());
  BOOST_TEST(!find_order(db, guest(""), order).has_value());
  BOOST_TEST(find_order(db, guest("g1"), guests).has_value());
  BOOST_TEST(!find_order(db, guest("g2"), guests).has_value());
  BOOST_TEST(!find_order(db, customer(alice), guests).has_value());
}

BOOST_AUTO_TEST_CASE(a_guest_finds_his_by_number_and_email) {
  const auto lamp = make_product(db, {.in_stock = 9});
  const auto order = find_order(db, make_order(db, guest(), lamp, 1, "token-1")).value();
  const auto of_customer =
      find_order(db, make_order(db, customer(make_account(db)), lamp, 1, "token-2")).value();

  BOOST_TEST(find_order_for_guest(db, order.number, "ALICE@example.com").value() == order.id);
  BOOST_TEST(!find_order_for_guest(db, order.number, "mallory@example.com").has_value());
  BOOST_TEST(!find_order_for_guest(db, of_customer.number, "alice@example.com").has_value());
}

BOOST_AUTO_TEST_CASE(cancelling_returns_the_pieces_once) {
  const auto lamp = make_product(db, {.in_stock = 3});
  const std::string id = std::to_string(lamp);
  const auto order = make_order(db, guest(), lamp, 2);

  BOOST_TEST((cancel_order(db, order, {}, noon()) == AdvanceOutcome::done));
  BOOST_TEST((cancel_order(db, order, {}, noon()) == AdvanceOutcome::not_now));

  BOOST_TEST(number_in(db, "SELECT in_stock AS number FROM product WHERE id = " + id) == 3);
  BOOST_TEST(number_in(db, "SELECT sold_count AS number FROM product WHERE id = " + id) == 0);
  BOOST_TEST(inventory::stock_ledger_problems(db).empty());
  const Order cancelled = find_order(db, order).value();
  BOOST_TEST(progress_word(cancelled.states) == "Cancelled");
  BOOST_TEST(cancelled.events.back().kind == "cancelled");
}

BOOST_AUTO_TEST_CASE(paid_or_shipped_orders_are_not_cancelled) {
  const auto lamp = make_product(db, {.in_stock = 9});
  const auto paid = make_order(db, guest(), lamp, 1, "token-1");
  const auto shipped = make_order(db, guest(), lamp, 1, "token-2");
  BOOST_TEST((advance_order(db, paid, Action::pay, {}, "", noon()) == AdvanceOutcome::done));
  BOOST_TEST((advance_order(db, shipped, Action::ship, {}, "", noon()) == AdvanceOutcome::done));

  BOOST_TEST((cancel_order(db, paid, {}, noon()) == AdvanceOutcome::not_now));
  BOOST_TEST((cancel_order(db, shipped, {}, noon()) == AdvanceOutcome::not_now));
  BOOST_TEST((cancel_order(db, 999999999, {}, noon()) == AdvanceOutcome::no_such_order));
}

BOOST_AUTO_TEST_CASE(go_from_processing_to_complete_and_back_with_a_return) {
  const auto lamp = make_product(db, {.in_stock = 2});
  const auto order = make_order(db, guest(), lamp, 2);
  const auto states = [&] { return find_order(db, order)->states; };

  for (const Action action : {Action::pack, Action::ship, Action::deliver, Action::pay}) {
    BOOST_TEST((advance_order(db, order, action, {}, "", noon()) == AdvanceOutcome::done));
  }
  BOOST_TEST(progress_word(states()) == "Complete");
  BOOST_TEST((advance_order(db, order, Action::take_back, {}, "", noon()) == AdvanceOutcome::done));
  BOOST_TEST((advance_order(db, order, Action::refund, {}, "", noon()) == AdvanceOutcome::done));
  BOOST_TEST((states().payment == PaymentState::refunded));
  BOOST_TEST(inventory::stock_ledger_problems(db).empty());
  BOOST_TEST(find_order(db, order)->events.size() == 7U);
}

BOOST_AUTO_TEST_CASE(a_temp_order_cannot_be_advanced) {
  const auto lamp = make_product(db);
  BOOST_REQUIRE((add_to_cart(db, guest(), lamp, 1, noon()).outcome == AddOutcome::added));
  const auto cart = find_cart(db, guest()).order_id;

  BOOST_TEST((cancel_order(db, cart, {}, noon()) == AdvanceOutcome::no_such_order));
  BOOST_TEST((change_payment_method(db, cart, PaymentMethod::bank_transfer) ==
              AdvanceOutcome::no_such_order));
}

BOOST_AUTO_TEST_SUITE_END()
