#include "search/search.h"

#include <boost/test/unit_test.hpp>

#include "support/support.h"
#include "tests.sql.h"

namespace {

int count_found(search::Index& index, db::Connection& db, const std::string& text) {
  return search::find(index, db, {.text = text, .exact = true}).total;
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(search_index, support::RolledBack)

BOOST_AUTO_TEST_CASE(a_product_is_found_in_the_moment_when_it_is_there) {
  search::Index index;
  BOOST_TEST(count_found(index, db, "zebrawood") == 0);

  const auto bowl =
      support::make_product(db, {.name = "Zebrawood Bowl", .attributes = {{"Colour", "striped"}}});
  BOOST_TEST(count_found(index, db, "zebrawood") == 1);
  BOOST_TEST(count_found(index, db, "striped") == 1);

  db.run(sql::tests::rename_product, bowl, "Oakwood Bowl");
  BOOST_TEST(count_found(index, db, "zebrawood") == 0);
  BOOST_TEST(count_found(index, db, "oakwood") == 1);

  db.run(sql::tests::withdraw_product, bowl);
  BOOST_TEST(count_found(index, db, "oakwood") == 0);
}

BOOST_AUTO_TEST_CASE(a_changed_attribute_is_found_at_once) {
  search::Index index;
  const auto bowl =
      support::make_product(db, {.name = "Bowl", .attributes = {{"Colour", "umber"}}});
  BOOST_TEST(count_found(index, db, "umber") == 1);

  db.run(sql::tests::recolour_product, bowl, "ochre");

  BOOST_TEST(count_found(index, db, "umber") == 0);
  BOOST_TEST(count_found(index, db, "ochre") == 1);
}

BOOST_AUTO_TEST_CASE(a_sold_out_product_stays_visible_with_stock_zero) {
  search::Index index;
  const auto bowl = support::make_product(db, {.name = "Zebrawood Bowl", .in_stock = 2});
  BOOST_TEST(count_found(index, db, "zebrawood") == 1);

  db.run(sql::tests::sell_out, bowl);

  const auto results = search::find(index, db, {.text = "zebrawood"});
  BOOST_REQUIRE(results.total == 1);
  BOOST_TEST(results.products[0]->in_stock == 0);
  BOOST_TEST(search::find(index, db, {.text = "zebrawood", .in_stock_only = true}).total == 0);
}

BOOST_AUTO_TEST_SUITE_END()
