#include <boost/test/unit_test.hpp>

#include "catalog.sql.h"
#include "support/support.h"
#include "tests.sql.h"
#include "visitor.sql.h"

namespace {

struct Company : support::RolledBack {
  db::Later pieces() {
    db.reset_cost();
    return {db, sql::visitor::guest_by_key, "nobody's key"};
  }
  static int count(const db::Later& later) { return later.rows()[0].small("cart_pieces"); }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(connection, Company)

BOOST_AUTO_TEST_CASE(what_is_wanted_later_travels_with_the_next_query) {
  const db::Later later = pieces();
  const db::Later another = pieces();
  BOOST_TEST(db.run(sql::visitor::health)[0].small("alive") == 1);
  BOOST_TEST(count(later) == 0);
  BOOST_TEST(count(another) == 0);
  BOOST_TEST(db.cost().calls == 1);
  db.run(sql::visitor::health);
  BOOST_TEST(db.cost().calls == 2);
}

BOOST_AUTO_TEST_CASE(it_leaves_the_results_of_a_pipeline_in_their_places) {
  const db::Later later = pieces();
  db::Pipeline pipeline(db);
  const int alive = pipeline.add(sql::visitor::health);
  const int products = pipeline.add(sql::catalog::product_count);
  pipeline.run();
  BOOST_TEST(pipeline.take(alive)[0].small("alive") == 1);
  BOOST_TEST(pipeline.take(products)[0].integer("products") >= 0);
  BOOST_TEST(count(later) == 0);
  BOOST_TEST(db.cost().calls == 1);
}

BOOST_AUTO_TEST_CASE(without_company_it_asks_by_itself) {
  const db::Later later = pieces();
  BOOST_TEST(count(later) == 0);
  BOOST_TEST(db.cost().calls == 1);
  db.run(sql::visitor::health);
  BOOST_TEST(db.cost().calls == 2);
}

BOOST_AUTO_TEST_CASE(after_a_failure_of_its_company_it_asks_again) {
  const db::Transaction inner(db);
  const db::Later later = pieces();
  {
    const db::Transaction innermost(db);
    BOOST_CHECK_THROW(db.run(sql::tests::make_attribute, -1, 1, "Colour", "red"),
                      db::ConstraintError);
  }
  BOOST_TEST(count(later) == 0);
}

BOOST_AUTO_TEST_CASE(it_follows_no_one_into_a_failing_statement) {
  {
    const db::Transaction inner(db);
    const db::Later later = pieces();
    BOOST_CHECK_THROW(db.run(sql::tests::make_attribute, -1, 1, "Colour", "red"),
                      db::ConstraintError);
  }
  BOOST_TEST(db.run(sql::visitor::health).size() == 1);
}

BOOST_AUTO_TEST_SUITE_END()
