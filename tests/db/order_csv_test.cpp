#include "orders/order_csv.h"

#include <boost/test/unit_test.hpp>

#include "catalog/catalog.h"
#include "csv/csv_imports.h"
#include "orders/expire.h"
#include "orders/orders.h"
#include "support/orders.h"

using support::make_account;
using support::make_product;
using support::noon;

namespace {

constexpr const char* kHead =
    "number,placed_at,state,payment,fulfilment,email,currency,subtotal,shipping,tax,total,sku,"
    "quantity,unit_price\n";

struct OrderCsv : support::RolledBack {
  OrderCsv() {
    lamp = make_product(db, {.name = "Lamp", .sku = "L-1", .in_stock = 5});
    cup = make_product(db, {.name = "Cup", .sku = "C-1", .in_stock = 5});
  }
  CsvReport read(const std::string& bytes, bool dry_run = false) {
    return orders::import_orders(
        db, bytes,
        {.file_name = "orders.csv", .account_id = {}, .dry_run = dry_run, .currency = "USD"},
        noon());
  }
  std::string whole() {
    std::string text;
    orders::export_orders(db, [&](std::string_view piece) {
      text += piece;
      return true;
    });
    return text;
  }
  std::int64_t number(const std::string& sql) { return support::number_in(db, sql); }
  std::int64_t orders_here() {
    return number("SELECT count(*) AS number FROM sales_order WHERE state <> 'temp'");
  }
  static std::string sums(const CsvReport& report) {
    return std::to_string(report.created) + " new, " + std::to_string(report.same) + " same, " +
           std::to_string(report.bad) + " bad";
  }
  static std::string codes(const CsvReport& report) {
    std::string text;
    for (const RowProblem& problem : report.problems) {
      text += std::to_string(problem.line) + ":" + problem.code + " ";
    }
    return text;
  }
  std::int64_t lamp = 0;
  std::int64_t cup = 0;
};

const std::string kTwoLines =
    std::string(kHead) +
    "A-7,2020-05-01T10:00:00Z,complete,paid,delivered,Ann@one.example,USD,"
    "25.00,5.00,2.00,32.00,L-1,2,10.00\n"
    "A-7,,,,,,,,,,,C-1,1,5.00\n";

}  // namespace

BOOST_FIXTURE_TEST_SUITE(order_csv, OrderCsv)

BOOST_AUTO_TEST_CASE(an_order_comes_in_as_history_and_the_second_time_not_at_all) {
  const auto ann = make_account(db, {.username = "ann"});
  db.run_script("UPDATE account SET email = 'ann@one.example' WHERE id = " + std::to_string(ann));
  const auto waiting = number("SELECT count(*) AS number FROM mail");

  BOOST_TEST(sums(read(kTwoLines, true)) == "2 new, 0 same, 0 bad");
  BOOST_TEST(orders_here() == 0);
  BOOST_TEST(sums(read(kTwoLines)) == "2 new, 0 same, 0 bad");

  const auto id = number("SELECT id AS number FROM sales_order WHERE number = 'A-7'");
  const auto order = orders::find_order(db, id).value();
  BOOST_TEST(order.account_id == ann);
  BOOST_TEST(order.total.cents == 3200);
  BOOST_TEST(order.lines.size() == 2U);
  BOOST_TEST(order.lines[0].name == "Lamp");
  BOOST_TEST(to_iso(*order.placed_at) == "2020-05-01T10:00:00Z");
  // placed, paid, shipped, delivered
  BOOST_TEST(number("SELECT count(*) AS number FROM order_event WHERE order_id = " +
                    std::to_string(id)) == 4);
  BOOST_TEST(number("SELECT in_stock AS number FROM product WHERE sku = 'L-1'") == 5);
  BOOST_TEST(number("SELECT sold_count AS number FROM product WHERE sku = 'L-1'") == 2);
  db.run_script("SET CONSTRAINTS ALL IMMEDIATE");
  BOOST_TEST(number("SELECT count(*) AS number FROM mail") == waiting);
  BOOST_TEST(number("SELECT count(*) AS number FROM webhook_delivery") == 0);
  const CsvReport again = read(kTwoLines);
  BOOST_TEST(sums(again) == "0 new, 2 same, 0 bad");
  BOOST_TEST(again.import_id == 0);
}

