#include <boost/test/unit_test.hpp>

#include "catalog/catalog_pages.h"
#include "support/support.h"
#include "tests_predict.sql.h"

using support::contains;

BOOST_FIXTURE_TEST_SUITE(home_page, support::PageTest)

BOOST_AUTO_TEST_CASE(shows_products_with_price_and_stock_at_once) {
  const auto id = support::make_product(db, {.name = "Newest lamp", .price = Money{123456}});

  const auto answer = get("/");

  BOOST_TEST(answer.status == 200);
  BOOST_TEST(contains(answer, "/product/" + std::to_string(id) + "/newest-lamp\">Newest lamp</a>"));
  BOOST_TEST(contains(answer, "$1,234.56"));
  BOOST_TEST(contains(answer, ">5 in stock"));
}

BOOST_AUTO_TEST_CASE(sold_out_products_stay_visible_with_stock_zero) {
  support::make_product(db, {.name = "Gone lamp", .in_stock = 0});

  const auto answer = get("/");

  BOOST_TEST(contains(answer, "Gone lamp"));
  BOOST_TEST(contains(answer, "Sold out · 0 in stock"));
}

BOOST_AUTO_TEST_CASE(offers_categories_with_pictures_and_the_assistant) {
  support::make_product(db);
  web::Site site = support::test_site();
  site.navigation = {{"Home & living", "/category/home", "/pictures/sofa.svg"}};
  web::Request request;
  request.site = &site;
  request.path = "/";

  const auto answer = catalog::home_page(request, shop);

  BOOST_TEST(contains(answer, "src=\"/pictures/sofa.svg\""));
  BOOST_TEST(contains(answer, "Home &amp; living"));
  BOOST_TEST(contains(answer, "href=\"/chat\""));
}

BOOST_AUTO_TEST_CASE(may_be_kept_by_a_cache_only_for_visitors_without_a_session) {
  const auto stranger = get("/");
  BOOST_TEST(stranger.cacheable);
  BOOST_TEST(!stranger.keep_session);
  BOOST_TEST(session.fresh);

  sign_in(support::make_account(db));
  BOOST_TEST(!get("/").cacheable);
}

BOOST_AUTO_TEST_CASE(a_customer_sees_what_was_chosen_for_him_and_why) {
  const auto lamp = support::make_product(db, {.name = "Lamp"});
  const auto bulb = support::make_product(db, {.name = "Bulb"});
  const auto alice = support::make_account(db);
  db.run(sql::tests_predict::make_recommendation, alice, 1, bulb, "goes_with", lamp, 14, 52);
  BOOST_TEST(!contains(get("/"), "For you"));

  sign_in(alice);
  const auto answer = get("/");

  BOOST_TEST(contains(answer, "For you"));
  BOOST_TEST(contains(answer, "With Lamp in 14 of 52 orders"));
  sign_in(support::make_account(db));
  BOOST_TEST(!contains(get("/"), "For you"));
}

BOOST_AUTO_TEST_CASE(names_are_text_and_never_markup) {
  support::make_product(db, {.name = "<script>alert(1)</script> lamp", .brand = "A&B <i>"});

  const auto answer = get("/");

  BOOST_TEST(!contains(answer, "<script>"));
  BOOST_TEST(contains(answer, "&lt;script&gt;alert(1)&lt;/script&gt; lamp"));
  BOOST_TEST(contains(answer, "A&amp;B &lt;i&gt;"));
}

BOOST_AUTO_TEST_CASE(asks_the_database_once) {
  support::make_product(db);
  db.reset_cost();

  get("/");

  BOOST_TEST(db.cost().calls == 1);
}

BOOST_AUTO_TEST_SUITE_END()
