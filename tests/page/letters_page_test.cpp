#include <boost/test/unit_test.hpp>

#include "mail/outbox.h"
#include "support/support.h"

using support::contains;
using support::location;
using support::make_account;

namespace {

struct WithLetter : support::PageTest {
  WithLetter() {
    mail::queue_mail(db,
                     {.kind = "password_reset",
                      .recipient = "alice@example.com",
                      .facts = {{"name", "<b>Alice</b>"}, {"hours", 1}},
                      .secret = {{"link", "http://shop.example/password/reset?key=topsecret"}}});
    id = mail::list_mail(db, "", "alice@example.com", {}, 1).front().id;
  }
  void sign_in_with(const std::string& permissions) {
    sign_in(make_account(db, {.role = "staff", .permissions = permissions}));
  }
  void give_up() {
    db.run_script("UPDATE mail SET state = 'dead', last_error = '550 <no>' WHERE id = " +
                  std::to_string(id));
  }
  std::int64_t id = 0;
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(letters_page, WithLetter)

BOOST_AUTO_TEST_CASE(staff_for_customers_find_letters_by_address_and_state) {
  sign_in_with("customers");

  BOOST_TEST(contains(get("/admin/mail"), "alice@example.com"));
  BOOST_TEST(contains(get("/admin/mail?q=ALICE"), "alice@example.com"));
  BOOST_TEST(contains(get("/admin/mail?q=bob"), "There are no such letters."));
  BOOST_TEST(contains(get("/admin/mail?state=dead"), "There are no such letters."));
  BOOST_TEST(get("/admin/mail?state=%27;--&before=-1&q=%25").status == 200);
}

BOOST_AUTO_TEST_CASE(the_list_can_be_taken_away_as_a_file) {
  sign_in_with("customers");
  const auto file = get("/admin/mail.csv?state=waiting");
  BOOST_TEST(file.content_type.starts_with("text/csv"));
  BOOST_TEST(contains(file, "last_error"));
  BOOST_TEST(contains(file, "alice@example.com"));
  BOOST_TEST(!contains(file, "topsecret"));
}

BOOST_AUTO_TEST_CASE(one_letter_is_shown_without_its_one_time_link) {
  sign_in_with("customers");

  const auto page = get("/admin/mail/" + std::to_string(id));

  BOOST_TEST(page.status == 200);
  BOOST_TEST(contains(page, "Choose a new password"));
  BOOST_TEST(contains(page, "&lt;b&gt;Alice"));
  BOOST_TEST(!contains(page, "topsecret"));
  BOOST_TEST(get("/admin/mail/999999999").status == 404);
}

BOOST_AUTO_TEST_CASE(a_given_up_letter_gets_new_tries_once) {
  sign_in_with("customers");
  give_up();
  BOOST_TEST(contains(get("/admin/mail"), "550 &lt;no&gt;"));

  const auto done = post("/admin/mail/again", {{"letter", std::to_string(id)}});

  BOOST_TEST(contains(follow(done), "Letters that will be tried again: 1."));
  BOOST_TEST(contains(follow(post("/admin/mail/again", {})), "tried again: 0."));
  BOOST_TEST(post("/admin/mail/again", {{"letter", "x"}}).status == 400);
  BOOST_TEST(mail::find_mail(db, id)->state == "waiting");
}

BOOST_AUTO_TEST_CASE(other_staff_and_customers_see_no_letters) {
  for (const char* permissions : {"", "orders,products,stock,marketing,reports,settings"}) {
    sign_in_with(permissions);
    BOOST_TEST(get("/admin/mail").status == 403);
    BOOST_TEST(get("/admin/mail/" + std::to_string(id)).status == 403);
    BOOST_TEST(post("/admin/mail/again", {}).status == 403);
  }
  sign_in(make_account(db));
  BOOST_TEST(get("/admin/mail").status == 403);
}

BOOST_AUTO_TEST_SUITE_END()