BOOST_AUTO_TEST_CASE(what_is_taken_away_and_read_in_again_changes_nothing) {
  support::make_rules(db);
  support::make_order(db, support::guest(), lamp, 2);
  support::make_order(db, support::customer(make_account(db)), cup, 1, "another-token");
  read(kTwoLines);
  const std::string text = whole();
  BOOST_TEST(sums(read(text)) == "0 new, 4 same, 0 bad");
}

BOOST_AUTO_TEST_CASE(a_placed_order_stays_as_it_is) {
  read(kTwoLines);
  std::string other = kTwoLines;
  other.replace(other.find("C-1,1,5.00"), 10, "C-1,5,1.00");
  BOOST_TEST(codes(read(other)) == "2:order_other ");
  other = kTwoLines;
  other.replace(other.find("Ann@"), 4, "Eve@");
  BOOST_TEST(codes(read(other)) == "2:order_other ");
  BOOST_TEST(read(other).bad == 2);
}

BOOST_AUTO_TEST_CASE(orders_that_cannot_be_are_left_out_whole) {
  const CsvReport report = read(
      std::string(kHead) +
      "B-1,2020-05-01,complete,paid,delivered,,USD,10.00,0,0,10.00,L-1,1,10.00\n"   // 2 good
      "B-2,2020-05-01,complete,paid,delivered,,USD,10.00,0,0,11.00,L-1,1,10.00\n"   // 3 sums
      "B-3,2020-05-01,complete,unpaid,open,,USD,10.00,0,0,10.00,L-1,1,10.00\n"      // 4 states
      "B-4,2020-05-01,complete,paid,delivered,,USD,10.00,0,0,10.00,GONE,1,10.00\n"  // 5 product
      "B-5,2020-05-01,complete,paid,delivered,,USD,20.00,0,0,20.00,L-1,1,10.00\n"   // 6 twice
      "B-5,,,,,,,,,,,L-1,1,10.00\n"                                                 // 7
      "B-6,2020-05-01,complete,paid,delivered,,EUR,10.00,0,0,10.00,L-1,1,10.00\n"   // 8 currency
      "B-7,2020-05-01,sent,paid,delivered,,USD,10.00,0,0,10.00,L-1,1,10.00\n"       // 9 state
      "B-8,2999-05-01,complete,paid,delivered,,USD,10.00,0,0,10.00,L-1,1,10.00\n"   // 10 moment
      "B-9,2020-05-01,complete,paid,delivered,,USD,20.00,0,0,20.00,L-1,1,10.00\n"   // 11
      "B-9,,,,,,,,,,,C-1,0,10.00\n"                                                 // 12 quantity
      ",2020-05-01,complete,paid,delivered,,USD,10.00,0,0,10.00,L-1,1,10.00\n"      // 13 number
      "B-1,2021-05-01,complete,paid,delivered,,USD,10.00,0,0,10.00,C-1,1,10.00\n"   // 14 differs
      "B-0,2020-05-01,complete,paid,delivered,,USD,0,0,0,0,,,\n"                    // 15 no lines
      "B-A,2020-05-01,complete,paid,delivered,x,USD,10.00,0,0,10.00,L-1,1,10.00\n"  // 16 email
      "B-B,2020-05-01,complete,paid,delivered,,USD,-1,0,0,-1,L-1,1,-1\n");          // 17 amount
  BOOST_TEST(sums(report) == "0 new, 0 same, 16 bad");
  BOOST_TEST(codes(report) ==
             "2:order_incomplete 3:order_sums 4:order_steps 5:product 6:order_incomplete "
             "7:sku_twice 8:currency 9:order_state 10:moment 11:order_incomplete 12:quantity "
             "13:number 14:order_rows_differ 15:no_lines 16:email 17:amount ");
  BOOST_TEST(orders_here() == 0);
}

