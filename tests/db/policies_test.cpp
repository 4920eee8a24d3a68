#include <boost/test/unit_test.hpp>

#include "catalog/policies.h"
#include "catalog_tests.sql.h"
#include "support/support.h"

BOOST_FIXTURE_TEST_SUITE(policies, support::RolledBack)

BOOST_AUTO_TEST_CASE(a_policy_is_read_in_the_order_of_its_paragraphs) {
  db.run(sql::catalog_tests::make_policy, "test-shipping", "Shipping");
  db.run(sql::catalog_tests::make_paragraph, "test-shipping", 2, "Cost", "Little.");
  db.run(sql::catalog_tests::make_paragraph, "test-shipping", 1, "Time", "Two days.");

  const auto policy = catalog::find_policy(db, "test-shipping");

  BOOST_REQUIRE(policy.has_value());
  BOOST_TEST(policy->title == "Shipping");
  BOOST_REQUIRE(policy->paragraphs.size() == 2u);
  BOOST_TEST(policy->paragraphs[0].heading == "Time");
  BOOST_TEST(policy->paragraphs[1].body == "Little.");
}

BOOST_AUTO_TEST_CASE(a_policy_without_text_is_still_a_policy) {
  db.run(sql::catalog_tests::make_policy, "test-empty", "Nothing yet");

  BOOST_TEST(catalog::find_policy(db, "test-empty")->paragraphs.empty());
  BOOST_TEST(!catalog::find_policy(db, "test-unknown").has_value());
  bool is_listed = false;
  for (const catalog::Policy& policy : catalog::list_policies(db)) {
    if (policy.slug == "test-empty") is_listed = policy.title == "Nothing yet";
  }
  BOOST_TEST(is_listed);
}

BOOST_AUTO_TEST_SUITE_END()
