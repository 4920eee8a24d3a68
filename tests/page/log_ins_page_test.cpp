#include <boost/test/unit_test.hpp>

#include <regex>

#include "accounts/accounts.h"
#include "base/hash.h"
#include "support/support.h"

using support::contains;
using support::location;

namespace {

struct Travelling : support::PageTest {
  Travelling() {
    const auto outcome = accounts::register_account(db, "alice-t", {.email = "alice-t@example.com"},
                                                    "a good secret", accounts::kCheapCost);
    alice = std::get<accounts::Account>(outcome).id;
  }
  web::Session log_in() {
    session = web::new_session(support::noon());
    session.fresh = false;
    post("/login", {{"login", "alice-t"}, {"password", "a good secret"}});
    return session;
  }
  std::vector<std::string> listed() {
    const std::string body = get("/account/log-ins").body;
    const std::regex pattern("name=\"log_in\" value=\"([0-9]+)\"");
    std::vector<std::string> ids;
    for (std::sregex_iterator match(body.begin(), body.end(), pattern), end; match != end;
         ++match) {
      ids.push_back((*match)[1]);
    }
    return ids;
  }
  std::int64_t alice = 0;
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(log_ins_page, Travelling)

BOOST_AUTO_TEST_CASE(shows_every_place_and_ends_one_of_them) {
  const web::Session phone = log_in();
  const web::Session desk = log_in();
  BOOST_TEST(contains(get("/account/log-ins"), "192.0.2.1"));
  BOOST_TEST(contains(get("/account/log-ins"), "this device"));
  const auto ids = listed();
  BOOST_REQUIRE(ids.size() == 2u);

  BOOST_TEST(location(post("/account/log-ins/end", {{"log_in", ids[1]}})) == "/account/log-ins");

  BOOST_TEST(listed().size() == 1u);
  session = phone;
  BOOST_TEST(get("/account").status == 303);
  session = desk;
  BOOST_TEST(get("/account").status == 200);
}

BOOST_AUTO_TEST_CASE(ending_this_one_logs_out) {
  log_in();
  BOOST_TEST(location(post("/account/log-ins/end", {{"log_in", listed().front()}})) == "/");
  BOOST_TEST(!session.is_signed_in());
}

BOOST_AUTO_TEST_CASE(a_cookie_kept_from_before_log_out_is_worth_nothing) {
  const web::Session stolen = log_in();
  post("/logout", {});
  session = stolen;

  BOOST_TEST(get("/account").status == 303);
}

BOOST_AUTO_TEST_CASE(logging_out_everywhere_else_keeps_this_one_in_the_list) {
  log_in();
  log_in();
  post("/logout-everywhere", {});

  BOOST_TEST(listed().size() == 1u);
}

BOOST_AUTO_TEST_CASE(other_peoples_log_ins_do_not_exist) {
  log_in();
  const std::string id = listed().front();
  sign_in(support::make_account(db));

  BOOST_TEST(listed().empty());
  BOOST_TEST(post("/account/log-ins/end", {{"log_in", id}}).status == 404);
  BOOST_TEST(post("/account/log-ins/end", {{"log_in", "-1"}}).status == 400);
}

BOOST_AUTO_TEST_CASE(a_locked_account_is_told_so_only_with_its_password) {
  db.run_script("UPDATE account SET locked_at = now() WHERE id = " + std::to_string(alice));

  BOOST_TEST(contains(post("/login", {{"login", "alice-t"}, {"password", "a good secret"}}),
                      "This account is locked"));
  BOOST_TEST(!contains(post("/login", {{"login", "alice-t"}, {"password", "guess"}}), "is locked"));
  BOOST_TEST(!accounts::sign_in(db, "alice-t", "a good secret", accounts::kCheapCost));
}

BOOST_AUTO_TEST_CASE(nobody_can_lock_somebody_else_out_from_one_place) {
  for (int i = 0; i < 3 * shop.config.login_attempts; ++i) {
    post("/login", {{"login", "alice-t"}, {"password", "guess"}});
  }
  // Her own address has tried nothing yet.
  for (const char* subject : {"address:192.0.2.1", "both:alice-t 192.0.2.1"}) {
    db.run_script("DELETE FROM rate_limit WHERE subject = '" + sha256(subject) + "'");
  }

  BOOST_TEST(location(post("/login", {{"login", "alice-t"}, {"password", "a good secret"}})) ==
             "/");
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_FIXTURE_TEST_SUITE(personal_data_page, Travelling)

BOOST_AUTO_TEST_CASE(holds_every_table_that_names_a_person) {
  log_in();
  const auto lamp = support::make_product(db);
  db.run_script("INSERT INTO favorite (account_id, product_id) VALUES (" + std::to_string(alice) +
                ", " + std::to_string(lamp) + ")");
  db.run_script("INSERT INTO review (account_id, product_id, stars, body) VALUES (" +
                std::to_string(alice) + ", " + std::to_string(lamp) + ", 5, '<b>good</b>')");

  const auto page = get("/account/data");
  const auto file = get("/account/data.json");

  BOOST_TEST(page.status == 200);
  for (const char* text :
       {"favorite", "review", "log_in", "mail", "&lt;b&gt;good", "account_link"}) {
    BOOST_TEST(contains(page, text), text);
  }
  BOOST_TEST(contains(file, "alice-t@example.com"));
  BOOST_TEST(support::header(file, "Content-Disposition").starts_with("attachment"));
  for (const char* secret : {"argon2", "token_hash", "key_hash", "/account/verify?key"}) {
    BOOST_TEST(!contains(page, secret), secret);
    BOOST_TEST(!contains(file, secret), secret);
  }
}

BOOST_AUTO_TEST_CASE(nobody_elses) {
  log_in();
  sign_in(support::make_account(db));

  BOOST_TEST(!contains(get("/account/data.json"), "alice-t"));
}

BOOST_AUTO_TEST_SUITE_END()
