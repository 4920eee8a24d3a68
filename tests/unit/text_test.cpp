#include "base/text.h"

#include <boost/test/unit_test.hpp>

BOOST_AUTO_TEST_SUITE(text)

BOOST_AUTO_TEST_CASE(what_strangers_wrote_stays_in_its_line_and_commands_no_terminal) {
  BOOST_TEST(escaped_line("a\nb\r\\n") == "a\\nb\\x0d\\\\n");
  BOOST_TEST(escaped_line("\x1b[2J\x7f") == "\\x1b[2J\\x7f");
  BOOST_TEST(escaped_line("Café, 7 €, 日本 👍") == "Café, 7 €, 日本 👍");
  BOOST_TEST(escaped_line("\u0085\u202E\u2067\u2028") ==
             "\\xc2\\x85\\xe2\\x80\\xae\\xe2\\x81\\xa7\\xe2\\x80\\xa8");
  BOOST_TEST(escaped_line("\xff\xc3") == "\\xff\\xc3");
  BOOST_TEST(escaped_line("").empty());
}

BOOST_AUTO_TEST_SUITE_END()
