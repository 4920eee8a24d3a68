#include <boost/test/unit_test.hpp>

#include "catalog/favorites.h"
#include "support/support.h"

using support::contains;
using support::location;
using support::make_account;
using support::make_product;

namespace {

struct FavoritesPage : support::PageTest {
  std::int64_t lamp = make_product(db, {.name = "Kept lamp", .in_stock = 0});
  std::int64_t alice = make_account(db);
  std::string id = std::to_string(lamp);
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(favorites_page, FavoritesPage)

BOOST_AUTO_TEST_CASE(shows_what_was_kept_with_price_and_stock_even_when_sold_out) {
  sign_in(alice);
  BOOST_TEST(contains(get("/favorites"), "You have no favorites yet."));

  const auto answer = post("/favorites/add", {{"product", id}});

  BOOST_TEST(location(answer) == "/favorites");
  const auto page = follow(answer);
  BOOST_TEST(contains(page, "Kept among your favorites."));
  BOOST_TEST(contains(page, "Kept lamp"));
  BOOST_TEST(contains(page, "$19.99"));
  BOOST_TEST(contains(page, "Sold out · 0 in stock"));
  BOOST_TEST(!page.cacheable);
}

BOOST_AUTO_TEST_CASE(keeping_twice_keeps_once_and_says_so) {
  sign_in(alice);
  post("/favorites/add", {{"product", id}});

  BOOST_TEST(contains(follow(post("/favorites/add", {{"product", id}})), "already"));
  BOOST_TEST(catalog::list_favorites(db, alice, 10).size() == 1u);
}

BOOST_AUTO_TEST_CASE(favorites_wait_while_the_customer_is_logged_out) {
  sign_in(alice);
  post("/favorites/add", {{"product", id}});
  session = web::new_session(support::noon());
  BOOST_TEST(location(get("/favorites")).starts_with("/login?next=%2Ffavorites"));

  sign_in(alice);
  BOOST_TEST(contains(get("/favorites"), "Kept lamp"));
}

BOOST_AUTO_TEST_CASE(a_favorite_is_removed_and_the_customer_is_back_where_he_was) {
  sign_in(alice);
  post("/favorites/add", {{"product", id}});

  const auto answer = post("/favorites/remove", {{"product", id}, {"next", "/product/" + id}});
  BOOST_TEST(location(answer) == "/product/" + id);
  BOOST_TEST(contains(follow(answer), "Removed from your favorites."));
  BOOST_TEST(!catalog::is_favorite(db, alice, lamp));

  const auto again = post("/favorites/remove", {{"product", id}});
  BOOST_TEST(contains(follow(again), "nothing was changed"));
}

BOOST_AUTO_TEST_CASE(nobody_is_sent_to_another_site) {
  sign_in(alice);

  for (const char* evil :
       {"//evil.example", "https://evil.example", "/\\evil.example", "javascript:x"}) {
    const auto answer = post("/favorites/add", {{"product", id}, {"next", evil}});
    BOOST_TEST(location(answer) == "/favorites", evil);
  }
}

BOOST_AUTO_TEST_CASE(strange_products_and_pages_change_nothing) {
  sign_in(alice);

  BOOST_TEST(post("/favorites/add", {{"product", "9223372036854775807"}}).status == 404);
  for (const char* bad : {"", "0", "-1", "abc", "1.5", "99999999999999999999"}) {
    BOOST_TEST(post("/favorites/add", {{"product", bad}}).status == 400, bad);
    BOOST_TEST(post("/favorites/remove", {{"product", bad}}).status == 400, bad);
  }
  BOOST_TEST(post("/favorites/add", {}).status == 400);
  BOOST_TEST(post("/favorites/add", {{"product", id}, {"product", id}}).status == 400);
  BOOST_TEST(get("/favorites?page=0").status == 400);
  BOOST_TEST(get("/favorites?page=abc").status == 400);
  BOOST_TEST(get("/favorites?page=100000").status == 200);
  BOOST_TEST(catalog::list_favorites(db, alice, 10).empty());
}

BOOST_AUTO_TEST_CASE(strangers_and_forged_forms_keep_nothing) {
  BOOST_TEST(location(post("/favorites/add", {{"product", id}})).starts_with("/login"));
  BOOST_TEST(location(post("/favorites/remove", {{"product", id}})).starts_with("/login"));

  sign_in(alice);
  BOOST_TEST(post("/favorites/add", {{"product", id}, {"csrf", "forged"}}).status == 403);
  BOOST_TEST(!catalog::is_favorite(db, alice, lamp));
}

BOOST_AUTO_TEST_CASE(many_favorites_come_in_pages) {
  sign_in(alice);
  for (int i = 0; i < 25; ++i) {
    BOOST_TEST(
        (catalog::add_favorite(db, alice, make_product(db)) == catalog::FavoriteOutcome::added));
  }

  BOOST_TEST(contains(get("/favorites"), "/favorites?page=2"));
  const auto second = get("/favorites?page=2");
  BOOST_TEST(contains(second, "/favorites?page=1"));
  BOOST_TEST(!contains(second, "/favorites?page=3"));
}

BOOST_AUTO_TEST_SUITE_END()
