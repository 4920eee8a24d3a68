// Numbers in values of attributes.
#include "chat/measure.h"

#include <boost/test/unit_test.hpp>

using chat::measure_of;

BOOST_AUTO_TEST_SUITE(measure)

BOOST_AUTO_TEST_CASE(units_of_one_kind_can_be_set_side_by_side) {
  BOOST_TEST(measure_of("1 kg")->amount > measure_of("750 g")->amount);
  BOOST_TEST(measure_of("1.5 l")->amount > measure_of("500 ml")->amount);
  BOOST_TEST(measure_of("2 days")->amount > measure_of("40 hours")->amount);
  BOOST_TEST(measure_of("1 kg")->kind == measure_of("750 g")->kind);
  BOOST_TEST(measure_of("1 kg")->kind != measure_of("1 l")->kind);
}

BOOST_AUTO_TEST_CASE(a_comma_before_three_digits_parts_thousands) {
  BOOST_TEST(measure_of("1,000")->amount == 1000);
  BOOST_TEST(measure_of("20,000 mm")->amount == 20000);
  BOOST_TEST(measure_of("1,5 l")->amount == 1500);
  BOOST_TEST(measure_of("1.25 m")->amount == 1250);
}

BOOST_AUTO_TEST_CASE(the_first_number_counts_and_the_unit_behind_the_last) {
  BOOST_TEST(measure_of("up to 15 inch")->amount == 15 * 25.4);
  BOOST_TEST(measure_of("50 x 100 cm")->amount == 500);
  BOOST_TEST(measure_of("IPX7")->amount == 7);
}

BOOST_AUTO_TEST_CASE(what_holds_no_number_has_no_measure) {
  BOOST_TEST(!measure_of("").has_value());
  BOOST_TEST(!measure_of("from birth").has_value());
  BOOST_TEST(!measure_of("a sentence that has a number at its very end 7").has_value());
}

BOOST_AUTO_TEST_SUITE_END()
