#include <boost/test/unit_test.hpp>

#include "support/support.h"

using support::contains;
using support::location;

namespace {

support::Pairs good_form() {
  return {{"username", "new-person"},
          {"email", "new@example.com"},
          {"password", "a good secret"},
          {"first_name", "New"},
          {"country", "CH"}};
}

support::Pairs with(support::Pairs form, const std::string& name, const std::string& value) {
  for (auto& [key, old] : form) {
    if (key == name) old = value;
  }
  return form;
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(register_page, support::PageTest)

BOOST_AUTO_TEST_CASE(a_guest_registers_and_is_logged_in) {
  BOOST_TEST(get("/register").status == 200);
  const std::string guest_key = session.visitor;

  const auto answer = post("/register", good_form());

  BOOST_TEST(location(answer) == "/");
  BOOST_TEST(session.is_signed_in());
  BOOST_TEST(session.visitor != guest_key);
}

BOOST_AUTO_TEST_CASE(what_was_typed_is_kept_but_never_the_password) {
  const auto answer = post("/register", with(good_form(), "email", "no address"));

  BOOST_TEST(answer.status == 422);
  BOOST_TEST(contains(answer, "value=\"new-person\""));
  BOOST_TEST(contains(answer, "name@example.com"));
  BOOST_TEST(contains(answer, "aria-invalid=\"true\""));
  BOOST_TEST(!contains(answer, "a good secret"));
  BOOST_TEST(!session.is_signed_in());
}

BOOST_AUTO_TEST_CASE(markup_in_a_field_is_shown_and_not_run) {
  const auto answer = post("/register", with(good_form(), "username", "\"><script>x</script>"));

  BOOST_TEST(answer.status == 422);
  BOOST_TEST(!contains(answer, "<script>"));
  BOOST_TEST(contains(answer, "&lt;script&gt;"));
}

BOOST_AUTO_TEST_CASE(bad_input_gets_a_sentence_and_no_account) {
  const std::string huge(1U << 20U, 'x');
  for (const auto& [field, value] : support::Pairs{{"username", ""},
                                                   {"username", "ab"},
                                                   {"username", "two words"},
                                                   {"username", huge},
                                                   {"email", "a@b@c.d"},
                                                   {"email", "@x.y"},
                                                   {"password", "short"},
                                                   {"password", "12345678"},
                                                   {"country", "XX"},
                                                   {"first_name",
                                                    "a\x01"
                                                    "b"}}) {
    BOOST_TEST(post("/register", with(good_form(), field, value)).status == 422, field);
  }
  support::Pairs doubled = good_form();
  doubled.emplace_back("username", "second");
  BOOST_TEST(post("/register", doubled).status == 422);
  BOOST_TEST(post("/register", {}).status == 422);
}

BOOST_AUTO_TEST_CASE(a_taken_name_says_so) {
  support::make_account(db, {.username = "new-person"});

  BOOST_TEST(contains(post("/register", good_form()), "belongs to somebody already"));
}

BOOST_AUTO_TEST_CASE(too_many_registrations_from_one_address_must_wait) {
  int status = 0;
  for (int i = 0; i <= shop.config.register_attempts && status != 429; ++i) {
    session = web::new_session(support::noon());
    auto form = with(good_form(), "username", "person" + std::to_string(i));
    form = with(form, "email", "person@example.com");
    status = post("/register", form).status;
  }
  BOOST_TEST(status == 429);
}

BOOST_AUTO_TEST_SUITE_END()
