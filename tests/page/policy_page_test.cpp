#include <boost/test/unit_test.hpp>

#include "catalog_tests.sql.h"
#include "support/support.h"

using support::contains;

BOOST_FIXTURE_TEST_SUITE(policy_page, support::PageTest)

BOOST_AUTO_TEST_CASE(shows_the_policy_and_names_the_others) {
  db.run(sql::catalog_tests::make_policy, "test-shipping", "Shipping & handling");
  db.run(sql::catalog_tests::make_policy, "test-returns", "Returns");
  db.run(sql::catalog_tests::make_paragraph, "test-shipping", 1, "How long", "Two <days>.");

  const auto answer = get("/policies/test-shipping");

  BOOST_TEST(answer.status == 200);
  BOOST_TEST(contains(answer, "<h1>Shipping &amp; handling</h1>"));
  BOOST_TEST(contains(answer, "Two &lt;days&gt;."));
  BOOST_TEST(contains(answer, "href=\"/policies/test-returns\""));
  BOOST_TEST(answer.cacheable);
}

BOOST_AUTO_TEST_CASE(an_unknown_policy_is_not_found) {
  BOOST_TEST(get("/policies/no-such-policy").status == 404);
  BOOST_TEST(get("/policies/%27%3B--").status == 404);
}

BOOST_AUTO_TEST_SUITE_END()
