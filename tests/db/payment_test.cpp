#include <boost/test/unit_test.hpp>

#include "orders/orders.h"
#include "orders/payment.h"
#include "support/orders.h"

using namespace orders;
using support::guest;
using support::make_order;
using support::make_product;
using support::noon;
using support::number_in;

namespace {

const Card kGood{"4242424242424242", 12, 2030, "123"};
const Card kBroke{"4000000000000002", 12, 2030, "123"};
const Card kSilent{"4000000000000259", 12, 2030, "123"};

/// Counts what it is asked, and knows charges that were answered too late.
class CountingGateway : public SandboxGateway {
 public:
  ChargeOutcome charge(const Card& card, Money amount, std::string_view currency,
                       const std::string& token) override {
    ++charges;
    charged = amount;
    return SandboxGateway::charge(card, amount, currency, token);
  }
  ChargeOutcome outcome_of(const std::string&) override { return later; }

  int charges = 0;
  Money charged{};
  ChargeOutcome later = ChargeOutcome::declined;
};

struct Unpaid : support::RolledBack {
  Unpaid() {
    support::make_rules(db);
    order = make_order(db, guest(), make_product(db), 1);
  }
  PayOutcome pay(const Card& card, const std::string& token) {
    return pay_order(db, gateway, order, card, token, noon());
  }
  bool is_paid() { return find_order(db, order)->states.is_paid(); }

  CountingGateway gateway;
  std::int64_t order = 0;
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(paying_by_card, Unpaid)

BOOST_AUTO_TEST_CASE(charges_the_whole_total_and_marks_the_order_paid) {
  BOOST_TEST((pay(kGood, "press-1") == PayOutcome::paid));

  const Order paid = find_order(db, order).value();
  BOOST_TEST(paid.states.is_paid());
  BOOST_TEST(gateway.charged.cents == paid.total.cents);
  BOOST_TEST((paid.payment == PaymentMethod::sandbox_card));
  BOOST_TEST(paid.events.back().kind == "paid");
}

BOOST_AUTO_TEST_CASE(pressing_twice_charges_once_and_tells_the_first_outcome) {
  BOOST_TEST((pay(kGood, "press-1") == PayOutcome::paid));
  BOOST_TEST((pay(kGood, "press-1") == PayOutcome::paid));
  BOOST_TEST((pay(kGood, "press-2") == PayOutcome::already_paid));
  BOOST_TEST(gateway.charges == 1);
}

BOOST_AUTO_TEST_CASE(a_declined_card_leaves_the_order_unpaid_and_another_one_can_pay_it) {
  BOOST_TEST((pay(kBroke, "press-1") == PayOutcome::declined));
  BOOST_TEST(!is_paid());
  BOOST_TEST((pay(kGood, "press-1") == PayOutcome::declined));  // that press had its answer
  BOOST_TEST((pay(kGood, "press-2") == PayOutcome::paid));
  BOOST_TEST(is_paid());
}

BOOST_AUTO_TEST_CASE(after_a_time_out_nothing_is_charged_before_the_gateway_is_asked) {
  BOOST_TEST((pay(kSilent, "press-1") == PayOutcome::timed_out));
  BOOST_TEST(!is_paid());
  BOOST_TEST((pay(kSilent, "press-1") == PayOutcome::timed_out));

  BOOST_TEST((pay(kGood, "press-2") == PayOutcome::paid));
  BOOST_TEST(gateway.charges == 2);
}

BOOST_AUTO_TEST_CASE(a_charge_that_succeeded_after_all_is_not_made_again) {
  BOOST_TEST((pay(kSilent, "press-1") == PayOutcome::timed_out));
  gateway.later = ChargeOutcome::succeeded;

  BOOST_TEST((pay(kGood, "press-2") == PayOutcome::paid));

  BOOST_TEST(gateway.charges == 1);
  BOOST_TEST(is_paid());
}

BOOST_AUTO_TEST_CASE(as_long_as_the_gateway_does_not_know_no_second_charge_is_made) {
  BOOST_TEST((pay(kSilent, "press-1") == PayOutcome::timed_out));
  gateway.later = ChargeOutcome::unknown;

  BOOST_TEST((pay(kGood, "press-2") == PayOutcome::in_progress));
  BOOST_TEST(gateway.charges == 1);
}

BOOST_AUTO_TEST_CASE(while_one_press_is_answered_another_one_waits) {
  db.run_script(
      "INSERT INTO payment (order_id, method, amount_cents, state, token, created_at) "
      "VALUES (" +
      std::to_string(order) +
      ", 'sandbox_card', 1, 'started', 'other press', '2026-03-01 11:59+00')");

  BOOST_TEST((pay(kGood, "press-2") == PayOutcome::in_progress));
  BOOST_TEST((cancel_order(db, order, {}, noon()) == AdvanceOutcome::not_now));
  BOOST_TEST(gateway.charges == 0);
}

BOOST_AUTO_TEST_CASE(a_payment_whose_process_died_is_cleared_up_by_the_next_press) {
  db.run_script(
      "INSERT INTO payment (order_id, method, amount_cents, state, token, created_at) "
      "VALUES (" +
      std::to_string(order) +
      ", 'sandbox_card', 1, 'started', 'other press', '2026-03-01 11:00+00')");

  BOOST_TEST((pay(kGood, "press-2") == PayOutcome::paid));
  BOOST_TEST(number_in(db, "SELECT count(*) AS number FROM payment WHERE state = 'started'") == 0);
}

BOOST_AUTO_TEST_CASE(a_cancelled_order_is_not_charged) {
  BOOST_REQUIRE((cancel_order(db, order, {}, noon()) == AdvanceOutcome::done));

  BOOST_TEST((pay(kGood, "press-1") == PayOutcome::not_payable));
  BOOST_TEST(gateway.charges == 0);
}

BOOST_AUTO_TEST_CASE(the_token_of_another_order_pays_nothing) {
  const auto other = make_order(db, guest("other"), make_product(db), 1, "token-other");
  BOOST_TEST((pay(kGood, "press-1") == PayOutcome::paid));

  BOOST_TEST((pay_order(db, gateway, other, kGood, "press-1", noon()) == PayOutcome::not_payable));
  BOOST_TEST(!find_order(db, other)->states.is_paid());
}

BOOST_AUTO_TEST_CASE(the_database_lets_only_one_payment_succeed_or_be_under_way) {
  const std::string insert =
      "INSERT INTO payment (order_id, method, amount_cents, state, token) VALUES (" +
      std::to_string(order) + ", 'sandbox_card', 1, ";
  for (const std::string state : {"'succeeded'", "'started'"}) {
    db.run_script(insert + state + ", 'a" + state.substr(1) + ")");
    db::Transaction attempt(db);
    BOOST_CHECK_THROW(db.run_script(insert + state + ", 'b" + state.substr(1) + ")"),
                      db::ConstraintError);
  }
}

BOOST_AUTO_TEST_CASE(another_way_to_pay_can_be_chosen_until_it_is_paid) {
  BOOST_TEST(
      (change_payment_method(db, order, PaymentMethod::cash_on_delivery) == AdvanceOutcome::done));
  BOOST_TEST((find_order(db, order)->payment == PaymentMethod::cash_on_delivery));
  BOOST_TEST((pay(kGood, "press-1") == PayOutcome::paid));
  BOOST_TEST(
      (change_payment_method(db, order, PaymentMethod::bank_transfer) == AdvanceOutcome::not_now));
}

BOOST_AUTO_TEST_SUITE_END()
