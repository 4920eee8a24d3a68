#include <boost/test/unit_test.hpp>

#include "support/support.h"

BOOST_FIXTURE_TEST_SUITE(health_api, support::PageTest)

BOOST_AUTO_TEST_CASE(says_that_shop_and_database_are_well) {
  const auto answer = get("/health");

  BOOST_TEST(answer.status == 200);
  BOOST_TEST(support::contains(answer, R"("database":"ok")"));
}

BOOST_AUTO_TEST_CASE(an_unknown_address_gets_the_shops_own_404_page) {
  const auto answer = get("/nothing-here");

  BOOST_TEST(answer.status == 404);
  BOOST_TEST(support::contains(answer, "Nothing here"));
}

BOOST_AUTO_TEST_SUITE_END()
