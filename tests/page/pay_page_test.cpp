#include <boost/test/unit_test.hpp>

#include "orders/orders.h"
#include "support/orders.h"

using namespace support;

namespace {

struct PayTest : PageTest {
  PayTest() {
    make_rules(db);
    const auto alice = make_account(db);
    order = make_order(db, customer(alice), make_product(db));
    path = "/order/" + std::to_string(order);
    sign_in(alice);
  }
  web::Response pay(const std::string& number, const std::string& token) {
    return post(path + "/pay", {{"payment", "sandbox_card"},
                                {"payment_token", token},
                                {"card_number", number},
                                {"card_expiry", "12/30"},
                                {"card_cvc", "123"}});
  }
  bool is_paid() { return orders::find_order(db, order)->states.is_paid(); }

  std::int64_t order = 0;
  std::string path{};
};

constexpr const char* kFirst = "token-of-the-first-press";
constexpr const char* kSecond = "token-of-the-second-press";

}  // namespace

BOOST_FIXTURE_TEST_SUITE(pay_page, PayTest)

BOOST_AUTO_TEST_CASE(shows_what_is_open_and_the_test_cards) {
  const auto page = get(path + "/pay");

  BOOST_TEST(page.status == 200);
  BOOST_TEST(contains(page, "4000 0000 0000 0259"));
  BOOST_TEST(contains(page, "are open"));
}

BOOST_AUTO_TEST_CASE(a_declined_card_can_be_followed_by_a_good_one_and_is_charged_once) {
  pay("4000000000000002", kFirst);
  BOOST_TEST(notice.key == "order.declined");
  BOOST_TEST(!is_paid());
  pay("4242424242424242", kSecond);
  BOOST_TEST(notice.key == "order.paid");
  BOOST_TEST(is_paid());
  pay("4242424242424242", kSecond);
  BOOST_TEST(notice.key == "order.paid");
  pay("4242424242424242", "token-of-the-third-press");
  BOOST_TEST(notice.key == "order.already_paid");
  BOOST_TEST(number_in(db, "SELECT count(*) AS number FROM payment WHERE state = 'succeeded'") ==
             1);
  BOOST_TEST(location(get(path + "/pay")) == path);
}

BOOST_AUTO_TEST_CASE(a_silent_bank_leaves_the_order_unpaid) {
  const auto answer = pay("4000000000000259", kFirst);
  BOOST_TEST(notice.key == "order.timed_out");
  BOOST_TEST(location(answer) == path + "/pay");
  BOOST_TEST(!is_paid());
}

BOOST_AUTO_TEST_CASE(another_way_to_pay_can_be_chosen) {
  post(path + "/pay", {{"payment", "cash_on_delivery"}, {"payment_token", kFirst}});

  BOOST_TEST(notice.key == "order.method_changed");
  BOOST_TEST(contains(get(path), "in cash when it is delivered"));
}

BOOST_AUTO_TEST_CASE(wrong_input_is_explained_and_the_card_is_not_shown_again) {
  const auto page = pay("4242424242424241", kFirst);
  BOOST_TEST(page.status == 422);
  BOOST_TEST(contains(page, "card_number-error"));
  BOOST_TEST(!contains(page, "4242424242424241"));
  BOOST_TEST(post(path + "/pay", {{"payment", "gold"}, {"payment_token", kFirst}}).status == 422);
  BOOST_TEST(pay("4242424242424242", "short").status == 400);
  BOOST_TEST(number_in(db, "SELECT count(*) AS number FROM payment") == 0);
}

BOOST_AUTO_TEST_CASE(a_cancelled_order_cannot_be_paid) {
  post(path + "/cancel", {});
  BOOST_TEST(location(get(path + "/pay")) == path);
  pay("4242424242424242", kFirst);
  BOOST_TEST(notice.key == "order.not_payable");
}

BOOST_AUTO_TEST_CASE(no_card_number_reaches_the_database) {
  pay("4242424242424242", kFirst);
  BOOST_TEST(
      number_in(db, "SELECT count(*) AS number FROM payment WHERE payment::text LIKE '%4242%'") ==
      0);
}

BOOST_AUTO_TEST_SUITE_END()
