#include <boost/test/unit_test.hpp>

#include <regex>

#include "mail/webhooks.h"
#include "support/orders.h"

using namespace support;

namespace {

struct WebhooksTest : PageTest {
  WebhooksTest() { sign_in(make_account(db, {.role = "staff", .permissions = "settings"})); }
  web::Response add(const std::string& url, const std::string& event = "order.placed") {
    return post("/admin/settings/webhooks", {{"url", url}, {"event", event}});
  }
  std::vector<mail::Endpoint> endpoints() { return mail::list_endpoints(db, 0, 10); }
  std::string id() { return std::to_string(endpoints().at(0).id); }
  mail::Delivery delivery() { return mail::list_deliveries(db, {}, 0, 1).at(0); }
  /// Something happens of which others are told.
  void sell() {
    make_rules(db);
    make_order(db, guest(), make_product(db, {.in_stock = 10}), 1);
    db.run_script("SET CONSTRAINTS ALL IMMEDIATE; SET CONSTRAINTS ALL DEFERRED");
  }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(webhooks_page, WebhooksTest)

BOOST_AUTO_TEST_CASE(an_address_is_added_paused_changed_and_removed) {
  const auto made = add("https://other.example/hook");

  BOOST_TEST(made.status == 200);
  BOOST_TEST(std::regex_search(made.body, std::regex("whsec_[A-Za-z0-9_-]{20,}")));
  BOOST_TEST(!contains(get("/admin/settings/webhooks"), "whsec_"));
  BOOST_TEST(!contains(get("/admin/settings/webhooks.csv"), "whsec_"));
  BOOST_TEST(contains(get("/admin/settings/webhooks?q=OTHER"), "https://other.example/hook"));
  post("/admin/settings/webhooks/" + id(), {{"act", "pause"}});
  BOOST_TEST(notice.key == "webhook.paused");
  BOOST_TEST(!endpoints().at(0).active);
  post("/admin/settings/webhooks/" + id(), {{"act", "resume"}});
  BOOST_TEST(endpoints().at(0).active);
  post("/admin/settings/webhooks/" + id(),
       {{"act", "save"}, {"url", "https://new.example/"}, {"event", "stock.low"}});
  BOOST_TEST(notice.key == "webhook.saved");
  BOOST_TEST(endpoints().at(0).url == "https://new.example/");
  BOOST_TEST(endpoints().at(0).events.at(0) == "stock.low");
  const std::string gone = id();
  post("/admin/settings/webhooks/" + gone + "/remove", {});
  BOOST_TEST(notice.key == "webhook.removed");
  BOOST_TEST(endpoints().empty());
  post("/admin/settings/webhooks/" + gone + "/remove", {});
  BOOST_TEST(notice.key == "webhook.gone");
  post("/admin/settings/webhooks/" + gone, {{"act", "pause"}});
  BOOST_TEST(notice.key == "webhook.gone");
}

BOOST_AUTO_TEST_CASE(addresses_and_events_that_cannot_be_are_refused) {
  for (const char* url :
       {"", "ftp://a.example/", "https://user:pass@a.example/", "javascript:1", "https://"}) {
    const auto again = add(url);
    BOOST_TEST(again.status == 422, url);
    BOOST_TEST(contains(again, "url-error"), url);
  }
  BOOST_TEST(post("/admin/settings/webhooks", {{"url", "https://a.example/"}}).status == 422);
  BOOST_TEST(add("https://a.example/", "weather.changed").status == 400);
  BOOST_TEST(endpoints().empty());
  add("https://a.example/");
  post("/admin/settings/webhooks/" + id(),
       {{"act", "save"}, {"url", "nowhere"}, {"event", "stock.low"}});
  BOOST_TEST(notice.key == "api.bad_url");
  post("/admin/settings/webhooks/" + id(), {{"act", "save"}, {"url", "https://b.example/"}});
  BOOST_TEST(notice.key == "webhook.no_event");
  BOOST_TEST(post("/admin/settings/webhooks/" + id(), {{"act", "explode"}}).status == 400);
  BOOST_TEST(endpoints().at(0).url == "https://a.example/");
}

BOOST_AUTO_TEST_CASE(deliveries_are_filtered_and_told_again) {
  add("https://a.example/hook");
  sell();
  const auto claimed = mail::claim_delivery(db, clock_now() + std::chrono::minutes(1)).value();
  mail::finish_delivery(db, claimed, {.status = 500, .error = "500 from there"}, noon());

  const auto log = get("/admin/settings/deliveries");

  BOOST_TEST(contains(log, "order.placed"));
  BOOST_TEST(contains(log, "500 from there"));
  BOOST_TEST(
      contains(get("/admin/settings/deliveries?state=waiting&event=order.placed&q=from%20there"),
               "https://a.example/hook"));
  BOOST_TEST(!contains(get("/admin/settings/deliveries?state=dead"), "https://a.example/hook"));
  BOOST_TEST(!contains(get("/admin/settings/deliveries?event=stock.low"), "a.example/hook"));
  BOOST_TEST(!contains(get("/admin/settings/deliveries?endpoint=999999999"), "a.example/hook"));
  BOOST_TEST(delivery().attempts == 1);
  post("/admin/settings/deliveries/" + std::to_string(delivery().id) + "/replay", {});
  BOOST_TEST(notice.key == "webhook.replayed");
  BOOST_TEST(delivery().attempts == 0);
  BOOST_TEST(post("/admin/settings/deliveries/999999999/replay", {}).status == 404);
  const auto file = get("/admin/settings/deliveries.csv");
  BOOST_TEST(file.content_type == "text/csv; charset=utf-8");
}

BOOST_AUTO_TEST_CASE(only_staff_for_settings_come_here) {
  sign_in(make_account(db, {.role = "staff", .permissions = "orders"}));
  BOOST_TEST(get("/admin/settings/webhooks").status == 403);
  BOOST_TEST(get("/admin/settings/deliveries").status == 403);
  BOOST_TEST(add("https://a.example/").status == 403);
}

BOOST_AUTO_TEST_SUITE_END()
