#include "orders/expire.h"

#include <array>
#include <boost/test/unit_test.hpp>

#include "inventory/inventory.h"
#include "orders/orders.h"
#include "orders/payment.h"
#include "support/race.h"

using namespace orders;
using support::guest;
using support::make_order;
using support::make_product;
using support::noon;
using support::number_in;

namespace {

constexpr auto kDay = std::chrono::hours(24);
const Card kSlowCard{"4000000000000259", 12, 2030, "123"};

/// Knows what became of a charge that it never answered.
class LateGateway : public SandboxGateway {
 public:
  explicit LateGateway(ChargeOutcome outcome) : outcome_(outcome) {}
  ChargeOutcome outcome_of(const std::string&) override { return outcome_; }

 private:
  ChargeOutcome outcome_;
};

struct Unpaid : support::RolledBack {
  Unpaid() : lamp((support::make_rules(db), make_product(db, {.in_stock = 9}))) {}
  std::int64_t order(PaymentMethod method) {
    const auto id = make_order(db, guest(), lamp, 1, "token-" + std::to_string(++tokens));
    BOOST_REQUIRE((change_payment_method(db, id, method) == AdvanceOutcome::done));
    return id;
  }
  /// The gateway does not answer: whether money was taken is not known.
  std::int64_t order_of_unknown_payment() {
    const auto id = order(PaymentMethod::sandbox_card);
    SandboxGateway silent;
    BOOST_REQUIRE((pay_order(db, silent, id, kSlowCard, "press-" + std::to_string(id), noon()) ==
                   PayOutcome::timed_out));
    return id;
  }
  OrderState state(std::int64_t id) { return find_order(db, id)->states.order; }
  Expired expire(Instant now, CardGateway* gateway = nullptr) {
    return expire_orders(db, gateway, 2, now);
  }

