#include <boost/test/unit_test.hpp>

#include "analytics/events.h"
#include "support/orders.h"

using analytics::Event;
using support::noon;

namespace {

std::int64_t count(db::Connection& db, const std::string& where) {
  return support::number_in(db, "SELECT count(*) AS number FROM visit_event WHERE " + where);
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(events, support::RolledBack)

BOOST_AUTO_TEST_CASE(are_written_together_without_what_is_gone_or_refused) {
  const auto lamp = support::make_product(db);
  const auto alice = support::make_account(db);
  const auto shy = support::make_account(db);
  analytics::prepare_event_months(db, noon());
  analytics::refuse_tracking(db, shy);

  analytics::write_events(db, {{noon(), "view", alice, "", lamp, ""},
                               {noon(), "view", 0, "guest-1", lamp, "a \"quoted\", {text}"},
                               {noon(), "view", shy, "", lamp, ""},
                               {noon(), "view", 99999999, "", lamp, ""},
                               {noon(), "view", alice, "", 99999999, ""}});

  BOOST_TEST(count(db, "product_id = " + std::to_string(lamp)) == 2);
  BOOST_TEST(count(db, "visitor = 'guest-1' AND detail = 'a \"quoted\", {text}'") == 1);
}

BOOST_AUTO_TEST_CASE(are_erased_when_the_customer_says_no) {
  const auto alice = support::make_account(db);
  analytics::prepare_event_months(db, noon());
  analytics::write_events(db, {{noon(), "search", alice, "", 0, "gift"}});

  analytics::refuse_tracking(db, alice);

  BOOST_TEST(count(db, "account_id = " + std::to_string(alice)) == 0);
  BOOST_TEST(analytics::is_tracking_refused(db, alice));
  analytics::allow_tracking(db, alice);
  BOOST_TEST(!analytics::is_tracking_refused(db, alice));
}

BOOST_AUTO_TEST_SUITE_END()
