// What machines use: API keys, webhooks, the assistants' protocol, figures.
#include <boost/test/unit_test.hpp>

#include "mail/webhook_sender.h"
#include "support/api.h"
#include "support/orders.h"

using support::at;
using support::Json;
using support::json_of;

namespace {

struct Machines : support::ApiTest {
  void as_machine(const std::string& key) {
    token.clear();
    headers["x-api-key"] = key;
  }
  std::string make_key(const Json& wish) {
    return json_of(call("POST", "/api/keys", wish)).at("key").get<std::string>();
  }
  Json rpc(const std::string& method, const Json& params = Json::object()) {
    return json_of(call("POST", "/api/mcp",
                        {{"jsonrpc", "2.0"}, {"id", 1}, {"method", method}, {"params", params}}));
  }
  Json tool(const std::string& name, const Json& arguments = Json::object()) {
    return rpc("tools/call", {{"name", name}, {"arguments", arguments}});
  }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(machines_api, Machines)

BOOST_AUTO_TEST_CASE(a_key_may_what_it_names_and_nothing_else) {
  log_in_as({.role = "admin"});
  const std::string key = make_key({{"name", "Robot"}, {"permissions", {"orders"}}});
  BOOST_TEST(json_of(call("GET", "/api/keys")).at("items").at(0).contains("key") == false);

  as_machine(key);
  BOOST_TEST(call("GET", "/api/orders").status == 200);
  BOOST_TEST(call("GET", "/analytics/sales-summary").status == 403);
  BOOST_TEST(call("GET", "/api/users").status == 403);
  BOOST_TEST(call("PUT", at("/api/orders/{}/deliver", 1)).status == 403);
  headers["x-api-key"] = key + "x";
  BOOST_TEST(call("GET", "/api/orders").status == 401);
}

BOOST_AUTO_TEST_CASE(a_key_serves_as_bearer_too_and_writes_when_it_may) {
  log_in_as({.role = "admin"});
  token = make_key({{"name", "Robot"}, {"permissions", {"orders"}}, {"may_write", true}});
  BOOST_TEST(call("PUT", at("/api/orders/{}/deliver", 999999999)).status == 404);
}

BOOST_AUTO_TEST_CASE(a_revoked_or_expired_key_is_refused) {
  log_in_as({.role = "admin"});
  const auto made =
      json_of(call("POST", "/api/keys",
                   {{"name", "Robot"}, {"permissions", {"orders"}}, {"expires_in_days", 1}}));
  const auto admin_token = token;
  as_machine(made.at("key").get<std::string>());
  shop.clock = [] { return support::noon() + std::chrono::hours(25); };
  BOOST_TEST(call("GET", "/api/orders").status == 401);
  shop.clock = support::noon;
  BOOST_TEST(call("GET", "/api/orders").status == 200);
  token = admin_token;
  headers.erase("x-api-key");
  BOOST_TEST(call("DELETE", at("/api/keys/{}", made.at("id").get<std::int64_t>())).status == 204);
  as_machine(made.at("key").get<std::string>());
  BOOST_TEST(call("GET", "/api/orders").status == 401);
}

BOOST_AUTO_TEST_CASE(nobody_hands_on_what_he_has_not_and_no_key_makes_keys) {
  log_in_as({.role = "staff", .permissions = "settings"});
  BOOST_TEST(call("POST", "/api/keys", {{"name", "Robot"}, {"permissions", {"orders"}}}).status ==
             422);
  as_machine(make_key({{"name", "Robot"}, {"permissions", {"settings"}}, {"may_write", true}}));
  BOOST_TEST(call("POST", "/api/keys", {{"name", "Child"}, {"permissions", {"settings"}}}).status ==
             403);
}

BOOST_AUTO_TEST_CASE(an_endpoint_is_told_of_orders_as_often_as_they_happen) {
  support::make_rules(db);
  const auto lamp = support::make_product(db);
  log_in_as({.role = "admin"});
  const auto made =
      json_of(call("POST", "/api/webhooks",
                   {{"url", "https://hooks.example.org/x"}, {"events", {"order.placed"}}}));
  BOOST_TEST(made.at("secret").get<std::string>().starts_with("whsec_"));
  call("POST", "/purchase", {{"product_id", lamp}, {"quantity", 1}});
  db.run_script("SET CONSTRAINTS ALL IMMEDIATE");

  const Json told = json_of(call("GET", "/api/webhooks/deliveries?state=waiting"));
  BOOST_TEST(told.at("total") == 1);
  BOOST_TEST(told.at("items").at(0).at("event") == "order.placed");
  const auto delivery = told.at("items").at(0).at("id").get<std::int64_t>();
  BOOST_TEST(
      json_of(call("POST", at("/api/webhooks/deliveries/{}/replay", delivery))).at("state") ==
      "waiting");
  const auto id = made.at("id").get<std::int64_t>();
  BOOST_TEST(json_of(call("PATCH", at("/api/webhooks/{}", id), Json::object({{"active", false}})))
                 .at("active") == false);
  BOOST_TEST(json_of(call("GET", "/api/webhooks")).at("total") == 1);
  BOOST_TEST(call("DELETE", at("/api/webhooks/{}", id)).status == 204);
}

BOOST_AUTO_TEST_CASE(bad_endpoints_are_refused) {
  log_in_as({.role = "admin"});
  for (const char* url : {"ftp://x.example", "https://", "https://user:pass@x.example/",
                          "//x.example", "https://x.example/a b", "https://x.example/\\"}) {
    const auto answer = call("POST", "/api/webhooks", {{"url", url}, {"events", {"order.placed"}}});
    BOOST_TEST(answer.status == 422, url);
  }
  BOOST_TEST(
      call("POST", "/api/webhooks", {{"url", "https://x.example"}, {"events", {"moon.rises"}}})
          .status == 422);
}

BOOST_AUTO_TEST_CASE(machines_of_ones_own_network_are_not_told) {
  for (const char* url : {"http://127.0.0.1:1/", "http://localhost:1/", "http://[::1]:1/",
                          "http://[::ffff:127.0.0.1]:1/", "http://169.254.169.254/",
                          "http://0.0.0.0:1/", "http://2130706433:1/", "http://0x7f.1:1/"}) {
    const auto result = mail::send_webhook(
        {.url = url, .secret = "whsec_AAAA", .event_id = "e", .body = "{}"}, {}, support::noon());
    BOOST_TEST(result.error.find("no address that may be told") != std::string::npos,
               url << ": " << result.error);
  }
}

BOOST_AUTO_TEST_CASE(an_assistant_finds_products_and_compares_them) {
  const auto lamp = support::make_product(db, {.name = "Azure Lamp", .price = Money{1999}});
  const auto vase = support::make_product(db, {.name = "Azure Vase"});
  const Json begun =
      rpc("initialize", {{"protocolVersion", "2025-06-18"}, {"capabilities", Json::object()}});
  BOOST_TEST(begun.at("result").at("protocolVersion") == "2025-06-18");
  BOOST_TEST(rpc("tools/list").at("result").at("tools").size() == 7u);
  const Json found = tool("search_products", {{"query", "azure lamp"}, {"limit", 1}});
  BOOST_TEST(found.at("result").at("structuredContent").at("products").at(0).at("id") == lamp);
  const Json compared = tool("compare_products", Json::object({{"product_ids", {lamp, vase}}}));
  BOOST_TEST(compared.at("result").at("structuredContent").at("products").size() == 2u);
  BOOST_TEST(tool("get_product", Json::object({{"product_id", lamp}})).at("result").at("isError") ==
             false);
  BOOST_TEST(
      tool("get_product", Json::object({{"product_id", 999999999}})).at("result").at("isError") ==
      true);
  BOOST_TEST(tool("get_policies").at("result").at("isError") == false);
}

BOOST_AUTO_TEST_CASE(without_a_token_nobodys_cart_is_seen_and_with_one_nothing_is_bought) {
  support::make_rules(db);
  const auto lamp = support::make_product(db);
  for (const char* name : {"view_cart", "order_status"}) {
    BOOST_TEST(tool(name).at("result").at("isError") == true);
  }
  log_in_as();
  const Json proposed = tool("propose_purchase", {{"product_id", lamp}, {"quantity", 2}});
  BOOST_TEST(proposed.at("result").at("structuredContent").at("cart").at("pieces") == 2);
  BOOST_TEST(proposed.at("result")
                 .at("structuredContent")
                 .at("confirm_url")
                 .get<std::string>()
                 .ends_with("/checkout"));
  BOOST_TEST(support::number_in(db,
                                "SELECT count(*) AS number FROM sales_order WHERE state <> 'temp' "
                                "AND placed_at = '2026-03-01 12:00+00'") == 0);
  BOOST_TEST(tool("view_cart").at("result").at("structuredContent").at("pieces") == 2);
  BOOST_TEST(tool("order_status").at("result").at("isError") == false);
}

BOOST_AUTO_TEST_CASE(the_protocols_errors_have_its_own_numbers) {
  const auto code = [&](const std::string& body) {
    return json_of(call_raw("POST", "/api/mcp", body)).at("error").at("code").get<int>();
  };
  BOOST_TEST(code("{") == -32700);
  BOOST_TEST(code("[]") == -32600);
  BOOST_TEST(code(R"({"jsonrpc":"1.0","id":1,"method":"ping"})") == -32600);
  BOOST_TEST(code(R"({"jsonrpc":"2.0","id":1,"method":"dance"})") == -32601);
  BOOST_TEST(code(R"({"jsonrpc":"2.0","id":1,"method":"tools/call","params":{}})") == -32602);
  BOOST_TEST(tool("no_such_tool").at("error").at("code") == -32602);
  BOOST_TEST(tool("search_products").at("error").at("code") == -32602);
  BOOST_TEST(
      call_raw("POST", "/api/mcp", R"({"jsonrpc":"2.0","method":"notifications/initialized"})")
          .status == 202);
}

BOOST_AUTO_TEST_CASE(figures_are_for_inside_addresses_only) {
  BOOST_TEST(call("GET", "/metrics").status == 404);  // 192.0.2.1 asks
  web::Request inside = request_for("GET", "/metrics");
  inside.remote_address = "127.0.0.1";
  const auto metrics = answer(inside);
  BOOST_TEST(metrics.status == 200);
  BOOST_TEST(support::contains(metrics, "parley_database_up 1\n"));
  BOOST_TEST(support::contains(metrics, "parley_outbox{kind=\"mail\",state=\"waiting\"}"));
}

BOOST_AUTO_TEST_SUITE_END()
