#include <boost/test/unit_test.hpp>

#include "analytics/events.h"
#include "support/support.h"
#include "web/http_error.h"

using support::contains;

namespace {

struct SmallShop : support::PageTest {
  SmallShop() {
    support::make_product(db, {.name = "Red Lamp",
                               .category = "lamps",
                               .brand = "Lumen",
                               .price = Money{1999},
                               .in_stock = 5,
                               .attributes = {{"Colour", "red"}}});
    support::make_product(db, {.name = "Blue Lamp",
                               .category = "lamps",
                               .brand = "Glow",
                               .price = Money{4999},
                               .in_stock = 0,
                               .attributes = {{"Colour", "blue"}}});
    support::make_product(db, {.name = "<b>Mug</b>", .category = "kitchen", .price = Money{900}});
  }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(listing_page, SmallShop)

BOOST_AUTO_TEST_CASE(a_category_shows_its_products_with_price_and_stock) {
  const auto answer = get("/category/lamps");

  BOOST_TEST(answer.status == 200);
  BOOST_TEST(contains(answer, "Red Lamp"));
  BOOST_TEST(contains(answer, "$19.99"));
  BOOST_TEST(contains(answer, "Sold out"));
  BOOST_TEST(!contains(answer, "Mug"));
  BOOST_TEST(get("/category/unknown").status == 404);
}

BOOST_AUTO_TEST_CASE(words_filters_and_order_work_together) {
  BOOST_TEST(contains(get("/search?q=lamp&in_stock=1"), "Red Lamp"));
  BOOST_TEST(!contains(get("/search?q=lamp&in_stock=1"), "Blue Lamp"));
  BOOST_TEST(!contains(get("/search?q=lamp&max_price=20"), "Blue Lamp"));
  BOOST_TEST(!contains(get("/search?q=lamp&a.Colour=blue"), "Red Lamp"));
  BOOST_TEST(!contains(get("/search?q=lamp&brand=Glow"), "Red Lamp"));
  const auto dear_first = get("/search?q=lamp&sort=-price");
  BOOST_TEST(dear_first.body.find("Blue Lamp") < dear_first.body.find("Red Lamp"));
}

BOOST_AUTO_TEST_CASE(price_and_stock_are_compared_with_a_sign) {
  BOOST_TEST(!contains(get("/search?q=lamp&price_op=%3C&price_value=20"), "Blue Lamp"));
  BOOST_TEST(contains(get("/search?q=lamp&price_op=%3E&price_value=20"), "Blue Lamp"));
  BOOST_TEST(contains(get("/search?q=lamp&price_op=%3D&price_value=19.99"), "Red Lamp"));
  BOOST_TEST(!contains(get("/search?q=lamp&stock_op=%3D&stock_value=0"), "Red Lamp"));
  BOOST_TEST(!contains(get("/search?q=lamp&stock_op=%3E&stock_value=4"), "Blue Lamp"));
}

BOOST_AUTO_TEST_CASE(a_filter_can_be_taken_off) {
  const auto answer = get("/search?q=lamp&a.Colour=red&max_price=30");

  BOOST_TEST(contains(answer, "Colour: red"));
  BOOST_TEST(contains(answer, "href=\"/search?q=lamp&amp;a.Colour=red\""));
  BOOST_TEST(contains(answer, "up to $30.00"));
}

BOOST_AUTO_TEST_CASE(a_typing_error_finds_what_was_meant_and_says_so) {
  const auto answer = get("/search?q=lampp");

  BOOST_TEST(contains(answer, "Red Lamp"));
}

BOOST_AUTO_TEST_CASE(words_become_filters_that_can_be_taken_off) {
  const auto answer = get("/search?q=red+lamp+under+%2430");

  BOOST_TEST(contains(answer, "Red Lamp"));
  BOOST_TEST(!contains(answer, "Blue Lamp"));
  BOOST_TEST(contains(answer, "Colour: red"));
  BOOST_TEST(contains(answer, "up to $30.00"));
  // Each chip leads to the words and the other filter; the way back keeps what was typed.
  BOOST_TEST(contains(answer, "href=\"/search?q=lamp&amp;a.Colour=red\""));
  BOOST_TEST(contains(answer, "href=\"/search?q=lamp&amp;max_price=30.00\""));
  BOOST_TEST(contains(answer, "href=\"/search?q=red%20lamp%20under%20%2430&amp;plain=1\""));
  BOOST_TEST(contains(get("/search?q=red+lamp+under+%2430&plain=1"), "Blue Lamp"));
}

BOOST_AUTO_TEST_CASE(when_nothing_fits_the_page_falls_back_by_steps_and_says_so) {
  BOOST_TEST(contains(get("/search?q=lamp+under+%245"), "Nothing fits the filters in"));
  BOOST_TEST(contains(get("/search?q=lamp+xyzzyqq"), "nothing called “xyzzyqq”"));
  BOOST_TEST(contains(get("/search?q=lumen+glow+red"), "nearest ones are shown"));
}

BOOST_AUTO_TEST_CASE(prices_are_bars_that_are_links) {
  const auto answer = get("/category/lamps");

  BOOST_TEST(contains(answer, "href=\"/category/lamps?min_price=10.00&amp;max_price=19.99\""));
  BOOST_TEST(contains(answer, "<meter aria-hidden=\"true\" min=\"0\" max=\"1\" value=\"1\">"));
  BOOST_TEST(!contains(get("/category/lamps?min_price=10.00&max_price=19.99"), "Blue Lamp"));
}

BOOST_AUTO_TEST_CASE(the_places_of_what_was_found_are_offered) {
  const auto answer = get("/search?q=lamp");

  BOOST_TEST(contains(answer, "Found in"));
  BOOST_TEST(contains(answer, "href=\"/search?q=lamp&amp;category=lamps\""));
  BOOST_TEST(!contains(get("/search?q=lamp&category=lamps"), "Found in"));
}

BOOST_AUTO_TEST_CASE(related_searches_are_those_of_several_visitors) {
  analytics::prepare_event_months(db, support::noon());
  for (const char* visitor : {"v1", "v2", "v3"}) {
    analytics::write_events(db, {{.at = support::noon() - std::chrono::hours(1),
                                  .kind = "search",
                                  .visitor = visitor,
                                  .detail = "lamp shade → 1"}});
  }
  const auto answer = get("/search?q=lamp");

  BOOST_TEST(contains(answer, "Related searches"));
  BOOST_TEST(contains(answer, "href=\"/search?q=lamp%20shade\""));
}

BOOST_AUTO_TEST_CASE(strange_searches_get_an_answer) {
  for (const char* text :
       {"%2A%2A%2A", "%22open", "a+%26+b+%7C+%21c", "lamp%3A%2A", "%25_%25", "%27%3B--",
        "%D7%A9%D7%9C%D7%95%D7%9D+%E2%80%AE", "%F0%9F%92%A1", "%5C", "%28%28%28"}) {
    BOOST_TEST(get(std::string("/search?q=") + text).status == 200, text);
  }
  std::string many;
  for (int i = 0; i < 10000; ++i) many += "word" + std::to_string(i) + "+";
  BOOST_TEST(get("/search?q=" + many).status == 200);
  // Refused before any page is asked, with 400.
  BOOST_CHECK_THROW(get("/search?q=a%00b"), web::BadRequest);
  BOOST_CHECK_THROW(get("/search?q=%FF%FE"), web::BadRequest);
}

BOOST_AUTO_TEST_CASE(an_empty_result_helps_on) {
  const auto nothing = get("/search?q=xyzzyqq");
  BOOST_TEST(contains(nothing, "Nothing found"));
  BOOST_TEST(contains(nothing, "What others like"));

  const auto too_narrow = get("/search?q=lamp&max_price=5");
  BOOST_TEST(contains(too_narrow, "without up to $5.00"));
  BOOST_TEST(contains(too_narrow, "(3)"));  // the mug's text names a lamp
}

BOOST_AUTO_TEST_CASE(values_that_make_no_sense_are_named_and_left_out) {
  const auto answer = get("/search?q=lamp&max_price=cheap&page=-1&sort=sideways&rating=9");

  BOOST_TEST(answer.status == 200);
  BOOST_TEST(contains(answer, "“cheap” is no price"));
  BOOST_TEST(contains(answer, "Red Lamp"));
  BOOST_TEST(get("/search?q=lamp&page=99999").status == 200);
}

BOOST_AUTO_TEST_CASE(what_was_typed_is_shown_and_never_run) {
  const auto answer =
      get("/search?q=%3Cscript%3Ealert(1)%3C/script%3E&a.%22%3E%3Cb%3E=x&brand=%3Ci%3E");

  BOOST_TEST(!contains(answer, "<script>"));
  BOOST_TEST(!contains(answer, "<i>"));
  BOOST_TEST(!contains(get("/category/kitchen"), "<b>Mug"));
}

BOOST_AUTO_TEST_CASE(a_customers_taste_decides_between_equals_unless_he_asks_not_to_be_followed) {
  support::make_product(db, {.name = "Oak Shelf", .category = "wood", .brand = "Alder"});
  const auto liked =
      support::make_product(db, {.name = "Oak Shelf", .category = "wood", .brand = "Birch"});
  const auto alice = support::make_account(db);
  analytics::prepare_event_months(db, support::noon() - std::chrono::hours(24));
  analytics::write_events(db, {{.at = support::noon() - std::chrono::hours(24),
                                .kind = "view",
                                .account_id = alice,
                                .product_id = liked}});
  const auto first_is_liked = [&](const char* privacy) {
    auto request = request_for("GET", "/search?q=oak+shelf");
    if (privacy != nullptr) request.headers["sec-gpc"] = privacy;
    const auto answer = this->answer(request);
    const auto at = answer.body.find("Birch");
    BOOST_REQUIRE(at != std::string::npos);
    return at < answer.body.find("Alder");
  };

  BOOST_TEST(!first_is_liked(nullptr));  // a guest
  sign_in(alice);
  BOOST_TEST(first_is_liked(nullptr));
  BOOST_TEST(!first_is_liked("1"));
  BOOST_TEST(first_is_liked("0"));
}

BOOST_AUTO_TEST_CASE(staff_see_why_products_stand_in_this_order) {
  const char* const why = "/search?q=red+lamp&plain=1&explain=1";
  BOOST_TEST(!contains(get(why), "Why in this order"));
  sign_in(support::make_account(db));
  BOOST_TEST(!contains(get(why), "Why in this order"));

  sign_in(support::make_account(db, {.role = "staff"}));
  BOOST_TEST(contains(get("/search?q=red+lamp&plain=1"),
                      "href=\"/search?q=red%20lamp&amp;plain=1&amp;explain=1#why\""));
  const auto answer = get(why);
  BOOST_TEST(contains(answer, "<h2 id=\"why\">Why in this order</h2>"));
  BOOST_TEST(contains(answer, "red: in name, attributes, "));
  BOOST_TEST(contains(answer, "words side by side&nbsp;×&nbsp;1.20"));
  BOOST_TEST(!contains(get("/search?explain=1"), "Why in this order"));
  BOOST_TEST(!contains(get("/search?q=lamp&sort=price&explain=1"), "Why in this order"));
}

BOOST_AUTO_TEST_CASE(a_visitor_without_a_session_gets_a_page_that_may_be_shared) {
  const auto answer = get("/search");

  BOOST_TEST(answer.cacheable);
  BOOST_TEST(!answer.keep_session);
}

BOOST_AUTO_TEST_SUITE_END()
