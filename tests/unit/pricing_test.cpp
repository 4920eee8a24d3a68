#include <boost/test/unit_test.hpp>

#include "orders/pricing.h"

using namespace orders;

namespace {

Rules shop_rules() {
  return {
      .shipping = {{"standard", "Standard", "", Money{495}, Money{6000}, 3, 5},
                   {"express", "Express", "", Money{1295}, std::nullopt, 1, 2},
                   {"bike", "Bike courier", "DE", Money{300}, std::nullopt, 0, 1}},
      .tax = {{"", "VAT", 2000, true}, {"US", "sales tax", 825, false}, {"DE", "VAT", 1900, true}}};
}

}  // namespace

BOOST_AUTO_TEST_SUITE(pricing)

BOOST_AUTO_TEST_CASE(sales_tax_is_added_on_goods_and_shipping) {
  const Rules rules = shop_rules();

  const Quote price = quote(rules, Money{1999}, "US", "");

  BOOST_TEST(price.shipping.cents == 495);
  BOOST_TEST(price.tax.cents == 206);  // 8.25 % of 24.94 is 2.0576
  BOOST_TEST(price.total.cents == 2700);
  BOOST_TEST(!price.tax_rate.included);
}

BOOST_AUTO_TEST_CASE(value_added_tax_is_shown_but_not_added) {
  const Rules rules = shop_rules();

  const Quote price = quote(rules, Money{1999}, "DE", "express");

  BOOST_TEST(price.total.cents == 3294);
  BOOST_TEST(price.tax.cents == 526);  // 32.94 × 19 / 119 is 5.2593
}

BOOST_AUTO_TEST_CASE(half_a_cent_of_tax_is_rounded_up) {
  const Rules rules{.shipping = {{"post", "Post", "", Money{0}, std::nullopt, 1, 2}},
                    .tax = {{"", "tax", 500, false}}};

  BOOST_TEST(quote(rules, Money{110}, "FR", "").tax.cents == 6);  // 5.5
  BOOST_TEST(quote(rules, Money{109}, "FR", "").tax.cents == 5);  // 5.45
}

BOOST_AUTO_TEST_CASE(goods_of_the_free_value_ship_free_and_a_cent_less_does_not) {
  const Rules rules = shop_rules();

  BOOST_TEST(quote(rules, Money{6000}, "US", "standard").shipping.cents == 0);
  const Quote nearly = quote(rules, Money{5999}, "US", "standard");
  BOOST_TEST(nearly.shipping.cents == 495);
  BOOST_TEST(nearly.chosen->missing_for_free->cents == 1);
}

BOOST_AUTO_TEST_CASE(a_method_for_one_country_is_offered_there_only) {
  const Rules rules = shop_rules();

  BOOST_TEST(shipping_choices(rules, "DE", Money{100}).size() == 3U);
  BOOST_TEST(shipping_choices(rules, "US", Money{100}).size() == 2U);
  BOOST_TEST(!quote(rules, Money{100}, "US", "bike").chosen.has_value());
  BOOST_TEST(!quote(rules, Money{100}, "US", "teleport").chosen.has_value());
}

BOOST_AUTO_TEST_CASE(a_country_without_a_rule_gets_the_rate_of_everywhere_else) {
  BOOST_TEST(tax_rate_for(shop_rules(), "NZ").rate_bp == 2000);
  BOOST_TEST(tax_rate_for(Rules{}, "NZ").rate_bp == 0);
  BOOST_TEST(!ships_to(Rules{}, "NZ"));
  BOOST_TEST(ships_to(shop_rules(), "NZ"));
  BOOST_TEST((countries_with_rules(shop_rules()) == std::vector<std::string>{"DE", "US"}));
}

BOOST_AUTO_TEST_SUITE_END()
