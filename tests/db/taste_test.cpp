#include "recommend/taste.h"

#include <boost/test/unit_test.hpp>

#include "analytics/events.h"
#include "support/orders.h"

using support::noon;

namespace {

constexpr auto kDay = std::chrono::hours(24);

struct Tastes : support::RolledBack {
  const std::int64_t alice = support::make_account(db);
  const std::int64_t lamp = support::make_product(db, {.name = "Lamp", .brand = "Lumen"});
  const std::int64_t mug = support::make_product(db, {.name = "Mug", .brand = "Clay"});

  void look_at(std::int64_t product, Instant at) {
    const std::vector<analytics::Event> events = {
        {.at = at, .kind = "view", .account_id = alice, .product_id = product}};
    analytics::write_events(db, events);
  }
  recommend::Taste now() { return recommend::taste_of(db, alice, noon() + kDay); }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(tastes, Tastes)

BOOST_AUTO_TEST_CASE(what_was_looked_at_most_counts_one) {
  look_at(lamp, noon());
  look_at(lamp, noon());
  look_at(mug, noon());

  const recommend::Taste taste = now();

  BOOST_TEST(taste.is_known());
  BOOST_TEST(taste.brands.at("Lumen") == 1);
  BOOST_TEST(taste.brands.at("Clay") == 0.5);
  BOOST_TEST(taste.most > 0.029F);
  BOOST_TEST(taste.most < 0.031F);
}

BOOST_AUTO_TEST_CASE(today_counts_from_tomorrow_so_that_pages_keep_their_order) {
  look_at(lamp, noon());

  BOOST_TEST(!recommend::taste_of(db, alice, noon()).is_known());
  BOOST_TEST(now().is_known());
}

BOOST_AUTO_TEST_CASE(who_refuses_to_be_tracked_has_no_taste) {
  look_at(lamp, noon());
  analytics::refuse_tracking(db, alice);

  BOOST_TEST(!now().is_known());
}

BOOST_AUTO_TEST_CASE(a_customer_without_history_has_none) {
  BOOST_TEST(!now().is_known());
  BOOST_TEST(!recommend::taste_of(db, 0, noon()).is_known());
}

BOOST_AUTO_TEST_SUITE_END()
