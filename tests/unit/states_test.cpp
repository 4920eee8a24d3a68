#include <boost/test/unit_test.hpp>

#include "orders/states.h"

using namespace orders;

namespace {

constexpr States kCart{};
constexpr States kPlaced{OrderState::placed, PaymentState::unpaid, FulfilmentState::open};

States after(States states, std::initializer_list<Action> actions) {
  for (const Action action : actions) states = step(states, action).value().after;
  return states;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(order_states)

BOOST_AUTO_TEST_CASE(an_order_is_complete_when_it_is_paid_and_delivered_in_either_order) {
  const States card =
      after(kCart, {Action::place, Action::pay, Action::pack, Action::ship, Action::deliver});
  const States cash = after(kCart, {Action::place, Action::ship, Action::deliver, Action::pay});

  BOOST_TEST((card.order == OrderState::complete));
  BOOST_TEST((cash == card));
  BOOST_TEST((card.is_paid() && card.is_delivered()));
}

BOOST_AUTO_TEST_CASE(only_unpaid_and_unshipped_orders_can_be_cancelled) {
  BOOST_TEST(may(kPlaced, Action::cancel));
  BOOST_TEST(may(after(kPlaced, {Action::pack}), Action::cancel));
  BOOST_TEST(!may(kCart, Action::cancel));
  BOOST_TEST(!may(after(kPlaced, {Action::pay}), Action::cancel));
  BOOST_TEST(!may(after(kPlaced, {Action::ship}), Action::cancel));
  BOOST_TEST(!may(after(kPlaced, {Action::cancel}), Action::cancel));
}

BOOST_AUTO_TEST_CASE(nobody_pays_twice_or_for_a_cancelled_order) {
  BOOST_TEST(!may(after(kPlaced, {Action::pay}), Action::pay));
  BOOST_TEST(!may(after(kPlaced, {Action::cancel}), Action::pay));
  BOOST_TEST(!may(kCart, Action::pay));
}

BOOST_AUTO_TEST_CASE(stock_comes_back_with_a_cancellation_and_with_a_return) {
  BOOST_TEST(step(kPlaced, Action::cancel)->returns_stock);
  BOOST_TEST(step(after(kPlaced, {Action::pay, Action::ship, Action::deliver}), Action::take_back)
                 ->returns_stock);
  BOOST_TEST(step(after(kPlaced, {Action::pay}), Action::refund)->returns_stock);
  BOOST_TEST(!step(kPlaced, Action::pay)->returns_stock);
}

BOOST_AUTO_TEST_CASE(a_placed_order_never_becomes_a_cart_again) {
  for (int number = 0; number <= static_cast<int>(Action::refund); ++number) {
    const auto next = step(kPlaced, static_cast<Action>(number));
    BOOST_TEST((!next || next->after.order != OrderState::temp));
  }
}

BOOST_AUTO_TEST_CASE(every_vocabulary_has_its_word) {
  BOOST_TEST(temp_or_close(kCart) == "TEMP");
  BOOST_TEST(temp_or_close(kPlaced) == "CLOSE");
  BOOST_TEST(progress_word(kPlaced) == "Processing");
  BOOST_TEST(progress_word(after(kPlaced, {Action::ship})) == "Shipped");
  BOOST_TEST(progress_word(after(kPlaced, {Action::cancel})) == "Cancelled");
  BOOST_TEST(to_text(FulfilmentState::delivered) == "delivered");
  BOOST_TEST((to_payment_state("refunded") == PaymentState::refunded));
  BOOST_CHECK_THROW(to_order_state("lost"), std::logic_error);
}

BOOST_AUTO_TEST_SUITE_END()
