#include <boost/test/unit_test.hpp>

#include "accounts/accounts.h"
#include "support/support.h"

using support::contains;
using support::location;

namespace {

struct WithAlice : support::PageTest {
  WithAlice() {
    const auto outcome = accounts::register_account(db, "alice-t", {.email = "alice-t@example.com"},
                                                    "a good secret", accounts::kCheapCost);
    alice = std::get<accounts::Account>(outcome).id;
  }
  std::int64_t alice = 0;
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(login_page, WithAlice)

BOOST_AUTO_TEST_CASE(the_right_password_opens_the_page_that_was_wanted) {
  const auto wanted = get("/account");
  BOOST_TEST(location(wanted) == "/login?next=%2Faccount");
  BOOST_TEST(contains(follow(wanted), "Please log in first."));

  const auto answer =
      post("/login", {{"login", "alice-t"}, {"password", "a good secret"}, {"next", "/account"}});

  BOOST_TEST(location(answer) == "/account");
  BOOST_TEST(contains(follow(answer), "Welcome back, alice-t."));
}

BOOST_AUTO_TEST_CASE(who_sent_a_form_comes_back_to_its_page_and_to_no_other_site) {
  const auto wanted_after = [this](const std::string& referer) {
    web::Request request = request_for("POST", "/favorites/add");
    request.headers["referer"] = referer;
    return location(answer(request));
  };
  BOOST_TEST(wanted_after("https://shop.example/product/7/lamp?x=1") ==
             "/login?next=%2Fproduct%2F7%2Flamp%3Fx%3D1");
  for (const char* other :
       {"", "/product/7", "https://shop.example", "https://shop.example.evil/product/7",
        "https://evil.example/product/7", "https://shop.example//evil.example/"}) {
    BOOST_TEST(wanted_after(other) == "/login?next=%2F", other);
  }
}

BOOST_AUTO_TEST_CASE(a_wrong_password_and_an_unknown_name_sound_the_same) {
  const auto wrong = post("/login", {{"login", "alice-t"}, {"password", "nonsense 1"}});
  const auto unknown = post("/login", {{"login", "nobody-t"}, {"password", "nonsense 1"}});

  BOOST_TEST(wrong.status == 422);
  BOOST_TEST(unknown.status == 422);
  BOOST_TEST(contains(wrong, "do not fit together"));
  BOOST_TEST(contains(unknown, "do not fit together"));
  BOOST_TEST(!contains(wrong, "nonsense 1"));
}

BOOST_AUTO_TEST_CASE(no_other_site_can_be_the_next_page) {
  for (const char* next :
       {"https://evil.example", "//evil.example", "/\\evil.example", "javascript:x"}) {
    session = web::new_session(support::noon());
    const auto answer =
        post("/login", {{"login", "alice-t"}, {"password", "a good secret"}, {"next", next}});
    BOOST_TEST(location(answer) == "/", next);
  }
}

BOOST_AUTO_TEST_CASE(guessing_is_stopped) {
  int status = 0;
  for (int i = 0; i <= shop.config.login_attempts; ++i) {
    status = post("/login", {{"login", "alice-t"}, {"password", "guess"}}).status;
  }
  BOOST_TEST(status == 429);
  BOOST_TEST(post("/login", {{"login", "alice-t"}, {"password", "a good secret"}}).status == 429);
}

BOOST_AUTO_TEST_CASE(logging_out_makes_a_guest_again) {
  sign_in(alice);

  const auto answer = post("/logout", {});

  BOOST_TEST(!session.is_signed_in());
  BOOST_TEST(contains(get("/login"), "href=\"/register\""));
  BOOST_TEST(location(answer) == "/");
}

BOOST_AUTO_TEST_CASE(logging_out_everywhere_ends_the_other_sessions_at_once) {
  sign_in(alice);
  const web::Session other_device = session;

  BOOST_TEST(location(post("/logout-everywhere", {})) == "/account");
  BOOST_TEST(get("/account").status == 200);

  session = other_device;
  BOOST_TEST(get("/account").status == 303);
  BOOST_TEST(contains(get("/login"), "href=\"/register\""));
}

BOOST_AUTO_TEST_CASE(a_form_of_another_session_is_refused) {
  sign_in(alice);

  BOOST_TEST(post("/logout-everywhere", {{"csrf", "forged"}}).status == 403);
  BOOST_TEST(post("/logout-everywhere", {{"csrf", ""}}).status == 403);
}

BOOST_AUTO_TEST_SUITE_END()
