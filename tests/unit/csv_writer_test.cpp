#include "base/csv_writer.h"

#include <boost/test/unit_test.hpp>

namespace {

std::string line(std::initializer_list<std::string_view> fields) {
  std::string text;
  add_csv_line(text, fields);
  return text;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(csv_writer)

BOOST_AUTO_TEST_CASE(quotes_what_would_break_the_line) {
  BOOST_TEST(line({"a", "b c", ""}) == "a,b c,\r\n");
  BOOST_TEST(line({"a,b", "say \"hi\"", "two\nlines"}) ==
             "\"a,b\",\"say \"\"hi\"\"\",\"two\nlines\"\r\n");
}

BOOST_AUTO_TEST_CASE(no_field_is_a_formula) {
  BOOST_TEST(line({"=1+1", "+1 555", "@SUM(A1)", "\tx", "-2+3"}) ==
             "\"'=1+1\",\"'+1 555\",\"'@SUM(A1)\",\"'\tx\",\"'-2+3\"\r\n");
}

BOOST_AUTO_TEST_CASE(numbers_stay_numbers) {
  BOOST_TEST(line({"-3.00", "12", "-"}) == "-3.00,12,\"'-\"\r\n");
}

BOOST_AUTO_TEST_SUITE_END()
