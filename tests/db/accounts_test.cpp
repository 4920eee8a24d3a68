#include "accounts/accounts.h"

#include <boost/test/unit_test.hpp>

#include "accounts/rate_limit.h"
#include "adopt_guest.h"
#include "support/orders.h"
#include "tests.sql.h"

using namespace accounts;

namespace {

Account must_register(db::Connection& db, const std::string& username) {
  const Profile profile{.email = username + "@example.com"};
  return std::get<Account>(register_account(db, username, profile, "a good secret", kCheapCost));
}

std::int64_t count_of(db::Connection& db, const db::Query& query, std::int64_t id) {
  return db.first(query, id).value().integer("rows");
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(accounts_domain, support::RolledBack)

BOOST_AUTO_TEST_CASE(a_new_account_can_sign_in_by_name_and_by_address) {
  const Account alice = must_register(db, "alice-t");

  BOOST_TEST(sign_in(db, "ALICE-T", "a good secret", kCheapCost)->id == alice.id);
  BOOST_TEST(sign_in(db, "Alice-T@Example.com", "a good secret", kCheapCost)->id == alice.id);
  BOOST_TEST(!sign_in(db, "alice-t", "a wrong secret", kCheapCost));
  BOOST_TEST(!sign_in(db, "nobody", "a good secret", kCheapCost));
  BOOST_TEST(alice.role == "customer");
}

BOOST_AUTO_TEST_CASE(names_and_addresses_are_taken_whatever_their_case) {
  must_register(db, "alice-t");

  const auto same_name =
      register_account(db, "Alice-T", {.email = "other@example.com"}, "a good secret", kCheapCost);
  const auto same_email =
      register_account(db, "other", {.email = "ALICE-T@example.com"}, "a good secret", kCheapCost);

  BOOST_TEST((std::get<Taken>(same_name) == Taken::username));
  BOOST_TEST((std::get<Taken>(same_email) == Taken::email));
}

BOOST_AUTO_TEST_CASE(an_account_without_a_password_lets_nobody_in) {
  support::make_account(db, {.username = "imported"});

  BOOST_TEST(!sign_in(db, "imported", "", kCheapCost));
}

BOOST_AUTO_TEST_CASE(a_new_password_ends_every_session) {
  const Account alice = must_register(db, "alice-t");

  BOOST_TEST(change_password(db, alice.id, "another secret", kCheapCost) > alice.session_epoch);
  BOOST_TEST(is_password_of(db, alice.id, "another secret"));
  BOOST_TEST(!is_password_of(db, alice.id, "a good secret"));
}

BOOST_AUTO_TEST_CASE(an_address_of_somebody_else_cannot_be_taken) {
  must_register(db, "bob-t");
  const Account alice = must_register(db, "alice-t");

  BOOST_TEST(!update_profile(db, alice.id, {.email = "bob-t@example.com", .city = "Bern"}));
  BOOST_TEST(find_account(db, alice.id)->profile.city == "");
  BOOST_TEST(update_profile(db, alice.id, {.email = "alice-t@example.com", .city = "Bern"}));
  BOOST_TEST(find_account(db, alice.id)->profile.city == "Bern");
}

BOOST_AUTO_TEST_CASE(deleting_an_account_leaves_nothing_tied_to_it) {
  const Account alice = must_register(db, "alice-t");
  const auto lamp = support::make_product(db, {.in_stock = 7});
  support::make_rules(db);
  support::make_order(db, support::customer(alice.id), lamp, 2);
  db.run(sql::tests::make_placed_order, alice.id, lamp, 1, "placed", "paid", "shipped");
  db.run(sql::tests::make_placed_order, alice.id, lamp, 1, "complete", "paid", "delivered");
  db.run(sql::tests::make_review, alice.id, lamp, 4);
  db.run(sql::tests::make_favorite, alice.id, lamp);
  db.run(sql::tests::make_conversation, alice.id);
  const Belongings before = belongings_of(db, alice.id);

  delete_account(db, alice.id);

  BOOST_TEST(before.open_orders == 1);
  BOOST_TEST(before.orders_on_the_way == 1);
  BOOST_TEST(before.finished_orders == 1);
  BOOST_TEST(before.reviews + before.favorites + before.conversations == 3);
  BOOST_TEST(!find_account(db, alice.id));
  BOOST_TEST(count_of(db, sql::tests::tied_rows, alice.id) == 0);
  // The unpaid order's two pieces are back, and the review no longer counts.
  const auto product = db.first(sql::tests::product_counters, lamp);
  BOOST_TEST(product->integer("in_stock") == 7);
  BOOST_TEST(product->integer("review_count") == 0);
  // Only the order on its way still knows where to go.
  const auto orders = db.run(sql::tests::addresses_of_product_orders, lamp);
  BOOST_REQUIRE(orders.size() == 3);
  for (const db::Row order : orders) {
    const bool is_on_the_way = order.text("fulfilment_state") == "shipped";
    BOOST_TEST(order.is_null("ship_street") == !is_on_the_way);
    BOOST_TEST((order.text("state") == "cancelled") == (order.text("payment_state") == "unpaid"));
  }
}

BOOST_AUTO_TEST_CASE(an_order_on_its_way_forgets_the_address_when_it_arrives) {
  const Account alice = must_register(db, "alice-t");
  const auto lamp = support::make_product(db);
  db.run(sql::tests::make_placed_order, alice.id, lamp, 1, "placed", "paid", "shipped");
  delete_account(db, alice.id);

  db.run(sql::tests::complete_orders_of_product, lamp);

  BOOST_TEST(db.run(sql::tests::addresses_of_product_orders, lamp)[0].is_null("ship_street"));
}

BOOST_AUTO_TEST_CASE(attempts_are_counted_by_window_and_by_subject) {
  const RateLimit limit{"login", 2, std::chrono::minutes(15)};
  const Instant noon = support::noon();

  BOOST_TEST(count_attempt(db, limit, "a", noon));
  BOOST_TEST(count_attempt(db, limit, "a", noon));
  BOOST_TEST(is_exhausted(db, limit, "a", noon));
  BOOST_TEST(!count_attempt(db, limit, "a", noon));
  BOOST_TEST(count_attempt(db, limit, "b", noon));
  BOOST_TEST(count_attempt(db, limit, "a", noon + std::chrono::minutes(15)));
  clear_attempts(db, limit, "a");
  BOOST_TEST(!is_exhausted(db, limit, "a", noon));
}

BOOST_AUTO_TEST_CASE(a_guests_cart_joins_the_accounts_cart) {
  const auto account = support::make_account(db);
  const auto lamp = support::make_product(db, {.in_stock = 4});
  const auto mug = support::make_product(db, {.name = "Mug"});
  db.run(sql::tests::make_guest_cart, "guest-key", lamp, 3);
  db.run(sql::tests::make_cart, account, lamp, 2);
  db.run(sql::tests::add_cart_line, account, mug, 1);

  adopt_guest(db, "guest-key", account);

  const auto lines = db.run(sql::tests::cart_lines, account);
  BOOST_REQUIRE(lines.size() == 2);
  BOOST_TEST(lines[0].integer("quantity") == 4);  // three and two, but four are left
  BOOST_TEST(lines[1].integer("quantity") == 1);
}

BOOST_AUTO_TEST_CASE(a_guests_cart_becomes_the_cart_of_an_account_without_one) {
  const auto account = support::make_account(db);
  const auto lamp = support::make_product(db);
  db.run(sql::tests::make_guest_cart, "guest-key", lamp, 3);

  adopt_guest(db, "guest-key", account);
  adopt_guest(db, "guest-key", account);

  BOOST_TEST(db.run(sql::tests::cart_lines, account)[0].integer("quantity") == 3);
}

BOOST_AUTO_TEST_SUITE_END()
