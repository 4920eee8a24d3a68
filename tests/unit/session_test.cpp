#include <boost/test/unit_test.hpp>

#include "web/session.h"

namespace {

using namespace std::chrono;

const Instant kNow{sys_days(year(2026) / March / 1) + hours(12)};
const std::string kSecret(32, 's');

web::Signer signer_of(const std::string& id, const std::string& secret = kSecret) {
  return web::Signer({{id, secret}});
}

web::Session session_of(std::int64_t account) {
  web::Session session = web::new_session(kNow);
  session.account_id = account;
  session.epoch = 3;
  return session;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(sessions)

BOOST_AUTO_TEST_CASE(a_cookie_gives_back_what_was_put_in) {
  const auto signer = signer_of("k1");
  const auto session = session_of(42);
  const auto read = web::read_session(signer, web::write_session(signer, session, kNow), kNow, 30);

  BOOST_REQUIRE(read.has_value());
  BOOST_TEST(read->account_id == 42);
  BOOST_TEST(read->epoch == 3);
  BOOST_TEST(read->visitor == session.visitor);
  BOOST_TEST(!read->fresh);
}

BOOST_AUTO_TEST_CASE(an_edited_cookie_is_no_session) {
  const auto signer = signer_of("k1");
  std::string cookie = web::write_session(signer, session_of(42), kNow);
  for (std::size_t at = 0; at < cookie.size(); ++at) {
    std::string forged = cookie;
    forged[at] = forged[at] == 'x' ? 'y' : 'x';
    BOOST_TEST(!web::read_session(signer, forged, kNow, 30).has_value(), forged);
  }
  for (const char* nonsense : {"", ".", "..", "1.42.3.0.key", "a.b.c", "1.42.3.0.v.k1."}) {
    BOOST_TEST(!web::read_session(signer, nonsense, kNow, 30).has_value(), nonsense);
  }
}

BOOST_AUTO_TEST_CASE(a_session_ends_when_it_was_left_alone_too_long) {
  const auto signer = signer_of("k1");
  const std::string cookie = web::write_session(signer, session_of(42), kNow);

  BOOST_TEST(web::read_session(signer, cookie, kNow + days(29), 30).has_value());
  BOOST_TEST(!web::read_session(signer, cookie, kNow + days(31), 30).has_value());
}

BOOST_AUTO_TEST_CASE(keys_rotate_without_ending_sessions) {
  const std::string cookie = web::write_session(signer_of("old"), session_of(42), kNow);
  const web::Signer both({{"new", std::string(32, 'n')}, {"old", kSecret}});

  BOOST_TEST(web::read_session(both, cookie, kNow, 30).has_value());
  BOOST_TEST(!web::read_session(signer_of("new", std::string(32, 'n')), cookie, kNow, 30));
}

BOOST_AUTO_TEST_CASE(a_form_token_belongs_to_one_session_only) {
  const auto signer = signer_of("k1");
  const auto mine = session_of(42);
  auto other = session_of(42);

  BOOST_TEST(web::is_csrf_token(signer, mine, web::csrf_token(signer, mine)));
  BOOST_TEST(!web::is_csrf_token(signer, other, web::csrf_token(signer, mine)));
  BOOST_TEST(!web::is_csrf_token(signer, mine, ""));
  // A cookie's signature is no form token, and the other way round.
  BOOST_TEST(!web::is_csrf_token(signer, mine, web::write_session(signer, mine, kNow)));
}

BOOST_AUTO_TEST_CASE(short_or_missing_keys_stop_the_start) {
  BOOST_CHECK_THROW(signer_of("k1", "short"), std::runtime_error);
  BOOST_CHECK_THROW(web::Signer::from_setting(""), std::runtime_error);
  BOOST_CHECK_THROW(web::Signer::from_setting("no-colon"), std::runtime_error);
}

BOOST_AUTO_TEST_SUITE_END()
