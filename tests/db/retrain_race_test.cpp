/// Two trainings, two connections: only one may run.

#include <boost/test/unit_test.hpp>
#include <memory>

#include "retrain.sql.h"
#include "support/race.h"
#include "tests_predict.sql.h"

BOOST_AUTO_TEST_SUITE(retrain_race)

BOOST_AUTO_TEST_CASE(never_two_trainings_at_once_and_the_lock_goes_with_its_holder) {
  auto first = std::make_unique<db::Connection>(support::Committed::options());
  db::Connection second(support::Committed::options());
  BOOST_REQUIRE(first->first(sql::retrain::lock)->boolean("locked"));

  BOOST_TEST(!second.first(sql::retrain::lock)->boolean("locked"));
  first.reset();

  // Waits until the server has noticed that the holder is gone.
  BOOST_CHECK_NO_THROW(second.run(sql::tests_predict::wait_for_lock));
}

BOOST_AUTO_TEST_SUITE_END()
