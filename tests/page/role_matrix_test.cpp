// Every route, pages and API, asked by everybody: what the table does not allow is denied.
#include <boost/test/unit_test.hpp>

#include <set>

#include "routes.h"
#include "support/api.h"
#include "support/orders.h"

namespace {

struct Person {
  std::string name{};
  support::AccountMaker maker{};
  bool is_signed_in = true;
};

std::vector<Person> people() {
  return {{"nobody", {}, false},
          {"customer", {}},
          {"staff without a permission", {.role = "staff"}},
          {"staff for orders", {.role = "staff", .permissions = "orders"}},
          {"staff for products and stock", {.role = "staff", .permissions = "products,stock"}},
          {"staff for people",
           {.role = "staff", .permissions = "customers,conversations,marketing,reports,settings"}},
          {"admin", {.role = "admin"}}};
}

/// An address of the route; its ids belong to nobody, unless one is given.
std::string address_of(const web::Route& route, std::int64_t id = 999999999) {
  std::string path(route.path);
  for (std::size_t at = path.find('{'); at != std::string::npos; at = path.find('{')) {
    path.replace(at, path.find('}', at) - at + 1, std::to_string(id));
  }
  return path;
}

/// Whatever is named below these addresses is everybody's: products, categories, policies.
bool is_public(std::string_view path) {
  for (const std::string_view start :
       {"/category/", "/product/", "/products/", "/policies/", "/distribution-centers/",
        "/api/products/", "/api/distribution-centers/", "/api/favorites/", "/api/cart/items/",
        "/api/templates/", "/review/"}) {
    if (path.starts_with(start)) return true;
  }
  return false;
}

/// Refused at the door, before any handler is asked.
bool is_shut_out(const web::Response& answer, bool is_signed_in) {
  if (is_signed_in) return answer.status == 403;
  return answer.status == 401 || support::location(answer).starts_with("/login?next=");
}

struct Matrix : support::ApiTest {
  web::Visitor visitor_of(const Person& person) {
    web::Visitor visitor;
    if (!person.is_signed_in) return visitor;
    visitor.account_id = 1;
    visitor.role = person.maker.role == "admin"   ? web::Role::admin
                   : person.maker.role == "staff" ? web::Role::staff
                                                  : web::Role::customer;
    for (const auto& [name, permission] : web::kPermissions) {
      const std::string all = "," + person.maker.permissions + ",";
      if (all.find("," + std::string(name) + ",") != std::string::npos) {
        visitor.permissions.set(static_cast<std::size_t>(permission));
      }
    }
    return visitor;
  }
  web::Response ask_at(const web::Route& route, const std::string& address) {
    db::Transaction undone(db);
    return call_raw(std::string(route.method), address, route.method == "GET" ? "" : "{}");
  }
  /// Runs in a savepoint: what a route does to the shop is undone.
  web::Response ask(const web::Route& route) {
    db::Transaction undone(db);
    const bool is_json = route.kind != web::Kind::page;
    headers["accept"] = is_json ? "application/json" : "text/html";
    return call_raw(std::string(route.method), address_of(route),
                    is_json && route.method != "GET" ? "{}" : "");
  }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(role_matrix, Matrix)

BOOST_AUTO_TEST_CASE(the_door_is_shut_to_everybody_whom_the_table_does_not_name) {
  int asked = 0;
  for (const Person& person : people()) {
    token.clear();
    if (person.is_signed_in) log_in_as(person.maker);
    for (const web::Route& route : all_routes()) {
      const bool may = web::is_allowed(route.access, visitor_of(person));
      // Behind an open door anything may happen; the tests of the routes look at that.
      if (may) continue;
      const auto answer = ask(route);
      ++asked;
      BOOST_TEST(is_shut_out(answer, person.is_signed_in), person.name << ": " << route.method
                                                                       << " " << route.path
                                                                       << " is " << answer.status);
    }
  }
  BOOST_TEST(asked > 200);
}

BOOST_AUTO_TEST_CASE(an_open_door_never_ends_in_a_failure) {
  log_in_as({.role = "admin"});
  for (const web::Route& route : all_routes()) {
    if (route.kind == web::Kind::page) continue;
    const auto answer = ask(route);
    BOOST_TEST(answer.status < 500, route.method << " " << route.path << " is " << answer.status);
    BOOST_TEST(answer.status != 403, route.method << " " << route.path);
  }
}

BOOST_AUTO_TEST_CASE(what_belongs_to_one_customer_does_not_exist_for_another_nor_for_nobody) {
  support::make_rules(db);
  const auto lamp = support::make_product(db);
  const auto alice = log_in_as();
  const auto order = support::json_of(call("POST", "/purchase", {{"product_id", lamp}}))
                         .at("id")
                         .get<std::int64_t>();
  const auto message = support::json_of(call("POST", "/api/chat", {{"message", "hello"}}));
  const auto talk = message.at("session_id").get<std::int64_t>();
  const auto owned = [&](std::string_view path) -> std::int64_t {
    if (path.starts_with("/order/") || path.starts_with("/api/orders/")) return order;
    if (path.starts_with("/chat/") || path.starts_with("/api/sessions/")) return talk;
    if (path.starts_with("/why/") || path.starts_with("/api/messages/")) {
      return message.at("id").get<std::int64_t>();
    }
    return 0;
  };
  const auto state_of_alice = [&] {
    return std::vector{
        support::number_in(db, "SELECT count(*) AS number FROM order_event WHERE order_id = " +
                                   std::to_string(order)),
        support::number_in(db, "SELECT count(*) AS number FROM message WHERE conversation_id = " +
                                   std::to_string(talk)),
        support::number_in(db,
                           "SELECT count(*) AS number FROM conversation WHERE status = "
                           "'active' AND account_id = " +
                               std::to_string(alice))};
  };
  const auto before = state_of_alice();
  const auto bob = log_in_as();
  const std::string token_of_bob = token;
  int asked = 0;
  for (const web::Route& route : all_routes()) {
    const bool is_for_customers = route.access == web::Access::anyone ||
                                  route.access == web::Access::customer ||
                                  route.access == web::Access::order_owner;
    if (!is_for_customers || route.path.find('{') == std::string_view::npos) continue;
    if (is_public(route.path)) continue;
    const std::int64_t id = owned(route.path);
    BOOST_TEST(id != 0, "whose is " << route.path << "? This test must know.");
    const std::string address = address_of(route, id);
    const bool is_json = route.kind != web::Kind::page;
    for (const bool is_bob : {true, false}) {
      headers["accept"] = is_json ? "application/json" : "text/html";
      token.clear();
      session = web::new_session(support::noon());
      if (is_bob && is_json) token = token_of_bob;
      if (is_bob && !is_json) sign_in(bob);
      const auto answer = is_json                 ? ask_at(route, address)
                          : route.method == "GET" ? get(address)
                                                  : post(address, {});
      const int expected = is_json && !is_bob ? 401 : 404;
      BOOST_TEST(answer.status == expected, (is_bob ? "Bob: " : "nobody: ")
                                                << route.method << " " << route.path << " is "
                                                << answer.status);
      ++asked;
    }
  }
  BOOST_TEST(asked > 40);
  BOOST_TEST(state_of_alice() == before, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(what_changes_something_is_open_to_nobody_but_those_who_prove_who_they_are) {
  for (const web::Route& route : all_routes()) {
    const bool is_open = route.access == web::Access::anyone && route.method != "GET";
    if (!is_open || route.kind != web::Kind::json) continue;
    // The assistants' protocol only reads without a token.
    BOOST_TEST(route.path == "/api/mcp", route.path);
  }
}

BOOST_AUTO_TEST_SUITE_END()
