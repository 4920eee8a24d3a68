// The API's own description agrees with the table that routes requests.
#include <boost/test/unit_test.hpp>

#include <set>

#include "api_words.h"
#include "routes.h"
#include "support/api.h"

using support::Json;
using support::json_of;

namespace {

std::string key_of(const web::Route& route) {
  return std::string(route.method) + " " + std::string(route.path);
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(docs_page, support::ApiTest)

BOOST_AUTO_TEST_CASE(every_row_has_words_and_every_word_has_a_row) {
  const ApiWords words = ApiWords::load(support::test_config().templates);
  std::set<std::string> rows;
  for (const web::Route& route : all_routes()) {
    if (route.kind == web::Kind::page) continue;
    rows.insert(key_of(route));
    BOOST_TEST(words.find(route) != nullptr, key_of(route));
  }
  for (const auto& [key, entry] : words.operations.items()) BOOST_TEST(rows.contains(key), key);
}

BOOST_AUTO_TEST_CASE(the_document_names_every_row_once_with_its_role) {
  const Json document = json_of(call("GET", "/api/openapi.json"));
  BOOST_TEST(document.at("openapi") == "3.1.0");
  std::set<std::string> ids;
  for (const web::Route& route : all_routes()) {
    if (route.kind == web::Kind::page) continue;
    std::string method(route.method);
    for (char& c : method) c = static_cast<char>(c - 'A' + 'a');
    const Json& operation = document.at("paths").at(std::string(route.path)).at(method);
    BOOST_TEST(operation.at("x-role") == role_text(route.access), key_of(route));
    BOOST_TEST(ids.insert(operation.at("operationId").get<std::string>()).second, key_of(route));
  }
}

BOOST_AUTO_TEST_CASE(people_read_the_same_with_lines_to_copy) {
  const auto page = get("/docs");
  BOOST_TEST(page.status == 200);
  BOOST_TEST(support::contains(page, "/api/orders/{id}/deliver"));
  BOOST_TEST(support::contains(page, "curl -s"));
  BOOST_TEST(!support::contains(page, "<script"));
}

BOOST_AUTO_TEST_CASE(the_root_says_what_this_is_to_those_who_ask_for_json) {
  headers["accept"] = "application/json";
  for (const char* path : {"/", "/api"}) {
    BOOST_TEST(json_of(call("GET", path)).at("endpoints").contains("products"));
  }
  headers["accept"] = "text/html";
  BOOST_TEST(call("GET", "/").content_type == "text/html; charset=utf-8");
}

BOOST_AUTO_TEST_SUITE_END()
