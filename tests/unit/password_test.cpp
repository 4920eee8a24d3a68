#include <boost/test/unit_test.hpp>

#include "accounts/password.h"

using accounts::judge_password;
using accounts::PasswordVerdict;

BOOST_AUTO_TEST_SUITE(passwords)

BOOST_AUTO_TEST_CASE(a_hash_fits_its_password_only) {
  const std::string hash = accounts::hash_password("correct horse", accounts::kCheapCost);

  BOOST_TEST(hash.starts_with("$argon2id$"));
  BOOST_TEST(accounts::is_password(hash, "correct horse"));
  BOOST_TEST(!accounts::is_password(hash, "correct Horse"));
  BOOST_TEST(!accounts::is_password("", "correct horse"));
}

BOOST_AUTO_TEST_CASE(the_same_password_gets_another_salt_each_time) {
  BOOST_TEST(accounts::hash_password("x", accounts::kCheapCost) !=
             accounts::hash_password("x", accounts::kCheapCost));
}

BOOST_AUTO_TEST_CASE(length_counts_characters_and_not_bytes) {
  BOOST_TEST((judge_password("äöüäöüä", "u", "e@x.y") == PasswordVerdict::too_short));
  BOOST_TEST((judge_password("äöüäöüäö", "u", "e@x.y") == PasswordVerdict::good));
  BOOST_TEST((judge_password(std::string(201, 'x'), "u", "e@x.y") == PasswordVerdict::too_long));
}

BOOST_AUTO_TEST_CASE(what_thieves_try_first_is_refused) {
  BOOST_TEST((judge_password("Password1", "u", "e@x.y") == PasswordVerdict::too_common));
  BOOST_TEST((judge_password("12345678", "u", "e@x.y") == PasswordVerdict::too_common));
  BOOST_TEST((judge_password("welcome1", "u", "e@x.y") == PasswordVerdict::too_common));
  BOOST_TEST((judge_password("Margarete", "margarete", "e@x.y") == PasswordVerdict::like_the_name));
  BOOST_TEST(
      (judge_password("longmailbox", "u", "LongMailbox@x.y") == PasswordVerdict::like_the_name));
}

BOOST_AUTO_TEST_SUITE_END()
