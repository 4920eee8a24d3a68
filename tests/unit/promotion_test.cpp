#include <boost/test/unit_test.hpp>

#include "orders/pricing.h"
#include "orders/promotion.h"

using namespace orders;

namespace {

Promotion percent(std::int64_t id, int rate_bp) {
  return {.id = id, .name = "p", .kind = PromotionKind::percent, .rate_bp = rate_bp};
}
Promotion amount(std::int64_t id, std::int64_t cents) {
  return {.id = id, .name = "a", .kind = PromotionKind::amount, .amount = Money{cents}};
}

Rules rules_with(std::vector<Promotion> promotions) {
  return {.shipping = {{"standard", "Standard", "", Money{500}, Money{6000}, 3, 5},
                       {"express", "Express", "", Money{1500}, std::nullopt, 1, 2}},
          .tax = {{"", "VAT", 2000, true}, {"US", "sales tax", 1000, false}},
          .promotions = std::move(promotions)};
}

}  // namespace

BOOST_AUTO_TEST_SUITE(promotion)

BOOST_AUTO_TEST_CASE(promotions_are_taken_off_one_after_the_other_of_what_is_left) {
  const std::vector<Promotion> both = {percent(1, 1000), percent(2, 1000)};
  const auto discounts = discounts_of(both, Money{10000});
  BOOST_REQUIRE(discounts.size() == 2U);
  BOOST_TEST(discounts[0].amount.cents == 1000);
  BOOST_TEST(discounts[1].amount.cents == 900);
}

BOOST_AUTO_TEST_CASE(nothing_takes_off_more_than_the_goods_are_worth) {
  const std::vector<Promotion> much = {amount(1, 900), amount(2, 900), percent(3, 10000)};
  const auto discounts = discounts_of(much, Money{1000});
  BOOST_REQUIRE(discounts.size() == 2U);
  BOOST_TEST(sum_of(discounts).cents == 1000);
}

BOOST_AUTO_TEST_CASE(one_for_a_category_looks_at_its_goods_only) {
  Promotion books = percent(1, 5000);
  books.eligible = Money{2000};
  BOOST_TEST(sum_of(discounts_of(std::vector{books}, Money{10000})).cents == 1000);
  books.eligible = Money{0};
  BOOST_TEST(discounts_of(std::vector{books}, Money{10000}).empty());
}

BOOST_AUTO_TEST_CASE(the_minimum_is_of_all_goods_and_exact) {
  Promotion from = amount(1, 500);
  from.minimum = Money{5000};
  BOOST_TEST(discounts_of(std::vector{from}, Money{4999}).empty());
  BOOST_TEST(sum_of(discounts_of(std::vector{from}, Money{5000})).cents == 500);
}

BOOST_AUTO_TEST_CASE(one_that_does_not_combine_is_used_when_alone_it_is_more) {
  Promotion alone = percent(3, 2000);
  alone.combines = false;
  const std::vector<Promotion> less = {percent(1, 1000), percent(2, 500), alone};
  auto discounts = discounts_of(less, Money{10000});
  BOOST_REQUIRE(discounts.size() == 1U);
  BOOST_TEST(discounts[0].promotion_id == 3);
  const std::vector<Promotion> more = {percent(1, 1500), percent(2, 1500), alone};
  discounts = discounts_of(more, Money{10000});
  BOOST_TEST(discounts.size() == 2U);
}

BOOST_AUTO_TEST_CASE(discounts_come_before_tax_and_free_shipping_looks_at_what_is_paid) {
  const Rules rules = rules_with({amount(1, 1000)});
  const Quote us = quote(rules, Money{6500}, "US", "standard");
  BOOST_TEST(us.discount.cents == 1000);
  BOOST_TEST(us.shipping.cents == 500);  // 55.00 are left: less than 60.00
  BOOST_TEST(us.tax.cents == 600);
  BOOST_TEST(us.total.cents == 6600);
  BOOST_TEST(us.chosen->missing_for_free->cents == 500);
  const Quote elsewhere = quote(rules, Money{7000}, "FR", "standard");
  BOOST_TEST(elsewhere.shipping.cents == 0);
  BOOST_TEST(elsewhere.total.cents == 6000);
  BOOST_TEST(elsewhere.tax.cents == 1000);
}

BOOST_AUTO_TEST_CASE(free_shipping_makes_the_cheapest_way_free_and_no_other) {
  const Rules rules = rules_with({{.id = 1, .name = "s", .kind = PromotionKind::free_shipping}});
  const Quote standard = quote(rules, Money{1000}, "FR", "");
  BOOST_TEST(standard.shipping.cents == 0);
  BOOST_TEST(standard.discounts.size() == 1U);
  BOOST_TEST(!standard.chosen->missing_for_free.has_value());
  BOOST_TEST(quote(rules, Money{1000}, "FR", "express").shipping.cents == 1500);
}

BOOST_AUTO_TEST_CASE(a_free_order_is_possible) {
  const Quote price = quote(
      rules_with({percent(1, 10000), {.id = 2, .name = "s", .kind = PromotionKind::free_shipping}}),
      Money{1234}, "US", "");
  BOOST_TEST(price.total.cents == 0);
}

BOOST_AUTO_TEST_SUITE_END()
