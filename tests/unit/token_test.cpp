// Tokens: what counts, and every way of cheating that is known.
#include "web/token.h"

#include <boost/test/unit_test.hpp>

#include "base/text.h"
#include "web/json.h"

using web::Claims;
using web::TokenProblem;

namespace {

Instant noon() {
  using namespace std::chrono;
  return Instant(sys_days(year(2026) / March / 1) + hours(12));
}

const web::Signer& signer() {
  static const web::Signer made({{"new", std::string(32, 'n')}, {"old", std::string(32, 'o')}});
  return made;
}

Claims claims() {
  return {.issuer = "shop",
          .audience = "api",
          .account_id = 7,
          .epoch = 2,
          .family = 9,
          .id = "x",
          .issued = noon(),
          .expires = noon() + web::kAccessLife};
}

std::variant<Claims, TokenProblem> read(const std::string& token, Instant now = noon(),
                                        const std::string& audience = "api") {
  return web::read_token(signer(), "shop", audience, token, now);
}

bool is(const std::variant<Claims, TokenProblem>& answer, TokenProblem problem) {
  const auto* held = std::get_if<TokenProblem>(&answer);
  return held != nullptr && *held == problem;
}

/// A token with this head and payload, rightly signed by the key `id`.
std::string crafted(const std::string& head, const std::string& payload) {
  const std::string good = web::write_token(signer(), claims());
  const auto parts = split(good, '.');
  return (head.empty() ? std::string(parts[0]) : to_base64url(head)) + "." +
         (payload.empty() ? std::string(parts[1]) : to_base64url(payload)) + "." +
         std::string(parts[2]);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(token)

BOOST_AUTO_TEST_CASE(what_was_written_is_read_again) {
  const auto answer = read(web::write_token(signer(), claims()));
  const auto* held = std::get_if<Claims>(&answer);
  BOOST_REQUIRE(held != nullptr);
  BOOST_TEST(held->account_id == 7);
  BOOST_TEST(held->epoch == 2);
  BOOST_TEST(held->family == 9);
}

BOOST_AUTO_TEST_CASE(an_older_key_still_counts_and_an_unknown_one_does_not) {
  const web::Signer before({{"old", std::string(32, 'o')}});
  const web::Signer other({{"other", std::string(32, 'o')}});
  const web::Signer fake({{"new", std::string(32, 'z')}});
  BOOST_TEST(std::holds_alternative<Claims>(read(web::write_token(before, claims()))));
  BOOST_TEST(is(read(web::write_token(other, claims())), TokenProblem::unknown_key));
  BOOST_TEST(is(read(web::write_token(fake, claims())), TokenProblem::signature));
}

BOOST_AUTO_TEST_CASE(only_hs256_is_taken) {
  for (const char* algorithm : {"none", "None", "HS512", "RS256", ""}) {
    const std::string head = R"({"alg":")" + std::string(algorithm) + R"(","kid":"new"})";
    BOOST_TEST(is(read(crafted(head, "")), TokenProblem::algorithm), algorithm);
  }
  BOOST_TEST(is(read(crafted(R"({"kid":"new"})", "")), TokenProblem::algorithm));
  BOOST_TEST(is(read(crafted(R"({"alg":"HS256","kid":"new","crit":["b64"]})", "")),
                TokenProblem::algorithm));
  const std::string good = web::write_token(signer(), claims());
  BOOST_TEST(is(read(good.substr(0, good.rfind('.') + 1)), TokenProblem::signature));
}

BOOST_AUTO_TEST_CASE(an_edited_payload_is_found_out) {
  const std::string edited = R"({"iss":"shop","aud":"api","sub":"1","iat":1,"exp":9999999999})";
  BOOST_TEST(is(read(crafted("", edited)), TokenProblem::signature));
}

BOOST_AUTO_TEST_CASE(time_is_up_with_a_little_patience_for_clocks) {
  const std::string good = web::write_token(signer(), claims());
  const Instant end = noon() + web::kAccessLife;
  BOOST_TEST(std::holds_alternative<Claims>(read(good, end + std::chrono::seconds(20))));
  BOOST_TEST(is(read(good, end + std::chrono::seconds(40)), TokenProblem::expired));
  BOOST_TEST(std::holds_alternative<Claims>(read(good, noon() - std::chrono::seconds(20))));
  BOOST_TEST(is(read(good, noon() - std::chrono::seconds(40)), TokenProblem::not_yet));
}

BOOST_AUTO_TEST_CASE(a_token_for_another_use_or_shop_does_not_count) {
  const std::string good = web::write_token(signer(), claims());
  BOOST_TEST(is(read(good, noon(), "other"), TokenProblem::wrong_use));
  Claims foreign = claims();
  foreign.issuer = "another shop";
  BOOST_TEST(is(read(web::write_token(signer(), foreign)), TokenProblem::wrong_use));
}

BOOST_AUTO_TEST_CASE(garbage_is_no_token) {
  for (const std::string& text :
       {std::string(""), std::string("..."), std::string("a.b"), std::string("a.b.c"),
        std::string(5000, 'a'), std::string("\xff.\xff.\xff"), std::string("e30.e30.e30")}) {
    BOOST_TEST(std::holds_alternative<TokenProblem>(read(text)));
  }
}

BOOST_AUTO_TEST_SUITE_END()
