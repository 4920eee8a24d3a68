#include <boost/test/unit_test.hpp>

#include "support/orders.h"
#include "tests_predict.sql.h"

using namespace support;

namespace {

struct CartTest : PageTest {
  CartTest() { make_rules(db); }
  web::Response add(std::int64_t product, const std::string& pieces, const std::string& next = "") {
    Pairs form = {{"product", std::to_string(product)}, {"pieces", pieces}};
    if (!next.empty()) form.emplace_back("next", next);
    return post("/cart/add", form);
  }
  int pieces() { return orders::find_cart(db, {session.account_id, session.visitor}).pieces(); }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(cart_page, CartTest)

BOOST_AUTO_TEST_CASE(an_empty_cart_helps_on) {
  const auto page = get("/cart");

  BOOST_TEST(page.status == 200);
  BOOST_TEST(contains(page, "Your cart is empty"));
  BOOST_TEST(!contains(page, "To checkout"));
}

BOOST_AUTO_TEST_CASE(a_guest_fills_it_and_sees_tax_shipping_and_total) {
  const auto lamp = make_product(db, {.name = "Lamp <b>", .price = Money{1999}});

  const auto added = add(lamp, "2");

  BOOST_TEST(location(added) == "/cart");
  BOOST_TEST(notice.key == "cart.added");
  const auto page = get("/cart?country=US");
  BOOST_TEST(contains(page, "Lamp &lt;b&gt;"));
  BOOST_TEST(contains(page, "$39.98"));
  BOOST_TEST(contains(page, "$4.95"));
  BOOST_TEST(contains(page, "8.25 %"));
  BOOST_TEST(contains(page, "$48.64"));
  BOOST_TEST(contains(page, "$20.02 more"));
  BOOST_TEST(contains(page, "/checkout?country=US&amp;shipping=standard"));
}

BOOST_AUTO_TEST_CASE(shows_what_goes_with_it_and_in_how_many_orders) {
  const auto lamp = make_product(db, {.name = "Lamp"});
  const auto bulb = make_product(db, {.name = "Bulb"});
  db.run(sql::tests_predict::make_neighbour, lamp, 1, bulb, 14, 52);
  add(lamp, "1");

  BOOST_TEST(contains(get("/cart"), "With Lamp in 14 of 52 orders"));
  add(bulb, "1");
  BOOST_TEST(!contains(get("/cart"), "of 52 orders"));
}

BOOST_AUTO_TEST_CASE(another_country_and_another_way_to_ship_change_the_total) {
  add(make_product(db, {.price = Money{1999}}), "1");

  const auto page = get("/cart?country=DE&shipping=express");

  BOOST_TEST(contains(page, "$32.94"));
  BOOST_TEST(contains(page, "of which VAT 19 %"));
  BOOST_TEST(contains(page, "Germany"));
  for (const char* strange :
       {"/cart?country=XX", "/cart?country=%3Cb%3E&shipping=%27", "/cart?country="}) {
    BOOST_TEST(get(strange).status == 200);
  }
}

BOOST_AUTO_TEST_CASE(adding_leads_back_where_the_form_says_but_to_no_other_site) {
  const auto lamp = make_product(db);
  BOOST_TEST(location(add(lamp, "1", "/product/7")) == "/product/7");
  BOOST_TEST(location(add(lamp, "1", "https://evil.example/")) == "/cart");
  BOOST_TEST(location(add(lamp, "1", "//evil.example/")) == "/cart");
}

BOOST_AUTO_TEST_CASE(more_than_the_stock_is_refused_with_what_is_left) {
  const auto lamp = make_product(db, {.in_stock = 2});
  const auto refused = add(lamp, "3");

  BOOST_TEST(location(refused) == "/product/" + std::to_string(lamp));
  BOOST_TEST(notice.key == "cart.too_many");
  BOOST_TEST(notice_is_warning);
  BOOST_TEST(notice.arguments.at(1) == "2");
  add(lamp, "2");
  add(lamp, "1");
  BOOST_TEST(notice.key == "cart.too_many_with_cart");
  add(make_product(db, {.in_stock = 0}), "1");
  BOOST_TEST(notice.key == "cart.sold_out");
  BOOST_TEST(pieces() == 2);
}

BOOST_AUTO_TEST_CASE(strange_numbers_of_pieces_change_nothing_and_get_a_sentence) {
  const auto lamp = make_product(db, {.in_stock = 50});
  add(lamp, "1");
  for (const char* wrong : {"0", "-1", "100", "99999999999999999999", "1.5", "one", ""}) {
    add(lamp, wrong);
    BOOST_TEST(notice.key == "cart.pieces", wrong);
  }
  post("/cart/add", {{"product", std::to_string(lamp)}, {"pieces", "1"}, {"pieces", "2"}});
  BOOST_TEST(notice.key == "cart.pieces");
  for (const char* wrong : {"-1", "100", "x"}) {
    post("/cart/update", {{"product", std::to_string(lamp)}, {"pieces", wrong}});
    BOOST_TEST(notice.key == "cart.pieces", wrong);
  }
  BOOST_TEST(pieces() == 1);
}

BOOST_AUTO_TEST_CASE(forged_product_ids_are_refused) {
  BOOST_TEST(add(999999999, "1").status == 404);
  for (const char* wrong : {"0", "-5", "abc", "99999999999999999999", ""}) {
    BOOST_TEST(post("/cart/add", {{"product", wrong}, {"pieces", "1"}}).status == 400, wrong);
    BOOST_TEST(post("/cart/remove", {{"product", wrong}}).status == 400, wrong);
  }
  BOOST_TEST(post("/cart/add", {{"pieces", "1"}}).status == 400);
  BOOST_TEST(post("/cart/add", {{"product", "1"}, {"product", "2"}, {"pieces", "1"}}).status ==
             400);
}

BOOST_AUTO_TEST_CASE(prices_from_the_browser_are_ignored) {
  const auto lamp = make_product(db, {.price = Money{1999}});
  post("/cart/add",
       {{"product", std::to_string(lamp)}, {"pieces", "1"}, {"price", "1"}, {"price_cents", "1"}});

  BOOST_TEST(orders::find_cart(db, guest(session.visitor)).subtotal().cents == 1999);
}

BOOST_AUTO_TEST_CASE(a_stale_form_changes_nothing) {
  const auto lamp = make_product(db, {.in_stock = 9});
  add(lamp, "1");
  for (const char* path : {"/cart/add", "/cart/update", "/cart/remove", "/cart/clear"}) {
    const auto refused =
        post(path, {{"csrf", "stale"}, {"product", std::to_string(lamp)}, {"pieces", "5"}});
    BOOST_TEST(refused.status == 403, path);
  }
  BOOST_TEST(pieces() == 1);
}

BOOST_AUTO_TEST_CASE(lines_are_changed_removed_and_cleared) {
  const auto lamp = make_product(db);
  const auto cup = make_product(db);
  add(lamp, "1");
  add(cup, "1");

  post("/cart/update", {{"product", std::to_string(lamp)}, {"pieces", "3"}});
  BOOST_TEST(notice.key == "cart.changed");
  BOOST_TEST(pieces() == 4);
  post("/cart/update", {{"product", std::to_string(lamp)}, {"pieces", "0"}});
  BOOST_TEST(notice.key == "cart.removed");
  post("/cart/remove", {{"product", std::to_string(lamp)}});
  BOOST_TEST(notice.key == "cart.not_in_cart");
  post("/cart/remove", {{"product", std::to_string(cup)}});
  BOOST_TEST(notice.key == "cart.removed");
  BOOST_TEST(number_in(db, "SELECT count(*) AS number FROM sales_order") == 0);
  post("/cart/clear", {});
  BOOST_TEST(notice.key == "cart.already_empty");
  add(cup, "2");
  post("/cart/clear", {});
  BOOST_TEST(notice.key == "cart.cleared");
  BOOST_TEST(pieces() == 0);
}

BOOST_AUTO_TEST_CASE(another_visitors_cart_stays_untouched) {
  const auto lamp = make_product(db);
  const auto alice = customer(make_account(db));
  BOOST_REQUIRE(
      (orders::add_to_cart(db, alice, lamp, 2, noon()).outcome == orders::AddOutcome::added));

  sign_in(make_account(db));
  post("/cart/update", {{"product", std::to_string(lamp)}, {"pieces", "1"}});
  post("/cart/remove", {{"product", std::to_string(lamp)}});
  post("/cart/clear", {});

  BOOST_TEST(orders::find_cart(db, alice).pieces() == 2);
  BOOST_TEST(contains(get("/cart"), "Your cart is empty"));
}

BOOST_AUTO_TEST_CASE(lines_that_cannot_be_had_any_more_are_marked_and_stop_the_checkout) {
  const auto lamp = make_product(db, {.in_stock = 3});
  add(lamp, "3");
  db.run_script("UPDATE product SET in_stock = 1 WHERE id = " + std::to_string(lamp));

  const auto page = get("/cart");

  BOOST_TEST(contains(page, "Only 1 left"));
  BOOST_TEST(!contains(page, "To checkout"));
  BOOST_TEST(location(get("/checkout")) == "/cart");
}

BOOST_AUTO_TEST_SUITE_END()
