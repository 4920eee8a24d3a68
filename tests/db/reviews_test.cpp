#include <boost/test/unit_test.hpp>

#include "catalog/catalog.h"
#include "catalog/detail.h"
#include "catalog/reviews.h"
#include "catalog_tests.sql.h"
#include "support/support.h"
#include "tests_predict.sql.h"

using catalog::ReviewOutcome;
using support::make_account;
using support::make_product;

namespace {

struct Reviewed : support::RolledBack {
  std::int64_t lamp = make_product(db);
  std::int64_t alice = make_account(db, {.first_name = "Alice"});

  ReviewOutcome review(std::int64_t account, int stars, const std::string& title = "Good") {
    return catalog::save_review(db, lamp, account, {stars, title, "Lights up."});
  }
  catalog::Review newest() { return catalog::list_reviews(db, lamp, 0, 1).at(0); }
  catalog::Product product() { return catalog::find_product(db, lamp).value(); }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(reviews, Reviewed)

BOOST_AUTO_TEST_CASE(a_second_review_takes_the_place_of_the_first) {
  BOOST_TEST((review(alice, 2, "Dim") == ReviewOutcome::added));
  BOOST_TEST((review(alice, 5, "Bright") == ReviewOutcome::replaced));

  const auto all = catalog::list_reviews(db, lamp, 0, 10);
  BOOST_REQUIRE(all.size() == 1u);
  BOOST_TEST(all[0].stars == 5);
  BOOST_TEST(all[0].title == "Bright");
  BOOST_TEST(all[0].author == "Alice");
  BOOST_TEST(product().review_count == 1);
  BOOST_TEST(product().rating_sum == 5);
}

BOOST_AUTO_TEST_CASE(the_product_counts_its_reviews_and_stars) {
  const auto bob = make_account(db);
  BOOST_TEST((review(alice, 4) == ReviewOutcome::added));
  BOOST_TEST((review(bob, 1) == ReviewOutcome::added));
  BOOST_TEST(product().review_count == 2);
  BOOST_TEST(product().rating_sum == 5);

  BOOST_TEST(catalog::delete_own_review(db, lamp, bob));
  BOOST_TEST(product().review_count == 1);
  BOOST_TEST(product().rating_sum == 4);
}

BOOST_AUTO_TEST_CASE(only_the_own_review_can_be_deleted) {
  const auto bob = make_account(db);
  BOOST_TEST((review(alice, 4) == ReviewOutcome::added));

  BOOST_TEST(!catalog::delete_own_review(db, lamp, bob));
  BOOST_TEST(catalog::list_reviews(db, lamp, 0, 10).size() == 1u);
}

BOOST_AUTO_TEST_CASE(a_paid_or_delivered_order_makes_a_review_verified) {
  const auto payer = make_account(db);
  const auto receiver = make_account(db);
  db.run(sql::catalog_tests::make_paid_order, payer, lamp, "paid", "open");
  db.run(sql::catalog_tests::make_paid_order, receiver, lamp, "unpaid", "delivered");

  for (const std::int64_t buyer : {payer, receiver}) {
    BOOST_TEST((review(buyer, 4) == ReviewOutcome::added));
    BOOST_TEST(newest().verified);
    BOOST_TEST(catalog::delete_own_review(db, lamp, buyer));
  }
}

BOOST_AUTO_TEST_CASE(a_cart_or_an_unpaid_order_or_another_product_verifies_nothing) {
  const auto other = make_product(db);
  db.run(sql::catalog_tests::make_cart, alice, lamp);
  db.run(sql::catalog_tests::make_paid_order, alice, lamp, "unpaid", "open");
  db.run(sql::catalog_tests::make_paid_order, alice, lamp, "refunded", "returned");
  db.run(sql::catalog_tests::make_paid_order, alice, other, "paid", "delivered");

  BOOST_TEST((review(alice, 4) == ReviewOutcome::added));
  BOOST_TEST(!newest().verified);
}

BOOST_AUTO_TEST_CASE(a_review_written_again_after_buying_becomes_verified) {
  BOOST_TEST((review(alice, 4) == ReviewOutcome::added));
  BOOST_TEST(!newest().verified);

  db.run(sql::catalog_tests::make_paid_order, alice, lamp, "paid", "shipped");
  BOOST_TEST((review(alice, 4) == ReviewOutcome::replaced));
  BOOST_TEST(newest().verified);
}

BOOST_AUTO_TEST_CASE(what_is_not_on_offer_cannot_be_reviewed) {
  db.run(sql::catalog_tests::withdraw, lamp);

  BOOST_TEST((review(alice, 4) == ReviewOutcome::no_such_product));
  BOOST_TEST(
      (catalog::save_review(db, INT64_MAX, alice, {4, "", ""}) == ReviewOutcome::no_such_product));
}

BOOST_AUTO_TEST_CASE(the_database_refuses_six_stars) {
  db::Transaction attempt(db);
  BOOST_CHECK_THROW(static_cast<void>(review(alice, 6)), db::ConstraintError);
}

BOOST_AUTO_TEST_CASE(pages_of_reviews_go_from_new_to_old_without_gap_or_repeat) {
  std::vector<std::string> expected;
  for (int days = 1; days <= 5; ++days) {
    const auto account = make_account(db);
    const std::string title = "Day " + std::to_string(days);
    BOOST_TEST((review(account, 3, title) == ReviewOutcome::added));
    // Two of them at the same moment: the id decides.
    db.run(sql::catalog_tests::age_review, lamp, account, days == 3 ? 2 : days);
    expected.push_back(title);
  }
  std::swap(expected[1], expected[2]);

  std::vector<std::string> seen;
  std::int64_t after = 0;
  for (int page = 1; page <= 4; ++page) {
    for (const catalog::Review& one : catalog::list_reviews(db, lamp, after, 2)) {
      seen.push_back(one.title);
      after = one.id;
    }
  }
  BOOST_TEST(seen == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_review_of_another_product_is_no_place_to_continue_from) {
  const auto other = make_product(db);
  BOOST_TEST((review(alice, 3) == ReviewOutcome::added));
  BOOST_TEST((catalog::save_review(db, other, alice, {3, "", ""}) == ReviewOutcome::added));
  const auto foreign = catalog::list_reviews(db, other, 0, 1).at(0).id;

  BOOST_TEST(catalog::list_reviews(db, lamp, foreign, 5).empty());
}

BOOST_AUTO_TEST_CASE(the_page_of_a_product_is_read_at_once) {
  const auto bob = make_account(db);
  BOOST_TEST((review(alice, 4, "Mine") == ReviewOutcome::added));
  BOOST_TEST((review(bob, 4) == ReviewOutcome::added));
  db.run(sql::tests_predict::make_neighbour, lamp, 1, make_product(db), 3, 9);

  db.reset_cost();
  const auto to_alice = catalog::ask_to_customer(db, lamp, alice);
  const auto detail =
      catalog::find_product_detail(db, {.product = lamp, .reviews = 1, .companions = 2});
  const catalog::ToCustomer customer = to_alice();

  BOOST_TEST(db.cost().calls == 1);
  BOOST_REQUIRE(detail.has_value());
  BOOST_TEST(detail->reviews.size() == 1u);
  BOOST_TEST(detail->has_more_reviews);
  BOOST_TEST(detail->stars[3] == 2);
  BOOST_TEST(detail->stars[4] == 0);
  BOOST_REQUIRE(customer.own_review.has_value());
  BOOST_TEST(customer.own_review->title == "Mine");
  BOOST_TEST(!customer.is_favorite);
}

BOOST_AUTO_TEST_SUITE_END()
