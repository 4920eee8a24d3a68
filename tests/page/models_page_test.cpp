#include <boost/test/unit_test.hpp>

#include "analytics/models.h"
#include "support/support.h"
#include "tests_predict.sql.h"

using support::contains;
using support::location;

namespace {

struct Models : support::PageTest {
  Models() {
    admin = support::make_account(db, {.role = "admin"});
    looker = support::make_account(db, {.role = "staff", .permissions = "reports"});
  }
  std::int64_t make_version(const std::string& state) {
    return db.first(sql::tests_predict::make_version, "churn", state)->integer("id");
  }
  std::int64_t admin = 0;
  std::int64_t looker = 0;
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(models_pages, Models)

BOOST_AUTO_TEST_CASE(a_shop_without_models_says_so) {
  sign_in(looker);
  const auto answer = get("/admin/models");

  BOOST_TEST(answer.status == 200);
  BOOST_TEST(contains(answer, "No version serves yet"));
  BOOST_TEST(contains(answer, "Nothing was trained yet"));
  BOOST_TEST(!contains(answer, "Train now"));
}

BOOST_AUTO_TEST_CASE(versions_show_their_figures_and_plots) {
  make_version("retired");
  const auto id = make_version("active");
  sign_in(looker);

  const auto list = get("/admin/models");
  BOOST_TEST(contains(list, "0.7500"));
  BOOST_TEST(contains(list, "<polyline points=\"24.0,"));
  const auto one = get("/admin/models/" + std::to_string(id));
  BOOST_TEST(contains(one, "Said and came"));
  BOOST_TEST(contains(one, "method: test"));
  BOOST_TEST(contains(one, "Time since the last purchase"));
  BOOST_TEST(contains(one, "30.0 %"));
  BOOST_TEST(!contains(one, "Let this version serve"));
  BOOST_TEST(get("/admin/models/999999999").status == 404);
}

BOOST_AUTO_TEST_CASE(an_admin_asks_for_a_training_once_and_stops_it) {
  sign_in(admin);

  BOOST_TEST(contains(follow(post("/admin/models/train", {{"model", "churn"}})), "asked for"));
  BOOST_TEST(contains(follow(post("/admin/models/train", {{"model", "churn"}})), "already"));
  const auto jobs = analytics::list_jobs(db, 5);
  BOOST_REQUIRE(jobs.size() == 1U);
  BOOST_TEST(jobs[0].state == "waiting");
  const std::string job = std::to_string(jobs[0].id);
  BOOST_TEST(contains(get("/admin/models"), "<progress max=\"100\" value=\"0\">"));
  BOOST_TEST(contains(follow(post("/admin/models/stop", {{"job", job}})), "told to stop"));
  BOOST_TEST(analytics::list_jobs(db, 5)[0].state == "stopped");
  BOOST_TEST(contains(follow(post("/admin/models/stop", {{"job", job}})), "has ended"));
  BOOST_TEST(post("/admin/models/train", {{"model", "nonsense"}}).status == 400);
}

BOOST_AUTO_TEST_CASE(an_admin_lets_an_earlier_version_serve_again) {
  const auto before = make_version("retired");
  const auto now = make_version("active");
  sign_in(admin);
  const auto address = [](std::int64_t id) {
    return "/admin/models/" + std::to_string(id) + "/activate";
  };

  BOOST_TEST(contains(get("/admin/models/" + std::to_string(before)), "Let this version serve"));
  BOOST_TEST(contains(follow(post(address(now), {})), "serves already"));
  BOOST_TEST(contains(follow(post(address(before), {})), "will serve in a moment"));
  BOOST_TEST(analytics::list_jobs(db, 5)[0].action == "activate");
  BOOST_TEST(post("/admin/models/" + std::to_string(now + 1000) + "/activate", {}).status == 404);
}

BOOST_AUTO_TEST_CASE(drift_without_an_alarm_is_folded_away_and_an_alarm_stands_above) {
  const Instant day = std::chrono::floor<std::chrono::days>(support::noon());
  db.run(sql::tests_predict::add_alarm, day, "churn", "psi:idle_days", 0.5, 100);
  db.run(sql::tests_predict::add_metric, day, "churn", "psi:orders", 0.01, 100);
  sign_in(admin);

  const auto answer = get("/admin/models");

  const auto fold = answer.body.find("<summary>1 things known of customers");
  BOOST_REQUIRE(fold != std::string::npos);
  BOOST_TEST(answer.body.find("Time since the last purchase <strong class=\"badge bad\">Alarm") <
             fold);
  BOOST_TEST(answer.body.find("0.0100") > fold);
}

BOOST_AUTO_TEST_CASE(an_admin_says_how_models_are_trained_and_nonsense_is_refused) {
  sign_in(admin);
  const support::Pairs good = {
      {"every_hours", "12"},   {"new_samples", "50"},    {"window_days", "365"},
      {"horizon_days", "30"},  {"margin", "0.005"},      {"drift_alarm", "0.3"},
      {"rollback_share", "1"}, {"search_term", "0"},     {"taste_term", "4"},
      {"event_months", "13"},  {"letter_products", "2"}, {"stock_term", "0"},
      {"sales_term", "2.5"}};
  BOOST_TEST(contains(get("/admin/models/settings"), "name=\"every_hours\" value=\"24\""));

  BOOST_TEST(location(post("/admin/models/settings", good)) == "/admin/models");
  const auto shown = get("/admin/models/settings");
  BOOST_TEST(contains(shown, "name=\"margin\" value=\"0.005\""));
  BOOST_TEST(contains(shown, "name=\"horizon_days\" value=\"30\""));
  BOOST_TEST(contains(shown, "name=\"sales_term\" value=\"2.5\""));
  BOOST_TEST(contains(get("/admin/models"), "in the next 30 days"));

  for (const char* bad : {"0", "1.5", "", "1e3", "nan", "-4", "999999", "<b>"}) {
    support::Pairs form = good;
    form[0].second = bad;
    const auto refused = post("/admin/models/settings", form);
    BOOST_TEST(refused.status == 422, bad);
    BOOST_TEST(contains(refused, "id=\"every_hours-error\""), bad);
  }
  BOOST_TEST(contains(get("/admin/models/settings"), "name=\"every_hours\" value=\"12\""));
}

BOOST_AUTO_TEST_CASE(who_may_only_look_cannot_act_and_customers_see_nothing) {
  const auto before = make_version("retired");
  sign_in(looker);
  BOOST_TEST(post("/admin/models/train", {{"model", "churn"}}).status == 403);
  BOOST_TEST(get("/admin/models/settings").status == 403);
  BOOST_TEST(post("/admin/models/settings", {{"margin", "9"}}).status == 403);
  BOOST_TEST(post("/admin/models/stop", {{"job", "1"}}).status == 403);
  BOOST_TEST(post("/admin/models/" + std::to_string(before) + "/activate", {}).status == 403);
  sign_in(support::make_account(db));
  BOOST_TEST(get("/admin/models").status == 403);
  BOOST_TEST(get("/admin/predictions").status == 403);
  BOOST_TEST(get("/admin/predictions.csv").status == 403);
}

BOOST_AUTO_TEST_SUITE_END()
