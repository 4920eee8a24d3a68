#include <boost/test/unit_test.hpp>

#include <sstream>

#include "retrain.sql.h"
#include "retrain/run.h"
#include "support/support.h"
#include "tests_predict.sql.h"

using namespace retrain;
using support::make_product;
using support::noon;

namespace {

namespace rows = sql::tests_predict;

struct Training : support::RolledBack {
  const std::int64_t cup = make_product(db, {.name = "Cup"});
  const std::int64_t saucer = make_product(db, {.name = "Saucer"});
  const std::int64_t hammer = make_product(db, {.name = "Hammer"});
  std::ostringstream log{};

  void make_customers() { db.run(rows::make_customers, noon(), cup, saucer, hammer); }
  bool run(const Options& options) {
    add_jobs(db, options, "command");
    return run_jobs({db, db}, options, log, noon);
  }
  std::string state_of(const std::string& model) {
    const auto jobs = db.run(rows::jobs, model);
    return jobs[jobs.size() - 1].string("state");
  }
  std::string message_of(const std::string& model) {
    const auto jobs = db.run(rows::jobs, model);
    return jobs[jobs.size() - 1].string("message");
  }
};

const Options kChurn{.only = {"churn"}};
const Options kRecommend{.only = {"recommend"}};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(retraining, Training)

BOOST_AUTO_TEST_CASE(publishes_all_models_of_a_shop_with_history) {
  make_customers();

  BOOST_TEST(run({}), log.str());

  BOOST_TEST(state_of("churn") == "published", message_of("churn"));
  const auto said = db.first(rows::predictions);
  BOOST_TEST(said->integer("customers") == 240);
  BOOST_TEST(said->integer("with_churn") == 240);
  BOOST_TEST(said->number("least") < 0.3);
  BOOST_TEST(said->number("most") > 0.7);
  for (const char* model : {"recommend", "churn", "spending"}) {
    BOOST_TEST(db.run(rows::versions, model).size() == 1);
  }
}

BOOST_AUTO_TEST_CASE(what_is_bought_together_is_told_with_its_counts) {
  make_customers();
  run(kRecommend);
  db.run(sql::retrain::add_job, "recommend", "request");
  Options options = kRecommend;
  const Settings settings;
  const Outcome outcome =
      train_model({db, db}, trainers()[0], options, settings, {.forced = true}, noon());

  BOOST_TEST(outcome.state == "published", outcome.message);
  const auto neighbours = db.run(rows::neighbours, cup);
  BOOST_REQUIRE(neighbours.size() > 0);
  BOOST_TEST(neighbours[0].integer("neighbour_id") == saucer);
  BOOST_TEST(neighbours[0].integer("together") == neighbours[0].integer("orders"));
}

BOOST_AUTO_TEST_CASE(a_second_training_on_the_same_data_is_no_better_and_bit_equal) {
  make_customers();
  run(kChurn);

  BOOST_TEST(run(kChurn));

  const auto versions = db.run(rows::versions, "churn");
  BOOST_REQUIRE(versions.size() == 2);
  BOOST_TEST(versions[0].string("state") == "active");
  BOOST_TEST(versions[1].string("state") == "refused");
  BOOST_TEST(versions[0].string("artifact_hash") == versions[1].string("artifact_hash"));
  BOOST_TEST(state_of("churn") == "kept");
}

BOOST_AUTO_TEST_CASE(an_empty_shop_and_a_short_window_are_refused_in_one_sentence) {
  BOOST_TEST(!run(kChurn));
  BOOST_TEST(message_of("churn") == "the shop has no orders yet; the active model stays");

  make_customers();
  Options short_window = kChurn;
  short_window.days = 100;
  BOOST_TEST(!run(short_window));
  BOOST_TEST(message_of("churn").find("the window is too short") == 0U);
  BOOST_TEST(db.run(rows::versions, "churn").empty());
}

BOOST_AUTO_TEST_CASE(when_all_customers_did_the_same_the_old_model_stays) {
  make_customers();
  run(kChurn);
  const std::string before = db.run(rows::versions, "churn")[0].string("artifact_hash");
  // Then all stayed away for half a year, but for one order that moves the time on.
  db.run(rows::forget_returning, noon() - std::chrono::hours(24 * 270));
  const auto last = support::make_account(db);
  db.run(rows::make_purchase, last, noon() - std::chrono::hours(24), 1000, "complete",
         std::nullopt);

  BOOST_TEST(!run(kChurn));

  BOOST_TEST(state_of("churn") == "failed");
  BOOST_TEST(message_of("churn").find("the active model stays") != std::string::npos);
  const auto versions = db.run(rows::versions, "churn");
  BOOST_REQUIRE(versions.size() == 1);
  BOOST_TEST(versions[0].string("state") == "active");
  BOOST_TEST(versions[0].string("artifact_hash") == before);
}

BOOST_AUTO_TEST_CASE(a_dry_run_writes_nothing) {
  make_customers();
  Options options = kChurn;
  options.dry_run = true;

  const Outcome outcome = train_model({db, db}, trainers()[1], options, {}, {}, noon());

  BOOST_TEST(outcome.message.find("dry run") == 0U);
  BOOST_TEST(db.run(rows::versions, "churn").empty());
  BOOST_TEST(db.first(rows::predictions)->integer("customers") == 0);
}

BOOST_AUTO_TEST_CASE(a_training_stops_when_staff_ask_for_it) {
  make_customers();
  add_jobs(db, kChurn, "request");
  db.run(rows::ask_to_stop, "churn");

  run_jobs({db, db}, kChurn, log, noon);

  BOOST_TEST(state_of("churn") == "stopped");
  BOOST_TEST(db.run(rows::versions, "churn").empty());
}

BOOST_AUTO_TEST_CASE(a_training_that_was_killed_is_started_anew) {
  make_customers();
  add_jobs(db, kChurn, "time");
  db.run(rows::leave_running, "churn");

  run_jobs({db, db}, kChurn, log, noon);

  BOOST_TEST(db.run(rows::jobs, "churn").size() == 1);
  BOOST_TEST(state_of("churn") == "published");
  BOOST_TEST(log.str().find("after a kill") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(an_earlier_version_can_serve_again) {
  make_customers();
  run(kChurn);
  train_model({db, db}, trainers()[1], kChurn, {}, {.forced = true}, noon());
  const auto versions = db.run(rows::versions, "churn");
  BOOST_REQUIRE(versions[1].string("state") == "active");

  const Outcome outcome =
      activate_model({db, db}, trainers()[1], versions[0].integer("id"), kChurn, {}, noon());

  BOOST_TEST(outcome.state == "published", outcome.message);
  BOOST_TEST(db.run(rows::versions, "churn")[0].string("state") == "active");
  BOOST_TEST(db.run(rows::versions, "churn")[1].string("state") == "retired");
  BOOST_TEST(activate_model({db, db}, trainers()[0], versions[0].integer("id"), kChurn, {}, noon())
                 .state == "failed");
}

BOOST_AUTO_TEST_CASE(the_watch_trains_after_a_day_or_after_enough_new_orders) {
  make_customers();
  const Settings settings;
  add_due_jobs(db, kChurn, settings, noon());
  BOOST_TEST(state_of("churn") == "waiting");
  run_jobs({db, db}, kChurn, log, noon);

  add_due_jobs(db, kChurn, settings, noon() + std::chrono::hours(23));
  BOOST_TEST(db.run(rows::jobs, "churn").size() == 1);
  add_due_jobs(db, kChurn, settings, noon() + std::chrono::hours(25));
  BOOST_TEST(db.run(rows::jobs, "churn").size() == 2);
}

BOOST_AUTO_TEST_CASE(a_training_that_was_killed_again_and_again_is_given_up) {
  make_customers();
  add_jobs(db, kChurn, "time");
  db.run(rows::kill_often, "churn", 5);

  BOOST_TEST(!run_jobs({db, db}, kChurn, log, noon));

  BOOST_TEST(state_of("churn") == "failed");
  BOOST_TEST(message_of("churn") ==
             "it was killed 5 times, last while growing trees; the active model stays");
}

BOOST_AUTO_TEST_CASE(lists_without_a_model_serve_until_one_is_better) {
  make_customers();
  Settings unreachable;
  unreachable.margin = 2;  // no list is better by two

  const Outcome outcome = train_model({db, db}, trainers()[0], kRecommend, unreachable, {}, noon());

  BOOST_TEST(outcome.state == "kept", outcome.message);
  const auto neighbours = db.run(rows::neighbours, cup);
  BOOST_REQUIRE(neighbours.size() > 0);
  BOOST_TEST(neighbours[0].integer("neighbour_id") == saucer);
  BOOST_TEST(neighbours[0].integer("together") == neighbours[0].integer("orders"));
}

BOOST_AUTO_TEST_CASE(a_model_of_any_bytes_that_does_not_learn_from_orders_has_its_place) {
  Trainer weather{
      "weather",
      "accuracy",
      false,
      [](const Task& task) { return std::string("\0\xff\n", 3) + std::to_string(task.seed); },
      [](const Task&, const std::string& artifact) {
        const bool is_first = artifact == std::string("\0\xff\n1", 4);
        return Evaluation{std::vector<double>(50, is_first ? 1.0 : 0.0), {}, {}};
      },
      [](const Task&) {
        return Evaluation{std::vector<double>(50, 0.5), {}, {}};
      },
      [](const Task&, db::Connection&, const std::string&, std::int64_t) {},
      [](const Task&) { return Json::object(); },
  };
  weather.window = [](db::Connection&, Instant now, int days) {
    return Window{now - days * std::chrono::hours(24), now};
  };

  const Outcome first = train_model({db, db}, weather, {}, {}, {}, noon());
  Options worse;
  worse.seed = 2;
  const Outcome second = train_model({db, db}, weather, worse, {}, {}, noon());

  BOOST_TEST(first.state == "published", first.message);
  BOOST_TEST(second.state == "kept", second.message);
}

BOOST_AUTO_TEST_SUITE_END()
