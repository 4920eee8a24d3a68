// Pages of other sites that use the API: only those that the shop names.
#include <boost/test/unit_test.hpp>

#include "support/api.h"

using support::header;

namespace {

constexpr const char* kFriend = "https://app.example";

struct Cors : support::ApiTest {
  Cors() { site.cors_origins = {kFriend, "https://other.example"}; }
  web::Response ask(const std::string& method, const std::string& path, const std::string& origin) {
    web::Request request = request_for(method, path);
    request.site = &site;
    request.headers["origin"] = origin;
    if (!token.empty()) request.headers["authorization"] = "Bearer " + token;
    if (method == "POST" || method == "PATCH") {
      request.content_type = "application/json";
      request.body = R"({"product_id":1,"quantity":1})";
    }
    return answer(request);
  }
  web::Site site = support::test_site();
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(cors_api, Cors)

BOOST_AUTO_TEST_CASE(a_friend_is_named_and_never_everybody) {
  const auto answer = ask("GET", "/api/products", kFriend);
  BOOST_TEST(header(answer, "Access-Control-Allow-Origin") == kFriend);
  BOOST_TEST(header(answer, "Access-Control-Allow-Credentials") == "true");
  BOOST_TEST(header(answer, "Vary") == "Origin");
  // Refusals as well: else a client could not read why.
  BOOST_TEST(header(ask("GET", "/api/cart", kFriend), "Access-Control-Allow-Origin") == kFriend);
}

BOOST_AUTO_TEST_CASE(a_stranger_reads_nothing) {
  for (const char* origin :
       {"https://evil.example", "null", "https://app.example.evil.example", "http://app.example",
        "https://app.example:8443", "https://APP.example", "*", ""}) {
    const auto answer = ask("GET", "/api/products", origin);
    BOOST_TEST(header(answer, "Access-Control-Allow-Origin").empty(), origin);
    BOOST_TEST(header(answer, "Access-Control-Allow-Credentials").empty(), origin);
  }
}

BOOST_AUTO_TEST_CASE(a_preflight_tells_a_friend_what_he_may_send) {
  const auto answer = ask("OPTIONS", "/api/cart/items/1", kFriend);
  BOOST_TEST(answer.status == 204);
  BOOST_TEST(header(answer, "Access-Control-Allow-Methods") == "PATCH, DELETE, OPTIONS");
  BOOST_TEST(header(answer, "Access-Control-Allow-Headers").find("Authorization") !=
             std::string::npos);
  BOOST_TEST(header(ask("OPTIONS", "/api/cart/items/1", "https://evil.example"),
                    "Access-Control-Allow-Methods")
                 .empty());
  BOOST_TEST(ask("OPTIONS", "/api/nothing-here", kFriend).status == 404);
}

BOOST_AUTO_TEST_CASE(a_strangers_page_does_nothing_in_the_name_of_a_session) {
  sign_in(support::make_account(db));
  BOOST_TEST(ask("POST", "/api/cart/items", "https://evil.example").status == 403);
  BOOST_TEST(ask("POST", "/api/login", "https://evil.example").status == 403);
}

BOOST_AUTO_TEST_CASE(by_default_nobody_is_a_friend) {
  site.cors_origins.clear();
  const auto answer = ask("GET", "/api/products", kFriend);
  BOOST_TEST(header(answer, "Access-Control-Allow-Origin").empty());
  BOOST_TEST(header(answer, "Vary").empty());
}

BOOST_AUTO_TEST_SUITE_END()