BOOST_AUTO_TEST_CASE(tax_may_be_contained_or_added_and_discounts_count) {
  BOOST_TEST(
      sums(read("number,placed_at,state,payment,fulfilment,currency,subtotal,discount,shipping,"
                "tax,total,tax_included,tax_rate,sku,quantity,unit_price\n"
                "T-1,2020-05-01,complete,paid,delivered,USD,10,1,2,1.71,11,yes,19,L-1,1,10\n"
                "T-2,2020-05-01,complete,paid,delivered,USD,10,1,2,1.00,12,no,8.25,L-1,1,10\n"
                "T-3,2020-05-01,complete,paid,delivered,USD,10,1,2,1.00,12,,,L-1,1,10\n"
                "T-4,2020-05-01,complete,paid,delivered,USD,10,1,2,1.00,12,yes,,L-1,1,10\n")) ==
      "3 new, 0 same, 1 bad");
  BOOST_TEST(number("SELECT tax_rate_bp AS number FROM sales_order WHERE number = 'T-2'") == 825);
}

BOOST_AUTO_TEST_CASE(numbers_that_came_are_not_given_again) {
  support::make_rules(db);
  const auto next = number("SELECT nextval('order_number') AS number");
  read(std::string(kHead) + std::to_string(next + 1) +
       ",2020-05-01,complete,paid,delivered,,USD,10.00,0,0,10.00,L-1,1,10.00\n");
  const auto order = support::make_order(db, support::guest(), lamp, 1);
  BOOST_TEST(orders::find_order(db, order)->number == std::to_string(next + 2));
}

BOOST_AUTO_TEST_CASE(history_is_never_cancelled_for_want_of_payment) {
  read(
      "number,placed_at,state,payment,fulfilment,currency,subtotal,shipping,tax,total,"
      "payment_method,email,sku,quantity,unit_price\n"
      "U-1,2020-05-01,placed,unpaid,open,USD,10.00,0,0,10.00,bank_transfer,a@one.example,L-1,1,"
      "10.00\n");
  BOOST_TEST(orders_here() == 1);
  BOOST_TEST(orders::count_expired_orders(db, noon()) == 0);
  BOOST_TEST(orders::expire_orders(db, nullptr, 10, noon()).cancelled == 0);
}

BOOST_AUTO_TEST_CASE(an_import_can_be_undone_but_not_orders_that_somebody_worked_on) {
  const CsvReport report =
      read(std::string(kHead) +
           "U-1,2020-05-01,placed,paid,open,,USD,10.00,0,0,10.00,L-1,1,10.00\n"
           "U-2,2020-05-01,placed,paid,open,,USD,20.00,0,0,20.00,L-1,2,10.00\n");
  const auto kept = number("SELECT id AS number FROM sales_order WHERE number = 'U-1'");
  db.run_script("INSERT INTO order_event (order_id, kind, note) VALUES (" + std::to_string(kept) +
                ", 'note', 'called the customer')");

  const csv::Undone undone = csv::undo_import(db, report.import_id, noon());

  BOOST_TEST(undone.rows.undone == 1);
  BOOST_TEST(undone.rows.left == 1);
  BOOST_TEST(orders_here() == 1);
  BOOST_TEST(number("SELECT sold_count AS number FROM product WHERE sku = 'L-1'") == 1);
  BOOST_TEST(number("SELECT count(*) AS number FROM order_line") == 1);
}

BOOST_AUTO_TEST_CASE(many_rows_take_few_statements) {
  std::string file = kHead;
  for (int i = 0; i < 3000; ++i) {
    file += "M-" + std::to_string(i) +
            ",2020-05-01,complete,paid,delivered,,USD,10.00,0,0,10.00,L-1,1,10.00\n";
  }
  db.reset_cost();
  BOOST_TEST(sums(read(file)) == "3000 new, 0 same, 0 bad");
  BOOST_TEST(db.cost().calls < 40);
}

BOOST_AUTO_TEST_SUITE_END()
