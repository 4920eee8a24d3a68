// What machines use: API keys, webhooks, the assistants' protocol, figures.
#include <boost/test/unit_test.hpp>

#include <regex>
#include <set>
#include <sstream>

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
    headers["accept"] = "application/json";
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

BOOST_AUTO_TEST_CASE(a_key_has_no_cart_orders_or_profile_of_its_own) {
  support::make_rules(db);
  const auto lamp = support::make_product(db);
  log_in_as({.role = "admin"});
  const auto bought = call("POST", "/purchase", {{"product_id", lamp}});
  const auto order = json_of(bought).at("id").get<std::int64_t>();
  const std::string key =
      make_key({{"name", "Robot"}, {"permissions", {"reports"}}, {"may_write", true}});
  const std::string shipper =
      make_key({{"name", "Shipper"}, {"permissions", {"orders"}}, {"may_write", true}});
  as_machine(key);
  for (const char* path : {"/api/cart", "/api/users/profile", "/api/orders/myorders", "/orders",
                           "/api/sessions", "/api/favorites", "/chat_history"}) {
    BOOST_TEST(call("GET", path).status == 403, path);
  }
  BOOST_TEST(call("GET", at("/api/orders/{}", order)).status == 403);
  BOOST_TEST(call("POST", "/purchase", {{"product_id", lamp}}).status == 403);
  BOOST_TEST(call("PUT", "/api/users/profile/update", {{"city", "Bern"}}).status == 403);
  BOOST_TEST(tool("view_cart").at("result").at("isError") == true);

  as_machine(shipper);
  BOOST_TEST(call("GET", at("/api/orders/{}", order)).status == 200);
  BOOST_TEST(json_of(call("GET", "/orders")).at("total") >= 1);
  BOOST_TEST(call("PUT", at("/api/orders/{}/pay", order)).status == 200);
}

