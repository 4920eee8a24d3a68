#include <boost/test/unit_test.hpp>

#include "predict/features.h"
#include "support/support.h"
#include "tests_predict.sql.h"

using namespace predict;

namespace {

constexpr auto kDay = std::chrono::hours(24);

Instant cut() {
  return std::chrono::floor<std::chrono::days>(support::noon());
}

struct Customers : support::RolledBack {
  void buy(std::int64_t account, int days_after_cut, std::int64_t cents,
           const std::string& state = "complete", std::optional<Instant> cancelled = {}) {
    const Instant at = cut() + days_after_cut * kDay + std::chrono::hours(10);
    db.run(sql::tests_predict::make_purchase, account, at, cents, state, cancelled);
  }
  double value(std::int64_t account, std::string_view name) {
    const Features features = read_features(db, cut());
    for (std::size_t i = 0; i < features.accounts.size(); ++i) {
      if (features.accounts[i] == account) return features.rows.row(i)[feature(name)];
    }
    return -1;
  }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(customer_features, Customers)

BOOST_AUTO_TEST_CASE(count_days_with_purchases_before_the_cut_off) {
  const auto alice = support::make_account(db);
  buy(alice, -40, 1000);
  buy(alice, -10, 3000);
  buy(alice, -10, 500);
  buy(alice, 5, 99999);

  BOOST_TEST(value(alice, "repeats") == 1);
  BOOST_TEST(value(alice, "orders") == 3);
  BOOST_TEST(value(alice, "last_days") == 30);
  BOOST_TEST(value(alice, "known_days") == 39);
  BOOST_TEST(value(alice, "idle_days") == 9);
  BOOST_TEST(value(alice, "spent") == 4500);
  BOOST_TEST(value(alice, "spent_last") == 3500);
  BOOST_TEST(value(alice, "gap_mean") == 30);
  BOOST_TEST(value(alice, "days_30") == 1);
}

BOOST_AUTO_TEST_CASE(a_cancelled_order_counts_until_it_was_cancelled) {
  const auto early = support::make_account(db);
  const auto late = support::make_account(db);
  buy(early, -20, 1000, "cancelled", cut() - 19 * kDay);
  buy(late, -20, 1000, "cancelled", cut() + 2 * kDay);

  BOOST_TEST(value(early, "orders") == -1);
  BOOST_TEST(value(late, "orders") == 1);
}

BOOST_AUTO_TEST_CASE(outcomes_are_what_happened_within_the_days_ahead) {
  const auto loyal = support::make_account(db);
  const auto gone = support::make_account(db);
  for (const auto account : {loyal, gone}) buy(account, -20, 1000);
  buy(loyal, 0, 700);
  buy(loyal, 89, 800);
  buy(gone, 90, 900);

  const Outcomes outcomes = read_outcomes(db, cut(), 90);

  BOOST_TEST((outcomes.accounts == read_features(db, cut()).accounts));
  for (std::size_t i = 0; i < outcomes.accounts.size(); ++i) {
    if (outcomes.accounts[i] == loyal) {
      BOOST_TEST(outcomes.churned[i] == 0);
      BOOST_TEST(outcomes.purchases[i] == 2);
      BOOST_TEST(outcomes.spent[i] == 1500);
    }
    if (outcomes.accounts[i] == gone) BOOST_TEST(outcomes.churned[i] == 1);
  }
}

BOOST_AUTO_TEST_CASE(the_shops_features_do_not_look_into_the_future_and_a_planted_leak_is_found) {
  const auto alice = support::make_account(db);
  buy(alice, -20, 1000);
  buy(alice, -15, 1000, "cancelled", cut() + 2 * kDay);
  buy(alice, 20, 1000);

  BOOST_TEST(features_that_look_ahead(db, cut()).empty());
  const db::Query& leaking = sql::tests_predict::leaking_features;
  const db::Query blind{"tests_predict.blind", leaking.text, leaking.params};
  const auto found = features_that_look_ahead(db, cut(), leaking, blind);
  BOOST_REQUIRE(found.size() == 1U);
  BOOST_TEST(found[0] == "orders");
  BOOST_TEST(value(alice, "orders") == 2);
}

BOOST_AUTO_TEST_SUITE_END()
