#include <boost/test/unit_test.hpp>

#include "base/csv_reader.h"

namespace {

std::vector<CsvRecord> read_all(std::string_view bytes) {
  CsvReader reader(bytes);
  std::vector<CsvRecord> records;
  CsvRecord record;
  while (reader.next(record)) records.push_back(record);
  return records;
}

using Fields = std::vector<std::string>;

}  // namespace

BOOST_AUTO_TEST_SUITE(csv)

BOOST_AUTO_TEST_CASE(a_quoted_field_may_hold_separators_quotes_and_line_ends) {
  const auto records = read_all("sku,name\n1,\"A \"\"big\"\", red\nlamp\"\n2,Bag\n");

  BOOST_TEST_REQUIRE(records.size() == 3U);
  BOOST_TEST(records[1].fields == (Fields{"1", "A \"big\", red\nlamp"}),
             boost::test_tools::per_element());
  BOOST_TEST(records[1].line == 2);
  BOOST_TEST(records[2].line == 4);
  BOOST_TEST(records[2].raw == "2,Bag");
}

BOOST_AUTO_TEST_CASE(windows_files_with_a_byte_order_mark_and_semicolons_are_read) {
  const auto records = read_all("\xEF\xBB\xBFsku;price\r\n1;2,50\r\n\r\n2;\"3,00\"\r\n3;");

  BOOST_TEST_REQUIRE(records.size() == 4U);
  BOOST_TEST(records[0].fields == (Fields{"sku", "price"}), boost::test_tools::per_element());
  BOOST_TEST(records[1].fields == (Fields{"1", "2,50"}), boost::test_tools::per_element());
  BOOST_TEST(records[2].fields == (Fields{"2", "3,00"}), boost::test_tools::per_element());
  BOOST_TEST(records[2].line == 4);
  BOOST_TEST(records[3].fields == (Fields{"3", ""}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_field_that_is_no_utf_8_is_taken_as_windows_1252) {
  const auto records = read_all("name,note\nCaf\xE9,\x80 5 \x93ok\x94\nCaf\xC3\xA9,fine\n");

  BOOST_TEST(records[1].fields[0] == "Café");
  BOOST_TEST(records[1].fields[1] == "€ 5 “ok”");
  BOOST_TEST(records[2].fields[0] == "Café");
}

BOOST_AUTO_TEST_CASE(a_quote_that_is_never_closed_costs_only_its_own_line) {
  const auto records = read_all("a,b\n1,\"open\n2,fine\n3,fine\n");

  BOOST_TEST_REQUIRE(records.size() == 4U);
  BOOST_TEST(records[1].problem == "has a quote that is never closed");
  BOOST_TEST(records[1].line == 2);
  BOOST_TEST(records[2].fields == (Fields{"2", "fine"}), boost::test_tools::per_element());
  BOOST_TEST(records[2].line == 3);
  BOOST_TEST(records[3].problem == "");
}

BOOST_AUTO_TEST_CASE(a_quote_inside_a_plain_field_is_an_inch) {
  BOOST_TEST(read_all("a,b\n6\" PLATE,1\n")[1].fields[0] == "6\" PLATE");
}

BOOST_AUTO_TEST_CASE(unreadable_records_say_why_and_reading_goes_on) {
  const std::string huge(kMostFieldBytes + 1, 'x');
  const std::string many(kMostFields + 1, ',');
  for (const std::string& wrong : {std::string("\"a\"b,1"), "\"" + huge + "\",1", huge + ",1", many,
                                   std::string("a\0b,1", 5)}) {
    const std::string file = "a,b\n" + wrong + "\nlast,1\n";
    const auto records = read_all(file);
    BOOST_TEST_REQUIRE(records.size() == 3U);
    BOOST_TEST(!records[1].problem.empty());
    BOOST_TEST(records[2].problem == "");
    BOOST_TEST(records[2].line == 3);
  }
}

BOOST_AUTO_TEST_CASE(an_empty_file_has_no_records) {
  BOOST_TEST(read_all("").empty());
  BOOST_TEST(read_all("\xEF\xBB\xBF\r\n\n").empty());
}

BOOST_AUTO_TEST_SUITE_END()
