#include <boost/test/unit_test.hpp>

#include "orders/orders.h"
#include "support/orders.h"

using namespace support;

namespace {

struct CheckoutTest : PageTest {
  CheckoutTest() { make_rules(db); }
  void fill_cart(int pieces = 1, int in_stock = 5) {
    lamp = make_product(db, {.name = "Lamp", .price = Money{1999}, .in_stock = in_stock});
    post("/cart/add", {{"product", std::to_string(lamp)}, {"pieces", std::to_string(pieces)}});
  }
  orders::CartOwner owner() const { return {session.account_id, session.visitor}; }
  /// What the browser sends, with some fields changed.
  Pairs form(const Pairs& changes = {}) {
    Pairs fields = {{"checkout_token", "a-token-made-by-the-page"},
                    {"total_cents", std::to_string(total_of_cart(db, owner()).cents)},
                    {"email", "alice@example.com"},
                    {"name", "Alice Example"},
                    {"street", "1 Main Street"},
                    {"postal_code", "12345"},
                    {"city", "Springfield"},
                    {"country", "US"},
                    {"phone", ""},
                    {"shipping", "standard"},
                    {"payment", "bank_transfer"},
                    {"card_number", ""},
                    {"card_expiry", ""},
                    {"card_cvc", ""}};
    for (const auto& [name, value] : changes) {
      for (auto& field : fields) {
        if (field.first == name) field.second = value;
      }
    }
    return fields;
  }
  Pairs card(const std::string& number) {
    return form({{"payment", "sandbox_card"},
                 {"card_number", number},
                 {"card_expiry", "12/30"},
                 {"card_cvc", "123"}});
  }
  std::int64_t orders_placed() {
    return number_in(db, "SELECT count(*) AS number FROM sales_order WHERE state <> 'temp'");
  }
  std::int64_t lamp = 0;
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(checkout_page, CheckoutTest)

BOOST_AUTO_TEST_CASE(without_a_cart_leads_to_the_cart) {
  BOOST_TEST(location(get("/checkout")) == "/cart");
  BOOST_TEST(notice.key == "checkout.empty");
  BOOST_TEST(location(post("/checkout", form())) == "/cart");
  BOOST_TEST(notice.key == "checkout.empty");
  BOOST_TEST(orders_placed() == 0);
}

BOOST_AUTO_TEST_CASE(shows_form_and_totals_to_guests) {
  fill_cart();

  const auto page = get("/checkout?country=DE&shipping=express");

  BOOST_TEST(page.status == 200);
  BOOST_TEST(contains(page, "autocomplete=\"address-line1\""));
  BOOST_TEST(contains(page, "autocomplete=\"cc-number\""));
  BOOST_TEST(contains(page, "<option value=\"DE\" selected>Germany</option>"));
  BOOST_TEST(contains(page, "$32.94"));
  BOOST_TEST(contains(page, "name=\"checkout_token\" value=\""));
}

BOOST_AUTO_TEST_CASE(is_prefilled_from_the_profile) {
  const auto alice = make_account(db, {.first_name = "Alice", .country = "DE"});
  db.run_script("UPDATE account SET street = 'Hauptstr. 1', city = 'Berlin' WHERE id = " +
                std::to_string(alice));
  sign_in(alice);
  fill_cart();

  const auto page = get("/checkout");

  BOOST_TEST(contains(page, "value=\"Alice\""));
  BOOST_TEST(contains(page, "value=\"Hauptstr. 1\""));
  BOOST_TEST(contains(page, "<option value=\"DE\" selected>"));
}

BOOST_AUTO_TEST_CASE(a_guest_places_an_order_and_sees_it) {
  fill_cart(2);

  const auto placed = post("/checkout", form());

  BOOST_TEST(placed.status == 303);
  BOOST_TEST(notice.key == "order.placed");
  const auto page = follow(placed);
  BOOST_TEST(page.status == 200);
  BOOST_TEST(contains(page, "Please transfer"));
  BOOST_TEST(contains(page, "$48.64"));
  BOOST_TEST(contains(page, "1 Main Street"));
  BOOST_TEST(number_in(db, "SELECT in_stock AS number FROM product WHERE id = " +
                               std::to_string(lamp)) == 3);
  BOOST_TEST(contains(get("/cart"), "Your cart is empty"));
}

BOOST_AUTO_TEST_CASE(pressed_twice_it_places_one_order) {
  fill_cart();
  const Pairs pressed = form();

  const auto first = post("/checkout", pressed);
  const auto second = post("/checkout", pressed);

  BOOST_TEST(location(second) == location(first));
  BOOST_TEST(orders_placed() == 1);
}

BOOST_AUTO_TEST_CASE(a_card_pays_at_once) {
  fill_cart();
  const Pairs pressed = card("4242 4242 4242 4242");

  const auto placed = post("/checkout", pressed);

  BOOST_TEST(notice.key == "order.placed_and_paid");
  BOOST_TEST(contains(follow(placed), "Paid"));
  post("/checkout", pressed);
  BOOST_TEST(number_in(db, "SELECT count(*) AS number FROM payment") == 1);
}

BOOST_AUTO_TEST_CASE(a_declined_or_silent_card_keeps_the_order_and_can_be_tried_again) {
  for (const auto& [number, key] : Pairs{{"4000 0000 0000 0002", "order.declined"},
                                         {"4000 0000 0000 0259", "order.timed_out"}}) {
    fill_cart();
    Pairs pressed = card(number);
    pressed[0].second += key;
    const auto placed = post("/checkout", pressed);
    BOOST_TEST(notice.key == key);
    BOOST_TEST(notice_is_warning);
    BOOST_TEST(location(placed).ends_with("/pay"));
    BOOST_TEST(contains(follow(placed), "name=\"payment_token\""));
  }
  BOOST_TEST(orders_placed() == 2);
}

BOOST_AUTO_TEST_CASE(a_wrong_card_places_nothing_and_is_not_shown_again) {
  fill_cart();
  for (const Pairs& wrong : {card("4242 4242 4242 4243"), card("not a card"), card(""),
                             form({{"payment", "sandbox_card"},
                                   {"card_number", "4242424242424242"},
                                   {"card_expiry", "01/20"},
                                   {"card_cvc", "123"}}),
                             form({{"payment", "sandbox_card"},
                                   {"card_number", "4242424242424242"},
                                   {"card_expiry", "12/30"},
                                   {"card_cvc", "1"}})}) {
    const auto page = post("/checkout", wrong);
    BOOST_TEST(page.status == 422);
    BOOST_TEST(contains(page, "error-summary"));
    BOOST_TEST(!contains(page, "value=\"4242"));
    BOOST_TEST(contains(page, "value=\"Springfield\""));
  }
  BOOST_TEST(orders_placed() == 0);
}

BOOST_AUTO_TEST_CASE(bad_input_is_explained_beside_the_field_and_kept) {
  fill_cart();
  for (const auto& [field, value] : Pairs{{"email", "nobody"},
                                          {"email", "a@b@c"},
                                          {"email", ""},
                                          {"name", ""},
                                          {"street", ""},
                                          {"city", std::string(101, 'x')},
                                          {"country", "XX"},
                                          {"country", ""},
                                          {"phone", "<script>"},
                                          {"shipping", "teleport"},
                                          {"payment", "gold"},
                                          {"payment", ""}}) {
    const auto page = post("/checkout", form({{field, value}}));
    BOOST_TEST(page.status == 422, field + "=" + value);
    BOOST_TEST(contains(page, "id=\"" + field + "-error\""), field + "=" + value);
    BOOST_TEST(contains(page, "value=\"12345\""));
    BOOST_TEST(!contains(page, "<script>"));
  }
  BOOST_TEST(orders_placed() == 0);
}

BOOST_AUTO_TEST_CASE(doubled_fields_are_refused) {
  fill_cart();
  Pairs doubled = form();
  doubled.emplace_back("email", "mallory@example.com");
  BOOST_TEST(post("/checkout", doubled).status == 422);
  doubled = form();
  doubled.emplace_back("checkout_token", "another-token-of-the-page");
  BOOST_TEST(post("/checkout", doubled).status == 400);
  BOOST_TEST(orders_placed() == 0);
}

BOOST_AUTO_TEST_CASE(a_total_from_the_browser_never_becomes_the_price) {
  fill_cart();

  const auto page = post("/checkout", form({{"total_cents", "1"}}));

  BOOST_TEST(page.status == 422);
  BOOST_TEST(contains(page, "Prices, tax or shipping changed"));
  BOOST_TEST(orders_placed() == 0);
  for (const char* wrong : {"-1", "x", "99999999999999999999"}) {
    BOOST_TEST(post("/checkout", form({{"total_cents", wrong}})).status == 400, wrong);
  }
}

BOOST_AUTO_TEST_CASE(update_totals_shows_the_new_country_and_keeps_the_form) {
  fill_cart();
  Pairs pressed = form({{"country", "DE"}, {"email", "half-typed"}});
  pressed.emplace_back("update", "1");

  const auto page = post("/checkout", pressed);

  BOOST_TEST(page.status == 200);
  BOOST_TEST(contains(page, "of which VAT 19 %"));
  BOOST_TEST(contains(page, "value=\"half-typed\""));
  BOOST_TEST(contains(page, "value=\"a-token-made-by-the-page\""));
  BOOST_TEST(!contains(page, "error-summary"));
  BOOST_TEST(orders_placed() == 0);
}

BOOST_AUTO_TEST_CASE(says_who_was_faster) {
  fill_cart(2, 2);
  const Pairs pressed = form();
  make_order(db, guest("faster"), lamp, 1);

  const auto page = post("/checkout", pressed);

  BOOST_TEST(page.status == 422);
  BOOST_TEST(contains(page, "Somebody was faster"));
  BOOST_TEST(orders_placed() == 1);
}

BOOST_AUTO_TEST_CASE(a_stale_form_places_nothing) {
  fill_cart();
  Pairs stale = form();
  stale.emplace_back("csrf", "stale");

  BOOST_TEST(post("/checkout", stale).status == 403);
  BOOST_TEST(post("/checkout", form({{"checkout_token", "short"}})).status == 400);
  BOOST_TEST(orders_placed() == 0);
}

BOOST_AUTO_TEST_SUITE_END()
