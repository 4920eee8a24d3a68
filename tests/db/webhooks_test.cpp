// Telling other systems: what queues a delivery, and how it is tried again.
#include "mail/webhooks.h"

#include <boost/test/unit_test.hpp>

#include "mail/webhook_sender.h"
#include "support/orders.h"
#include "support/support.h"

using support::noon;

namespace {

struct Hooks : support::RolledBack {
  std::int64_t add(const std::vector<std::string>& events) {
    return mail::add_endpoint(db, "https://hooks.example.org/x", events, noon()).endpoint.id;
  }
  std::vector<mail::Delivery> told() {
    db.run_script("SET CONSTRAINTS ALL IMMEDIATE");
    return mail::list_deliveries(db, {}, 0, 100);
  }
  std::optional<mail::ClaimedDelivery> claim(Instant now) { return mail::claim_delivery(db, now); }
  void change_product(std::int64_t id, const std::string& what) {
    db.run_script("UPDATE product SET " + what + " WHERE id = " + std::to_string(id));
  }
};

/// After what the transaction of the test wrote at its own time.
Instant later() {
  return clock_now() + std::chrono::hours(1);
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(webhooks, Hooks)

BOOST_AUTO_TEST_CASE(an_event_is_one_and_the_same_for_all_who_want_it) {
  const auto lamp = support::make_product(db);
  add({"product.changed"});
  add({"product.changed", "order.placed"});
  add({"order.paid"});
  change_product(lamp, "price_cents = price_cents + 1");

  const auto deliveries = told();
  BOOST_REQUIRE(deliveries.size() == 2U);
  BOOST_TEST(deliveries[0].event_id == deliveries[1].event_id);
  BOOST_TEST(deliveries[0].endpoint_id != deliveries[1].endpoint_id);
}

BOOST_AUTO_TEST_CASE(stock_is_low_once_when_it_becomes_low) {
  const auto lamp = support::make_product(db, {.in_stock = 5});
  add({"stock.low"});
  change_product(lamp, "in_stock = 4");
  BOOST_TEST(told().empty());
  change_product(lamp, "in_stock = 3");
  BOOST_TEST(told().size() == 1U);
  change_product(lamp, "in_stock = 2");
  BOOST_TEST(told().size() == 1U);
  change_product(lamp, "in_stock = 9");
  change_product(lamp, "in_stock = 0");
  BOOST_TEST(told().size() == 2U);
}

BOOST_AUTO_TEST_CASE(what_was_rolled_back_is_told_to_nobody) {
  const auto lamp = support::make_product(db);
  add({"product.changed"});
  {
    db::Transaction undone(db);
    change_product(lamp, "name = 'Other'");
  }
  BOOST_TEST(told().empty());
}

BOOST_AUTO_TEST_CASE(a_paused_endpoint_is_told_neither_new_nor_waiting_things) {
  const auto lamp = support::make_product(db);
  const auto id = add({"product.changed"});
  change_product(lamp, "name = 'Other'");
  BOOST_TEST(told().size() == 1U);
  mail::change_endpoint(db, id, {.active = false});
  change_product(lamp, "name = 'Another'");
  BOOST_TEST(told().size() == 1U);
  BOOST_TEST(!claim(later()));
  mail::change_endpoint(db, id, {.active = true});
  BOOST_TEST(claim(later()).has_value());
}

BOOST_AUTO_TEST_CASE(failures_are_tried_again_with_growing_pauses_until_it_is_dead) {
  const auto lamp = support::make_product(db);
  add({"product.changed"});
  change_product(lamp, "name = 'Other'");
  Instant now = later();
  std::chrono::seconds last_pause{0};
  for (int tries = 1; tries <= mail::kMostTries; ++tries) {
    const auto claimed = claim(now);
    BOOST_REQUIRE(claimed.has_value());
    BOOST_TEST(claimed->attempts == tries);
    BOOST_TEST(!claim(now).has_value());  // nobody else's meanwhile
    mail::finish_delivery(db, *claimed, {.status = 500, .error = "HTTP status 500"}, now);
    const auto delivery = told().at(0);
    if (tries == mail::kMostTries) {
      BOOST_TEST(delivery.state == "dead");
      break;
    }
    const auto pause = std::chrono::duration_cast<std::chrono::seconds>(delivery.next_try_at - now);
    BOOST_TEST((pause >= last_pause));
    BOOST_TEST(!claim(now + pause - std::chrono::seconds(1)).has_value());
    last_pause = pause;
    now = delivery.next_try_at;
  }
  BOOST_TEST(!claim(now + std::chrono::days(30)).has_value());
  const auto replayed = mail::replay_delivery(db, told().at(0).id, now);
  BOOST_TEST(replayed->attempts == 0);
  BOOST_TEST(claim(now)->attempts == 1);
}

BOOST_AUTO_TEST_CASE(an_answer_that_comes_too_late_does_not_count) {
  const auto lamp = support::make_product(db);
  add({"product.changed"});
  change_product(lamp, "name = 'Other'");
  const Instant now = later();
  const auto slow = claim(now).value();
  const auto again = claim(now + std::chrono::hours(1)).value();
  BOOST_TEST(again.id == slow.id);
  mail::finish_delivery(db, slow, {.status = 500, .error = "late"}, now + std::chrono::hours(1));
  BOOST_TEST(told().at(0).last_error.value_or("") == "");
  mail::finish_delivery(db, again, {.status = 204}, now + std::chrono::hours(1));
  BOOST_TEST(told().at(0).state == "delivered");
}

BOOST_AUTO_TEST_CASE(the_body_says_what_happened_and_carries_its_id) {
  const auto lamp = support::make_product(db, {.name = "Lamp \"5\""});
  add({"product.changed"});
  change_product(lamp, "price_cents = 4200");
  const auto claimed = claim(later()).value();
  BOOST_TEST(claimed.event == "product.changed");
  BOOST_TEST(claimed.body.find("\"price_cents\": 4200") != std::string::npos);
  BOOST_TEST(claimed.body.find(claimed.event_id) != std::string::npos);
  BOOST_TEST(claimed.body.find("Lamp \\\"5\\\"") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(what_is_over_for_a_month_is_forgotten_and_what_waits_is_not) {
  const auto lamp = support::make_product(db);
  add({"product.changed"});
  change_product(lamp, "name = 'Other'");
  change_product(lamp, "name = 'Another'");
  const Instant now = later();
  const auto claimed = claim(now).value();
  mail::finish_delivery(db, claimed, {.status = 200}, now);
  mail::forget_old_deliveries(db, now + std::chrono::days(40));
  BOOST_REQUIRE(told().size() == 1U);
  BOOST_TEST(told().at(0).state == "waiting");
}

BOOST_AUTO_TEST_SUITE_END()
