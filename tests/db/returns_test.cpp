#include "orders/returns.h"

#include <array>
#include <boost/test/unit_test.hpp>

#include "inventory/inventory.h"
#include "support/race.h"

using namespace orders;
using support::customer;
using support::make_account;
using support::make_order;
using support::make_product;
using support::noon;
using support::number_in;

namespace {

struct Returning : support::RolledBack {
  Returning() : sam((support::make_rules(db), make_account(db, {.role = "staff"}))) {}

  Hand hand() { return {sam, find_order_file(db, order)->last_event, noon()}; }
  void advance(std::initializer_list<Action> actions) {
    for (const Action action : actions) {
      BOOST_REQUIRE((advance_order(db, order, action, {}, "", noon()) == AdvanceOutcome::done));
    }
  }
  Returnable returnable(Instant now = noon()) { return find_returnable(db, order, now).value(); }
  Asked ask(int pieces, const std::string& token = "a-token-of-this-return") {
    return ask_return(db, order, {{{returnable().lines[0].id, pieces}}, "too big", token}, alice,
                      noon());
  }
  std::int64_t left() {
    return number_in(db,
                     "SELECT in_stock AS number FROM product WHERE id = " + std::to_string(lamp));
  }
  States states() { return find_order(db, order)->states; }

  std::int64_t sam;
  std::int64_t alice = make_account(db);
  std::int64_t lamp = make_product(db, {.price = {1000}, .in_stock = 9});
  std::int64_t order = make_order(db, customer(alice), lamp, 3);
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(returns, Returning)

BOOST_AUTO_TEST_CASE(some_pieces_come_back_and_their_price_is_due) {
  advance({Action::pay, Action::ship, Action::deliver});
  const Asked asked = ask(2);
  BOOST_REQUIRE((asked.outcome == AskOutcome::asked));
  BOOST_TEST(returnable().lines[0].open == 1);

  BOOST_TEST((accept_return(db, order, asked.return_id, hand()) == WorkOutcome::done));

  const Return done = find_return(db, order, asked.return_id).value();
  BOOST_TEST(done.state == "accepted");
  BOOST_TEST(done.refund->cents == 2165);  // 20.00 and 8.25 % sales tax
  BOOST_TEST(left() == 8);
  BOOST_TEST((states().order == OrderState::complete));
  BOOST_TEST(inventory::stock_ledger_problems(db).empty());
  BOOST_TEST((accept_return(db, order, asked.return_id, hand()) == WorkOutcome::not_now));
  BOOST_TEST(left() == 8);
}

BOOST_AUTO_TEST_CASE(the_last_piece_ends_the_order_and_all_the_money_is_due) {
  advance({Action::pay, Action::ship, Action::deliver});
  const Asked first = ask(2, "token-of-the-first-return");
  BOOST_REQUIRE((accept_return(db, order, first.return_id, hand()) == WorkOutcome::done));
  const Asked second = ask(1, "token-of-the-second-return");
  BOOST_REQUIRE((accept_return(db, order, second.return_id, hand()) == WorkOutcome::done));

  BOOST_TEST((states().order == OrderState::returned));
  BOOST_TEST(left() == 9);
  BOOST_TEST(find_return(db, order, second.return_id)->refund->cents ==
             find_order(db, order)->total.cents);
  BOOST_TEST((returnable().rule == ReturnRule::ended));
  BOOST_TEST(inventory::stock_ledger_problems(db).empty());
}

BOOST_AUTO_TEST_CASE(before_all_is_sent_only_the_whole_order_goes_back) {
  advance({Action::pay});
  BOOST_TEST((returnable().rule == ReturnRule::whole_order));
  BOOST_TEST((ask(1).outcome == AskOutcome::not_now));
  const Asked asked = ask(3);
  BOOST_REQUIRE((asked.outcome == AskOutcome::asked));
  BOOST_TEST((accept_return(db, order, asked.return_id, hand()) == WorkOutcome::done));

  BOOST_TEST((states().order == OrderState::returned));
  BOOST_TEST(left() == 9);
}

BOOST_AUTO_TEST_CASE(an_unpaid_order_that_was_not_sent_is_cancelled_by_it) {
  const Asked asked = ask(3);
  BOOST_TEST((accept_return(db, order, asked.return_id, hand()) == WorkOutcome::done));

  BOOST_TEST((states().order == OrderState::cancelled));
  BOOST_TEST(find_return(db, order, asked.return_id)->refund->cents == 0);
  BOOST_TEST(left() == 9);
}

BOOST_AUTO_TEST_CASE(no_piece_comes_back_twice) {
  advance({Action::ship});
  BOOST_TEST((ask(4).outcome == AskOutcome::too_many));
  BOOST_TEST((ask(0).outcome == AskOutcome::too_many));
  BOOST_TEST((ask(2, "token-of-the-first-return").outcome == AskOutcome::asked));
  BOOST_TEST((ask(2, "token-of-the-second-return").outcome == AskOutcome::too_many));
  BOOST_TEST((ask_return(db, order, {{}, "", "token-of-an-empty-one"}, {}, noon()).outcome ==
              AskOutcome::nothing_chosen));
  const std::int64_t line = returnable().lines[0].id;
  BOOST_TEST(
      (ask_return(db, order, {{{line, 1}, {line, 1}}, "", "token-of-a-doubled-one"}, {}, noon())
           .outcome == AskOutcome::too_many));
}

BOOST_AUTO_TEST_CASE(the_database_counts_them_too) {
  advance({Action::ship});
  const Asked asked = ask(2);
  const std::string line = std::to_string(returnable().lines[0].id);
  db::Transaction attempt(db);
  BOOST_CHECK_THROW(db.run_script("UPDATE return_line SET quantity = 4 WHERE order_line_id = " +
                                  line + " AND return_id = " + std::to_string(asked.return_id)),
                    db::ConstraintError);
}

BOOST_AUTO_TEST_CASE(a_declined_return_frees_its_pieces_for_another) {
  advance({Action::ship});
  const Asked asked = ask(3);
  BOOST_TEST((decline_return(db, order, asked.return_id, "worn", hand()) == WorkOutcome::done));
  BOOST_TEST((decline_return(db, order, asked.return_id, "worn", hand()) == WorkOutcome::not_now));
  BOOST_TEST((accept_return(db, order, asked.return_id, hand()) == WorkOutcome::not_now));

  BOOST_TEST(find_return(db, order, asked.return_id)->answer == "worn");
  BOOST_TEST(returnable().lines[0].open == 3);
  BOOST_TEST(left() == 6);
}

BOOST_AUTO_TEST_CASE(the_same_press_of_the_button_announces_once) {
  advance({Action::ship});
  const Asked first = ask(1);
  const Asked again = ask(1);

  BOOST_TEST(first.return_id == again.return_id);
  BOOST_TEST(returns_of_order(db, order).size() == 1U);
}

BOOST_AUTO_TEST_CASE(time_is_up_thirty_days_after_delivery_or_when_the_shop_says) {
  advance({Action::ship, Action::deliver});
  const auto days = [](int count) { return noon() + std::chrono::hours(24 * count); };

  BOOST_TEST((returnable(days(30)).rule == ReturnRule::some_pieces));
  BOOST_TEST((returnable(days(31)).rule == ReturnRule::too_late));
  db.run_script("INSERT INTO setting (name, value) VALUES ('return_days', '14')");
  BOOST_TEST((returnable(days(14)).rule == ReturnRule::some_pieces));
  BOOST_TEST((returnable(days(15)).rule == ReturnRule::too_late));
}

BOOST_AUTO_TEST_CASE(a_receipt_is_mailed) {
  advance({Action::ship});
  const std::string receipts =
      "SELECT count(*) AS number FROM mail WHERE kind = 'withdrawal_receipt' AND order_id = " +
      std::to_string(order);
  BOOST_REQUIRE((ask(2).outcome == AskOutcome::asked));
  db.run_script("SET CONSTRAINTS ALL IMMEDIATE");

  BOOST_TEST(number_in(db, receipts + " AND facts->'line'->0->>'quantity' = '2'") == 1);
  BOOST_TEST(number_in(db, receipts) == 1);
}

BOOST_AUTO_TEST_CASE(a_return_belongs_to_its_order) {
  advance({Action::ship});
  const Asked asked = ask(1);
  const auto other = make_order(db, customer(alice), lamp, 1, "token-of-another");
  const Hand there{sam, find_order_file(db, other)->last_event, noon()};

  BOOST_TEST(!find_return(db, other, asked.return_id).has_value());
  BOOST_TEST((accept_return(db, other, asked.return_id, there) == WorkOutcome::no_such_order));
  BOOST_TEST(list_returns(db, "asked", find_order(db, order)->number, 10).size() == 1U);
  BOOST_TEST(list_returns(db, "declined", find_order(db, order)->number, 10).empty());
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_FIXTURE_TEST_SUITE(two_returns_at_once, support::Committed)

BOOST_AUTO_TEST_CASE(announce_and_take_in_each_piece_once) {
  for (int round = 0; round < 6; ++round) {
    const std::string turn = std::to_string(round);
    const auto lamp = product(5);
    const auto order = place(buyer(turn), lamp, 3, turn);
    const auto staff = account("staff" + turn);
    BOOST_REQUIRE((advance_order(db, order, Action::ship, {}, "", noon()) == AdvanceOutcome::done));
    const std::int64_t line = find_returnable(db, order, noon())->lines[0].id;
    std::array<Asked, 2> asked;
    std::array<WorkOutcome, 2> accepted{};

    const auto ask = [&](db::Connection& c, const std::string& token) {
      return ask_return(c, order, {{{line, 2}}, "", mark + turn + token}, {}, noon());
    };
    at_once([&](db::Connection& c) { asked[0] = ask(c, "a"); },
            [&](db::Connection& c) { asked[1] = ask(c, "b"); });
    const bool first_won = asked[0].outcome == AskOutcome::asked;
    const std::int64_t id = asked[first_won ? 0 : 1].return_id;
    const Hand hand{staff, find_order_file(db, order)->last_event, noon()};
    at_once([&](db::Connection& c) { accepted[0] = accept_return(c, order, id, hand); },
            [&](db::Connection& c) { accepted[1] = accept_return(c, order, id, hand); });

    BOOST_TEST((asked[first_won ? 1 : 0].outcome == AskOutcome::too_many));
    BOOST_TEST((accepted[0] == WorkOutcome::done) + (accepted[1] == WorkOutcome::done) == 1);
    BOOST_TEST(
        number("SELECT in_stock AS number FROM product WHERE id = " + std::to_string(lamp)) == 4);
  }
  BOOST_TEST(inventory::stock_ledger_problems(db).empty());
}

BOOST_AUTO_TEST_SUITE_END()
