#include <boost/test/unit_test.hpp>

#include "catalog/catalog.h"
#include "catalog/product_card.h"

BOOST_AUTO_TEST_SUITE(rating)

BOOST_AUTO_TEST_CASE(an_average_is_rounded_half_up_to_tenths) {
  BOOST_TEST(catalog::rating_tenths(9, 2) == 45);
  BOOST_TEST(catalog::rating_tenths(13, 3) == 43);  // 4.333
  BOOST_TEST(catalog::rating_tenths(17, 4) == 43);  // 4.25
  BOOST_TEST(catalog::rating_tenths(100, 20) == 50);
  BOOST_TEST(catalog::rating_tenths(0, 0) == 0);
}

BOOST_AUTO_TEST_CASE(reads_like_a_number_and_looks_like_stars) {
  BOOST_TEST(catalog::rating_text(45) == "4.5");
  BOOST_TEST(catalog::rating_text(10) == "1.0");
  BOOST_TEST(catalog::rating_text(50) == "5.0");
  BOOST_TEST(catalog::rating_text(0) == "");
  BOOST_TEST(catalog::star_glyphs(45) == "★★★★★");
  BOOST_TEST(catalog::star_glyphs(44) == "★★★★☆");
  BOOST_TEST(catalog::star_glyphs(0) == "☆☆☆☆☆");
}

BOOST_AUTO_TEST_CASE(a_product_without_picture_or_slug_still_has_addresses) {
  BOOST_TEST(catalog::picture_url("") == "/static/no-picture.svg");
  BOOST_TEST(catalog::picture_url("a.svg") == "/pictures/a.svg");
  BOOST_TEST(catalog::product_path(7, "") == "/product/7");
  BOOST_TEST(catalog::product_path(7, "lamp") == "/product/7/lamp");
}

BOOST_AUTO_TEST_SUITE_END()
