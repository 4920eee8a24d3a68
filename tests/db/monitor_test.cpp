#include "retrain/monitor.h"

#include <boost/test/unit_test.hpp>
#include <cmath>
#include <sstream>

#include "analytics/events.h"
#include "retrain/run.h"
#include "support/support.h"
#include "tests_predict.sql.h"

using namespace retrain;
using support::make_product;
using support::noon;

namespace {

namespace rows = sql::tests_predict;

/// A shop of 240 customers, watched at noon.
struct Monitored : support::RolledBack {
  Monitored() { db.run(rows::make_customers, noon(), cup, saucer, hammer); }

  void train(const Trainer& trainer) {
    const Outcome outcome = train_model({db, db}, trainer, {}, settings, {.forced = true}, noon());
    BOOST_REQUIRE_MESSAGE(outcome.state == "published", outcome.message);
  }
  void look() { monitor({db, db}, settings, noon(), log); }
  struct Metric {
    double value = std::nan("");
    int samples = 0;
    bool alarm = false;
  };
  /// The newest.
  Metric metric(const std::string& model, const std::string& name) {
    Metric newest;
    for (const db::Row row : db.run(rows::metrics, model)) {
      if (row.text("metric") == name) {
        newest = {row.number("value"), row.small("samples"), row.boolean("alarm")};
      }
    }
    return newest;
  }
  std::string job(const std::string& model) {
    const auto jobs = db.run(rows::jobs, model);
    return jobs.empty() ? "" : jobs[jobs.size() - 1].string("state");
  }

  const std::int64_t cup = make_product(db, {.name = "Cup"});
  const std::int64_t saucer = make_product(db, {.name = "Saucer"});
  const std::int64_t hammer = make_product(db, {.name = "Hammer"});
  const Settings settings{};
  std::ostringstream log{};
};

Instant yesterday() {
  return std::chrono::floor<std::chrono::days>(noon()) - std::chrono::hours(24);
}

const Trainer& lists() {
  return trainers()[0];
}
const Trainer& churn() {
  return trainers()[1];
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(monitoring, Monitored)

BOOST_AUTO_TEST_CASE(counts_who_took_something_of_the_own_list) {
  train(lists());
  db.run(rows::clear_lists);
  db.run(rows::list_for_all, cup);
  db.run(rows::orders_on, yesterday(), cup, 150);
  db.run(rows::orders_on, yesterday(), saucer, 200);
  db.run(rows::promise, "recommend", 0.5, 0.7);

  look();

  const Metric hits = metric("recommend", "hit_rate");
  BOOST_TEST(hits.samples >= 200);
  BOOST_TEST(hits.value == 0.75, boost::test_tools::tolerance(0.05));
  BOOST_TEST(!metric("recommend", "hit_rate_30").alarm);
  BOOST_TEST(metric("recommend", "recommended_cents").value < metric("recommend", "cents").value);
}

BOOST_AUTO_TEST_CASE(lists_that_nobody_follows_are_rolled_back_to_the_version_before) {
  train(lists());
  train(lists());
  db.run(rows::clear_lists);
  db.run(rows::list_for_all, hammer);
  db.run(rows::promise, "recommend", 0.5, 0.7);
  db.run(rows::orders_on, yesterday(), cup, 200);

  look();

  BOOST_TEST(metric("recommend", "hit_rate_30").alarm);
  BOOST_TEST(job("recommend") == "waiting");
  BOOST_TEST(run_jobs({db, db}, {}, log, noon), log.str());
  const auto versions = db.run(rows::versions, "recommend");
  BOOST_REQUIRE(versions.size() == 2);
  BOOST_TEST(versions[0].string("state") == "active");
  BOOST_TEST(versions[1].string("state") == "retired");
}

BOOST_AUTO_TEST_CASE(lists_made_after_the_day_are_not_measured_by_it) {
  add_jobs(db, {.only = {"recommend"}}, "command");
  BOOST_REQUIRE(run_jobs({db, db}, {}, log, noon));
  db.run(rows::clear_lists);
  db.run(rows::list_for_all, hammer);
  db.run(rows::orders_on, yesterday(), cup, 200);

  look();

  BOOST_TEST(std::isnan(metric("recommend", "hit_rate").value));
  BOOST_TEST(!metric("recommend", "hit_rate_30").alarm);
}

BOOST_AUTO_TEST_CASE(searches_that_lead_to_nothing_since_a_version_came_are_rolled_back) {
  analytics::prepare_event_months(db, yesterday());
  const std::string shown = "cup → " + std::to_string(cup) + " " + std::to_string(saucer);
  for (int i = 0; i < 200; ++i) {
    const std::string visitor = "guest" + std::to_string(i);
    const Instant at = yesterday() + std::chrono::minutes(i);
    db.run(rows::add_event, at, "search", visitor, std::nullopt, shown);
    if (i % 10 == 0) {
      db.run(rows::add_event, at + std::chrono::seconds(9), "click", visitor, cup, "/search");
    }
  }
  const Instant came = yesterday() - std::chrono::hours(48);
  for (const char* state : {"retired", "active"}) {
    db.run(rows::add_version, "search", R"({"exponent":0.1,"factors":{}})", came, state);
  }
  db.run(rows::add_metric, came - std::chrono::hours(48), "search", "taken_rate", 0.4, 500);

  look();

  BOOST_TEST(metric("search", "taken_rate").value == 0.1, boost::test_tools::tolerance(1e-9));
  BOOST_TEST(metric("search", "taken_rate_since").alarm);
  BOOST_TEST(job("search") == "waiting");
  BOOST_TEST(run_jobs({db, db}, {.only = {"search"}}, log, noon), log.str());
  BOOST_TEST(db.run(rows::versions, "search")[0].string("state") == "active");
}

BOOST_AUTO_TEST_CASE(predictions_are_measured_when_their_days_are_over) {
  train(churn());
  db.run(rows::age_predictions, 90);

  look();

  BOOST_TEST(metric("churn", "live_auc").samples == 240);
  BOOST_TEST(metric("churn", "live_auc").value > 0.8);
  BOOST_TEST(std::abs(metric("churn", "live_bias").value) < 0.2);
  BOOST_TEST(!metric("churn", "live_auc").alarm);
  BOOST_TEST(job("churn").empty());
}

BOOST_AUTO_TEST_CASE(predictions_that_turn_out_wrong_raise_an_alarm_and_a_lone_version_stays) {
  train(churn());
  db.run(rows::age_predictions, 90);
  db.run(rows::turn_predictions);

  look();

  BOOST_TEST(metric("churn", "live_auc").alarm);
  BOOST_TEST(job("churn").empty());
  BOOST_TEST(log.str().find("raises an alarm") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(customers_who_are_no_longer_those_it_learnt_from_are_noticed) {
  train(churn());
  look();
  const Metric amounts = metric("churn", "psi:spent_last");
  BOOST_TEST(amounts.samples == 240);
  BOOST_TEST(!amounts.alarm);

  db.run(rows::orders_of_another_kind, yesterday());
  look();
  BOOST_TEST(metric("churn", "psi:spent_last").alarm);
}

BOOST_AUTO_TEST_CASE(a_shop_without_orders_or_models_has_nothing_to_watch) {
  db.run(rows::forget_returning, noon() - std::chrono::hours(24 * 1000));

  look();

  BOOST_TEST(db.run(rows::metrics, "recommend").empty());
  BOOST_TEST(db.run(rows::metrics, "churn").empty());
}

BOOST_AUTO_TEST_SUITE_END()
