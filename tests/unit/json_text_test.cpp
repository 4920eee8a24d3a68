// JSON that is written without a tree of values is the same JSON.
#include "web/json_text.h"

#include <boost/test/unit_test.hpp>

#include "web/json.h"

BOOST_AUTO_TEST_SUITE(json_text)

BOOST_AUTO_TEST_CASE(commas_stand_between_values_only) {
  web::JsonText json;
  json.open('{').key("a").open('[').number(1).number(-2).open('{').close('}').close(']');
  json.key("b").null().key("c").boolean(true).key("d").open('[').close(']');
  json.money("price", Money{1999}).close('}');
  BOOST_TEST(json.str() ==
             R"({"a":[1,-2,{}],"b":null,"c":true,"d":[],"price":"19.99","price_cents":1999})");
}

BOOST_AUTO_TEST_CASE(any_text_is_read_back_as_it_was) {
  std::string all;
  for (int c = 1; c < 0x80; ++c) all += static_cast<char>(c);
  for (const std::string& text :
       {all, std::string(), std::string("\"\\/\b\f"),
        std::string("Z\xC3\xBCrich \xF0\x9F\x98\x80 \xE2\x80\xA8"), std::string("a\0b", 3)}) {
    web::JsonText json;
    json.open('[').text(text).close(']');
    BOOST_TEST(web::Json::parse(json.str()).at(0).get<std::string>() == text);
  }
}

BOOST_AUTO_TEST_CASE(a_letter_that_needs_an_escape_is_found_wherever_it_stands) {
  for (const char odd : {'"', '\\', '\n', '\x1F', '\0', '\x7F'}) {
    for (std::size_t at = 0; at < 20; ++at) {
      std::string text = "\xC3\xBC: twenty-four letters here \xF0\x9F\x98\x80";
      text.insert(2 + at, 1, odd);
      web::JsonText json;
      json.open('[').text(text).close(']');
      BOOST_TEST(web::Json::parse(json.str()).at(0).get<std::string>() == text);
    }
  }
}

BOOST_AUTO_TEST_CASE(numbers_go_to_their_ends) {
  web::JsonText json;
  json.open('[').number(INT64_MIN).number(INT64_MAX).close(']');
  BOOST_TEST(json.str() == "[-9223372036854775808,9223372036854775807]");
}

BOOST_AUTO_TEST_SUITE_END()
