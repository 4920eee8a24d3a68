#include "orders/order_work.h"

#include <boost/test/unit_test.hpp>
#include <set>

#include "inventory/inventory.h"
#include "orders/order_list.h"
#include "orders_staff.sql.h"
#include "support/race.h"

using namespace orders;
using support::customer;
using support::make_account;
using support::make_order;
using support::make_product;
using support::noon;
using support::number_in;

namespace {

struct Desk : support::RolledBack {
  Desk() : sam((support::make_rules(db), make_account(db, {.role = "staff"}))) {}

  OrderFile file() { return find_order_file(db, order).value(); }
  Hand hand() { return {sam, file().last_event, noon()}; }
  WorkOutcome does(Action action) { return do_step(db, order, action, hand(), ""); }
  WorkOutcome sends(const std::vector<int>& pieces) {
    Parcel parcel{"Post", "T-1", {}};
    const OrderFile now = file();
    for (std::size_t i = 0; i < pieces.size(); ++i) {
      if (pieces[i] > 0) parcel.pieces.emplace_back(now.lines[i].id, pieces[i]);
    }
    return ship(db, order, parcel, hand());
  }
  WorkOutcome pays_back(std::int64_t cents) { return refund(db, order, {cents}, "sorry", hand()); }
  std::int64_t left_of(std::int64_t product) {
    return number_in(
        db, "SELECT in_stock AS number FROM product WHERE id = " + std::to_string(product));
  }

