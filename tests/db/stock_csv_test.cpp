#include "inventory/stock_csv.h"

#include <boost/test/unit_test.hpp>

#include "csv/csv_imports.h"
#include "inventory/inventory.h"
#include "support/orders.h"

using namespace inventory;
using support::make_product;
using support::noon;

namespace {

struct StockCsv : support::RolledBack {
  CsvReport read(const std::string& bytes, bool dry_run = false) {
    return import_stock(db, bytes, {.file_name = "stock.csv", .account_id = {}, .dry_run = dry_run},
                        noon());
  }
  std::int64_t in_stock(std::int64_t product) {
    return support::number_in(
        db, "SELECT in_stock AS number FROM product WHERE id = " + std::to_string(product));
  }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(stock_csv, StockCsv)

BOOST_AUTO_TEST_CASE(a_file_says_how_many_pieces_lie_where_and_both_books_follow) {
  const auto lamp = make_product(db, {.sku = "L-1", .in_stock = 5});
  const auto cup = make_product(db, {.sku = "C-1", .in_stock = 5});
  const std::string file = "sku,center,pieces,cost\nL-1,test CENTRE,8,3.50\nC-1,Test centre,2,\n";

  BOOST_TEST(read(file, true).changed == 2);
  BOOST_TEST(in_stock(lamp) == 5);
  const auto report = read(file);

  BOOST_TEST(report.changed == 2);
  BOOST_TEST(in_stock(lamp) == 8);
  BOOST_TEST(in_stock(cup) == 2);
  BOOST_TEST(stock_ledger_problems(db).empty());
  BOOST_TEST(
      support::number_in(db,
                         "SELECT count(*) AS number FROM inventory_item WHERE cost_cents = 350 "
                         "AND product_id = " +
                             std::to_string(lamp)) == 3);
  BOOST_TEST(
      support::number_in(db, "SELECT sum(pieces) AS number FROM stock_change WHERE product_id = " +
                                 std::to_string(cup)) == -3);
  BOOST_TEST(read(file).same == 2);
}

BOOST_AUTO_TEST_CASE(bad_rows_are_named_and_left_out) {
  make_product(db, {.sku = "L-1", .in_stock = 5});
  const auto report = read(
      "sku,center,pieces,cost\nL-1,Test centre,-1,\n,Test centre,1,\nL-1,Test centre,1,x\n"
      "NONE,Test centre,1,\nL-1,Elsewhere,1,\nL-1,Test centre,5,\nL-1,Test centre,6,\n");
  std::string codes;
  for (const auto& problem : report.problems) {
    codes += std::to_string(problem.line) + ":" + problem.code + " ";
  }
  BOOST_TEST(codes == "2:pieces 3:sku 4:cost 5:product 6:center 8:twice ");
  BOOST_CHECK_THROW(read("sku,name\nL-1,x\n"), NotThatCsv);
}

BOOST_AUTO_TEST_CASE(what_lies_where_read_in_again_changes_nothing) {
  make_product(db, {.sku = "L-1", .in_stock = 5});
  std::string text;
  export_stock(db, [&](std::string_view piece) {
    text += piece;
    return true;
  });
  BOOST_TEST(text.find("L-1,Test centre,5,") != std::string::npos);
  const auto report = read(text);
  BOOST_TEST(report.changed == 0);
  BOOST_TEST(report.bad == 0);
}

BOOST_AUTO_TEST_CASE(undoing_takes_back_what_is_still_there) {
  support::make_rules(db);
  const auto lamp = make_product(db, {.sku = "L-1", .in_stock = 0});
  const auto cup = make_product(db, {.sku = "C-1", .in_stock = 4});
  const auto report = read("sku,center,pieces\nL-1,Test centre,3\nC-1,Test centre,1\n");
  support::make_order(db, support::guest(), lamp, 1);

  const csv::Undone undone = csv::undo_import(db, report.import_id, noon());

  BOOST_TEST((undone.outcome == csv::UndoOutcome::undone));
  BOOST_TEST(undone.rows.undone == 1);
  BOOST_TEST(undone.rows.left == 1);  // one of the three was sold
  BOOST_TEST(in_stock(lamp) == 0);
  BOOST_TEST(in_stock(cup) == 4);
  BOOST_TEST(stock_ledger_problems(db).empty());
}

BOOST_AUTO_TEST_SUITE_END()
