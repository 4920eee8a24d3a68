#include <boost/test/unit_test.hpp>

#include "import/json_items.h"
#include "import/online_retail.h"
#include "import/values.h"

namespace {

using importer::InvoiceRow;
using importer::RowKind;
using importer::Verdict;

/// An ordinary sale; tests change what matters.
InvoiceRow sale() {
  return {.invoice = "536365",
          .code = "85123A",
          .description = "WHITE HANGING HEART",
          .quantity = 6,
          .price = Money{255},
          .has_customer = true};
}

}  // namespace

BOOST_AUTO_TEST_SUITE(import_rules)

BOOST_AUTO_TEST_CASE(prices_are_read_to_the_cent) {
  BOOST_TEST(importer::parse_price("2.55")->cents == 255);
  BOOST_TEST(importer::parse_price("2,5")->cents == 250);
  BOOST_TEST(importer::parse_price("6.9899997711181641")->cents == 699);
  BOOST_TEST(importer::parse_price("-11062.065")->cents == -1106207);
  BOOST_TEST(importer::parse_price(".5")->cents == 50);
  BOOST_TEST(importer::parse_price("0.0")->cents == 0);
  for (const char* wrong : {"", ".", "abc", "1.2.3", "1e3", "9999999999", "$5", "nan", "--1"}) {
    BOOST_TEST(!importer::parse_price(wrong).has_value(), wrong);
  }
}

BOOST_AUTO_TEST_CASE(whole_numbers_may_look_like_a_spreadsheets) {
  BOOST_TEST(*importer::parse_whole("17850.0") == 17850);
  BOOST_TEST(*importer::parse_whole("-6") == -6);
  for (const char* wrong : {"", "1.5", "1.", "1e3", "9999999999", "12a"}) {
    BOOST_TEST(!importer::parse_whole(wrong).has_value(), wrong);
  }
}

BOOST_AUTO_TEST_CASE(moments_are_read_as_the_sources_write_them) {
  const auto iso = [](std::string_view text) {
    const auto at = importer::parse_moment(text);
    return at ? to_iso(*at) : "";
  };
  BOOST_TEST(iso("2010-12-01 08:26:00") == "2010-12-01T08:26:00Z");
  BOOST_TEST(iso("12/1/2010 8:26") == "2010-12-01T08:26:00Z");
  BOOST_TEST(iso("2020-04-20 01:47:00.000000 UTC") == "2020-04-20T01:47:00Z");
  BOOST_TEST(iso("2025-04-30T09:41:02.053Z") == "2025-04-30T09:41:02Z");
  BOOST_TEST(iso("2021-01-02 03:04:05+02:00") == "2021-01-02T01:04:05Z");
  BOOST_TEST(iso("2011-05-01") == "2011-05-01T00:00:00Z");
  for (const char* wrong :
       {"", "yesterday", "2011-13-01 10:00", "2011-02-30 10:00", "2011-02-01 25:00",
        "1066-10-14 10:00", "9999-01-01", "2011-02-01 10:00 CET"}) {
    BOOST_TEST(iso(wrong) == "", wrong);
  }
}

BOOST_AUTO_TEST_CASE(countries_become_iso_codes) {
  BOOST_TEST(importer::country_code("United Kingdom") == "GB");
  BOOST_TEST(importer::country_code("EIRE") == "IE");
  BOOST_TEST(importer::country_code("UK") == "GB");
  BOOST_TEST(importer::country_code("DE") == "DE");
  BOOST_TEST(importer::country_code("Unspecified") == "");
}

BOOST_AUTO_TEST_CASE(shouted_descriptions_become_names) {
  BOOST_TEST(importer::to_display_name("WHITE HANGING HEART T-LIGHT HOLDER") ==
             "White Hanging Heart T-Light Holder");
  BOOST_TEST(importer::to_display_name("POPPY'S  PLAYHOUSE BEDROOM ") ==
             "Poppy's Playhouse Bedroom");
  BOOST_TEST(importer::to_display_name("PACK OF 12 TV DINNER TRAYS") ==
             "Pack of 12 TV Dinner Trays");
  BOOST_TEST(importer::to_display_name("BAG 125g SWIRLY MARBLES") == "Bag 125g Swirly Marbles");
  BOOST_TEST(importer::to_display_name("3 TRADITIONAl BISCUIT CUTTERS") ==
             "3 Traditional Biscuit Cutters");
  BOOST_TEST(importer::to_category_name("mens-shirts") == "Men's Shirts");
}

