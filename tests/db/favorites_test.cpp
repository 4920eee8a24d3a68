#include <boost/test/unit_test.hpp>

#include "catalog/favorites.h"
#include "catalog_tests.sql.h"
#include "support/support.h"

using catalog::FavoriteOutcome;
using support::make_account;
using support::make_product;

BOOST_FIXTURE_TEST_SUITE(favorites, support::RolledBack)

BOOST_AUTO_TEST_CASE(a_product_is_a_favorite_once) {
  const auto lamp = make_product(db);
  const auto alice = make_account(db);

  BOOST_TEST((catalog::add_favorite(db, alice, lamp) == FavoriteOutcome::added));
  BOOST_TEST((catalog::add_favorite(db, alice, lamp) == FavoriteOutcome::was_there));

  BOOST_TEST(catalog::list_favorites(db, alice, 10).size() == 1u);
  BOOST_TEST(catalog::is_favorite(db, alice, lamp));
}

BOOST_AUTO_TEST_CASE(favorites_belong_to_one_customer) {
  const auto lamp = make_product(db);
  const auto alice = make_account(db);
  const auto bob = make_account(db);
  BOOST_TEST((catalog::add_favorite(db, alice, lamp) == FavoriteOutcome::added));

  BOOST_TEST(!catalog::is_favorite(db, bob, lamp));
  BOOST_TEST(catalog::list_favorites(db, bob, 10).empty());
  BOOST_TEST(!catalog::remove_favorite(db, bob, lamp));
  BOOST_TEST(catalog::is_favorite(db, alice, lamp));
}

BOOST_AUTO_TEST_CASE(a_removed_favorite_is_gone) {
  const auto lamp = make_product(db);
  const auto alice = make_account(db);
  BOOST_TEST((catalog::add_favorite(db, alice, lamp) == FavoriteOutcome::added));

  BOOST_TEST(catalog::remove_favorite(db, alice, lamp));
  BOOST_TEST(!catalog::remove_favorite(db, alice, lamp));
  BOOST_TEST(catalog::list_favorites(db, alice, 10).empty());
}

BOOST_AUTO_TEST_CASE(sold_out_favorites_stay_and_withdrawn_ones_do_not_show) {
  const auto sold_out = make_product(db, {.in_stock = 0});
  const auto withdrawn = make_product(db);
  const auto alice = make_account(db);
  BOOST_TEST((catalog::add_favorite(db, alice, sold_out) == FavoriteOutcome::added));
  BOOST_TEST((catalog::add_favorite(db, alice, withdrawn) == FavoriteOutcome::added));
  db.run(sql::catalog_tests::withdraw, withdrawn);

  const auto cards = catalog::list_favorites(db, alice, 10);
  BOOST_REQUIRE(cards.size() == 1u);
  BOOST_TEST(cards[0].id == sold_out);
  BOOST_TEST(cards[0].in_stock == 0);
}

BOOST_AUTO_TEST_CASE(what_is_not_on_offer_cannot_become_a_favorite) {
  const auto withdrawn = make_product(db);
  const auto alice = make_account(db);
  db.run(sql::catalog_tests::withdraw, withdrawn);

  BOOST_TEST((catalog::add_favorite(db, alice, withdrawn) == FavoriteOutcome::no_such_product));
  BOOST_TEST((catalog::add_favorite(db, alice, INT64_MAX) == FavoriteOutcome::no_such_product));
}

BOOST_AUTO_TEST_CASE(a_long_list_comes_in_pages) {
  const auto alice = make_account(db);
  for (int i = 0; i < 3; ++i) {
    BOOST_TEST((catalog::add_favorite(db, alice, make_product(db)) == FavoriteOutcome::added));
  }

  BOOST_TEST(catalog::list_favorites(db, alice, 2).size() == 2u);
  BOOST_TEST(catalog::list_favorites(db, alice, 2, 2).size() == 1u);
}

BOOST_AUTO_TEST_SUITE_END()
