#include <boost/test/unit_test.hpp>

#include "import/thelook.h"
#include "support/import_test.h"

namespace {

struct TheLookTest : support::ImportTest {
  importer::Summary import_folder(const importer::Options& options = {}) {
    return import(importer::import_thelook, "thelook", options);
  }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(import_thelook, TheLookTest)

BOOST_AUTO_TEST_CASE(rows_that_join_become_a_shop_with_its_ledger) {
  const importer::Summary summary = import_folder();

  BOOST_TEST(summary["products"] == 2);
  BOOST_TEST(summary["customers"] == 2);
  BOOST_TEST(summary["pieces"] == 4);
  BOOST_TEST(summary["orders"] == 2);
  BOOST_TEST(summary["goods sold"] == 1398);

  const auto cap = product("thelook:product:10");
  BOOST_TEST(cap.integer("price_cents") == 699);
  BOOST_TEST(cap.text("attributes") == "Department=Women");
  BOOST_TEST(cap.integer("in_stock") == 1);
  BOOST_TEST(cap.integer("free_pieces") == 1);
  BOOST_TEST(cap.integer("sold_pieces") == 2);
  BOOST_TEST(cap.integer("sold_count") == 2);
  const auto angela = account("thelook:user:100");
  BOOST_TEST(angela.text("country") == "BR");
  BOOST_TEST(angela.text("city") == "");
}

BOOST_AUTO_TEST_CASE(an_order_has_a_line_for_each_product_and_its_history) {
  import_folder();

  const auto complete = order("thelook:order:500");
  BOOST_TEST(complete.text("state") == "complete");
  BOOST_TEST(complete.text("lines") == "2 x AAA10 at 699");
  BOOST_TEST(complete.text("events") == "placed; paid; shipped; delivered");
}

BOOST_AUTO_TEST_CASE(a_returned_piece_lies_in_the_warehouse_again) {
  import_folder();

  const auto returned = order("thelook:order:501");
  BOOST_TEST(returned.text("state") == "returned");
  BOOST_TEST(returned.text("payment_state") == "refunded");
  const auto suit = product("thelook:product:11");
  BOOST_TEST(suit.integer("in_stock") == 1);
  BOOST_TEST(suit.integer("sold_count") == 0);
}

BOOST_AUTO_TEST_CASE(what_visitors_did_is_kept) {
  BOOST_TEST(import_folder()["events"] == 3);

  BOOST_TEST(db.first(sql::tests_import::visits_of, "s-1")->text("visits") ==
             "view /product/10 of a product; cart /cart");
}

BOOST_AUTO_TEST_CASE(dangling_references_are_listed_and_change_nothing) {
  const importer::Summary summary = import_folder();

  BOOST_TEST(summary["bad rows"] == 19);
  for (const char* line : {"distribution_centers.csv:4: bad: repeats the id 2",
                           "distribution_centers.csv:5: bad: latitude",
                           "products.csv:4: bad: name is missing",
                           "products.csv:5: bad: distribution centre 9",
                           "products.csv:6: bad: repeats the stock code AAA10",
                           "users.csv:3: bad: repeats the e-mail",
                           "users.csv:4: bad: created_at \"yesterday\"",
                           "inventory_items.csv:6: bad: product 99",
                           "inventory_items.csv:7: bad: is sold, but",
                           "inventory_items.csv:8: bad: cost \"ten\"",
                           "orders.csv:4: bad: user 777",
                           "orders.csv:5: bad: status \"Lost\"",
                           "orders.csv:6: bad: no item of order 504",
                           "order_items.csv:5: bad: inventory item 1000 is sold",
                           "order_items.csv:6: bad: user 777",
                           "order_items.csv:7: bad: inventory item 4711",
                           "events.csv:5: left out",
                           "events.csv:6: bad: user 888",
                           "events.csv:7: bad: product 99",
                           "events.csv:8: bad: lies in the future"}) {
    BOOST_TEST(reported(line), line << '\n' << rows);
  }
}

BOOST_AUTO_TEST_CASE(the_same_folder_twice_changes_nothing) {
  import_folder();
  const std::string before = sizes();

  const importer::Summary again = import_folder();

  BOOST_TEST(sizes() == before);
  BOOST_TEST(again["orders"] == 0);
}

BOOST_AUTO_TEST_CASE(strict_refuses_bad_rows_and_changes_nothing) {
  const std::string before = sizes();

  BOOST_CHECK_THROW(import_folder({.strict = true}), importer::Refused);
  BOOST_TEST(sizes() == before);
}

BOOST_AUTO_TEST_SUITE_END()
