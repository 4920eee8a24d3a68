/// A reduced price holds from its start up to its end, everywhere, and tells the lowest price of
/// the 30 days before (directive 2019/2161, article 2).
#include <boost/test/unit_test.hpp>

#include "catalog/manage.h"
#include "search/index.h"
#include "search/search.h"
#include "support/orders.h"
#include "tests.sql.h"

using namespace catalog;
using namespace std::chrono_literals;
using support::make_product;

namespace {

struct Sales : support::RolledBack {
  Sales() : lamp(make_product(db, {.name = "Xylophone", .price = Money{2000}})) {
    support::make_rules(db);
  }
  int version() { return find_to_edit(db, lamp).value().version; }
  Money price() { return find_product(db, lamp).value().price; }
  SaleOutcome plan(std::int64_t cents, Instant starts, std::optional<Instant> ends, Instant now) {
    return plan_sale(db, lamp, version(), {Money{cents}, starts, ends}, now);
  }
  void had_price(std::int64_t cents, Instant since) {
    db.run(sql::tests::make_past_price, lamp, cents, since);
  }

  // The database never looks further than its own clock: these moments have passed.
  const Instant start = support::noon();
  const Instant end = support::noon() + 48h;
  std::int64_t lamp;
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(sales, Sales)

BOOST_AUTO_TEST_CASE(a_sale_starts_and_ends_at_its_moments) {
  BOOST_TEST((plan(1500, start, end, start - 24h) == SaleOutcome::planned));

  BOOST_TEST(apply_due_sales(db, start - 1us) == 0);
  BOOST_TEST(price().cents == 2000);
  BOOST_TEST((next_sale_moment(db).value() <= start));
  BOOST_TEST(apply_due_sales(db, start) == 1);
  BOOST_TEST(price().cents == 1500);
  BOOST_TEST(apply_due_sales(db, end - 1us) == 0);
  BOOST_TEST(price().cents == 1500);
  BOOST_TEST(apply_due_sales(db, end) == 1);
  BOOST_TEST(price().cents == 2000);
  BOOST_TEST(!find_product(db, lamp)->regular_price.has_value());
}

BOOST_AUTO_TEST_CASE(listing_cart_and_order_show_the_same_price_in_a_sale) {
  BOOST_TEST((plan(1500, start, end, start) == SaleOutcome::started));

  BOOST_TEST(search::find(*shop.index, db, {.text = "xylophone"}).products.at(0)->price.cents ==
             1500);
  const auto order = support::make_order(db, support::guest(), lamp);
  BOOST_TEST(support::number_in(db,
                                "SELECT unit_price_cents AS number FROM order_line "
                                "WHERE order_id = " +
                                    std::to_string(order)) == 1500);
}

BOOST_AUTO_TEST_CASE(whoever_orders_a_moment_after_the_start_pays_the_sale_price) {
  BOOST_TEST((plan(1500, start, end, start - 24h) == SaleOutcome::planned));
  const auto owner = support::guest();
  BOOST_TEST(
      (orders::add_to_cart(db, owner, lamp, 1, start - 1h).outcome == orders::AddOutcome::added));
  const Money seen = support::total_of_cart(db, owner);

  const auto placed =
      orders::place_order(db, owner, support::checkout_input("sale-token", seen), start);

  // No process has applied the sale yet: the order itself does, and says that the total is another.
  BOOST_TEST((placed.outcome == orders::PlaceOutcome::total_changed));
  apply_due_sales(db, start);
  const Money now = support::total_of_cart(db, owner);
  BOOST_TEST((now < seen));
  BOOST_TEST(
      (orders::place_order(db, owner, support::checkout_input("sale-token", now), start).outcome ==
       orders::PlaceOutcome::placed));
}

BOOST_AUTO_TEST_CASE(the_lowest_price_of_the_thirty_days_before_is_told) {
  had_price(900, start - 60 * 24h);   // ended before the thirty days: does not count
  had_price(1200, start - 40 * 24h);  // still held when they began: counts
  had_price(1800, start - 20 * 24h);
  had_price(2000, start - 5 * 24h);

  BOOST_TEST((plan(1500, start, end, start) == SaleOutcome::started));

  const Product product = find_product(db, lamp).value();
  BOOST_TEST(product.regular_price->cents == 2000);
  BOOST_TEST(product.lowest_price->cents == 1200);
}

BOOST_AUTO_TEST_CASE(a_new_products_lowest_price_is_the_one_it_began_with) {
  BOOST_TEST((plan(1500, start, {}, start) == SaleOutcome::started));
  BOOST_TEST(find_product(db, lamp)->lowest_price->cents == 2000);
}

BOOST_AUTO_TEST_CASE(a_sale_must_be_cheaper_and_end_after_its_start) {
  BOOST_TEST((plan(2000, start, end, start) == SaleOutcome::not_cheaper));
  BOOST_TEST((plan(1000, end, start, start) == SaleOutcome::ends_too_early));
  BOOST_TEST((plan(1000, start - 2h, start - 1h, start) == SaleOutcome::ends_too_early));
  BOOST_TEST((plan_sale(db, lamp, version() + 1, {Money{1}, start, {}}, start) ==
              SaleOutcome::changed_meanwhile));
}

BOOST_AUTO_TEST_CASE(the_regular_price_can_change_while_the_sale_runs_but_not_below_it) {
  BOOST_TEST((plan(1500, start, end, start) == SaleOutcome::started));
  ProductDraft draft = find_to_edit(db, lamp)->draft;
  BOOST_TEST(draft.price.cents == 2000);

  draft.price = Money{2500};
  BOOST_TEST((save_product(db, lamp, version(), draft) == SaveOutcome::saved));
  BOOST_TEST(price().cents == 1500);
  BOOST_TEST(find_product(db, lamp)->regular_price->cents == 2500);
  draft.price = Money{1500};
  BOOST_TEST((save_product(db, lamp, version(), draft) == SaveOutcome::not_above_sale));
  BOOST_TEST(end_sale(db, lamp));
  BOOST_TEST(price().cents == 2500);
  BOOST_TEST(!end_sale(db, lamp));
}

BOOST_AUTO_TEST_CASE(a_new_plan_takes_the_place_of_the_running_sale) {
  BOOST_TEST((plan(1500, start, end, start) == SaleOutcome::started));
  BOOST_TEST((plan(1700, start + 1h, end, start) == SaleOutcome::planned));

  BOOST_TEST(price().cents == 2000);
  BOOST_TEST(apply_due_sales(db, start + 1h) == 1);
  BOOST_TEST(price().cents == 1700);
}

BOOST_AUTO_TEST_CASE(no_sale_starts_before_its_time_whatever_moment_is_claimed) {
  const Instant tomorrow = clock_now() + 24h;
  BOOST_TEST((plan(1500, tomorrow, {}, clock_now()) == SaleOutcome::planned));
  BOOST_TEST(apply_due_sales(db, tomorrow + 1h) == 0);
  BOOST_TEST(price().cents == 2000);
}

BOOST_AUTO_TEST_CASE(every_price_is_kept) {
  ProductDraft draft = find_to_edit(db, lamp)->draft;
  draft.price = Money{2100};
  BOOST_TEST((save_product(db, lamp, version(), draft) == SaveOutcome::saved));

  const auto prices = list_prices(db, lamp, 10);
  BOOST_REQUIRE(prices.size() == 2U);
  BOOST_TEST(prices[0].price.cents == 2100);
  BOOST_TEST(prices[1].price.cents == 2000);
}

BOOST_AUTO_TEST_SUITE_END()
