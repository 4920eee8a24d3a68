#include <boost/test/unit_test.hpp>

#include "accounts/accounts.h"
#include "support/support.h"
#include "tests_predict.sql.h"

using support::contains;
using support::location;

namespace {

struct SignedIn : support::PageTest {
  SignedIn() {
    const accounts::Profile profile{.email = "alice-t@example.com", .first_name = "Alice"};
    alice = std::get<accounts::Account>(
        accounts::register_account(db, "alice-t", profile, "a good secret", accounts::kCheapCost));
    sign_in(alice.id);
  }
  accounts::Account alice;
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(account_pages, SignedIn)

BOOST_AUTO_TEST_CASE(shows_who_one_is) {
  const auto answer = get("/account");

  BOOST_TEST(contains(answer, "alice-t@example.com"));
  BOOST_TEST(contains(answer, "Log out"));
}

BOOST_AUTO_TEST_CASE(shows_what_to_buy_again_and_what_is_new_with_the_count_behind_it) {
  const auto tea = support::make_product(db, {.name = "Tea"});
  const auto cup = support::make_product(db, {.name = "Cup"});
  db.run(sql::tests_predict::make_recommendation, alice.id, 1, tea, "again", std::nullopt, 3, 4);
  db.run(sql::tests_predict::make_recommendation, alice.id, 2, cup, "goes_with", tea, 0, 9);

  const auto answer = get("/account");

  BOOST_TEST(contains(answer, "Buy again"));
  BOOST_TEST(contains(answer, "In 3 of your 4 orders"));
  BOOST_TEST(contains(answer, "Much like Tea"));
}

BOOST_AUTO_TEST_CASE(details_can_be_changed) {
  BOOST_TEST(get("/account/edit").status == 200);
  const auto answer = post("/account/edit",
                           {{"email", "alice-t@example.com"}, {"city", "Bern"}, {"country", "CH"}});

  BOOST_TEST(location(answer) == "/account");
  BOOST_TEST(contains(follow(answer), "Bern, Switzerland"));
}

BOOST_AUTO_TEST_CASE(a_new_address_needs_the_password) {
  const support::Pairs form = {{"email", "elsewhere@example.com"}};
  BOOST_TEST(post("/account/edit", form).status == 422);

  support::Pairs with_password = form;
  with_password.emplace_back("password", "a good secret");
  BOOST_TEST(location(post("/account/edit", with_password)) == "/account");
}

BOOST_AUTO_TEST_CASE(a_customer_may_say_that_visits_are_not_to_be_noted) {
  BOOST_TEST(contains(get("/account"), "Stop that and forget it"));

  const auto answer = post("/account/tracking", {{"watch", "no"}});

  BOOST_TEST(contains(follow(answer), "notes nothing about your visits"));
  BOOST_TEST(contains(follow(post("/account/tracking", {{"watch", "yes"}})), "Stop that"));
  BOOST_TEST(post("/account/tracking", {{"watch", "?"}}).status == 400);
}

BOOST_AUTO_TEST_CASE(the_password_changes_only_with_the_old_one) {
  BOOST_TEST(get("/account/password").status == 200);
  const std::string fresh = "another secret";
  BOOST_TEST(
      post("/account/password", {{"old_password", "wrong"}, {"password", fresh}, {"again", fresh}})
          .status == 422);
  BOOST_TEST(post("/account/password",
                  {{"old_password", "a good secret"}, {"password", fresh}, {"again", "typo"}})
                 .status == 422);
  const web::Session other_device = session;

  BOOST_TEST(location(post("/account/password", {{"old_password", "a good secret"},
                                                 {"password", fresh},
                                                 {"again", fresh}})) == "/account");
  BOOST_TEST(get("/account").status == 200);
  session = other_device;
  BOOST_TEST(get("/account").status == 303);
}

BOOST_AUTO_TEST_CASE(an_account_is_deleted_by_its_owner_with_the_password) {
  BOOST_TEST(contains(get("/account/delete"), "cannot be undone"));
  BOOST_TEST(post("/account/delete", {{"password", "wrong"}}).status == 422);
  BOOST_TEST(accounts::find_account(db, alice.id).has_value());

  const auto answer = post("/account/delete", {{"password", "a good secret"}});

  BOOST_TEST(location(answer) == "/");
  BOOST_TEST(!accounts::find_account(db, alice.id).has_value());
  BOOST_TEST(get("/account").status == 303);
}

BOOST_AUTO_TEST_SUITE_END()