BOOST_AUTO_TEST_CASE(a_key_ends_with_the_rights_and_the_freedom_of_its_maker) {
  const auto maker = log_in_as({.role = "staff", .permissions = "settings,orders"});
  as_machine(make_key({{"name", "Robot"}, {"permissions", {"orders"}}}));
  BOOST_TEST(call("GET", "/api/orders").status == 200);
  const std::string id = std::to_string(maker);
  db.run_script("UPDATE account SET permissions = '{settings}' WHERE id = " + id);
  BOOST_TEST(call("GET", "/api/orders").status == 403);
  db.run_script("UPDATE account SET permissions = '{orders}', locked_at = now() WHERE id = " + id);
  BOOST_TEST(call("GET", "/api/orders").status == 401);
  db.run_script(
      "UPDATE account SET locked_at = NULL, role = 'customer', permissions = '{}' "
      "WHERE id = " +
      id);
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

BOOST_AUTO_TEST_CASE(a_conversation_in_the_protocols_own_messages) {
  // As in the specification's pages on lifecycle and tools.
  const Json begun = rpc("initialize", {{"protocolVersion", "2025-06-18"},
                                        {"capabilities",
                                         {{"roots", {{"listChanged", true}}},
                                          {"sampling", Json::object()},
                                          {"elicitation", Json::object()}}},
                                        {"clientInfo",
                                         {{"name", "ExampleClient"},
                                          {"title", "Example Client Display Name"},
                                          {"version", "1.0.0"}}}});
  BOOST_TEST(begun.at("jsonrpc") == "2.0");
  BOOST_TEST(begun.at("id") == 1);
  BOOST_TEST(begun.at("result").at("serverInfo").contains("name"));
  BOOST_TEST(begun.at("result").at("capabilities").contains("tools"));
  const auto noted =
      call_raw("POST", "/api/mcp", R"({"jsonrpc":"2.0","method":"notifications/initialized"})");
  BOOST_TEST(noted.status == 202);
  BOOST_TEST(noted.body.empty());
  for (const Json& tool : rpc("tools/list").at("result").at("tools")) {
    BOOST_TEST(tool.at("inputSchema").at("type") == "object");
    BOOST_TEST(!tool.at("description").get<std::string>().empty());
  }
  BOOST_TEST(rpc("ping").at("result") == Json::object());
  // An older client is answered in its protocol, an unknown one in ours; an id may be a text.
  BOOST_TEST(
      rpc("initialize", {{"protocolVersion", "2024-11-05"}}).at("result").at("protocolVersion") ==
      "2024-11-05");
  BOOST_TEST(
      rpc("initialize", {{"protocolVersion", "1999-01-01"}}).at("result").at("protocolVersion") ==
      "2025-06-18");
  BOOST_TEST(json_of(call_raw("POST", "/api/mcp", R"({"jsonrpc":"2.0","id":"a","method":"ping"})"))
                 .at("id") == "a");
  // No stream is offered: the specification asks for 405 then.
  BOOST_TEST(call("GET", "/api/mcp").status == 405);
}

BOOST_AUTO_TEST_CASE(a_tool_with_wrong_arguments_says_which) {
  const Json said = tool("search_products", {{"query", 5}, {"limit", 500}});
  const auto message = said.at("error").at("message").get<std::string>();
  BOOST_TEST(message.find("query") != std::string::npos);
  BOOST_TEST(message.find("limit") != std::string::npos);
  BOOST_TEST(tool("compare_products", Json::object({{"product_ids", {1, "x"}}})).contains("error"));
  BOOST_TEST(tool("get_product", Json::object({{"product_id", -1}})).contains("error"));
}

BOOST_AUTO_TEST_CASE(another_persons_order_is_none_for_an_assistant) {
  support::make_rules(db);
  const auto lamp = support::make_product(db);
  log_in_as();
  const auto number = json_of(call("POST", "/purchase", {{"product_id", lamp}})).at("number");
  const auto orders = [&] {
    return tool("order_status", {{"number", number}})
        .at("result")
        .at("structuredContent")
        .at("orders");
  };
  BOOST_TEST(orders().size() == 1U);
  log_in_as();
  BOOST_TEST(orders().empty());
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
  BOOST_TEST(support::contains(metrics, "parley_model_version{model=\"churn\"} "));
}

BOOST_AUTO_TEST_CASE(figures_are_in_prometheus_text_format) {
  web::Request inside = request_for("GET", "/metrics");
  inside.remote_address = "127.0.0.1";
  const std::string text = answer(inside).body;
  BOOST_TEST(text.ends_with('\n'));
  const std::regex help("# HELP ([a-z_]+) [A-Z].*\\.");
  const std::regex type("# TYPE ([a-z_]+) (counter|gauge|histogram)");
  const std::regex sample(
      R"re(([a-z_]+?)(_bucket|_sum|_count)?(\{[a-z_]+="[^"\\]*"(,[a-z_]+="[^"\\]*")*\})? -?[0-9]+(\.[0-9]+)?)re");
  std::set<std::string> figures;
  std::set<std::string> seen;
  std::string name;
  std::string kind;
  std::istringstream lines(text);
  std::smatch match;
  for (std::string line; std::getline(lines, line);) {
    if (std::regex_match(line, match, help)) {
      // All lines of a figure stand together, behind its head.
      BOOST_TEST(figures.insert(match[1]).second, line);
      name = match[1];
    } else if (std::regex_match(line, match, type)) {
      BOOST_TEST(match[1].str() == name, line);
      kind = match[2];
      BOOST_TEST((kind == "counter") == name.ends_with("_total"), line);
    } else {
      BOOST_TEST(std::regex_match(line, match, sample), line);
      const std::string base =
          kind == "histogram" ? match[1].str() : match[1].str() + match[2].str();
      BOOST_TEST(base == name, line);
      BOOST_TEST(seen.insert(line.substr(0, line.rfind(' '))).second, line << " twice");
    }
  }
  BOOST_TEST(seen.size() > 20U);
}

BOOST_AUTO_TEST_SUITE_END()
