/// An account is deleted while one of its orders is being paid: the order goes on without a name,
/// and its pieces are not sold a second time.

#include <boost/test/unit_test.hpp>
#include <thread>

#include "accounts/accounts.h"
#include "analytics/events.h"
#include "inventory/inventory.h"
#include "orders/orders.h"
#include "orders/payment.h"
#include "support/race.h"

using namespace orders;
using support::customer;
using support::noon;

namespace {

const Card kGoodCard{"4242424242424242", 12, 2030, "123"};

/// While this gateway is asked for money, the customer deletes his account elsewhere.
class DeletingGateway : public CardGateway {
 public:
  DeletingGateway(db::Connection& elsewhere, std::int64_t account, ChargeOutcome outcome)
      : elsewhere_(elsewhere), account_(account), outcome_(outcome) {}
  ChargeOutcome charge(const Card&, Money, std::string_view, const std::string&) override {
    accounts::delete_account(elsewhere_, account_);
    return outcome_;
  }
  ChargeOutcome outcome_of(const std::string&) override { return outcome_; }

 private:
  db::Connection& elsewhere_;
  std::int64_t account_;
  ChargeOutcome outcome_;
};

struct Leaving : support::Committed {
  Leaving()
      : alice(account("alice")), lamp(product(3)), order(place(customer(alice), lamp, 2, "t")) {}

  int left() {
    return static_cast<int>(
        number("SELECT in_stock AS number FROM product WHERE id = " + std::to_string(lamp)));
  }
  bool is_nobodys() { return find_order(db, order)->account_id == 0; }

  std::int64_t alice;
  std::int64_t lamp;
  std::int64_t order;
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(an_account_that_goes, Leaving)

BOOST_AUTO_TEST_CASE(while_its_order_is_marked_as_paid_leaves_the_pieces_sold) {
  db::Transaction payment(db);
  BOOST_REQUIRE((advance_order(db, order, Action::pay, {}, "", noon()) == AdvanceOutcome::done));
  std::thread leaving([&] { accounts::delete_account(rival, alice); });
  wait_until_rival_waits();
  payment.commit();
  leaving.join();

  BOOST_TEST(find_order(db, order)->states.is_paid());
  BOOST_TEST((find_order(db, order)->states.order == OrderState::placed));
  BOOST_TEST(left() == 1);
  BOOST_TEST(is_nobodys());
  BOOST_TEST(inventory::stock_ledger_problems(db).empty());
}

BOOST_AUTO_TEST_CASE(while_a_gateway_is_asked_leaves_the_order_to_its_payment) {
  DeletingGateway gateway(rival, alice, ChargeOutcome::succeeded);

  const PayOutcome outcome = pay_order(db, gateway, order, kGoodCard, mark + "p", noon());

  BOOST_TEST((outcome == PayOutcome::paid));
  BOOST_TEST(find_order(db, order)->states.is_paid());
  BOOST_TEST(left() == 1);
  BOOST_TEST(is_nobodys());
  BOOST_TEST(inventory::stock_ledger_problems(db).empty());
}

BOOST_AUTO_TEST_CASE(after_a_gateway_that_never_answered_leaves_the_order_to_be_settled) {
  DeletingGateway gateway(rival, alice, ChargeOutcome::unknown);

  BOOST_TEST(
      (pay_order(db, gateway, order, kGoodCard, mark + "p", noon()) == PayOutcome::timed_out));

  BOOST_TEST((find_order(db, order)->states.order == OrderState::placed));
  BOOST_TEST(left() == 1);
  BOOST_TEST(is_nobodys());
}

BOOST_AUTO_TEST_CASE(at_the_very_moment_of_cancelling_returns_the_pieces_once) {
  for (int round = 0; round < 8; ++round) {
    const std::string turn = std::to_string(round);
    const auto bob = account("bob" + turn);
    const auto mug = product(5);
    const auto his = place(customer(bob), mug, 2, "m" + turn);

    at_once([&](db::Connection& c) { (void)cancel_order(c, his, bob, noon()); },
            [&](db::Connection& c) { accounts::delete_account(c, bob); });

    BOOST_TEST((find_order(db, his)->states.order == OrderState::cancelled));
    BOOST_TEST(number("SELECT in_stock AS number FROM product WHERE id = " + std::to_string(mug)) ==
               5);
  }
  BOOST_TEST(inventory::stock_ledger_problems(db).empty());
}

BOOST_AUTO_TEST_CASE(while_a_visit_is_written_down_takes_that_along) {
  analytics::prepare_event_months(db, noon());
  db::Transaction visit(db);
  analytics::write_events(db, {{noon(), "search", alice, "", 0, mark + "lamp"}});
  std::thread leaving([&] { accounts::delete_account(rival, alice); });
  wait_until_rival_waits();
  visit.commit();
  leaving.join();

  BOOST_TEST(
      number("SELECT count(*) AS number FROM visit_event WHERE detail = '" + mark + "lamp'") == 0);
}

BOOST_AUTO_TEST_SUITE_END()