  std::int64_t lamp;
  int tokens = 0;
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(unpaid_orders, Unpaid)

BOOST_AUTO_TEST_CASE(of_a_card_end_after_an_hour_and_of_a_transfer_after_two_weeks) {
  const auto card = order(PaymentMethod::sandbox_card);
  const auto bank = order(PaymentMethod::bank_transfer);
  const auto cash = order(PaymentMethod::cash_on_delivery);

  expire(noon() + std::chrono::minutes(59));
  BOOST_TEST((state(card) == OrderState::placed));
  expire(noon() + std::chrono::minutes(61));
  BOOST_TEST((state(card) == OrderState::cancelled));
  BOOST_TEST((state(bank) == OrderState::placed));
  expire(noon() + 13 * kDay);
  BOOST_TEST((state(bank) == OrderState::placed));
  expire(noon() + 15 * kDay);
  BOOST_TEST((state(bank) == OrderState::cancelled));
  expire(noon() + 1000 * kDay);
  BOOST_TEST((state(cash) == OrderState::placed));

  BOOST_TEST(number_in(db, "SELECT in_stock AS number FROM product WHERE id = " +
                               std::to_string(lamp)) == 8);
  BOOST_TEST(inventory::stock_ledger_problems(db).empty());
  BOOST_TEST(find_order(db, card)->events.back().kind == "cancelled");
}

BOOST_AUTO_TEST_CASE(wait_as_long_as_the_shop_says) {
  db.run_script(
      "INSERT INTO setting (name, value) VALUES ('unpaid_days', '3'), "
      "('unpaid_card_minutes', '10')");
  const auto card = order(PaymentMethod::sandbox_card);
  const auto bank = order(PaymentMethod::bank_transfer);

  expire(noon() + std::chrono::minutes(11));
  BOOST_TEST((state(card) == OrderState::cancelled));
  expire(noon() + 4 * kDay);
  BOOST_TEST((state(bank) == OrderState::cancelled));
}

BOOST_AUTO_TEST_CASE(are_cancelled_once_however_often_one_looks) {
  for (int i = 0; i < 5; ++i) order(PaymentMethod::bank_transfer);
  const int before = count_expired_orders(db, noon() + 15 * kDay);
  BOOST_TEST(before >= 5);

  BOOST_TEST(expire(noon() + 15 * kDay).cancelled == before);
  BOOST_TEST(expire(noon() + 15 * kDay).cancelled == 0);
  BOOST_TEST(number_in(db, "SELECT in_stock AS number FROM product WHERE id = " +
                               std::to_string(lamp)) == 9);
}

BOOST_AUTO_TEST_CASE(are_left_alone_while_their_payment_is_not_known) {
  const auto unknown = order_of_unknown_payment();
  SandboxGateway silent;

  BOOST_TEST(expire(noon() + kDay).left >= 1);
  BOOST_TEST((state(unknown) == OrderState::placed));
}

BOOST_AUTO_TEST_CASE(that_were_paid_after_all_are_paid) {
  const auto paid = order_of_unknown_payment();
  LateGateway gateway(ChargeOutcome::succeeded);

  BOOST_TEST(expire(noon() + kDay, &gateway).paid == 1);
  BOOST_TEST(find_order(db, paid)->states.is_paid());
}

BOOST_AUTO_TEST_CASE(whose_card_was_declined_in_the_end_are_cancelled) {
  const auto declined = order_of_unknown_payment();
  LateGateway gateway(ChargeOutcome::declined);

  expire(noon() + kDay, &gateway);
  BOOST_TEST((state(declined) == OrderState::cancelled));
}

BOOST_AUTO_TEST_CASE(that_are_paid_or_packed_stay) {
  const auto paid = order(PaymentMethod::bank_transfer);
  const auto packed = order(PaymentMethod::bank_transfer);
  BOOST_REQUIRE((advance_order(db, paid, Action::pay, {}, "", noon()) == AdvanceOutcome::done));
  BOOST_REQUIRE((advance_order(db, packed, Action::pack, {}, "", noon()) == AdvanceOutcome::done));

  expire(noon() + 100 * kDay);
  BOOST_TEST((state(paid) == OrderState::placed));
  BOOST_TEST((state(packed) == OrderState::placed));
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_FIXTURE_TEST_SUITE(expiry_at_once, support::Committed)

BOOST_AUTO_TEST_CASE(with_a_payment_ends_paid_or_cancelled_but_never_both) {
  const Card card{"4242424242424242", 12, 2030, "123"};
  for (int round = 0; round < 8; ++round) {
    const std::string turn = std::to_string(round);
    const auto lamp = product(3);
    const auto order = place(buyer(turn), lamp, 2, turn);
    SandboxGateway gateway;
    PayOutcome paid{};

    at_once(
        [&](db::Connection& c) { paid = pay_order(c, gateway, order, card, mark + turn, noon()); },
        [&](db::Connection& c) {
          (void)expire_orders(c, nullptr, 100, noon() + std::chrono::hours(24 * 15));
        });

    const bool is_paid = find_order(db, order)->states.is_paid();
    BOOST_TEST((paid == PayOutcome::paid) == is_paid);
    BOOST_TEST((find_order(db, order)->states.order == OrderState::cancelled) == !is_paid);
    BOOST_TEST(number("SELECT in_stock AS number FROM product WHERE id = " +
                      std::to_string(lamp)) == (is_paid ? 1 : 3));
  }
  BOOST_TEST(inventory::stock_ledger_problems(db).empty());
}

BOOST_AUTO_TEST_CASE(by_two_tools_returns_the_pieces_once) {
  const auto lamp = product(9);
  for (int i = 0; i < 4; ++i) {
    place(buyer(std::to_string(i)), lamp, 2, std::to_string(i));
  }
  const Instant later = noon() + std::chrono::hours(24 * 15);
  std::array<Expired, 2> expired;

  at_once([&](db::Connection& c) { expired[0] = expire_orders(c, nullptr, 2, later); },
          [&](db::Connection& c) { expired[1] = expire_orders(c, nullptr, 2, later); });

  BOOST_TEST(expired[0].cancelled + expired[1].cancelled >= 4);
  BOOST_TEST(number("SELECT in_stock AS number FROM product WHERE id = " + std::to_string(lamp)) ==
             9);
  BOOST_TEST(inventory::stock_ledger_problems(db).empty());
}

BOOST_AUTO_TEST_SUITE_END()
