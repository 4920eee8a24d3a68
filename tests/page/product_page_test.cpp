#include <boost/test/unit_test.hpp>

#include "catalog/reviews.h"
#include "catalog_tests.sql.h"
#include "support/support.h"
#include "tests_predict.sql.h"

using support::contains;
using support::header;
using support::location;
using support::make_account;
using support::make_product;

namespace {

struct ProductPage : support::PageTest {
  std::int64_t lamp =
      make_product(db, {.attributes = {{"Material", "oak"}, {"Material", "steel"}}});
  std::string path = "/product/" + std::to_string(lamp);

  web::Response review(const support::Pairs& form) {
    return post("/product/" + std::to_string(lamp) + "/review", form);
  }
  std::vector<catalog::Review> reviews() { return catalog::list_reviews(db, lamp, 0, 10); }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(product_page, ProductPage)

BOOST_AUTO_TEST_CASE(shows_what_the_product_is_and_how_to_buy_it) {
  db.run(sql::catalog_tests::set_image, lamp, "front.svg");
  db.run(sql::catalog_tests::make_picture, lamp, 1, "back.svg", "From \"behind\"");

  const auto answer = get("/product/" + std::to_string(lamp) + "/lamp");

  BOOST_TEST(answer.status == 200);
  BOOST_TEST(contains(answer, "<h1 itemprop=\"name\">Lamp</h1>"));
  BOOST_TEST(contains(answer, "$19.99"));
  BOOST_TEST(contains(answer, "itemprop=\"price\" content=\"19.99\""));
  BOOST_TEST(contains(answer, "5 in stock"));
  BOOST_TEST(contains(answer, "<td>oak, steel</td>"));
  BOOST_TEST(contains(answer, "href=\"/search?brand=Lumen\""));
  BOOST_TEST(contains(answer, "src=\"/pictures/front.svg\""));
  BOOST_TEST(contains(answer, "src=\"/pictures/back.svg\" alt=\"From &quot;behind&quot;\""));
  BOOST_TEST(contains(answer, "action=\"/cart/add\""));
  BOOST_TEST(contains(answer, "name=\"product\" value=\"" + std::to_string(lamp) + "\""));
  BOOST_TEST(contains(answer, "name=\"pieces\" type=\"number\" value=\"1\" min=\"1\" max=\"5\""));
  BOOST_TEST(contains(answer, "rel=\"canonical\" href=\"http://shop.example" + path + "/lamp\""));
  BOOST_TEST(contains(answer, "href=\"/category/home\""));
}

BOOST_AUTO_TEST_CASE(another_slug_leads_to_the_right_one_for_good) {
  const auto answer = get(path + "/wrong-name");

  BOOST_TEST(answer.status == 301);
  BOOST_TEST(location(answer) == path + "/lamp");
  BOOST_TEST(get(path).status == 200);
}

BOOST_AUTO_TEST_CASE(unknown_withdrawn_and_impossible_products_are_not_found) {
  const auto gone = make_product(db);
  db.run(sql::catalog_tests::withdraw, gone);

  BOOST_TEST(get("/product/" + std::to_string(gone)).status == 404);
  for (const char* bad :
       {"/product/0", "/product/-1", "/product/abc", "/product/9999999999999999999",
        "/product/9223372036854775807", "/product/1e3", "/product/%00"}) {
    BOOST_TEST(get(bad).status == 404, bad);
  }
}

BOOST_AUTO_TEST_CASE(a_sold_out_product_shows_no_form_to_buy_it) {
  const auto gone = make_product(db, {.in_stock = 0});

  const auto answer = get("/product/" + std::to_string(gone));

  BOOST_TEST(answer.status == 200);
  BOOST_TEST(contains(answer, "Sold out · 0 in stock"));
  BOOST_TEST(!contains(answer, "/cart/add"));
}

BOOST_AUTO_TEST_CASE(a_product_without_a_description_has_no_empty_part) {
  const auto bare = make_product(db, {.name = "Bare lamp", .description = ""});

  BOOST_TEST(!contains(get("/product/" + std::to_string(bare)), ">Description</h2>"));
  BOOST_TEST(contains(get(path), ">Description</h2>"));
}

BOOST_AUTO_TEST_CASE(what_was_bought_together_is_shown_with_its_count_instead_of_similar_products) {
  const auto bulb = make_product(db, {.name = "Bulb", .category = "other"});
  const auto rare = make_product(db, {.name = "Rare", .in_stock = 0});
  db.run(sql::tests_predict::make_neighbour, lamp, 1, rare, 20, 52);
  db.run(sql::tests_predict::make_neighbour, lamp, 2, bulb, 14, 52);

  const auto answer = get("/product/" + std::to_string(lamp));

  BOOST_TEST(answer.body.find("Goes well with this") != std::string::npos);
  BOOST_TEST(answer.body.find("Bought together in 14 of 52 orders") != std::string::npos);
  BOOST_TEST(answer.body.find("Rare") == std::string::npos);
  BOOST_TEST(answer.body.find("Similar products") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(similar_products_are_shown_as_cards) {
  make_product(db, {.name = "Other lamp"});

  BOOST_TEST(contains(get(path), "Other lamp"));
}

BOOST_AUTO_TEST_CASE(may_be_kept_by_a_cache_only_for_visitors_without_a_session) {
  const auto stranger = get(path);
  BOOST_TEST(stranger.cacheable);
  BOOST_TEST(!stranger.keep_session);
  BOOST_TEST(contains(stranger, "name=\"csrf\" value=\"\""));
  BOOST_TEST(!contains(stranger, "/favorites/add"));
  BOOST_TEST(contains(stranger, "/login?next="));

  sign_in(make_account(db));
  const auto customer = get(path);
  BOOST_TEST(!customer.cacheable);
  BOOST_TEST(!contains(customer, "name=\"csrf\" value=\"\""));
  BOOST_TEST(contains(customer, "/favorites/add"));
}

BOOST_AUTO_TEST_CASE(reads_the_database_once_for_a_visitor) {
  db.run(sql::tests_predict::make_neighbour, lamp, 1, make_product(db), 3, 9);
  db.reset_cost();

  get(path);

  BOOST_TEST(db.cost().calls == 1);
}

BOOST_AUTO_TEST_CASE(a_customer_reviews_and_sees_it_said) {
  sign_in(make_account(db, {.first_name = "Zoe"}));

  const auto answer = review({{"stars", "4"}, {"title", "Bright"}, {"body", "One.\r\nTwo."}});

  BOOST_TEST(answer.status == 303);
  const auto page = follow(answer);
  BOOST_TEST(contains(page, "Thank you, your review is saved."));
  BOOST_TEST(contains(page, "<h3 itemprop=\"name\">Bright</h3>"));
  BOOST_TEST(contains(page, "One.\nTwo."));
  BOOST_TEST(contains(page, "Zoe"));
  BOOST_TEST(contains(page, "value=\"1\"></meter> <span>1</span>"));
  BOOST_TEST(!contains(page, "Verified purchase"));
  BOOST_TEST(contains(page, "Change your review"));
  BOOST_TEST(contains(page, "value=\"4\" required checked"));

  BOOST_TEST(contains(follow(review({{"stars", "5"}})), "Your review is changed."));
  BOOST_TEST(reviews().size() == 1u);
}

BOOST_AUTO_TEST_CASE(a_buyers_review_says_that_the_purchase_is_verified) {
  const auto buyer = make_account(db);
  db.run(sql::catalog_tests::make_paid_order, buyer, lamp, "paid", "shipped");
  sign_in(buyer);

  BOOST_TEST(contains(follow(review({{"stars", "4"}})), "Verified purchase"));
}

BOOST_AUTO_TEST_CASE(bad_stars_give_the_form_again_with_what_was_typed) {
  sign_in(make_account(db));

  for (const char* stars : {"", "0", "6", "-1", "4.5", "five", "99999999999999999999"}) {
    const auto answer =
        review({{"stars", stars}, {"title", "Kept \"title\""}, {"body", "Kept <b>"}});
    BOOST_TEST(answer.status == 422, stars);
    BOOST_TEST(contains(answer, "Please choose one to five stars."));
    BOOST_TEST(contains(answer, "value=\"Kept &quot;title&quot;\""));
    BOOST_TEST(contains(answer, ">Kept &lt;b&gt;</textarea>"));
  }
  BOOST_TEST(review({{"stars", "4"}, {"stars", "5"}}).status == 422);
  BOOST_TEST(review({{"title", "No stars at all"}}).status == 422);
  BOOST_TEST(reviews().empty());
}

BOOST_AUTO_TEST_CASE(too_long_doubled_or_strange_text_is_refused_and_kept) {
  sign_in(make_account(db));

  const auto huge = review({{"stars", "4"}, {"body", std::string(1 << 20, 'x')}});
  BOOST_TEST(huge.status == 422);
  BOOST_TEST(contains(huge, "Please use at most 4000 characters."));
  BOOST_TEST(contains(huge, std::string(4001, 'x')));
  BOOST_TEST(review({{"stars", "4"}, {"title", std::string(121, 'x')}}).status == 422);
  BOOST_TEST(review({{"stars", "4"}, {"title", "a"}, {"title", "b"}}).status == 422);
  BOOST_TEST(review({{"stars", "4"}, {"title", "a\x01"}}).status == 422);
  BOOST_TEST(reviews().empty());
}

BOOST_AUTO_TEST_CASE(reviews_are_text_and_never_markup) {
  sign_in(make_account(db, {.first_name = "<img src=x>"}));

  const auto page = follow(
      review({{"stars", "1"}, {"title", "<script>x</script>"}, {"body", "</p><a href=//evil>"}}));

  BOOST_TEST(!contains(page, "<script>"));
  BOOST_TEST(!contains(page, "<a href=//evil>"));
  BOOST_TEST(!contains(page, "<img src=x>"));
  BOOST_TEST(contains(page, "&lt;script&gt;x&lt;/script&gt;"));
}

BOOST_AUTO_TEST_CASE(a_stranger_is_asked_to_log_in_before_reviewing) {
  const auto answer = review({{"stars", "4"}});

  BOOST_TEST(answer.status == 303);
  BOOST_TEST(location(answer).starts_with("/login"));
  BOOST_TEST(reviews().empty());
}

BOOST_AUTO_TEST_CASE(a_review_without_the_forms_token_is_refused) {
  sign_in(make_account(db));

  BOOST_TEST(review({{"stars", "4"}, {"csrf", "forged"}}).status == 403);
  BOOST_TEST(reviews().empty());
}

BOOST_AUTO_TEST_CASE(an_unknown_product_cannot_be_reviewed) {
  sign_in(make_account(db));

  BOOST_TEST(post("/product/9223372036854775807/review", {{"stars", "4"}}).status == 404);
  BOOST_TEST(post("/product/9223372036854775807/review", {{"stars", "9"}}).status == 404);
  BOOST_TEST(post("/product/abc/review", {{"stars", "4"}}).status == 404);
}

BOOST_AUTO_TEST_CASE(only_the_own_review_is_deleted) {
  const auto alice = make_account(db);
  sign_in(alice);
  review({{"stars", "4"}});
  sign_in(make_account(db));

  const auto other = post("/product/" + std::to_string(lamp) + "/review/delete", {});
  BOOST_TEST(contains(follow(other), "You have not reviewed this product"));
  BOOST_TEST(reviews().size() == 1u);

  sign_in(alice);
  const auto own = post("/product/" + std::to_string(lamp) + "/review/delete", {});
  BOOST_TEST(contains(follow(own), "Your review is deleted."));
  BOOST_TEST(reviews().empty());
}

BOOST_AUTO_TEST_CASE(older_reviews_are_a_link_away) {
  for (int days = 1; days <= 6; ++days) {
    const auto account = make_account(db);
    const catalog::ReviewText text{3, "Day " + std::to_string(days), ""};
    BOOST_TEST((catalog::save_review(db, lamp, account, text) == catalog::ReviewOutcome::added));
    db.run(sql::catalog_tests::age_review, lamp, account, days);
  }
  const auto last = std::to_string(reviews().at(4).id);

  const auto first = get(path);
  BOOST_TEST(contains(first, "Day 5"));
  BOOST_TEST(!contains(first, "Day 6"));
  BOOST_TEST(contains(first, path + "/lamp?reviews_after=" + last + "#reviews"));

  const auto second = get(path + "?reviews_after=" + last);
  BOOST_TEST(contains(second, "Day 6"));
  BOOST_TEST(!contains(second, "Day 5"));
  BOOST_TEST(contains(second, "Newest reviews"));
}

BOOST_AUTO_TEST_CASE(a_link_to_reviews_that_are_gone_starts_again) {
  BOOST_TEST(location(get(path + "?reviews_after=9223372036854775807")) == path + "/lamp");
  BOOST_TEST(get(path + "?reviews_after=abc").status == 400);
  BOOST_TEST(get(path + "?reviews_after=-5").status == 400);
  BOOST_TEST(get(path + "?reviews_after=1&reviews_after=2").status == 400);
}

BOOST_AUTO_TEST_SUITE_END()
