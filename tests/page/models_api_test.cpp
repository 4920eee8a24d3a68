// Predictions, versions and jobs of the models by JSON.
#include "analytics/models.h"

#include <boost/test/unit_test.hpp>

#include "support/api.h"
#include "tests_predict.sql.h"

using support::at;
using support::Json;
using support::json_of;

namespace {

struct Models : support::ApiTest {
  std::int64_t make_version(const std::string& state) {
    return db.first(sql::tests_predict::make_version, "churn", state)->integer("id");
  }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(models_api, Models)

BOOST_AUTO_TEST_CASE(versions_are_read_with_their_figures) {
  make_version("retired");
  const auto id = make_version("active");
  log_in_as({.role = "staff", .permissions = "reports"});

  const Json list = json_of(call("GET", "/api/ml/models/?model=churn"));
  BOOST_TEST(list.at("total") == 2);
  BOOST_TEST(list.at("items").at(0).at("id") == id);
  BOOST_TEST(list.at("items").at(0).at("figure").at("value") == 0.75);
  BOOST_TEST(json_of(call("GET", at("/api/ml/models/{}", id))).at("importance").size() > 0U);
  BOOST_TEST(call("GET", "/api/ml/models/999999999").status == 404);
  BOOST_TEST(support::bad_fields(call("GET", "/api/ml/models?model=oracle")) == "model");
}

BOOST_AUTO_TEST_CASE(an_admin_asks_for_a_training_once_and_stops_it) {
  log_in_as({.role = "admin"});

  const auto asked = call("POST", "/api/ml/retrain/", {{"model", "churn"}});
  BOOST_TEST(asked.status == 202);
  const Json job = json_of(asked);
  const auto id = job.at("id").get<std::int64_t>();
  BOOST_TEST(support::header(asked, "Location") == at("/api/ml/jobs/{}", id));
  const auto again = call("POST", "/api/ml/retrain", {{"model", "churn"}});
  BOOST_TEST(again.status == 409);
  BOOST_TEST(json_of(again).at("job").at("id") == id);
  BOOST_TEST(json_of(call("GET", at("/api/ml/jobs/{}", id))).at("state") == "waiting");
  BOOST_TEST(json_of(call("GET", "/api/ml/jobs")).at("items").at(0).at("id") == id);
  BOOST_TEST(json_of(call("POST", at("/api/ml/jobs/{}/stop", id))).at("state") == "stopped");
  BOOST_TEST(call("POST", at("/api/ml/jobs/{}/stop", id)).status == 409);
  BOOST_TEST(call("POST", "/api/ml/jobs/999999999/stop").status == 404);
  BOOST_TEST(support::bad_fields(call("POST", "/api/ml/retrain", {{"model", "oracle"}})) ==
             "model");
  BOOST_TEST(support::bad_fields(call("POST", "/api/ml/retrain", {{"force", "yes"}})) ==
             "model,force");
}

BOOST_AUTO_TEST_CASE(an_admin_lets_an_earlier_version_serve_again) {
  const auto before = make_version("retired");
  const auto now = make_version("active");
  log_in_as({.role = "admin"});

  BOOST_TEST(call("POST", at("/api/ml/models/{}/activate", now)).status == 409);
  const auto asked = call("POST", at("/api/ml/models/{}/activate", before));
  BOOST_TEST(asked.status == 202);
  BOOST_TEST(json_of(asked).at("action") == "activate");
  BOOST_TEST(call("POST", at("/api/ml/models/{}/activate", before)).status == 409);
  BOOST_TEST(call("POST", "/api/ml/models/999999999/activate").status == 404);
}

BOOST_AUTO_TEST_CASE(staff_who_read_reports_do_not_steer) {
  const auto version = make_version("retired");
  log_in_as({.role = "staff", .permissions = "reports"});
  BOOST_TEST(call("POST", "/api/ml/retrain", {{"model", "churn"}}).status == 403);
  BOOST_TEST(call("POST", at("/api/ml/models/{}/activate", version)).status == 403);
  log_in_as();
  BOOST_TEST(call("GET", "/api/ml/models").status == 403);
  BOOST_TEST(call("POST", "/api/ml/predict", {{"user_id", 1}}).status == 403);
}

BOOST_AUTO_TEST_CASE(a_customer_is_predicted_when_a_model_was_trained_on_him) {
  const auto customer = support::make_account(db);
  const auto stranger = support::make_account(db);
  db.run(sql::tests_predict::make_prediction, customer, 0.25, 4200);
  log_in_as({.role = "staff", .permissions = "reports"});

  const Json said = json_of(call("POST", "/api/ml/predict", {{"user_id", customer}}));
  BOOST_TEST(said.at("churn").at("probability") == 0.25);
  BOOST_TEST(said.at("spending").at("expected") == "42.00");
  BOOST_TEST(call("POST", "/api/ml/predict", {{"user_id", stranger}}).status == 409);
  BOOST_TEST(call("POST", "/api/ml/predict", {{"user_id", 999999999}}).status == 404);
  BOOST_TEST(support::bad_fields(call("POST", "/api/ml/predict", {{"user_id", "1"}})) == "user_id");
}

BOOST_AUTO_TEST_SUITE_END()
