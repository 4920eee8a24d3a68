// Pages that show what was read before: whatever changes, the next look shows it.
#include <boost/test/unit_test.hpp>

#include "catalog/reviews.h"
#include "search/index.h"
#include "support/support.h"
#include "tests.sql.h"
#include "tests_changes.sql.h"
#include "tests_predict.sql.h"

namespace {

using support::contains;
using support::make_account;
using support::make_product;

struct Kept : support::PageTest {
  Kept() {
    alice = make_account(db, {.first_name = "Alice"});
    lamp = make_product(db, {.name = "Lamp", .attributes = {{"Colour", "Red"}}});
    bulb = make_product(db, {.name = "Bulb", .price = Money{500}});
    db.run(sql::tests_predict::make_neighbour, lamp, 1, bulb, 3, 9);
    BOOST_REQUIRE((catalog::save_review(db, lamp, alice, {4, "Bright", ""}) ==
                   catalog::ReviewOutcome::added));
    shop.index->refresh(db);
    forget_who_changed();
    page();
    json();
  }

  /// A test is one transaction, and what its own transaction changed is always news. What was done
  /// up to now is to look as if others had done it long ago.
  void forget_who_changed() {
    db.run_script(
        "SET CONSTRAINTS ALL IMMEDIATE; ALTER TABLE product DISABLE TRIGGER product_is_marked;"
        "UPDATE product SET changed_xid = '3'; ALTER TABLE product ENABLE TRIGGER "
        "product_is_marked;"
        "UPDATE change_mark SET changed_xid = '3'; SET CONSTRAINTS ALL DEFERRED");
  }

  web::Response page() { return get("/product/" + std::to_string(lamp) + "/lamp"); }
  web::Response json() { return get("/api/products/" + std::to_string(lamp)); }
  /// Round trips of the next look at the page.
  int calls() {
    db.reset_cost();
    page();
    return db.cost().calls;
  }

  std::int64_t alice = 0;
  std::int64_t lamp = 0;
  std::int64_t bulb = 0;
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(kept_pages, Kept)

BOOST_AUTO_TEST_CASE(what_has_not_changed_is_not_read_again) {
  BOOST_TEST(calls() == 1);
  db.reset_cost();
  json();
  BOOST_TEST(db.cost().calls == 1);
}

BOOST_AUTO_TEST_CASE(a_new_price_is_shown_at_once) {
  db.run(sql::tests::set_price, lamp, 4321);
  BOOST_TEST(contains(page(), "$43.21"));
  BOOST_TEST(contains(json(), "43.21"));
}

BOOST_AUTO_TEST_CASE(a_withdrawn_product_is_gone_at_once) {
  db.run(sql::tests::withdraw_product, lamp);
  BOOST_TEST(page().status == 404);
  BOOST_TEST(json().status == 404);
}

BOOST_AUTO_TEST_CASE(a_changed_attribute_is_shown_at_once) {
  BOOST_TEST(contains(page(), "Red"));
  db.run(sql::tests::recolour_product, lamp, "Teal");
  BOOST_TEST(contains(page(), "Teal"));
}

BOOST_AUTO_TEST_CASE(what_goes_with_it_is_shown_at_its_price_and_while_it_can_be_bought) {
  BOOST_TEST(contains(page(), "$5.00"));
  db.run(sql::tests::set_price, bulb, 777);
  BOOST_TEST(contains(page(), "$7.77"));
  db.run(sql::tests::sell_out, bulb);
  BOOST_TEST(!contains(page(), "$7.77"));
}

BOOST_AUTO_TEST_CASE(a_review_its_votes_and_its_authors_name_are_shown_as_they_are) {
  const auto bob = make_account(db, {.first_name = "Bob"});
  BOOST_REQUIRE(
      (catalog::save_review(db, lamp, bob, {1, "Dim", ""}) == catalog::ReviewOutcome::added));
  BOOST_TEST(contains(page(), "Dim"));
  const std::string before = page().body;
  db.run(sql::tests_changes::vote_for_review, lamp);
  BOOST_TEST(page().body != before);
  db.run(sql::tests_changes::rename_account, bob, "Robert");
  BOOST_TEST(contains(page(), "Robert"));
}

BOOST_AUTO_TEST_CASE(a_renamed_category_is_shown_at_once) {
  get("/api/categories");
  forget_who_changed();
  BOOST_TEST(!contains(get("/api/categories"), "(new)"));
  db.run(sql::tests_changes::rename_category, "home");
  BOOST_TEST(contains(page(), "(new)"));
  BOOST_TEST(contains(get("/api/categories"), "(new)"));
}

BOOST_AUTO_TEST_CASE(cards_of_lists_show_what_the_product_is_today) {
  const auto lists = {"/", "/search?q=lamp", "/category/home"};
  for (const char* list : lists) BOOST_TEST(contains(get(list), "$19.99"), list);
  forget_who_changed();
  for (const char* list : lists) BOOST_TEST(contains(get(list), "$19.99"), list);
  db.run(sql::tests::set_price, lamp, 4321);
  for (const char* list : lists) BOOST_TEST(contains(get(list), "$43.21"), list);
  db.run(sql::tests::rename_product, lamp, "Lantern <b>");
  for (const char* list : {"/", "/category/home"}) {
    BOOST_TEST(contains(get(list), "Lantern &lt;b&gt;"), list);
  }
}

BOOST_AUTO_TEST_CASE(what_a_customer_sees_of_himself_is_never_kept) {
  sign_in(alice);
  BOOST_TEST(contains(page(), "Bright"));
  const auto bob = make_account(db, {.first_name = "Bob"});
  sign_in(bob);
  BOOST_TEST(!contains(page(), "value=\"Bright\""));
}

BOOST_AUTO_TEST_CASE(the_cart_is_priced_by_todays_rules) {
  support::make_rules(db);
  BOOST_REQUIRE(post("/cart/add", {{"product", std::to_string(lamp)}, {"pieces", "1"}}).status ==
                303);
  forget_who_changed();
  BOOST_TEST(!contains(get("/cart"), "Ten off"));
  db.reset_cost();
  BOOST_TEST(!contains(get("/cart"), "value=\"AT\""));
  BOOST_TEST(db.cost().calls == 1);
  db.run(sql::tests_changes::change_tax);
  db.run(sql::tests_changes::add_promotion);
  BOOST_TEST(contains(get("/cart"), "value=\"AT\""));
  BOOST_TEST(contains(get("/cart"), "Ten off"));
}

BOOST_AUTO_TEST_CASE(what_goes_with_the_cart_is_shown_at_its_price) {
  BOOST_REQUIRE(post("/cart/add", {{"product", std::to_string(lamp)}, {"pieces", "1"}}).status ==
                303);
  forget_who_changed();
  BOOST_TEST(contains(get("/cart"), "$5.00"));
  db.run(sql::tests::set_price, bulb, 777);
  BOOST_TEST(contains(get("/cart"), "$7.77"));
}

BOOST_AUTO_TEST_SUITE_END()
