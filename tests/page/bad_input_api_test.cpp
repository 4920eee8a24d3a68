// What no client should send, sent to every address that takes a body: a refusal in its own shape,
// and nothing changed.
#include <boost/test/unit_test.hpp>

#include "api_words.h"
#include "routes.h"
#include "support/api.h"

using support::Json;

namespace {

struct Row {
  std::string method{};
  std::string path{};
  Json example{};
};

/// Log-ins and refreshes say 401 to anything; the assistants' protocol has errors of its own.
bool is_special(const web::Route& route) {
  return route.kind == web::Kind::sign_in || route.path == "/api/mcp";
}

std::vector<Json> strange_values() {
  return {nullptr,
          true,
          0,
          -1,
          1.5,
          1e30,
          INT64_MAX,
          UINT64_MAX,
          "",
          " ",
          "x",
          "1",
          "\u202e\u0007",
          "'; DROP TABLE product; --",
          std::string(20000, 'x'),
          Json::array(),
          Json::array({1, "a", nullptr}),
          Json::object(),
          Json::object({{"a", Json::object({{"b", 1}})}})};
}

/// An admin with something of everything, so that nothing is refused for being nowhere.
struct BadInput : support::ApiTest {
  BadInput() {
    support::make_rules(db);
    product = support::make_product(db);
    admin = log_in_as({.role = "admin"});
    order = id_in(call("POST", "/purchase", {{"product_id", product}}), "id");
    const auto said = call("POST", "/api/chat", {{"message", "hello"}});
    message = id_in(said, "id");
    talk = id_in(said, "session_id");
    hook = id_in(
        call("POST", "/api/webhooks", {{"url", "https://x.example"}, {"events", {"order.paid"}}}),
        "id");
  }
  static std::int64_t id_in(const web::Response& response, const char* name) {
    return support::json_of(response).at(name).get<std::int64_t>();
  }
  std::int64_t id_for(std::string_view path) const {
    if (path.starts_with("/api/orders/")) return order;
    if (path.starts_with("/api/sessions/")) return talk;
    if (path.starts_with("/api/messages/")) return message;
    if (path.starts_with("/api/webhooks/")) return hook;
    return path.find("/users/") == std::string_view::npos ? product : admin;
  }
  std::string address_of(const web::Route& route) const {
    std::string path(route.path);
    for (std::size_t at = path.find('{'); at != std::string::npos; at = path.find('{')) {
      path.replace(at, path.find('}', at) - at + 1, std::to_string(id_for(route.path)));
    }
    return path;
  }
  /// Every address whose description names a JSON body.
  std::vector<Row> rows_with_body() const {
    const ApiWords words = ApiWords::load(support::test_config().templates);
    std::vector<Row> rows;
    for (const web::Route& route : all_routes()) {
      const Json* found = route.kind == web::Kind::page ? nullptr : words.find(route);
      if (found == nullptr || !found->contains("body") || is_special(route)) continue;
      rows.push_back(
          {std::string(route.method), address_of(route), found->value("example", Json::object())});
    }
    return rows;
  }
  web::Response ask(const Row& row, const std::string& body) {
    db::Transaction undone(db);
    return call_raw(row.method, row.path, body);
  }
  std::int64_t product = 0;
  std::int64_t admin = 0;
  std::int64_t order = 0;
  std::int64_t message = 0;
  std::int64_t talk = 0;
  std::int64_t hook = 0;
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(bad_input_api, BadInput)

BOOST_AUTO_TEST_CASE(a_body_that_cannot_be_read_is_400_everywhere) {
  const std::string deep(10000, '[');
  std::string deep_objects;
  for (int level = 0; level < 10000; ++level) deep_objects += "{\"a\":";
  const std::vector<std::string> bodies = {"{",
                                           "nonsense",
                                           "[1]",
                                           "\"text\"",
                                           "null",
                                           "{\"a\":1,}",
                                           "{\"a\":NaN}",
                                           "{\"a\":Infinity}",
                                           "{\"a\":1e999}",
                                           "{\"a\":-1e999}",
                                           "{\"a\":01}",
                                           "{\"a\":1,\"a\":2}",
                                           "{\"a\":{\"b\":1,\"b\":1}}",
                                           "{\"a\":\"\\u0000\"}",
                                           "{\"a\\u0000\":1}",
                                           "{\"a\":\"\\ud800\"}",
                                           "{\"a\":1} {}",
                                           "\xEF\xBB\xBF{\"a\":1}x",
                                           deep,
                                           "{\"a\":" + deep + "}",
                                           deep_objects};
  for (const Row& row : rows_with_body()) {
    for (const std::string& body : bodies) {
      const auto answer = ask(row, body);
      BOOST_TEST(answer.status == 400, row.method << " " << row.path << " with "
                                                  << body.substr(0, 30) << " is " << answer.status);
      BOOST_TEST(answer.content_type == "application/problem+json");
    }
  }
}

BOOST_AUTO_TEST_CASE(another_content_type_is_415_everywhere) {
  for (const Row& row : rows_with_body()) {
    for (const char* type : {"text/plain", "application/xml", "application/jsonp", ""}) {
      db::Transaction undone(db);
      const auto answer = call_raw(row.method, row.path, "{\"a\":1}", type);
      BOOST_TEST(answer.status == 415,
                 row.method << " " << row.path << " with '" << type << "' is " << answer.status);
    }
  }
}

BOOST_AUTO_TEST_CASE(a_value_of_any_kind_in_any_field_is_never_our_failure) {
  int asked = 0;
  for (const Row& row : rows_with_body()) {
    for (const auto& [field, good] : row.example.items()) {
      for (const Json& strange : strange_values()) {
        Json body = row.example;
        body[field] = strange;
        const auto answer = ask(row, body.dump());
        ++asked;
        BOOST_TEST(answer.status < 500, row.method << " " << row.path << " " << field << " = "
                                                   << strange.dump().substr(0, 40) << " is "
                                                   << answer.status);
        if (answer.status >= 400) {
          BOOST_TEST(answer.content_type == "application/problem+json", row.path);
        }
      }
    }
  }
  BOOST_TEST(asked > 700);
}

BOOST_AUTO_TEST_CASE(strange_words_in_an_address_are_never_our_failure) {
  const ApiWords words = ApiWords::load(support::test_config().templates);
  for (const web::Route& route : all_routes()) {
    const Json* found = route.kind == web::Kind::page ? nullptr : words.find(route);
    if (found == nullptr || !found->contains("query")) continue;
    for (const Json& name : found->at("query")) {
      for (const char* value :
           {"", "-1", "0", "1", "99999999999999999999", "1.5", "NaN", "x", "%20", "%F0%9F%98%80",
            "'", "2026-03-01", "2026-13-45T99:99:99Z", "9999999-01-01", "true", "-1e9"}) {
        const auto answer =
            call("GET", address_of(route) + "?" + name.get<std::string>() + "=" + value);
        const bool is_told = answer.status < 400 || answer.status == 422 || answer.status == 404;
        BOOST_TEST(is_told, route.path << "?" << name.get<std::string>() << "=" << value << " is "
                                       << answer.status);
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(an_id_that_is_no_id_is_404) {
  for (const web::Route& route : all_routes()) {
    if (route.kind == web::Kind::page || route.path.find('{') == std::string_view::npos) continue;
    for (const char* id : {"0", "-1", "x", "1.5", "99999999999999999999", "1%00", "%2e%2e", "1 "}) {
      std::string path(route.path);
      const std::size_t at = path.find('{');
      path.replace(at, path.find('}', at) - at + 1, id);
      db::Transaction undone(db);
      const auto answer = call_raw(std::string(route.method), path,
                                   route.method == "GET" ? "" : "{\"quantity\":1}");
      BOOST_TEST((answer.status == 404 || answer.status == 405),
                 route.method << " " << path << " is " << answer.status);
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()
