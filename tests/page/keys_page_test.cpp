#include <boost/test/unit_test.hpp>

#include <regex>

#include "support/api.h"
#include "support/orders.h"

using namespace support;

namespace {

struct KeysTest : ApiTest {
  KeysTest() { sign_in(make_account(db, {.username = "boss", .role = "admin"})); }
  /// The key that the page shows this once; empty when it shows none.
  static std::string secret_on(const web::Response& page) {
    std::smatch match;
    const std::regex secret("<code class=\"break\">(pk_[A-Za-z0-9_-]+)</code>");
    return std::regex_search(page.body, match, secret) ? match[1].str() : "";
  }
  web::Response make(const Pairs& fields) { return post("/admin/settings/keys", fields); }
  int orders_by(const std::string& key) {
    headers["x-api-key"] = key;
    const int status = call("GET", "/api/orders").status;
    headers.erase("x-api-key");
    return status;
  }
  std::int64_t newest() { return number_in(db, "SELECT max(id) AS number FROM api_key"); }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(keys_page, KeysTest)

BOOST_AUTO_TEST_CASE(a_key_is_shown_once_and_opens_what_it_names) {
  const auto made = make({{"name", "Book keeping"}, {"permission", "orders"}, {"days", "30"}});

  BOOST_TEST(made.status == 200);
  const std::string key = secret_on(made);
  BOOST_TEST(!key.empty());
  const auto list = get("/admin/settings/keys");
  BOOST_TEST(contains(list, "Book keeping"));
  BOOST_TEST(contains(list, "by boss"));
  BOOST_TEST(secret_on(list).empty());
  BOOST_TEST(!contains(list, key));
  BOOST_TEST(!contains(get("/admin/settings/keys.csv"), key));
  BOOST_TEST(orders_by(key) == 200);
}

BOOST_AUTO_TEST_CASE(a_revoked_key_opens_nothing_any_more) {
  const std::string key = secret_on(make({{"name", "Robot"}, {"permission", "orders"}}));
  const std::string path = "/admin/settings/keys/" + std::to_string(newest());
  post(path + "/revoke", {});
  BOOST_TEST(notice.key == "key.revoked");
  BOOST_TEST(orders_by(key) == 401);
  post(path + "/revoke", {});
  BOOST_TEST(notice.key == "key.revoked_before");
  BOOST_TEST(contains(get("/admin/settings/keys"), "revoked"));
  post("/admin/settings/keys/999999999/revoke", {});
  BOOST_TEST(notice.key == "key.revoked_before");
}

BOOST_AUTO_TEST_CASE(nobody_gives_what_he_has_not_himself) {
  sign_in(make_account(db, {.role = "staff", .permissions = "settings"}));
  BOOST_TEST(!contains(get("/admin/settings/keys"), "value=\"orders\""));
  BOOST_TEST(make({{"name", "Thief"}, {"permission", "orders"}}).status == 403);
  BOOST_TEST(make({{"name", "Thief"}, {"permission", "all of it"}}).status == 403);
  BOOST_TEST(make({{"name", "Mine"}, {"permission", "settings"}}).status == 200);
  BOOST_TEST(number_in(db, "SELECT count(*) AS number FROM api_key") == 1);
}

BOOST_AUTO_TEST_CASE(what_was_typed_stays_when_something_is_wrong) {
  const auto again = make({{"name", ""}, {"permission", "orders"}, {"days", "forever"}});
  BOOST_TEST(again.status == 422);
  BOOST_TEST(contains(again, "name-error"));
  BOOST_TEST(contains(again, "days-error"));
  BOOST_TEST(contains(again, "value=\"forever\""));
  BOOST_TEST(contains(again, "value=\"orders\" checked"));
  BOOST_TEST(number_in(db, "SELECT count(*) AS number FROM api_key") == 0);
}

BOOST_AUTO_TEST_CASE(keys_are_found_by_name_and_taken_as_a_file) {
  make({{"name", "=cmd|x"}, {"permission", "orders"}});
  make({{"name", "Shop window"}});
  BOOST_TEST(!contains(get("/admin/settings/keys?q=window"), "=cmd"));
  const auto file = get("/admin/settings/keys.csv");
  BOOST_TEST(contains(file, "\"'=cmd|x\""));
  BOOST_TEST(contains(file, "Shop window"));
}

BOOST_AUTO_TEST_CASE(only_staff_for_settings_come_here) {
  sign_in(make_account(db, {.role = "staff", .permissions = "orders,customers"}));
  BOOST_TEST(get("/admin/settings/keys").status == 403);
  BOOST_TEST(make({{"name", "x"}}).status == 403);
  BOOST_TEST(post("/admin/settings/keys/1/revoke", {}).status == 403);
}

BOOST_AUTO_TEST_SUITE_END()
