#include <boost/test/unit_test.hpp>

#include "analytics/events.h"
#include "support/orders.h"
#include "tests_predict.sql.h"

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

BOOST_AUTO_TEST_CASE(go_with_their_accounts_and_only_with_theirs) {
  const auto alice = support::make_account(db);
  const auto bob = support::make_account(db);
  const auto carol = support::make_account(db);
  analytics::prepare_event_months(db, noon());
  analytics::write_events(db, {{noon(), "search", alice, "", 0, "of one who goes"},
                               {noon(), "search", bob, "", 0, "of one who goes"},
                               {noon(), "search", carol, "", 0, "of one who stays"},
                               {noon(), "search", 0, "ann", 0, "of one who stays"}});

  support::number_in(db, "WITH gone AS (DELETE FROM account WHERE id IN (" + std::to_string(alice) +
                             ", " + std::to_string(bob) +
                             ") RETURNING id) SELECT count(*) AS number FROM gone");

  BOOST_TEST(count(db, "detail = 'of one who goes'") == 0);
  BOOST_TEST(count(db, "detail = 'of one who stays'") == 2);
}

BOOST_AUTO_TEST_CASE(of_nobody_are_refused_by_the_database) {
  analytics::prepare_event_months(db, noon());

  const auto write = [&](std::int64_t account) {
    db::Transaction refused(db);
    support::number_in(db,
                       "INSERT INTO visit_event (at, kind, account_id) VALUES "
                       "('2026-03-01T12:00:00Z', 'view', " +
                           std::to_string(account) + ") RETURNING 1 AS number");
  };

  BOOST_CHECK_NO_THROW(write(support::make_account(db)));
  BOOST_CHECK_THROW(write(99999999), db::ConstraintError);
}

BOOST_AUTO_TEST_CASE(go_by_the_month_when_they_are_older_than_the_setting_allows) {
  const auto months = [](int n) { return noon() - std::chrono::hours(24 * 30 * n); };
  for (const int ago : {30, 20, 2}) analytics::prepare_event_months(db, months(ago));
  analytics::prepare_event_months(db, noon());
  analytics::write_events(db, {{months(30), "search", 0, "ann", 0, "old"},
                               {months(20), "search", 0, "ann", 0, "younger"},
                               {noon(), "search", 0, "ann", 0, "new"}});

  BOOST_TEST(analytics::drop_old_event_months(db, noon()) == 3);  // of 25 months: those made above
  BOOST_TEST(count(db, "detail = 'old'") == 0);
  BOOST_TEST(count(db, "visitor = 'ann'") == 2);

  db.run(sql::tests_predict::set_setting, "event_months", 0);  // for ever
  BOOST_TEST(analytics::drop_old_event_months(db, noon()) == 0);
  db.run(sql::tests_predict::set_setting, "event_months", 12);
  analytics::drop_old_event_months(db, noon());
  BOOST_TEST(count(db, "visitor = 'ann'") == 1);
}

BOOST_AUTO_TEST_CASE(of_a_shop_that_was_brought_in_are_counted_back_from_the_newest) {
  const Instant then = noon() - std::chrono::hours(24 * 365 * 10);
  analytics::prepare_event_months(db, then);
  analytics::write_events(db, {{then, "search", 0, "ann", 0, "long ago"}});

  analytics::drop_old_event_months(db, noon());

  BOOST_TEST(count(db, "visitor = 'ann'") == 1);
}

BOOST_AUTO_TEST_SUITE_END()
