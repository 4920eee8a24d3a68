#include <boost/test/unit_test.hpp>

#include "analytics/chart.h"
#include "analytics/reports.h"
#include "support/support.h"
#include "tests.sql.h"

using namespace analytics;
using support::contains;
using support::make_account;

namespace {

/// March 2001, by hand:
///   day  order  customer  state     total   refunded
///   1    R1     anna      complete  100.00            one lamp, 40.00 + one mug, 60.00
///   1    R2     bob       placed     50.00            one lamp, 50.00
///   2    R3     guest     placed     30.00  10.00     one mug, 30.00
///   2    R4     bob       cancelled  70.00
///   3    R5     anna      returned   80.00
/// February 28: R0 of anna, placed, 20.00. Lamps had cost 15.00, mugs 10.00.
struct March2001 : support::PageTest {
  March2001()
      : anna(make_account(db, {.username = "anna-t"})),
        bob(make_account(db, {.username = "bob-t"})),
        lamp(support::make_product(db, {.name = "Test Lamp", .price = Money{3000}})),
        mug(support::make_product(db, {.name = "Test Mug", .price = Money{2000}})) {
    db.run_script("SET LOCAL parley.quiet = 'on'");
    order("R0", anna, "2001-02-28 10:00+00", "placed", 2000);
    order("R1", anna, "2001-03-01 09:00+00", "complete", 10000);
    order("R2", bob, "2001-03-01 23:30+00", "placed", 5000);
    order("R3", 0, "2001-03-02 08:00+00", "placed", 3000);
    order("R4", bob, "2001-03-02 09:00+00", "cancelled", 7000);
    order("R5", anna, "2001-03-03 09:00+00", "returned", 8000);
    line("R1", lamp, 4000);
    line("R1", mug, 6000);
    line("R2", lamp, 5000);
    line("R3", mug, 3000);
    line("R4", lamp, 7000);
    db.run_script(
        "INSERT INTO refund (order_id, amount_cents) SELECT id, 1000 FROM sales_order WHERE number "
        "= 'R3'");
    db.run_script(
        "SELECT make_event_months('2001-03-01', '2001-04-01'); "
        "INSERT INTO visit_event (at, kind, visitor) VALUES "
        "('2001-03-01', 'search', 'v1'), ('2001-03-01', 'view', 'v1'), ('2001-03-01', 'view', "
        "'v1'), "
        "('2001-03-01', 'view', 'v2'), ('2001-03-01', 'cart', 'v2'), ('2001-03-02', 'view', 'v3'), "
        "('2001-03-02', 'cart', 'v3'), ('2001-03-02', 'purchase', 'v3'), ('2001-03-02', 'search', "
        "'v4'), "
        "('2001-04-01', 'purchase', 'v5')");
    sign_in(make_account(db, {.role = "staff", .permissions = "reports"}));
  }
  void order(const std::string& number, std::int64_t account, const std::string& placed,
             const std::string& state, int total) {
    const std::string owner = account == 0 ? "NULL" : std::to_string(account);
    db.run_script(
        "INSERT INTO sales_order (number, account_id, state, payment_state, fulfilment_state, "
        "placed_at, paid_at, subtotal_cents, shipping_cents, tax_cents, total_cents) VALUES ('" +
        number + "', " + owner + ", '" + state + "', 'paid', 'open', '" + placed + "', '" + placed +
        "', " + std::to_string(total) + ", 0, 0, " + std::to_string(total) + ")");
  }
  /// One piece, taken from the centre.
  void line(const std::string& number, std::int64_t product, int price) {
    const std::string id = std::to_string(product);
    db.run_script(
        "WITH line AS (INSERT INTO order_line (order_id, product_id, quantity, product_name, "
        "unit_price_cents) SELECT sales_order.id, product.id, 1, product.name, " +
        std::to_string(price) + " FROM sales_order, product WHERE number = '" + number +
        "' AND product.id = " + id +
        " RETURNING id) UPDATE inventory_item SET sold_at = now(), order_line_id = line.id FROM "
        "line WHERE inventory_item.id = (SELECT min(id) FROM inventory_item WHERE product_id = " +
        id + " AND sold_at IS NULL)");
  }
  Report report(const std::string& name, const std::string& zone = "UTC") {
    return run_report(db, *find_report(name), march, zone);
  }
  std::string row(const Report& report, std::size_t at) {
    std::string text;
    for (const std::string& cell : report.rows.at(at)) text += (text.empty() ? "" : " ") + cell;
    return text;
  }
  const Period march{parse_day("2001-03-01").value(), parse_day("2001-03-31").value()};
  std::int64_t anna;
  std::int64_t bob;
  std::int64_t lamp;
  std::int64_t mug;
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(reports_page, March2001)

BOOST_AUTO_TEST_CASE(the_summary_is_what_a_hand_counts) {
  const Summary summary = summary_of(db, march, "UTC");

  BOOST_TEST(summary.orders == 3);
  BOOST_TEST(summary.revenue.cents == 10000 + 5000 + 3000 - 1000);
  BOOST_TEST(summary.average.cents == 5667);
  BOOST_TEST(summary.undone == 2);
  BOOST_TEST(summary.visitors == 4);
  const Summary february = summary_of(db, before(march), "UTC");
  BOOST_TEST(february.orders == 1);
  BOOST_TEST(february.revenue.cents == 2000);
}

BOOST_AUTO_TEST_CASE(revenue_is_by_day_with_the_empty_ones) {
  const Report revenue = report("revenue");

  BOOST_TEST(revenue.rows.size() == 31u);
  BOOST_TEST(row(revenue, 0) == "2001-03-01 2 15000");
  BOOST_TEST(row(revenue, 1) == "2001-03-02 1 2000");
  BOOST_TEST(row(revenue, 2) == "2001-03-03 0 0");
}

BOOST_AUTO_TEST_CASE(a_day_is_one_of_the_shops_zone) {
  // 23:30 in London is the next day in Berlin.
  const Report revenue = report("revenue", "Europe/Berlin");
  BOOST_TEST(row(revenue, 0) == "2001-03-01 1 10000");
  BOOST_TEST(row(revenue, 1) == "2001-03-02 2 7000");
}

BOOST_AUTO_TEST_CASE(the_funnel_counts_visitors_by_their_furthest_step) {
  const Report funnel = report("funnel");

  BOOST_TEST(row(funnel, 0) == "came 4 1000");
  BOOST_TEST(row(funnel, 1) == "viewed 3 750");
  BOOST_TEST(row(funnel, 2) == "filled_cart 2 500");
  BOOST_TEST(row(funnel, 3) == "bought 1 250");
}

BOOST_AUTO_TEST_CASE(products_and_margins_leave_out_what_was_cancelled) {
  const Report products = report("products");
  BOOST_TEST(products.rows.size() == 2u);
  BOOST_TEST(row(products, 0) == "Test Lamp 2 9000");
  BOOST_TEST(row(products, 1) == "Test Mug 2 9000");

  const Report centers = report("centers");
  BOOST_REQUIRE(centers.rows.size() == 1u);
  BOOST_TEST(row(centers, 0) == "Test centre 4 18000 5000 13000 722");
}

BOOST_AUTO_TEST_CASE(customers_are_new_returning_or_guests) {
  const Report customers = report("customers");
  BOOST_TEST(row(customers, 0) == "new 1 1 5000");
  BOOST_TEST(row(customers, 1) == "returning 1 1 10000");
  BOOST_TEST(row(customers, 2) == "guest 1 1 2000");
}

BOOST_AUTO_TEST_CASE(cohorts_tell_who_came_back) {
  const Period both{parse_day("2001-02-01").value(), march.last};
  const Report cohorts = run_report(db, *find_report("cohorts"), both, "UTC");

  BOOST_REQUIRE(cohorts.rows.size() == 2u);
  BOOST_TEST(row(cohorts, 0) == "2001-02 1 1000 0 0 0");  // anna
  BOOST_TEST(row(cohorts, 1) == "2001-03 1 0 0 0 0");     // bob
}

BOOST_AUTO_TEST_CASE(behaviour_counts_events_and_who_caused_them) {
  const Report behaviour = report("behaviour");
  BOOST_TEST(row(behaviour, 0) == "view 4 3");
  BOOST_TEST(row(behaviour, 1) == "cart 2 2");
  BOOST_TEST(row(behaviour, 2) == "search 2 2");
  BOOST_TEST(row(behaviour, 3) == "purchase 1 1");
}

BOOST_AUTO_TEST_CASE(conversations_and_questions_are_counted_by_day) {
  db.run_script(
      "WITH talk AS (INSERT INTO conversation (visitor, created_at) VALUES ('v1', '2001-03-02 "
      "10:00+00') RETURNING id) INSERT INTO message (conversation_id, sequence, sender, text, "
      "created_at, intent, confidence) SELECT id, number, CASE number % 2 WHEN 1 THEN 'user' ELSE "
      "'assistant' END, 'x', '2001-03-02 10:00+00', CASE number WHEN 2 THEN 'find' WHEN 4 THEN "
      "'find' END, CASE number % 2 WHEN 0 THEN 0.5 END FROM talk, generate_series(1, 4) AS number");

  BOOST_TEST(row(report("conversations"), 1) == "2001-03-02 1 2");
  BOOST_TEST(row(report("intents"), 0) == "find 2 1000 500");
}

BOOST_AUTO_TEST_CASE(the_page_draws_each_report_and_shows_its_table) {
  const auto page = get("/admin/reports?from=2001-03-01&to=2001-03-31");

  BOOST_TEST(page.status == 200);
  for (const char* text : {"$170.00", "before $20.00, +750.0 %", "<svg", "class=\"chart-bar\"",
                           "Test Lamp", "75.0 %", "The same as a table", "1 March 2001"}) {
    BOOST_TEST(contains(page, text), text);
  }
  BOOST_TEST(!contains(page, "style="));
}

BOOST_AUTO_TEST_CASE(a_report_is_a_file_as_well) {
  const auto file = get("/admin/reports/revenue?from=2001-03-01&to=2001-03-02");

  BOOST_TEST(file.content_type.starts_with("text/csv"));
  BOOST_TEST(file.body == "day,orders,revenue\r\n2001-03-01,2,150.00\r\n2001-03-02,1,20.00\r\n");
  BOOST_TEST(get("/admin/reports/nonsense").status == 404);
  BOOST_TEST(get("/admin/reports/revenue?from=2001-03-02&to=2001-03-01").status == 400);
}

BOOST_AUTO_TEST_CASE(a_period_that_makes_no_sense_is_told) {
  for (const char* query : {"from=x&to=y", "from=2001-02-30&to=2001-03-01", "from=2001-03-01",
                            "from=2001-03-02&to=2001-03-01", "from=0001-01-01&to=2001-01-01"}) {
    const auto page = get(std::string("/admin/reports?") + query);
    BOOST_TEST(page.status == 200, query);
    BOOST_TEST(contains(page, "last thirty days"), query);
  }
}

BOOST_AUTO_TEST_CASE(only_who_may_see_reports_does) {
  for (const std::int64_t id :
       {make_account(db, {.role = "staff", .permissions = "orders,customers,settings"}),
        make_account(db)}) {
    sign_in(id);
    BOOST_TEST(get("/admin/reports").status == 403);
    BOOST_TEST(get("/admin/reports/revenue").status == 403);
  }
}

BOOST_AUTO_TEST_CASE(pictures_keep_within_their_frame) {
  const std::vector<std::int64_t> values = {0, 1, 999, 1000, -5};
  for (const auto& boxes : {columns_of(values), bars_of(values)}) {
    for (const Box& box : boxes) {
      BOOST_TEST((box.x >= 0 && box.y >= 0 && box.width >= 0 && box.height >= 0));
      BOOST_TEST(box.x + box.width <= kChartWidth);
    }
  }
  BOOST_TEST(round_top(std::vector<std::int64_t>{1234}) == 2000);
  BOOST_TEST(round_top(std::vector<std::int64_t>{}) == 1);
}

BOOST_AUTO_TEST_SUITE_END()
