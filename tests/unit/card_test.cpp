#include <boost/test/unit_test.hpp>

#include "orders/card.h"

using namespace orders;

namespace {

Instant in_march_2026() {
  using namespace std::chrono;
  return Instant(sys_days(year(2026) / March / 31) + hours(23));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(card)

BOOST_AUTO_TEST_CASE(numbers_are_read_as_people_write_them) {
  BOOST_TEST(card_digits("4242 4242-4242 4242").value() == "4242424242424242");
  for (const char* wrong : {"", "4242", "4242 4242 4242 424x", "42424242424242424242"}) {
    BOOST_TEST(!card_digits(wrong).has_value(), wrong);
  }
}

BOOST_AUTO_TEST_CASE(one_wrong_digit_is_noticed) {
  BOOST_TEST(passes_luhn("4242424242424242"));
  BOOST_TEST(passes_luhn("4000000000000002"));
  BOOST_TEST(passes_luhn("4000000000000259"));
  BOOST_TEST(!passes_luhn("4242424242424243"));
  BOOST_TEST(
      !passes_luhn("2424242424242424"
                   "1"));
}

BOOST_AUTO_TEST_CASE(a_card_is_good_until_the_end_of_its_month) {
  BOOST_TEST(!is_expired(*parse_expiry("03/26"), in_march_2026()));
  BOOST_TEST(is_expired(*parse_expiry("2/2026"), in_march_2026()));
  BOOST_TEST(!is_expired(*parse_expiry(" 12 / 26 "), in_march_2026()));
  for (const char* wrong : {"", "13/26", "0/26", "3", "03-26", "03/6", "03/026", "3/26/1"}) {
    BOOST_TEST(!parse_expiry(wrong).has_value(), wrong);
  }
}

BOOST_AUTO_TEST_CASE(the_security_code_has_three_or_four_digits) {
  BOOST_TEST(is_cvc("123"));
  BOOST_TEST(is_cvc("1234"));
  for (const char* wrong : {"", "12", "12345", "12a"}) BOOST_TEST(!is_cvc(wrong), wrong);
}

BOOST_AUTO_TEST_SUITE_END()
