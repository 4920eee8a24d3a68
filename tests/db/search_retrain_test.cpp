/// What visitors take of the search's results moves up, when that is proved on searches that the
/// training has not seen.

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <random>

#include "analytics/events.h"
#include "retrain/run.h"
#include "search/search.h"
#include "support/support.h"
#include "tests_predict.sql.h"

using namespace retrain;
using support::make_product;
using support::noon;

namespace {

namespace rows = sql::tests_predict;

constexpr int kProducts = 12;

struct Training : support::RolledBack {
  const Trainer& trainer = *std::ranges::find(trainers(), "search", &Trainer::name);
  std::vector<std::int64_t> lanterns{};

  Training() {
    analytics::prepare_event_months(db, noon() - std::chrono::days(62));
    analytics::prepare_event_months(db, noon());
    for (int i = 0; i < kProducts; ++i) {
      lanterns.push_back(make_product(db, {.name = "Zebrawood Lantern"}));
    }
  }

  std::vector<std::int64_t> found() {
    search::Index index;
    return search::find_ids(index, db, "zebrawood lantern", kProducts);
  }

  /// Twelve searches a day for two months. A visitor looks at the place k with a chance of
  /// 1 / (1 + k / 2) and takes what he likes.
  void visit(const std::function<double(std::int64_t)>& liking) {
    std::mt19937 dice(7);
    const auto chance = [&dice] { return static_cast<double>(dice()) / 4294967296.0; };
    const std::vector<std::int64_t> shown = found();
    std::string detail = "zebrawood lantern →";
    for (const std::int64_t product : shown) detail += " " + std::to_string(product);
    for (int i = 0; i < 60 * 12; ++i) {
      const Instant at = noon() - std::chrono::hours(2) * (i + 1);
      const std::string visitor = "guest" + std::to_string(i);
      db.run(rows::add_event, at, "search", visitor, std::nullopt, detail);
      for (std::size_t place = 0; place < shown.size(); ++place) {
        const bool looks = chance() < 1 / (1 + static_cast<double>(place) / 2);
        if (!looks || chance() >= liking(shown[place])) continue;
        db.run(rows::add_event, at + std::chrono::seconds(20), "click", visitor, shown[place],
               "/search");
        break;
      }
    }
  }
  Outcome train(const Options& options = {}) {
    return train_model({db, db}, trainer, options, {}, {}, noon());
  }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(search_retrain, Training)

BOOST_AUTO_TEST_CASE(what_visitors_take_moves_up_until_staff_switch_it_off) {
  search::Index index;  // of a worker that goes on running
  const auto before = search::find_ids(index, db, "zebrawood lantern", kProducts);
  const std::int64_t liked = before[6];
  visit([liked](std::int64_t product) { return product == liked ? 0.7 : 0.05; });

  const Outcome outcome = train();

  BOOST_REQUIRE_MESSAGE(outcome.state == "published", outcome.message);
  const auto after = search::find_ids(index, db, "zebrawood lantern", kProducts);
  BOOST_TEST(after[0] == liked);
  db.run(rows::set_setting, "search_term", 0);
  BOOST_TEST(search::find_ids(index, db, "zebrawood lantern", kProducts) == before,
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(stock_and_sales_count_as_far_as_staff_let_them) {
  const std::int64_t sold_out = make_product(db, {.name = "Yellowheart Lantern", .in_stock = 0});
  const std::int64_t here = make_product(db, {.name = "Yellowheart Lantern"});
  const std::int64_t sells = make_product(db, {.name = "Yellowheart Lantern"});
  db.run(rows::set_sold, sells, 1000);
  search::Index index;  // of a worker that goes on running
  const auto order = [&] { return search::find_ids(index, db, "yellowheart lantern", 3); };
  using Ids = std::vector<std::int64_t>;

  BOOST_TEST((order() == Ids{sells, here, sold_out}));
  db.run(rows::set_setting, "sales_term", 0);
  BOOST_TEST((order() == Ids{here, sells, sold_out}));
  db.run(rows::set_setting, "stock_term", 0);
  BOOST_TEST((order() == Ids{sold_out, here, sells}));
}

BOOST_AUTO_TEST_CASE(where_all_products_are_liked_alike_nothing_is_published) {
  visit([](std::int64_t) { return 0.2; });
  const auto before = found();

  const Outcome outcome = train();

  BOOST_TEST(outcome.state == "kept", outcome.message);
  BOOST_TEST(found() == before, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(the_same_searches_give_the_same_bytes) {
  const std::int64_t liked = found()[6];
  visit([liked](std::int64_t product) { return product == liked ? 0.7 : 0.05; });

  const Outcome first = train();
  const Outcome second = train();

  BOOST_TEST(second.state == "kept", second.message);  // no better than itself
  BOOST_TEST(first.artifact_hash == second.artifact_hash);
}

BOOST_AUTO_TEST_CASE(a_shop_that_nobody_searched_keeps_its_search_and_that_is_no_failure) {
  BOOST_TEST(train().message == "nobody has searched yet");

  db.run(rows::add_event, noon() - std::chrono::hours(30), "search", "guest", std::nullopt,
         "lantern → " + std::to_string(lanterns[0]));
  const Outcome outcome = train();

  BOOST_TEST(outcome.state == "kept");
  BOOST_TEST(outcome.message.find("0 searches of the newest 14 days led to a product") == 0U,
             outcome.message);
}

BOOST_AUTO_TEST_CASE(a_taking_belongs_to_its_visitor_and_to_the_newest_search_that_showed_it) {
  const std::string both = "a → " + std::to_string(lanterns[0]) + " " + std::to_string(lanterns[1]);
  const std::string one = "b → " + std::to_string(lanterns[0]);
  const auto minute = [](int n) { return noon() + std::chrono::minutes(n); };
  db.run(rows::add_event, minute(0), "search", "ann", std::nullopt, both);
  db.run(rows::add_event, minute(1), "search", "ann", std::nullopt, one);
  db.run(rows::add_event, minute(1), "search", "bob", std::nullopt, both);
  db.run(rows::add_event, minute(2), "click", "ann", lanterns[0], "/search");
  db.run(rows::add_event, minute(3), "cart", "ann", lanterns[1], std::nullopt);
  db.run(rows::add_event, minute(40), "click", "bob", lanterns[0], "/search");  // too late

  const auto searches = search::read_shown_searches(db, noon(), minute(60));

  BOOST_REQUIRE(searches.size() == 3U);
  BOOST_TEST(searches[0].first_taken() == 1U);
  BOOST_TEST(searches[1].text == "b");
  BOOST_TEST(searches[1].first_taken() == 0U);
  BOOST_TEST(!searches[2].has_taken());
}

BOOST_AUTO_TEST_SUITE_END()
