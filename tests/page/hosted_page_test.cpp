// Paying on the pages of a payment service: the stub pays, tells late, twice, in the wrong order
// and with a forged signature, and goes away.
#include <boost/test/unit_test.hpp>

#include "base/secrets.h"
#include "orders/expire.h"
#include "orders/gateway_refunds.h"
#include "orders/hosted.h"
#include "orders/orders.h"
#include "support/api.h"
#include "support/config.h"
#include "support/gateway_stub.h"
#include "support/orders.h"

using namespace support;

namespace {

struct HostedTest : ApiTest {
  HostedTest() : gateway(service.url(), GatewayStub::kKey) {
    keep_secret("gateway_key", GatewayStub::kKey);
    keep_secret("gateway_webhook_secret", GatewayStub::kSecret);
    make_rules(db);
    alice = make_account(db);
    lamp = make_product(db, {.in_stock = 9});
    order = make_order(db, customer(alice), lamp);
    path = "/order/" + std::to_string(order);
    sign_in(alice);
  }
  web::Response choose(const std::string& method = "hosted_card") {
    return post(path + "/pay",
                {{"payment", method}, {"payment_token", "token-of-one-single-press"}});
  }
  int tell(const GatewayStub::Event& event) {
    // The service is nobody that the shop knows.
    const web::Session ours = std::exchange(session, web::new_session(noon()));
    headers["stripe-signature"] = event.signature;
    const int status = call_raw("POST", "/webhooks/payments", event.body).status;
    session = ours;
    return status;
  }
  GatewayStub::Event completed(const std::string& id) {
    return service.event(id, "checkout.session.completed", service.last_session().id, noon());
  }
  bool is_paid() { return orders::find_order(db, order)->states.is_paid(); }
  std::int64_t count(const std::string& what) {
    return number_in(db, "SELECT count(*) AS number FROM " + what);
  }
  Money total() { return orders::find_order(db, order)->total; }
  /// The order, paid by the service's word.
  void pay() {
    choose();
    service.pay(service.last_session().id);
    tell(completed("evt_paid"));
  }
  void sign_in_staff() { sign_in(make_account(db, {.role = "staff", .permissions = "orders"})); }
  web::Response staff_post(const std::string& below, Pairs form) {
    form.emplace_back(
        "seen",
        std::to_string(number_in(db, "SELECT max(id) AS number FROM order_event WHERE order_id = " +
                                         std::to_string(order))));
    return post("/admin/order/" + std::to_string(order) + below, form);
  }