BOOST_AUTO_TEST_CASE(invoice_rows_are_sales_cancellations_or_postage) {
  BOOST_TEST((importer::classify(sale()).kind == RowKind::sale));
  InvoiceRow row = sale();
  row.invoice = "C536366";
  row.quantity = -6;
  BOOST_TEST((importer::classify(row).kind == RowKind::cancellation));
  for (const char* code : {"POST", "DOT", "C2"}) {
    row = sale();
    row.code = code;
    BOOST_TEST((importer::classify(row).kind == RowKind::postage));
  }
  row = sale();
  row.price = {};
  BOOST_TEST((importer::classify(row).kind == RowKind::sale));  // a gift to a customer
}

BOOST_AUTO_TEST_CASE(codes_of_the_books_are_no_products) {
  for (const char* code : {"M", "D", "S", "B", "AMAZONFEE", "BANK CHARGES", "CRUK", "PADS",
                           "TEST001", "GIFT_0001_20", "123", "12345ABCD", "DCGS"}) {
    InvoiceRow row = sale();
    row.code = code;
    const importer::Classified classified = importer::classify(row);
    BOOST_TEST(!classified.kind.has_value(), code);
    BOOST_TEST((classified.verdict == Verdict::left_out));
  }
  InvoiceRow voucher = sale();
  voucher.description = "Dotcomgiftshop Gift Voucher £100.00";
  BOOST_TEST(!importer::classify(voucher).kind.has_value());
}

BOOST_AUTO_TEST_CASE(rows_that_contradict_themselves_are_bad) {
  const auto verdict = [](auto change) {
    InvoiceRow row = sale();
    change(row);
    const importer::Classified classified = importer::classify(row);
    return !classified.kind && classified.verdict == Verdict::bad;
  };
  BOOST_TEST(verdict([](InvoiceRow& row) { row.invoice = "X1"; }));
  BOOST_TEST(verdict([](InvoiceRow& row) { row.invoice = ""; }));
  BOOST_TEST(verdict([](InvoiceRow& row) { row.invoice = "C536365"; }));
  BOOST_TEST(verdict([](InvoiceRow& row) { row.code = ""; }));
  BOOST_TEST(verdict([](InvoiceRow& row) { row.quantity = 0; }));
  BOOST_TEST(verdict([](InvoiceRow& row) { row.price = Money{-1}; }));
}

BOOST_AUTO_TEST_CASE(notes_of_the_warehouse_name_no_product) {
  for (const char* note : {"", "?", "damaged", "found", "sold as sets?", "12"}) {
    BOOST_TEST(!importer::names_a_product(note), note);
  }
  BOOST_TEST(importer::names_a_product("3 HEARTS"));
}

BOOST_AUTO_TEST_CASE(elements_of_a_json_list_keep_their_lines) {
  const auto items = importer::json_items(
      "{\"total\": 2, \"products\": [\n {\"a\": \"],{\\\"\"},\n\n {\"b\": [1,2]}\n]}", "x");
  BOOST_TEST_REQUIRE(items.size() == 2U);
  BOOST_TEST(items[0].line == 2);
  BOOST_TEST(items[0].text == "{\"a\": \"],{\\\"\"}");
  BOOST_TEST(items[1].line == 4);
  BOOST_TEST(importer::json_items("[]", "x").empty());
  for (const char* wrong : {"", "{}", "7", "[1, 2", "[{\"a\": \"]"}) {
    BOOST_CHECK_THROW(importer::json_items(wrong, "x"), importer::Refused);
  }
  BOOST_TEST(!importer::parse_item("[1]").has_value());
  BOOST_TEST(!importer::parse_item("{\"a\":" + std::string(40, '[') + std::string(40, ']') + "}")
                  .has_value());
}

BOOST_AUTO_TEST_SUITE_END()
