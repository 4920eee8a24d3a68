#include <boost/test/unit_test.hpp>

#include "import/dummyjson.h"
#include "support/import_test.h"

namespace {

struct DummyJsonTest : support::ImportTest {
  importer::Summary import_folder(const importer::Options& options = {}) {
    return import(importer::import_dummyjson, "dummyjson", options);
  }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(import_dummyjson, DummyJsonTest)

BOOST_AUTO_TEST_CASE(a_product_brings_its_attributes_stock_and_reviews) {
  const importer::Summary summary = import_folder();

  BOOST_TEST(summary["products"] == 2);
  BOOST_TEST(summary["reviews"] == 2);
  const auto lipstick = product("dummyjson:product:1");
  BOOST_TEST(lipstick.text("category") == "Men's Shirts");
  BOOST_TEST(lipstick.text("brand") == "Chic");
  BOOST_TEST(lipstick.integer("price_cents") == 1299);
  BOOST_TEST(lipstick.text("attributes") ==
             "Width=5.25 cm; Height=9 cm; Depth=2 cm; Weight=8; Warranty=1 year warranty; "
             "Shipping=Ships overnight; Returns=No return policy; Tag=beauty; Tag=lips");
  BOOST_TEST(lipstick.integer("review_count") == 2);
  BOOST_TEST(lipstick.integer("rating_sum") == 6);
  BOOST_TEST(lipstick.integer("in_stock") == 3);
  BOOST_TEST(lipstick.integer("free_pieces") == 3);
  BOOST_TEST(product("dummyjson:product:2").text("name") == "Café \"Noir\"");
}

BOOST_AUTO_TEST_CASE(nobody_becomes_staff_and_no_password_is_taken_over) {
  import_folder();

  const auto emma = account("dummyjson:user:1");
  BOOST_TEST(emma.text("role") == "customer");
  BOOST_TEST(emma.boolean("no_password"));
  BOOST_TEST(emma.text("country") == "US");
  const auto una = account("dummyjson:reviewer:una.dyke@x.dummyjson.com");
  BOOST_TEST(una.text("username") == "una.dyke");
  BOOST_TEST(una.text("last_name") == "van Dyke");
}

BOOST_AUTO_TEST_CASE(a_cart_becomes_a_placed_order_with_its_pieces) {
  const importer::Summary summary = import_folder();

  BOOST_TEST(summary["orders"] == 1);
  const auto placed = order("dummyjson:cart:1");
  BOOST_TEST(placed.text("state") == "placed");
  BOOST_TEST(placed.text("payment_state") == "unpaid");
  BOOST_TEST(placed.text("lines") == "3 x BEA-1 at 1299; 1 x GRO-2 at 300");
  BOOST_TEST(placed.integer("total_cents") == 4197);
  BOOST_TEST(product("dummyjson:product:1").integer("sold_pieces") == 3);
  BOOST_TEST(product("dummyjson:product:1").integer("sold_count") == 3);
}

BOOST_AUTO_TEST_CASE(broken_elements_are_listed_and_cost_only_themselves) {
  const importer::Summary summary = import_folder();

  BOOST_TEST(summary["bad rows"] == 15);
  BOOST_TEST(summary["rows left out"] == 1);
  for (const char* line :
       {"products.json:2: left out: a second review", "products.json:2: bad: a review",
        "products.json:12: bad: repeats the id 2",
        "products.json:13: bad: repeats the stock code GRO-2",
        "products.json:14: bad: element 5: price", "products.json:15: bad: element 6: stock",
        "products.json:16: bad: element 7: title", "products.json:17: bad: element 8: is no JSON",
        "products.json:18: bad: element 9: is no JSON object",
        "users.json:5: bad: repeats the e-mail address", "users.json:6: bad: element 3: username",
        "carts.json:4: bad: user 99", "carts.json:5: bad: product 77",
        "carts.json:6: bad: element 4: the cart is empty", "carts.json:7: bad: element 5: quantity",
        "carts.json:8: bad: repeats the id 1"}) {
    BOOST_TEST(reported(line), line << '\n' << rows);
  }
}

BOOST_AUTO_TEST_CASE(the_same_folder_twice_changes_nothing) {
  import_folder();
  const std::string before = sizes();

  import_folder();

  BOOST_TEST(sizes() == before);
}

BOOST_AUTO_TEST_CASE(strict_refuses_bad_elements_and_changes_nothing) {
  const std::string before = sizes();

  BOOST_CHECK_THROW(import_folder({.strict = true}), importer::Refused);
  BOOST_TEST(sizes() == before);
}

BOOST_AUTO_TEST_SUITE_END()