  GatewayStub service;
  Changed<std::string> setting{&Config::card_gateway, service.url()};
  orders::HostedGateway gateway;
  std::int64_t alice = 0;
  std::int64_t lamp = 0;
  std::int64_t order = 0;
  std::string path{};
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(hosted_page, HostedTest)

BOOST_AUTO_TEST_CASE(the_customer_is_led_to_the_services_page_for_the_whole_total) {
  BOOST_TEST(contains(get(path + "/pay"), "We never see your card"));

  const auto page = follow(choose());

  const auto hosted = service.last_session();
  BOOST_TEST(page.status == 200);
  BOOST_TEST(contains(page, "href=\"" + service.url() + "/pay/" + hosted.id + "\""));
  BOOST_TEST(hosted.amount == total().cents);
  BOOST_TEST(hosted.currency == "usd");
  BOOST_TEST(hosted.success_url == "http://shop.example" + path + "/pay/hosted");
  BOOST_TEST(!is_paid());
}

BOOST_AUTO_TEST_CASE(a_signed_event_marks_the_order_paid_once) {
  pay();
  BOOST_TEST(is_paid());
  BOOST_TEST(tell(completed("evt_paid")) == 200);
  BOOST_TEST(tell(completed("evt_of_another_name")) == 200);
  const std::string of_order = " WHERE order_id = " + std::to_string(order);
  BOOST_TEST(count("payment" + of_order) == 1);
  BOOST_TEST(count("order_event" + of_order + " AND kind = 'paid'") == 1);
  BOOST_TEST((orders::find_order(db, order)->payment == orders::PaymentMethod::hosted_card));
}

BOOST_AUTO_TEST_CASE(forged_old_and_foreign_events_change_nothing) {
  choose();
  service.pay(service.last_session().id);
  auto event = completed("evt_1");
  const std::string good = event.signature;
  for (const std::string& signature :
       {std::string(), std::string("t=1,v1="), good + "0", "v0=" + good,
        good.substr(0, good.size() - 1) + (good.back() == '0' ? "1" : "0"),
        service
            .event("evt_1", "checkout.session.completed", service.last_session().id,
                   noon() - std::chrono::minutes(6))
            .signature}) {
    BOOST_TEST(tell({event.body, signature}) == 400, signature);
  }
  event.body[event.body.find("evt_1") + 4] = '2';
  BOOST_TEST(tell(event) == 400);
  BOOST_TEST(!is_paid());
  BOOST_TEST(tell({event.body, good}) == 400);
  const Changed<std::string> none(&Config::card_gateway, "sandbox");
  BOOST_TEST(tell(completed("evt_1")) == 404);
}

BOOST_AUTO_TEST_CASE(another_amount_pays_nothing) {
  choose();
  service.pay(service.last_session().id);
  db.run_script("UPDATE hosted_session SET amount_cents = amount_cents + 1");
  BOOST_TEST(tell(completed("evt_1")) == 200);
  BOOST_TEST(!is_paid());
}

BOOST_AUTO_TEST_CASE(a_late_event_does_not_keep_the_customer_waiting) {
  choose();
  service.pay(service.last_session().id);
  BOOST_TEST(location(get(path + "/pay/hosted")) == path);
  BOOST_TEST(notice.key == "order.paid");
  BOOST_TEST(is_paid());
  BOOST_TEST(tell(completed("evt_late")) == 200);
  BOOST_TEST(count("payment WHERE order_id = " + std::to_string(order)) == 1);
}

BOOST_AUTO_TEST_CASE(events_in_the_wrong_order_end_in_the_same) {
  choose();
  const std::string hosted = service.last_session().id;
  const auto expired = service.event("evt_2", "checkout.session.expired", hosted, noon());
  service.pay(hosted);
  BOOST_TEST(tell(expired) == 200);
  BOOST_TEST(tell(completed("evt_1")) == 200);
  BOOST_TEST(is_paid());
  BOOST_TEST(tell(service.event("evt_3", "checkout.session.expired", hosted, noon())) == 200);
  BOOST_TEST(is_paid());
}

BOOST_AUTO_TEST_CASE(a_second_press_leads_to_the_same_page) {
  choose();
  choose();
  BOOST_TEST(location(choose()) == path + "/pay/hosted");
  BOOST_TEST(service.sessions() == 1);
}

BOOST_AUTO_TEST_CASE(a_press_that_meets_another_one_arrives_at_the_order) {
  // The other press has asked the service and waits for its answer.
  db.run_script(
      "INSERT INTO hosted_session (order_id, token, amount_cents, currency, created_at) VALUES (" +
      std::to_string(order) + ", 'of-the-other-press', " + std::to_string(total().cents) +
      ", 'USD', '" + to_iso(noon()) + "')");
  BOOST_TEST(location(choose()) == path);
  BOOST_TEST(notice.key == "hosted.being_opened");
  BOOST_TEST(service.sessions() == 0);
}

BOOST_AUTO_TEST_CASE(a_service_that_is_away_leaves_the_order_as_it_was) {
  service.go_down(true);
  BOOST_TEST(location(choose()) == path + "/pay");
  BOOST_TEST(notice.key == "hosted.unreachable");
  service.go_down(false);
  BOOST_TEST(location(choose()) == path + "/pay/hosted");
  service.go_down(true);
  BOOST_TEST(get(path + "/pay/hosted").status == 200);
  // It could still be paid over there, so it cannot end here.
  post(path + "/cancel", {});
  BOOST_TEST(notice.key == "order.not_cancelled");
}

BOOST_AUTO_TEST_CASE(who_cancels_or_pays_another_way_cannot_pay_over_there_any_more) {
  choose();
  choose("bank_transfer");
  BOOST_TEST(notice.key == "order.method_changed");
  BOOST_TEST(service.last_session().status == "expired");
  choose();
  BOOST_TEST(service.sessions() == 2);
  post(path + "/cancel", {});
  BOOST_TEST(notice.key == "order.cancelled");
  BOOST_TEST(service.last_session().status == "expired");
}

BOOST_AUTO_TEST_CASE(an_order_that_was_paid_meanwhile_is_not_cancelled) {
  choose();
  service.pay(service.last_session().id);
  post(path + "/cancel", {});
  BOOST_TEST(notice.key == "order.not_cancelled");
  BOOST_TEST(is_paid());
}

BOOST_AUTO_TEST_CASE(an_order_that_waited_too_long_is_asked_for_before_it_is_cancelled) {
  choose();
  db.run_script("UPDATE sales_order SET payment_method = 'hosted_card' WHERE id = " +
                std::to_string(order));
  service.pay(service.last_session().id);
  const auto later = noon() + std::chrono::hours(2);
  orders::expire_orders(db, nullptr, 10, later, &gateway);
  BOOST_TEST(is_paid());
}

BOOST_AUTO_TEST_CASE(money_that_came_twice_goes_back_by_itself) {
  choose();
  const auto hosted = service.last_session();
  service.pay(hosted.id);
  // Staff saw the money on the bank's list meanwhile.
  db.run_script("UPDATE hosted_session SET state = 'closed'");
  sign_in_staff();
  staff_post("/step", {{"step", "pay"}});
  BOOST_TEST(is_paid());
  BOOST_TEST(tell(completed("evt_1")) == 200);
  BOOST_TEST(count("payment WHERE state = 'surplus'") == 1);
  const auto round = orders::send_refunds(db, gateway, 10, noon() + std::chrono::hours(24 * 3650));
  BOOST_TEST(round.done == 1);
  BOOST_TEST(service.refunds().at(0).amount == hosted.amount);
  BOOST_TEST(contains(get("/admin/order/" + std::to_string(order)), "Paid twice"));
}

BOOST_AUTO_TEST_CASE(a_refund_by_staff_goes_back_through_the_service_once) {
  pay();
  sign_in_staff();
  shop.clock = clock_now;  // the outbox goes by the database's clock
  staff_post("/refund", {{"amount", "5.00"}, {"reason", "scratch"}});
  BOOST_TEST(notice.key == "staff.done.refund");
  BOOST_REQUIRE(service.refunds().size() == 1u);
  BOOST_TEST(service.refunds().at(0).amount == 500);
  BOOST_TEST(service.refunds().at(0).payment == "pi_of_" + service.last_session().id);
  BOOST_TEST(contains(get("/admin/order/" + std::to_string(order)), "sent back"));
  orders::send_refunds(db, gateway, 10, clock_now() + std::chrono::hours(24));
  BOOST_TEST(service.refunds().size() == 1u);
}

BOOST_AUTO_TEST_CASE(a_refund_waits_for_a_service_that_is_away_and_a_refused_one_is_tried_again) {
  pay();
  sign_in_staff();
  shop.clock = clock_now;
  service.go_down(true);
  staff_post("/refund", {{"amount", "5.00"}, {"reason", ""}});
  BOOST_TEST(contains(get("/admin/order/" + std::to_string(order)), "on its way"));
  service.go_down(false);
  service.refuse_refunds(true);
  const auto later = clock_now() + std::chrono::hours(1);
  BOOST_TEST(orders::send_refunds(db, gateway, 10, later).failed == 1);
  const auto page = get("/admin/order/" + std::to_string(order));
  BOOST_TEST(contains(page, "the charge is disputed"));
  service.refuse_refunds(false);
  const auto refund = number_in(db, "SELECT max(id) AS number FROM gateway_refund");
  BOOST_TEST(post("/admin/order/" + std::to_string(order) + "/refund/again",
                  {{"refund", std::to_string(refund)}})
                 .status == 303);
  BOOST_TEST(service.refunds().size() == 1u);
  post("/admin/order/" + std::to_string(order) + "/refund/again",
       {{"refund", std::to_string(refund)}});
  BOOST_TEST(notice.key == "staff.changed_meanwhile");
}

BOOST_AUTO_TEST_CASE(a_refund_made_at_the_service_is_booked_and_not_sent_again) {
  pay();
  const std::string payment = "pi_of_" + service.last_session().id;
  tell(service.refund_event("evt_r1", payment, 300, noon()));
  tell(service.refund_event("evt_r2", payment, total().cents, noon()));
  tell(service.refund_event("evt_r1", payment, 300, noon()));
  tell(service.refund_event("evt_r3", "pi_of_somebody", 300, noon()));
  BOOST_TEST(orders::take_outside_refunds(db, 10, noon()) == 2);
  BOOST_TEST(number_in(db, "SELECT sum(amount_cents) AS number FROM refund WHERE order_id = " +
                               std::to_string(order)) == total().cents);
  const bool is_refunded =
      orders::find_order(db, order)->states.payment == orders::PaymentState::refunded;
  BOOST_TEST(is_refunded);
  orders::send_refunds(db, gateway, 10, clock_now() + std::chrono::hours(24));
  BOOST_TEST(service.refunds().empty());
}

BOOST_AUTO_TEST_CASE(other_peoples_payments_do_not_exist) {
  choose();
  sign_in(make_account(db));
  BOOST_TEST(get("/order/" + std::to_string(order) + "/pay/hosted").status == 404);
}

BOOST_AUTO_TEST_CASE(the_checkout_leads_there_too) {
  post("/cart/add", {{"product", std::to_string(lamp)}, {"pieces", "1"}});
  const auto placed = post("/checkout", {{"email", "a@example.com"},
                                         {"name", "A"},
                                         {"street", "1 Main Street"},
                                         {"postal_code", ""},
                                         {"city", "Springfield"},
                                         {"country", "US"},
                                         {"phone", ""},
                                         {"shipping", "standard"},
                                         {"payment", "hosted_card"},
                                         {"checkout_token", "a-token-of-this-hosted-test"},
                                         {"total_cents", std::to_string(total().cents)}});
  BOOST_TEST(location(placed).ends_with("/pay/hosted"));
  BOOST_TEST(service.last_session().email == "a@example.com");
}

BOOST_AUTO_TEST_SUITE_END()
