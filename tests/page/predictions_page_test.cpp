#include <boost/test/unit_test.hpp>

#include "analytics/models.h"
#include "support/support.h"
#include "tests_predict.sql.h"

using support::contains;

namespace {

/// Collects a streamed answer.
struct Collected : web::Stream {
  bool write(std::string_view piece) override {
    text += piece;
    return true;
  }
  std::string text{};
};

struct Predictions : support::PageTest {
  Predictions() {
    risky = support::make_account(db, {.first_name = "=Risky"});
    const auto rich = support::make_account(db, {.first_name = "Rich"});
    db.run(sql::tests_predict::make_prediction, risky, 0.9, 1000);
    db.run(sql::tests_predict::make_prediction, rich, 0.1, 99900);
    sign_in(support::make_account(db, {.role = "staff", .permissions = "reports"}));
  }
  std::int64_t risky = 0;
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(predictions_pages, Predictions)

BOOST_AUTO_TEST_CASE(customers_are_listed_by_risk_or_by_value_with_reasons) {
  const auto by_risk = get("/admin/predictions");
  BOOST_TEST(by_risk.body.find("=Risky") < by_risk.body.find("Rich"));
  BOOST_TEST(contains(by_risk, "90.0 %"));
  BOOST_TEST(contains(by_risk, "+ Time since the last purchase"));

  const auto by_value = get("/admin/predictions?by=value");
  BOOST_TEST(by_value.body.find("Rich") < by_value.body.find("=Risky"));
  BOOST_TEST(contains(by_value, "$999.00"));
  const auto found = get("/admin/predictions?q=rISK");
  BOOST_TEST(contains(found, "=Risky"));
  BOOST_TEST(!contains(found, ">Rich<"));
  BOOST_TEST(contains(get("/admin/predictions?behind=999999999"), "the list ends here"));
  const auto behind = get("/admin/predictions?behind=" + std::to_string(risky));
  BOOST_TEST(!contains(behind, "=Risky"));
  BOOST_TEST(contains(behind, ">Rich<"));
}

BOOST_AUTO_TEST_CASE(one_customer_is_found_by_number) {
  const auto said = analytics::find_prediction(db, risky);

  BOOST_REQUIRE(said.has_value());
  BOOST_TEST(*said->churn == 0.9, boost::test_tools::tolerance(1e-6));
  BOOST_TEST(said->spend->cents == 1000);
  BOOST_TEST(said->reasons.at(0).name == "idle_days");
  BOOST_TEST(!analytics::find_prediction(db, INT64_MAX));
}

BOOST_AUTO_TEST_CASE(all_of_them_are_a_csv_file_without_formulas) {
  const auto answer = get("/admin/predictions.csv");
  Collected file;
  answer.stream(file);

  BOOST_TEST(file.text.find("account,username,name,churn") == 0U);
  BOOST_TEST(file.text.find("\"'=Risky") != std::string::npos);
  BOOST_TEST(file.text.find("999.00") != std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()
