#include <boost/test/unit_test.hpp>

#include "accounts/log_ins.h"
#include "accounts/rate_limit.h"
#include "accounts/totp.h"

using namespace accounts;

namespace {

/// The secret of RFC 6238, appendix B, for SHA-1.
const std::string kSecret = to_base32("12345678901234567890");

Instant at(std::int64_t seconds) {
  return Instant(std::chrono::seconds(seconds));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(totp)

BOOST_AUTO_TEST_CASE(codes_are_those_of_the_standard) {
  // The last six of the standard's eight digits.
  BOOST_TEST(totp_code(kSecret, totp_step(at(59))) == "287082");
  BOOST_TEST(totp_code(kSecret, totp_step(at(1111111109))) == "081804");
  BOOST_TEST(totp_code(kSecret, totp_step(at(1234567890))) == "005924");
  BOOST_TEST(totp_code(kSecret, totp_step(at(20000000000))) == "353130");
}

BOOST_AUTO_TEST_CASE(clocks_may_differ_by_one_step_and_no_more) {
  const Instant now = at(1234567890);
  for (const std::int64_t off : {-1, 0, 1}) {
    const std::int64_t step = totp_step(now) + off;
    BOOST_TEST(matching_step(kSecret, totp_code(kSecret, step), now).value() == step);
  }
  for (const std::int64_t off : {-2, 2}) {
    BOOST_TEST(!matching_step(kSecret, totp_code(kSecret, totp_step(now) + off), now));
  }
}

BOOST_AUTO_TEST_CASE(what_is_no_code_matches_nothing) {
  for (const char* code : {"", "1", "00592", "0059240", "00592x", "٠٠٥٩٢٤"}) {
    BOOST_TEST(!matching_step(kSecret, code, at(1234567890)), code);
  }
}

BOOST_AUTO_TEST_CASE(base32_is_that_of_the_standard) {
  BOOST_TEST(to_base32("foobar") == "MZXW6YTBOI");
  BOOST_TEST(to_base32("fo") == "MZXQ");
  BOOST_TEST(from_base32("mzxw 6ytb-oi======").value() == "foobar");
  BOOST_TEST(!from_base32("MZX1"));
  BOOST_TEST(make_totp_secret().size() == 32u);
  BOOST_TEST(make_totp_secret() != make_totp_secret());
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(log_in_rules)

BOOST_AUTO_TEST_CASE(browsers_are_called_by_their_names) {
  BOOST_TEST(describe_browser("Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 "
                              "Firefox/128.0") == "Firefox, Linux");
  BOOST_TEST(describe_browser("Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/120.0 "
                              "Safari/537.36 Edg/120.0") == "Edge, Windows");
  BOOST_TEST(describe_browser("curl/7.88.1") == "curl");
  BOOST_TEST(describe_browser("") == "");
  BOOST_TEST(describe_browser(std::string(5000, 'x')).size() < 60u);
}

BOOST_AUTO_TEST_CASE(one_host_with_many_addresses_shares_one_limit) {
  BOOST_TEST(network_of("2001:db8:1:2:a::1") == network_of("2001:db8:1:2:ffff::9"));
  BOOST_TEST(network_of("2001:db8:1:2::1") != network_of("2001:db8:1:3::1"));
  BOOST_TEST(network_of("192.0.2.1") == "192.0.2.1");
}

BOOST_AUTO_TEST_SUITE_END()
