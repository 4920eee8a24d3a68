#include <boost/test/unit_test.hpp>

#include "accounts/accounts.h"
#include "accounts/links.h"
#include "mail/outbox.h"
#include "support/support.h"

using support::contains;
using support::location;

namespace {

struct Forgetful : support::PageTest {
  Forgetful() {
    const auto outcome = accounts::register_account(db, "alice-t", {.email = "alice-t@example.com"},
                                                    "the old secret", accounts::kCheapCost);
    alice = std::get<accounts::Account>(outcome).id;
    db.run_script("DELETE FROM mail");
  }
  /// The path in the newest letter.
  std::string mailed_link() {
    const auto letter = mail::claim_mail(db, clock_now() + std::chrono::minutes(1));
    return letter ? letter->facts.value("link", "") : "";
  }
  std::string key_of(const std::string& link) { return link.substr(link.find('=') + 1); }
  std::string ask() {
    post("/password/forgot", {{"email", "Alice-T@example.com"}});
    return mailed_link();
  }
  web::Response choose(const std::string& key, const std::string& password) {
    return post("/password/reset", {{"key", key}, {"password", password}, {"again", password}});
  }
  bool can_log_in(const std::string& password) {
    return accounts::sign_in(db, "alice-t", password, accounts::kCheapCost).has_value();
  }
  std::int64_t alice = 0;
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(reset_page, Forgetful)

BOOST_AUTO_TEST_CASE(the_link_of_the_letter_sets_a_new_password_once) {
  BOOST_TEST(get("/password/forgot").status == 200);
  const std::string link = ask();
  BOOST_TEST(contains(get(link), "alice-t"));

  BOOST_TEST(location(choose(key_of(link), "the new secret")) == "/login");

  BOOST_TEST(can_log_in("the new secret"));
  BOOST_TEST(!can_log_in("the old secret"));
  BOOST_TEST(location(choose(key_of(link), "yet another one")) == "/password/forgot");
  BOOST_TEST(!can_log_in("yet another one"));
  BOOST_TEST(location(get(link)) == "/password/forgot");
}

BOOST_AUTO_TEST_CASE(an_unknown_address_gets_the_same_answer_and_no_letter) {
  const auto known = post("/password/forgot", {{"email", "alice-t@example.com"}});
  mailed_link();
  const auto unknown = post("/password/forgot", {{"email", "nobody-t@example.com"}});

  BOOST_TEST(known.status == unknown.status);
  BOOST_TEST(location(known) == location(unknown));
  BOOST_TEST(known.notice.key == unknown.notice.key);
  BOOST_TEST(mailed_link() == "");
}

BOOST_AUTO_TEST_CASE(every_session_ends) {
  sign_in(alice);
  BOOST_TEST(get("/account").status == 200);
  const std::string link = ask();
  const web::Session before = session;
  choose(key_of(link), "the new secret");
  session = before;

  BOOST_TEST(get("/account").status == 303);
}

BOOST_AUTO_TEST_CASE(a_link_that_is_too_old_or_made_up_sets_nothing) {
  const std::string link = ask();
  db.run_script("UPDATE account_link SET expires_at = now() - interval '1 second'");

  choose(key_of(link), "the new secret");
  choose("made-up", "the new secret");
  BOOST_TEST(post("/password/reset", {{"key", std::string(200, 'x')}}).status == 400);

  BOOST_TEST(can_log_in("the old secret"));
}

BOOST_AUTO_TEST_CASE(a_link_to_an_address_that_was_given_up_sets_nothing) {
  const std::string link = ask();
  db.run_script("UPDATE account SET email = 'else-t@example.com' WHERE id = " +
                std::to_string(alice));

  choose(key_of(link), "the new secret");

  BOOST_TEST(can_log_in("the old secret"));
}

BOOST_AUTO_TEST_CASE(a_changed_password_makes_earlier_links_worthless) {
  const std::string link = ask();
  accounts::change_password(db, alice, "changed by hand", accounts::kCheapCost);

  choose(key_of(link), "the new secret");

  BOOST_TEST(can_log_in("changed by hand"));
}

BOOST_AUTO_TEST_CASE(a_confirmation_link_sets_no_password) {
  accounts::request_verification(db, accounts::find_account(db, alice).value());

  choose(key_of(mailed_link()), "the new secret");

  BOOST_TEST(can_log_in("the old secret"));
}

BOOST_AUTO_TEST_CASE(a_weak_password_is_asked_for_again_without_using_the_link_up) {
  const std::string link = ask();

  BOOST_TEST(choose(key_of(link), "short").status == 422);
  BOOST_TEST(post("/password/reset",
                  {{"key", key_of(link)}, {"password", "a good secret"}, {"again", "other"}})
                 .status == 422);
  BOOST_TEST(location(choose(key_of(link), "the new secret")) == "/login");
}

BOOST_AUTO_TEST_CASE(one_mailbox_is_not_flooded) {
  for (int i = 0; i < 6; ++i) post("/password/forgot", {{"email", "alice-t@example.com"}});

  BOOST_TEST(mail::count_mail(db).waiting == 3);
  int status = 0;
  for (int i = 0; i < 6; ++i) {
    status = post("/password/forgot", {{"email", "x" + std::to_string(i) + "@example.com"}}).status;
  }
  BOOST_TEST(status == 429);
}

BOOST_AUTO_TEST_CASE(the_stored_link_does_not_open_anything) {
  const std::string key = key_of(ask());
  const auto row = db.first(db::Query{"test.hash", "SELECT token_hash FROM account_link", 0});

  BOOST_TEST(row->text("token_hash") != key);
  choose(row->string("token_hash"), "the new secret");
  BOOST_TEST(can_log_in("the old secret"));
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_FIXTURE_TEST_SUITE(verify_page, Forgetful)

BOOST_AUTO_TEST_CASE(a_new_account_is_asked_to_confirm_its_address) {
  const auto outcome = accounts::register_account(db, "bob-t", {.email = "bob-t@example.com"},
                                                  "a good secret", accounts::kCheapCost);
  const auto bob = std::get<accounts::Account>(outcome).id;
  const std::string link = mailed_link();

  BOOST_TEST(get(link).status == 200);
  BOOST_TEST(!accounts::find_account(db, bob)->email_verified);  // looking alone confirms nothing
  BOOST_TEST(location(post("/account/verify", {{"key", key_of(link)}})) == "/login");
  BOOST_TEST(accounts::find_account(db, bob)->email_verified);
  post("/account/verify", {{"key", key_of(link)}});
  BOOST_TEST(notice.key == "verify.worthless");
}

BOOST_AUTO_TEST_CASE(another_address_must_be_confirmed_again_and_the_first_one_is_told) {
  db.run_script("UPDATE account SET email_verified_at = now()");
  sign_in(alice);
  post("/account/edit", {{"email", "new-t@example.com"}, {"password", "the old secret"}});

  BOOST_TEST(!accounts::find_account(db, alice)->email_verified);
  const auto letters = mail::list_mail(db, "waiting", "", {}, 10);
  BOOST_REQUIRE(letters.size() == 2u);
  BOOST_TEST(letters[1].kind == "email_changed");
  BOOST_TEST(letters[1].recipient == "alice-t@example.com");
  BOOST_TEST(letters[0].kind == "email_verification");
  BOOST_TEST(letters[0].recipient == "new-t@example.com");
}

BOOST_AUTO_TEST_CASE(the_letter_can_be_asked_for_again_a_few_times) {
  sign_in(alice);
  BOOST_TEST(contains(get("/account"), "not confirmed"));

  BOOST_TEST(location(post("/account/verify/send", {})) == "/account");
  BOOST_TEST(mailed_link().starts_with("/account/verify?key="));
  int status = 0;
  for (int i = 0; i < 3; ++i) status = post("/account/verify/send", {}).status;
  BOOST_TEST(status == 429);
}

BOOST_AUTO_TEST_SUITE_END()
