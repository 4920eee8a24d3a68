#include "catalog/product_csv.h"

#include <boost/test/unit_test.hpp>

#include "catalog/manage.h"
#include "catalog/variants.h"
#include "csv/csv_imports.h"
#include "search/index.h"
#include "search/search.h"
#include "support/orders.h"

using namespace catalog;
using support::make_product;
using support::noon;

namespace {

struct ProductCsv : support::RolledBack {
  CsvReport read(const std::string& bytes, bool dry_run = false) {
    return import_products(db, bytes,
                           {.file_name = "test.csv", .account_id = {}, .dry_run = dry_run}, noon());
  }
  std::string whole() {
    std::string text;
    export_products(db, [&](std::string_view piece) {
      text += piece;
      return true;
    });
    return text;
  }
  EditableProduct edit(std::int64_t id) { return find_to_edit(db, id).value(); }
  static std::string sums(const CsvReport& report) {
    return std::to_string(report.created) + " new, " + std::to_string(report.changed) +
           " changed, " + std::to_string(report.same) + " same, " + std::to_string(report.bad) +
           " bad";
  }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(product_csv, ProductCsv)

BOOST_AUTO_TEST_CASE(a_file_makes_and_changes_products_and_the_second_time_nothing) {
  const auto lamp = make_product(db, {.name = "Lamp",
                                      .sku = "L-1",
                                      .category = "Home",
                                      .price = Money{1000},
                                      .attributes = {{"Colour", "red"}, {"Size", "big"}}});
  const std::string file =
      "sku,name,category,brand,price,detail: Colour\n"
      "L-1,Desk Lamp,home,Lumen,12.50,blue | green\n"
      "K-1,Quixotic Kite,Home,Zephyr New,9.99,red\n";

  BOOST_TEST(sums(read(file, true)) == "1 new, 1 changed, 0 same, 0 bad");
  BOOST_TEST(edit(lamp).draft.name == "Lamp");
  BOOST_TEST(sums(read(file)) == "1 new, 1 changed, 0 same, 0 bad");

  const EditableProduct changed = edit(lamp);
  BOOST_TEST(changed.draft.name == "Desk Lamp");
  BOOST_TEST(changed.slug == "desk-lamp");
  BOOST_TEST(changed.draft.price.cents == 1250);
  BOOST_REQUIRE(changed.draft.attributes.size() == 3U);
  BOOST_TEST(changed.draft.attributes[0].value == "big");  // no column: stays
  BOOST_TEST(changed.draft.attributes[1].value == "blue");
  BOOST_TEST(search::find(*shop.index, db, {.text = "quixotic"}).total == 1);
  const CsvReport again = read(file);
  BOOST_TEST(sums(again) == "0 new, 0 changed, 2 same, 0 bad");
  BOOST_TEST(again.import_id == 0);
}

BOOST_AUTO_TEST_CASE(what_is_taken_away_and_read_in_again_changes_nothing) {
  make_product(db, {.name = "=SUM(A1)",
                    .sku = "F-1",
                    .description = "Two lines,\nwith \"quotes\"; and more",
                    .category = "Things",
                    .attributes = {{"Colour", "red"}, {"Size", "1"}, {"Size", "2"}}});
  make_product(db, {.name = "Plain", .sku = "007"});

  const std::string text = whole();

  BOOST_TEST(text.find("'=SUM(A1)") != std::string::npos);
  const CsvReport report = read(text);
  BOOST_TEST(report.changed == 0);
  BOOST_TEST(report.bad == 0);
  BOOST_TEST(report.created == 0);
}

BOOST_AUTO_TEST_CASE(files_of_spreadsheets_are_read_as_they_are) {
  make_product(db, {.sku = "A-1", .category = "Home"});
  const std::string odd =
      "\xEF\xBB\xBFSKU;Name;Price;Description\r\n"
      "A-1;\"Lampe \"\"Sch\xC3\xB6n\"\"\";12,50;\"two\r\nlines\"\r\n";
  BOOST_TEST(sums(read(odd)) == "0 new, 1 changed, 0 same, 0 bad");
  const auto product = list_found_products(db, {}, "A-1", {}, {}, 1).at(0);
  BOOST_TEST(product.name == "Lampe \"Schön\"");
  BOOST_TEST(product.price.cents == 1250);
  BOOST_TEST(edit(product.id).draft.description == "two\nlines");
  // Windows-1252: one byte for the umlaut.
  BOOST_TEST(sums(read("sku\tname\nA-1\tSch\xF6ne Lampe\n")) == "0 new, 1 changed, 0 same, 0 bad");
  BOOST_TEST(edit(product.id).draft.name == "Schöne Lampe");
}

BOOST_AUTO_TEST_CASE(bad_rows_are_named_by_their_line_and_left_out) {
  make_product(db, {.sku = "A-1", .category = "Home"});
  const CsvReport report = read(
      "sku,name,category,price,offered\n"
      "A-1,Good,,12.00,\n"                // 2
      ",No code,Home,1.00,\n"             // 3
      "A-1,Again,Home,1.00,\n"            // 4
      "N-1,New,Nowhere,1.00,\n"           // 5
      "N-2,,Home,1.00,\n"                 // 6
      "N-3,New,Home,,\n"                  // 7
      "N-4,New,Home,free,\n"              // 8
      "N-5,New,Home,1.00,maybe\n"         // 9
      "N-6,New,Home,1.00,yes,too many\n"  // 10
      "N-7,New,,1.00,\n");                // 11
  BOOST_TEST(sums(report) == "0 new, 1 changed, 0 same, 9 bad");
  std::string codes;
  for (const RowProblem& problem : report.problems) {
    codes += std::to_string(problem.line) + ":" + problem.code + " ";
  }
  BOOST_TEST(codes ==
             "3:sku 4:twice 5:category 6:new_name 7:new_price 8:price 9:offered 10:unreadable "
             "11:new_category ");
}

BOOST_AUTO_TEST_CASE(what_is_no_such_file_is_refused) {
  for (const char* file : {"", "name,price\nx,1\n", "sku,sku\n", "\"sku\n", "\xFF\xFE\x00s"}) {
    BOOST_CHECK_THROW(read(file), NotThatCsv);
  }
}

BOOST_AUTO_TEST_CASE(an_import_can_be_undone_but_not_over_somebody_elses_change) {
  const auto lamp = make_product(
      db, {.name = "Lamp", .sku = "L-1", .price = Money{1000}, .attributes = {{"Colour", "red"}}});
  const auto cup = make_product(db, {.name = "Cup", .sku = "C-1", .price = Money{500}});
  const CsvReport report = read(
      "sku,name,category,price,detail: Colour\nL-1,Torch,,20.00,blue\nC-1,Mug,,6.00,\n"
      "N-1,New One,home,1.00,\n");
  BOOST_REQUIRE(report.import_id != 0);
  ProductDraft renamed = edit(cup).draft;
  renamed.name = "Beaker";
  BOOST_REQUIRE((save_product(db, cup, edit(cup).version, renamed) == SaveOutcome::saved));

  const csv::Undone undone = csv::undo_import(db, report.import_id, noon());

  BOOST_TEST((undone.outcome == csv::UndoOutcome::undone));
  BOOST_TEST(undone.rows.undone == 2);
  BOOST_TEST(undone.rows.left == 1);
  BOOST_TEST(edit(lamp).draft.name == "Lamp");
  BOOST_TEST(edit(lamp).draft.price.cents == 1000);
  BOOST_TEST(edit(lamp).draft.attributes.at(0).value == "red");
  BOOST_TEST(edit(cup).draft.name == "Beaker");
  BOOST_TEST(list_found_products(db, {.state = ProductFilter::State::withdrawn}, "N-1", {}, {}, 1)
                 .size() == 1U);
  BOOST_TEST(
      (csv::undo_import(db, report.import_id, noon()).outcome == csv::UndoOutcome::undone_before));
  BOOST_TEST((csv::undo_import(db, 999999999, noon()).outcome == csv::UndoOutcome::no_such_import));
}

BOOST_AUTO_TEST_CASE(a_price_in_a_file_is_the_regular_one_and_must_stay_above_a_running_sale) {
  const auto lamp = make_product(db, {.sku = "L-1", .price = Money{2000}});
  BOOST_REQUIRE(
      (plan_sale(db, lamp, 1, {Money{1500}, noon(), {}}, noon()) == SaleOutcome::started));
  BOOST_TEST(sums(read("sku,price\nL-1,15.00\n")) == "0 new, 0 changed, 0 same, 1 bad");
  BOOST_TEST(sums(read("sku,price\nL-1,30.00\n")) == "0 new, 1 changed, 0 same, 0 bad");
  BOOST_TEST(find_product(db, lamp)->price.cents == 1500);
  BOOST_TEST(find_product(db, lamp)->regular_price->cents == 3000);
}

BOOST_AUTO_TEST_CASE(variants_go_out_and_come_back) {
  const std::string file =
      "sku,name,category,price,family,options,detail: Size,detail: Colour\n"
      "S-1,\"Shirt, S, red\",Home,10.00,Shirt,Size | Colour,S,red\n"
      "S-2,\"Shirt, M, red\",Home,10.00,shirt,,M,red\n";
  make_product(db, {.category = "Home"});
  BOOST_TEST(sums(read(file)) == "2 new, 0 changed, 0 same, 0 bad");

  const auto red = list_found_products(db, {}, "S-1", {}, {}, 1).at(0).id;
  const Family family = find_family(db, red).value();
  BOOST_TEST(family.name == "Shirt");
  BOOST_TEST(family.options.size() == 2U);
  BOOST_REQUIRE(family.variants.size() == 2U);
  BOOST_TEST(family.variants[1].values[0] == "M");
  BOOST_TEST(whole().find("Shirt,Size | Colour") != std::string::npos);
  BOOST_TEST(sums(read(whole())).find("0 new, 0 changed") == 0U);
  BOOST_TEST(sums(read("sku,family\nS-1,\n")) == "0 new, 1 changed, 0 same, 0 bad");
  BOOST_TEST(!find_family(db, red).has_value());
  const CsvReport back = read("sku,family\nS-1,Shirt\n");
  BOOST_TEST(back.changes.at(0).field == "family");
  BOOST_TEST(find_family(db, red)->variants.size() == 2U);
  csv::undo_import(db, back.import_id, noon());
  BOOST_TEST(!find_family(db, red).has_value());
}

BOOST_AUTO_TEST_CASE(families_that_cannot_be_are_refused) {
  make_product(db, {.sku = "A-1", .category = "Home"});
  make_product(db, {.sku = "A-2"});
  make_product(db, {.sku = "A-3"});
  const CsvReport report = read(
      "sku,family,options\n"
      "A-1,Nameless,\n"                       // 2
      "A-2,Mug,Size\n"                        // 3 good
      "A-3,Mug,Colour\n"                      // 4
      "A-4,Mug,One | Two | Three | Four\n");  // 5
  std::string codes;
  for (const RowProblem& problem : report.problems) {
    codes += std::to_string(problem.line) + ":" + problem.code + " ";
  }
  BOOST_TEST(codes == "2:new_family 4:options 5:options ");
  std::string many = "sku,name,category,price,family,options\n";
  for (std::size_t i = 0; i <= kMostVariants; ++i) {
    many += "V-" + std::to_string(i) + ",V,Home,1.00,Vast,Size\n";
  }
  BOOST_TEST(sums(read(many)) == "200 new, 0 changed, 0 same, 1 bad");
}

BOOST_AUTO_TEST_CASE(an_undone_import_leaves_no_family_behind) {
  make_product(db, {.category = "Home"});
  const CsvReport report =
      read("sku,name,category,price,family,options,detail: Size\nN-1,N,Home,1,New family,Size,S\n");
  csv::undo_import(db, report.import_id, noon());
  BOOST_TEST(support::number_in(db, "SELECT count(*) AS number FROM product_family") == 0);
}

BOOST_AUTO_TEST_CASE(many_rows_take_few_statements) {
  make_product(db, {.category = "Home"});
  std::string file = "sku,name,category,price,detail: Colour\n";
  for (int i = 0; i < 3000; ++i) {
    file += "M-" + std::to_string(i) + ",Thing " + std::to_string(i) + ",Home,1.00,red\n";
  }
  db.reset_cost();
  BOOST_TEST(sums(read(file)) == "3000 new, 0 changed, 0 same, 0 bad");
  BOOST_TEST(db.cost().calls < 40);
}

BOOST_AUTO_TEST_SUITE_END()
