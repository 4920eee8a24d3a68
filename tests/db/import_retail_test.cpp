#include <boost/test/unit_test.hpp>

#include "import/online_retail.h"
#include "support/import_test.h"

namespace {

struct RetailTest : support::ImportTest {
  importer::Summary import_file(const importer::Options& options = {}) {
    return import(importer::import_online_retail, "online_retail.csv", options);
  }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(import_retail, RetailTest)

BOOST_AUTO_TEST_CASE(invoices_become_products_customers_and_orders) {
  const importer::Summary summary = import_file({.stock = 7});

  BOOST_TEST(summary["rows read"] == 26);
  BOOST_TEST(summary["products"] == 5);
  BOOST_TEST(summary["customers"] == 3);
  BOOST_TEST(summary["orders"] == 7);
  BOOST_TEST(summary["guest orders"] == 1);
  BOOST_TEST(summary["goods kept"] == 5589);
  BOOST_TEST(summary["postage"] == 1800);

  const auto heart = product("online-retail:85123A");
  BOOST_TEST(heart.text("name") == "White Hanging Heart T-Light Holder");
  BOOST_TEST(heart.text("category") == "Lighting & Candles");
  BOOST_TEST(heart.text("attributes") == "Colour=White");
  BOOST_TEST(heart.integer("price_cents") == 295);
  BOOST_TEST(heart.integer("in_stock") == 7);
  BOOST_TEST(heart.integer("free_pieces") == 7);
  BOOST_TEST(heart.integer("sold_count") == 5);
  BOOST_TEST(heart.text("image") == "");
  BOOST_TEST(product("online-retail:22650").text("name") == "Café \"Cream\" Mug, Large");
  BOOST_TEST(product("online-retail:22752").text("attributes") == "Pack of=7");
}

BOOST_AUTO_TEST_CASE(a_customer_gets_an_account_without_password) {
  import_file();

  const auto customer = account("online-retail:customer:13047");
  BOOST_TEST(customer.text("username") == "customer13047");
  BOOST_TEST(customer.text("email") == "customer13047@example.org");
  BOOST_TEST(customer.text("country") == "IE");
  BOOST_TEST(customer.boolean("no_password"));
}

BOOST_AUTO_TEST_CASE(an_order_holds_what_the_customer_kept_and_the_postage) {
  import_file();

  const auto kept = order("online-retail:invoice:536365");
  BOOST_TEST(kept.text("state") == "complete");
  BOOST_TEST(kept.text("lines") == "6 x 71053 at 339; 4 x 85123A at 255");
  BOOST_TEST(kept.integer("subtotal_cents") == 3054);
  BOOST_TEST(kept.integer("shipping_cents") == 1800);
  BOOST_TEST(kept.integer("total_cents") == 4854);
  BOOST_TEST(kept.text("events") == "placed; paid; delivered; returned 2 × 85123A; refunded");
  BOOST_TEST(order("online-retail:invoice:536366").boolean("is_guest"));
}

BOOST_AUTO_TEST_CASE(what_came_back_as_a_whole_is_returned_or_cancelled) {
  import_file();

  const auto returned = order("online-retail:invoice:536368");
  BOOST_TEST(returned.text("state") == "returned");
  BOOST_TEST(returned.text("payment_state") == "refunded");
  BOOST_TEST(returned.text("lines") == "2 x 22752 at 765");
  const auto cancelled = order("online-retail:invoice:536370");
  BOOST_TEST(cancelled.text("state") == "cancelled");
  BOOST_TEST(cancelled.text("events") == "placed; paid; cancelled 1 × 22752; refunded");
  BOOST_TEST(product("online-retail:22752").integer("sold_count") == 0);
}

BOOST_AUTO_TEST_CASE(rows_that_are_no_sale_are_listed_with_line_and_reason) {
  const importer::Summary summary = import_file();

  BOOST_TEST(summary["bad rows"] == 6);
  BOOST_TEST(summary["rows left out"] == 8);
  for (const char* line :
       {":4: left out: repeats an earlier row", ":13: left out: \"M\" \"Manual\" is no product",
        ":14: left out: corrects the stock", ":15: left out: has neither price nor customer",
        ":16: left out: invoice \"A536375\" corrects the books",
        ":17: left out: cancels 1 of 71053 more", ":18: bad: quantity \"abc\"",
        ":19: bad: date \"2011-13-01", ":20: bad: has a negative price", ":21: bad: has 2 fields",
        ":22: bad: invoice 536381 names several", ":23: bad: invoice 536381 names several",
        ":24: left out: code 22640 was never sold",
        ":26: left out: invoice 536384 is about postage"}) {
    BOOST_TEST(reported(std::string("online_retail.csv") + line), line);
  }
}

BOOST_AUTO_TEST_CASE(the_same_file_twice_changes_nothing) {
  import_file();
  const std::string before = sizes();

  const importer::Summary again = import_file();

  BOOST_TEST(sizes() == before);
  BOOST_TEST(again["orders"] == 0);
  BOOST_TEST(again["known orders"] == 7);
}

BOOST_AUTO_TEST_CASE(strict_refuses_bad_rows_and_changes_nothing) {
  const std::string before = sizes();

  BOOST_CHECK_THROW(import_file({.strict = true}), importer::Refused);
  BOOST_TEST(sizes() == before);
  BOOST_TEST(reported(":18: bad"));
}

BOOST_AUTO_TEST_CASE(a_dry_run_counts_and_changes_nothing) {
  const std::string before = sizes();

  BOOST_TEST(import_file({.dry_run = true})["orders"] == 7);
  BOOST_TEST(sizes() == before);
}

BOOST_AUTO_TEST_CASE(a_product_or_account_of_the_shop_is_never_taken_over) {
  support::make_product(db, {.name = "Ours", .sku = "71053"});
  support::make_account(db, {.username = "customer13047"});

  const importer::Summary summary = import_file();

  BOOST_TEST(summary["customers"] == 2);
  BOOST_TEST(reported(":3: bad: code 71053 is another product of this shop"));
  BOOST_TEST(reported(":8: bad: customer 13047 is another account of this shop"));
}

BOOST_AUTO_TEST_CASE(a_file_with_other_columns_is_refused) {
  BOOST_CHECK_THROW(import(importer::import_online_retail, "thelook/users.csv"), importer::Refused);
  BOOST_CHECK_THROW(import(importer::import_online_retail, "nothing.csv"), importer::Refused);
}

BOOST_AUTO_TEST_SUITE_END()