  std::int64_t sam;
  std::int64_t alice = make_account(db);
  std::int64_t lamp = make_product(db, {.name = "Lamp", .in_stock = 9});
  std::int64_t order = make_order(db, customer(alice), lamp, 3);
};

std::string words(const States& states) {
  return std::string(to_text(states.order)) + " " + std::string(to_text(states.payment)) + " " +
         std::string(to_text(states.fulfilment));
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(staff_at_work, Desk)

BOOST_AUTO_TEST_CASE(the_database_holds_the_same_table_of_steps_as_the_program) {
  std::set<std::string> program;
  std::set<std::string> database;
  for (const auto& [action, states] : all_steps()) {
    program.insert(std::string(to_text(action)) + ": " + words(states.first) + " > " +
                   words(states.second));
  }
  for (const db::Row row : db.run(sql::orders_staff::steps)) {
    database.insert(row.string("action") + ": " + row.string("state_before") + " " +
                    row.string("payment_before") + " " + row.string("fulfilment_before") + " > " +
                    row.string("state_after") + " " + row.string("payment_after") + " " +
                    row.string("fulfilment_after"));
  }
  BOOST_TEST(program == database, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(the_history_tells_who_did_what) {
  BOOST_TEST((does(Action::pay) == WorkOutcome::done));
  BOOST_TEST((does(Action::pack) == WorkOutcome::done));
  BOOST_TEST((sends({3}) == WorkOutcome::done));
  BOOST_TEST((does(Action::deliver) == WorkOutcome::done));

  const OrderFile now = file();
  BOOST_TEST(words(now.order.states) == "complete paid delivered");
  BOOST_REQUIRE(now.history.size() == 5U);
  BOOST_TEST(now.history[3].kind == "shipped");
  BOOST_TEST(now.history[3].note == "Post T-1");
  BOOST_TEST(!now.history[3].who.empty());
  BOOST_TEST(now.paid.cents == now.order.total.cents);
  BOOST_REQUIRE(now.payments.size() == 1U);
  BOOST_TEST(now.payments[0].state == "succeeded");
}

BOOST_AUTO_TEST_CASE(a_form_that_was_made_before_the_last_event_does_nothing) {
  const Hand before = hand();
  BOOST_TEST((do_step(db, order, Action::pay, before, "") == WorkOutcome::done));

  BOOST_TEST((do_step(db, order, Action::pay, before, "") == WorkOutcome::changed_meanwhile));
  BOOST_TEST((do_step(db, order, Action::pack, before, "") == WorkOutcome::changed_meanwhile));
  BOOST_TEST((refund(db, order, {100}, "", before) == WorkOutcome::changed_meanwhile));
  BOOST_TEST(file().history.size() == 2U);
  BOOST_TEST(file().payments.size() == 1U);
}

BOOST_AUTO_TEST_CASE(steps_out_of_turn_are_refused) {
  BOOST_TEST((does(Action::deliver) == WorkOutcome::not_now));
  BOOST_TEST((does(Action::refund) == WorkOutcome::not_now));
  BOOST_TEST((does(Action::place) == WorkOutcome::not_now));
  BOOST_TEST((does(Action::ship) == WorkOutcome::not_now));
  BOOST_TEST((does(Action::cancel) == WorkOutcome::done));
  for (const Action action : {Action::pay, Action::pack, Action::deliver, Action::cancel}) {
    BOOST_TEST((does(action) == WorkOutcome::not_now));
  }
  BOOST_TEST((sends({1}) == WorkOutcome::not_now));
  BOOST_TEST(
      (do_step(db, 999999999, Action::pay, {sam, 0, noon()}, "") == WorkOutcome::no_such_order));
}

BOOST_AUTO_TEST_CASE(the_database_refuses_them_too_and_keeps_the_history) {
  const std::string id = std::to_string(order);
  for (const std::string& wrong :
       {"UPDATE sales_order SET fulfilment_state = 'delivered' WHERE id = " + id,
        "UPDATE sales_order SET state = 'complete' WHERE id = " + id,
        "UPDATE sales_order SET payment_state = 'refunded', paid_at = now() WHERE id = " + id,
        "UPDATE order_event SET note = 'x' WHERE order_id = " + id,
        "DELETE FROM order_event WHERE order_id = " + id,
        "INSERT INTO refund (order_id, amount_cents) VALUES (" + id + ", 1)"}) {
    db::Transaction attempt(db);
    BOOST_CHECK_THROW(db.run_script(wrong), db::ConstraintError);
  }
}

BOOST_AUTO_TEST_CASE(an_order_may_leave_in_several_parcels) {
  BOOST_TEST((sends({1}) == WorkOutcome::done));
  BOOST_TEST(words(file().order.states) == "placed unpaid partly_shipped");
  BOOST_TEST((does(Action::cancel) == WorkOutcome::not_now));
  BOOST_TEST((sends({3}) == WorkOutcome::too_many_pieces));
  BOOST_TEST((sends({0}) == WorkOutcome::nothing_to_ship));
  BOOST_TEST((sends({1}) == WorkOutcome::done));
  BOOST_TEST(words(file().order.states) == "placed unpaid partly_shipped");
  BOOST_TEST((sends({1}) == WorkOutcome::done));

  const OrderFile now = file();
  BOOST_TEST(words(now.order.states) == "placed unpaid shipped");
  BOOST_TEST(now.shipments.size() == 3U);
  BOOST_TEST(now.lines[0].shipped == 3);
  BOOST_TEST(now.shipments[0].content == "1 × Lamp");
}

BOOST_AUTO_TEST_CASE(a_parcel_holds_only_lines_of_its_order) {
  const auto other = make_order(db, customer(alice), lamp, 1, "token-of-another");
  const std::int64_t foreign = find_order_file(db, other)->lines[0].id;
  const std::int64_t own = file().lines[0].id;

  BOOST_TEST((ship(db, order, {"", "", {{foreign, 1}}}, hand()) == WorkOutcome::too_many_pieces));
  BOOST_TEST((ship(db, order, {"", "", {{own, -1}}}, hand()) == WorkOutcome::too_many_pieces));
  BOOST_TEST(
      (ship(db, order, {"", "", {{own, 2}, {own, 2}}}, hand()) == WorkOutcome::too_many_pieces));
  BOOST_TEST(file().shipments.empty());
}

BOOST_AUTO_TEST_CASE(money_goes_back_in_parts_but_never_more_than_came) {
  BOOST_TEST((pays_back(1) == WorkOutcome::too_much_money));
  BOOST_TEST((does(Action::pay) == WorkOutcome::done));
  BOOST_TEST((sends({3}) == WorkOutcome::done));
  const Money total = file().order.total;

  BOOST_TEST((pays_back(500) == WorkOutcome::done));
  BOOST_TEST(words(file().order.states) == "placed paid shipped");
  BOOST_TEST(file().history.back().kind == "part_refunded");
  BOOST_TEST((pays_back(total.cents) == WorkOutcome::too_much_money));
  BOOST_TEST((pays_back(0) == WorkOutcome::too_much_money));
  BOOST_TEST((pays_back(total.cents - 500) == WorkOutcome::done));
  BOOST_TEST(words(file().order.states) == "placed refunded shipped");
  BOOST_TEST((pays_back(1) == WorkOutcome::too_much_money));
  BOOST_TEST(file().refundable().cents == 0);
}

BOOST_AUTO_TEST_CASE(a_full_refund_before_sending_ends_the_order_and_returns_the_pieces) {
  BOOST_TEST(left_of(lamp) == 6);
  BOOST_TEST((does(Action::pay) == WorkOutcome::done));
  BOOST_TEST((pays_back(file().order.total.cents) == WorkOutcome::done));

  BOOST_TEST(words(file().order.states) == "cancelled refunded open");
  BOOST_TEST(left_of(lamp) == 9);
  BOOST_TEST(inventory::stock_ledger_problems(db).empty());
}

BOOST_AUTO_TEST_CASE(an_order_that_is_partly_on_its_way_comes_back_before_all_its_money_does) {
  BOOST_TEST((does(Action::pay) == WorkOutcome::done));
  BOOST_TEST((sends({1}) == WorkOutcome::done));

  BOOST_TEST((pays_back(file().order.total.cents) == WorkOutcome::not_now));
  BOOST_TEST(file().refunds.empty());
  BOOST_TEST((does(Action::take_back) == WorkOutcome::done));
  BOOST_TEST(left_of(lamp) == 9);
  BOOST_TEST((pays_back(file().order.total.cents) == WorkOutcome::done));
  BOOST_TEST(words(file().order.states) == "returned refunded returned");
}

BOOST_AUTO_TEST_CASE(an_order_that_was_refunded_elsewhere_is_not_refunded_again) {
  // As imports and older versions left it: no row in refund tells of it.
  for (const Action action : {Action::pay, Action::ship, Action::take_back, Action::refund}) {
    BOOST_REQUIRE((advance_order(db, order, action, {}, "", noon()) == AdvanceOutcome::done));
  }

  BOOST_TEST(file().refundable().cents == 0);
  BOOST_TEST((pays_back(1) == WorkOutcome::too_much_money));
  db::Transaction attempt(db);
  BOOST_CHECK_THROW(db.run_script("INSERT INTO refund (order_id, amount_cents) VALUES (" +
                                  std::to_string(order) + ", 1)"),
                    db::ConstraintError);
}

BOOST_AUTO_TEST_CASE(orders_with_money_to_give_back_are_found) {
  const OrderFilter owed{.customer = std::to_string(alice), .owes_money = true};
  const auto found = [&] { return list_all_orders(db, owed, "UTC", 10).size(); };

  BOOST_TEST((does(Action::pay) == WorkOutcome::done));
  BOOST_TEST(found() == 0U);
  BOOST_TEST((does(Action::take_back) == WorkOutcome::done));
  BOOST_TEST(found() == 1U);
  BOOST_TEST((pays_back(file().order.total.cents) == WorkOutcome::done));
  BOOST_TEST(found() == 0U);
}

BOOST_AUTO_TEST_CASE(lists_are_filtered_and_paged) {
  const auto second = make_order(db, customer(alice), lamp, 1, "token-second");
  const auto guests = make_order(db, support::guest(), lamp, 1, "token-third");
  BOOST_REQUIRE((does(Action::pay) == WorkOutcome::done));
  const std::string number = file().order.number;
  const auto ids = [&](const OrderFilter& filter, int limit = 10,
                       std::optional<std::int64_t> before = {}) {
    std::vector<std::int64_t> found;
    for (const ListedOrder& one : list_all_orders(db, filter, "Europe/Berlin", limit, before)) {
      if (one.id == order || one.id == second || one.id == guests) found.push_back(one.id);
    }
    return found;
  };
  using Ids = std::vector<std::int64_t>;

  BOOST_TEST((ids({.customer = std::to_string(alice)}) == Ids{second, order}));
  BOOST_TEST((ids({.payment = "paid", .customer = std::to_string(alice)}) == Ids{order}));
  BOOST_TEST((ids({.text = number}) == Ids{order}));
  BOOST_TEST((ids({.text = "alice@EXAMPLE"}, 100).size() == 3U));
  BOOST_TEST((ids({.text = "100%_"}).empty()));
  BOOST_TEST((ids({.state = "cancelled"}).empty()));
  BOOST_TEST(
      (ids({.fulfilment = "open", .from = "2026-03-01", .to = "2026-03-01"}, 100).size() == 3U));
  BOOST_TEST((ids({.from = "2026-03-02"}, 1000).empty()));
  BOOST_TEST((ids({.to = "2026-02-28"}, 1000).empty()));
  BOOST_TEST((ids({.customer = std::to_string(alice)}, 1) == Ids{second}));
  BOOST_TEST((ids({.customer = std::to_string(alice)}, 1, second) == Ids{order}));
}

BOOST_AUTO_TEST_CASE(days_are_those_of_the_calendar) {
  for (const char* day : {"2026-03-01", "2024-02-29", "1970-01-01"}) BOOST_TEST(is_day(day), day);
  for (const char* day : {"", "2026-02-29", "2026-3-1", "2026-13-01", "x026-03-01", "2026-03-01 "})
    BOOST_TEST(!is_day(day), day);
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_FIXTURE_TEST_SUITE(two_of_staff_at_once, support::Committed)

BOOST_AUTO_TEST_CASE(send_each_piece_once_and_pay_back_once) {
  for (int round = 0; round < 8; ++round) {
    const std::string turn = std::to_string(round);
    const auto lamp = product(5);
    const auto order = place(buyer(turn), lamp, 3, turn);
    const auto staff = account("staff" + turn);
    const auto hand = [&] { return Hand{staff, find_order_file(db, order)->last_event, noon()}; };
    BOOST_REQUIRE((do_step(db, order, Action::pay, hand(), "") == WorkOutcome::done));
    const Hand seen = hand();
    const std::int64_t line = find_order_file(db, order)->lines[0].id;
    std::array<WorkOutcome, 2> sent{};
    std::array<WorkOutcome, 2> refunded{};

    at_once(
        [&](db::Connection& c) {
          sent[0] = ship(c, order, {"", "", {{line, 3}}}, seen);
        },
        [&](db::Connection& c) {
          sent[1] = ship(c, order, {"", "", {{line, 3}}}, seen);
        });
    const Hand later = hand();
    const Money total = find_order(db, order)->total;
    at_once([&](db::Connection& c) { refunded[0] = refund(c, order, total, "", later); },
            [&](db::Connection& c) { refunded[1] = refund(c, order, total, "", later); });

    BOOST_TEST((sent[0] == WorkOutcome::done) + (sent[1] == WorkOutcome::done) == 1);
    BOOST_TEST((refunded[0] == WorkOutcome::done) + (refunded[1] == WorkOutcome::done) == 1);
    BOOST_TEST(find_order_file(db, order)->refunded.cents == total.cents);
    BOOST_TEST(find_order_file(db, order)->lines[0].shipped == 3);
  }
}

BOOST_AUTO_TEST_CASE(cannot_refund_more_together_than_was_paid_even_past_the_program) {
  const auto order = place(buyer("x"), product(5), 1, "x");
  const std::string id = std::to_string(order);
  BOOST_REQUIRE((advance_order(db, order, Action::pay, {}, "", noon()) == AdvanceOutcome::done));
  const std::string all =
      "INSERT INTO refund (order_id, amount_cents) SELECT id, total_cents FROM "
      "sales_order WHERE id = " +
      id;
  std::array<bool, 2> refused{};
  const auto pay_back = [&](db::Connection& c, bool& is_refused) {
    try {
      c.run_script(all);
    } catch (const db::ConstraintError& error) {
      is_refused = error.constraint() == "refund_was_paid";
    }
  };

  at_once([&](db::Connection& c) { pay_back(c, refused[0]); },
          [&](db::Connection& c) { pay_back(c, refused[1]); });

  BOOST_TEST(refused[0] + refused[1] == 1);
}

BOOST_AUTO_TEST_SUITE_END()
