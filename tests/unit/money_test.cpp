#include <boost/test/unit_test.hpp>

#include "base/money.h"

BOOST_AUTO_TEST_SUITE(money)

BOOST_AUTO_TEST_CASE(reads_like_a_price_tag) {
  BOOST_TEST(to_text(Money{1999}) == "$19.99");
  BOOST_TEST(to_text(Money{123450}) == "$1,234.50");
  BOOST_TEST(to_text(Money{-5}) == "-$0.05");
  BOOST_TEST(to_text(Money{100}, "CHF") == "CHF 1.00");
}

BOOST_AUTO_TEST_CASE(understands_what_people_type) {
  BOOST_TEST(parse_money("19.99")->cents == 1999);
  BOOST_TEST(parse_money(" $19 ")->cents == 1900);
  BOOST_TEST(parse_money("19,9")->cents == 1990);
  BOOST_TEST(parse_money("1,234.50")->cents == 123450);
  BOOST_TEST(parse_money(".5")->cents == 50);
  for (const char* wrong :
       {"", "abc", "1.234.5", "-3", "1e3", "12,34,5", "99999999999999999", "5."}) {
    BOOST_TEST(!parse_money(wrong).has_value(), wrong);
  }
}

BOOST_AUTO_TEST_CASE(tax_is_rounded_half_up) {
  BOOST_TEST(add_on(Money{1000}, 825).cents == 83);  // 82.5
  BOOST_TEST(contained(Money{11900}, 1900).cents == 1900);
  BOOST_TEST(contained(Money{100}, 1900).cents == 16);  // 15.97
}

BOOST_AUTO_TEST_SUITE_END()
