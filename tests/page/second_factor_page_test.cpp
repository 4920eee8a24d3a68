#include <boost/test/unit_test.hpp>

#include <regex>

#include "accounts/accounts.h"
#include "accounts/second_factor.h"
#include "accounts/totp.h"
#include "support/support.h"

using support::contains;
using support::location;
using support::noon;

namespace {

/// The value of a hidden field.
std::string field(const web::Response& page, const std::string& name) {
  std::smatch match;
  const std::regex pattern("name=\"" + name + "\" value=\"([^\"]*)\"");
  return std::regex_search(page.body, match, pattern) ? match[1].str() : "";
}

struct Careful : support::PageTest {
  Careful() {
    const auto outcome = accounts::register_account(db, "alice-t", {.email = "alice-t@example.com"},
                                                    "a good secret", accounts::kCheapCost);
    alice = std::get<accounts::Account>(outcome).id;
  }
  std::string code_at(Instant moment) {
    return accounts::totp_code(secret, accounts::totp_step(moment));
  }
  void switch_on() {
    codes = accounts::switch_on_second_factor(db, alice, secret,
                                              code_at(noon() - std::chrono::seconds(30)), noon());
    BOOST_REQUIRE(codes.size() == 10u);
  }
  web::Response first_step(const std::string& next = "/account") {
    return post("/login", {{"login", "alice-t"}, {"password", "a good secret"}, {"next", next}});
  }
  web::Response second_step(const std::string& proof, const std::string& code) {
    return post("/login/code", {{"proof", proof}, {"code", code}, {"next", "/account"}});
  }
  std::int64_t alice = 0;
  std::string secret = accounts::make_totp_secret();
  std::vector<std::string> codes{};
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(second_factor_page, Careful)

BOOST_AUTO_TEST_CASE(is_set_up_with_a_code_and_the_password) {
  sign_in(alice);
  const auto page = get("/account/second-factor");
  const std::string signed_secret = field(page, "secret");
  std::smatch match;
  BOOST_REQUIRE(std::regex_search(page.body, match, std::regex("secret=([A-Z2-7]{32})")));
  BOOST_TEST(contains(page, "otpauth://totp/parley:alice-t?secret="));
  secret = match[1];

  BOOST_TEST(post("/account/second-factor",
                  {{"secret", signed_secret}, {"code", code_at(noon())}, {"password", "wrong"}})
                 .status == 422);
  BOOST_TEST(post("/account/second-factor",
                  {{"secret", signed_secret}, {"code", "000000"}, {"password", "a good secret"}})
                 .status == 422);
  const auto done =
      post("/account/second-factor",
           {{"secret", signed_secret}, {"code", code_at(noon())}, {"password", "a good secret"}});
  BOOST_TEST(contains(done, "Your recovery codes"));
  BOOST_TEST(accounts::second_factor_of(db, alice).codes_left == 10);
}

BOOST_AUTO_TEST_CASE(a_secret_that_the_page_did_not_make_is_refused) {
  sign_in(alice);
  BOOST_TEST(post("/account/second-factor",
                  {{"secret", secret}, {"code", code_at(noon())}, {"password", "a good secret"}})
                 .status == 400);
  const std::string for_alice = field(get("/account/second-factor"), "secret");
  sign_in(support::make_account(db));
  BOOST_TEST(
      post("/account/second-factor", {{"secret", for_alice}, {"code", "000000"}, {"password", "x"}})
          .status == 400);
}

BOOST_AUTO_TEST_CASE(logging_in_needs_password_and_code) {
  switch_on();
  const auto asked = first_step();
  BOOST_TEST(contains(asked, "authenticator app"));
  BOOST_TEST(get("/account").status == 303);

  const auto done = second_step(field(asked, "proof"), code_at(noon()));

  BOOST_TEST(location(done) == "/account");
  BOOST_TEST(get("/account").status == 200);
}

BOOST_AUTO_TEST_CASE(a_code_is_good_once) {
  switch_on();
  const std::string proof = field(first_step(), "proof");
  BOOST_TEST(accounts::use_second_factor(db, alice, code_at(noon()), noon()));

  BOOST_TEST(second_step(proof, code_at(noon())).status == 422);
  BOOST_TEST(
      !accounts::use_second_factor(db, alice, code_at(noon() - std::chrono::seconds(30)), noon()));
}

BOOST_AUTO_TEST_CASE(a_recovery_code_is_good_once_however_it_is_written) {
  switch_on();
  const std::string proof = field(first_step(), "proof");
  std::string code = codes.front();
  std::replace(code.begin(), code.end(), '-', ' ');
  std::transform(code.begin(), code.end(), code.begin(), ::tolower);

  BOOST_TEST(location(second_step(proof, code)) == "/account");
  BOOST_TEST(!accounts::use_second_factor(db, alice, codes.front(), noon()));
  BOOST_TEST(accounts::second_factor_of(db, alice).codes_left == 9);
}

BOOST_AUTO_TEST_CASE(a_proof_counts_in_its_own_browser_for_ten_minutes) {
  switch_on();
  const std::string proof = field(first_step(), "proof");
  const web::Session here = session;
  session = web::new_session(noon());
  session.fresh = false;
  BOOST_TEST(location(second_step(proof, code_at(noon()))) == "/login");
  session = here;
  shop.clock = [] { return noon() + std::chrono::minutes(11); };
  BOOST_TEST(location(second_step(proof, code_at(shop.clock()))) == "/login");
  BOOST_TEST(location(second_step("forged.k1.mac", code_at(noon()))) == "/login");
  BOOST_TEST(location(get("/login/code")) == "/login");
}

BOOST_AUTO_TEST_CASE(guessing_codes_is_stopped) {
  switch_on();
  const std::string proof = field(first_step(), "proof");
  int status = 0;
  for (int i = 0; i < 6; ++i) status = second_step(proof, "00000" + std::to_string(i)).status;

  BOOST_TEST(status == 429);
  BOOST_TEST(second_step(proof, code_at(noon())).status == 429);
}

BOOST_AUTO_TEST_CASE(who_can_give_a_password_only_is_refused) {
  switch_on();
  BOOST_TEST(!accounts::sign_in(db, "alice-t", "a good secret", accounts::kCheapCost));
}

BOOST_AUTO_TEST_CASE(is_switched_off_with_password_and_code) {
  switch_on();
  sign_in(alice);
  BOOST_TEST(contains(get("/account/second-factor"), "The second factor is on."));
  BOOST_TEST(post("/account/second-factor/off", {{"code", "000000"}, {"password", "a good secret"}})
                 .status == 422);
  BOOST_TEST(
      post("/account/second-factor/off", {{"code", codes[0]}, {"password", "wrong"}}).status ==
      422);
  BOOST_TEST(accounts::second_factor_of(db, alice).codes_left == 10);

  BOOST_TEST(location(post("/account/second-factor/off",
                           {{"code", code_at(noon())}, {"password", "a good secret"}})) ==
             "/account");
  BOOST_TEST(!accounts::second_factor_of(db, alice).is_on);
}

BOOST_AUTO_TEST_CASE(new_recovery_codes_replace_the_earlier_ones) {
  switch_on();
  sign_in(alice);
  BOOST_TEST(post("/account/second-factor/codes", {{"password", "wrong"}}).status == 422);
  BOOST_TEST(contains(post("/account/second-factor/codes", {{"password", "a good secret"}}),
                      "Your recovery codes"));

  BOOST_TEST(!accounts::use_second_factor(db, alice, codes.front(), noon()));
}

BOOST_AUTO_TEST_CASE(staff_must_have_one_when_the_shop_says_so) {
  db.run_script(
      "INSERT INTO setting (name, value) VALUES ('staff_second_factor', 'on') ON CONFLICT (name) "
      "DO UPDATE SET value = 'on'");
  sign_in(support::make_account(db, {.role = "admin"}));
  BOOST_TEST(contains(get("/admin"), "second factor"));
  BOOST_TEST(get("/admin").status == 403);
  BOOST_TEST(contains(get("/account/second-factor"), "asks its staff"));

  db.run_script("UPDATE account SET totp_secret = 'ABCDEFGH' WHERE id = " +
                std::to_string(session.account_id));
  BOOST_TEST(get("/admin").status == 200);
  sign_in(alice);
  BOOST_TEST(get("/account").status == 200);
}

BOOST_AUTO_TEST_SUITE_END()
