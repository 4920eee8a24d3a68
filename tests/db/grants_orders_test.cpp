/// The storefront's database role sells, but cannot do what only staff may: the database itself
/// refuses, whatever a page would ask for.

#include <boost/test/unit_test.hpp>

#include "catalog/reviews.h"
#include "catalog/stock_wishes.h"
#include "orders/hosted.h"
#include "orders/invoice.h"
#include "orders/orders.h"
#include "orders/returns.h"
#include "support/gateway_stub.h"
#include "support/orders.h"

using support::noon;
using support::number_in;

namespace {

struct Storefront : support::RolledBack {
  Storefront() {
    support::make_rules(db);
    lamp = support::make_product(db, {.in_stock = 9});
    order = support::make_order(db, support::guest(), lamp, 2);
    is_there = number_in(db,
                         "SELECT count(*) AS number FROM pg_roles WHERE rolname IN "
                         "('parley_shop', 'parley_admin')") == 2;
  }
  /// True when this role may not run the statement at all.
  bool is_denied(const std::string& role, const std::string& statement) {
    db::Transaction attempt(db);
    db.run_script("SET LOCAL ROLE " + role);
    try {
      db.run_script(statement);
      return false;
    } catch (const db::Error& error) {
      return error.sqlstate() == "42501";  // insufficient_privilege
    }
  }

  std::int64_t lamp = 0;
  std::int64_t order = 0;
  bool is_there = false;  // a host may have one role for all
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(rights_of_the_storefront, Storefront)

BOOST_AUTO_TEST_CASE(it_cannot_do_what_staff_do) {
  if (!is_there) return;
  const std::string id = std::to_string(order);
  for (const std::string& statement :
       {"INSERT INTO refund (order_id, amount_cents) VALUES (" + id + ", 1)",
        "INSERT INTO shipment (order_id) VALUES (" + id + ")",
        "INSERT INTO invoice (number, order_id, issued_at) VALUES (1000000, " + id + ", now())",
        std::string("UPDATE invoice_counter SET last = 0"),
        std::string("UPDATE return_request SET state = 'accepted', decided_at = now()"),
        std::string("DELETE FROM return_request"),
        std::string("DELETE FROM order_event"),
        std::string("INSERT INTO order_step SELECT * FROM order_step"),
        std::string("INSERT INTO distribution_center (name) VALUES ('Mine')"),
        std::string("DELETE FROM inventory_item"),
        std::string("DELETE FROM stock_change"),
        std::string("UPDATE review SET state = 'shown'"),
        std::string("UPDATE review SET helpful_count = 99"),
        std::string("DELETE FROM review_report"),
        std::string("DELETE FROM stock_wish"),
        std::string("UPDATE gateway_refund SET state = 'done'"),
        std::string("INSERT INTO gateway_refund (session_id, amount_cents) VALUES (1, 1)"),
        std::string("DELETE FROM hosted_session"),
        std::string("DELETE FROM gateway_event"),
        std::string("INSERT INTO product_family (name, options) VALUES ('x', '{Size}')"),
        std::string("INSERT INTO setting (name, value) VALUES ('logo', 'x')"),
        "UPDATE product SET family_id = NULL WHERE id = " + std::to_string(lamp),
        "UPDATE inventory_item SET center_id = 1 WHERE product_id = " + std::to_string(lamp),
        "UPDATE product SET price_cents = 1 WHERE id = " + std::to_string(lamp)}) {
    BOOST_TEST(is_denied("parley_shop", statement), statement);
  }
}

BOOST_AUTO_TEST_CASE(nobody_writes_invoices_or_rules_by_hand) {
  if (!is_there) return;
  for (const char* statement :
       {"UPDATE invoice_counter SET last = 0", "DELETE FROM invoice", "DELETE FROM order_step"}) {
    BOOST_TEST(is_denied("parley_admin", statement), statement);
  }
}

BOOST_AUTO_TEST_CASE(it_can_do_what_customers_do) {
  if (!is_there) return;
  db.run_script("SET LOCAL ROLE parley_shop");
  const auto line = orders::find_returnable(db, order, noon())->lines[0].id;

  BOOST_TEST(orders::issue_invoice(db, order, noon()).has_value());
  BOOST_TEST((orders::ask_return(db, order, {{{line, 2}}, "", "token-of-this-return"}, {}, noon())
                  .outcome == orders::AskOutcome::asked));
  BOOST_TEST((orders::cancel_order(db, order, {}, noon()) == orders::AdvanceOutcome::done));
  db.run_script("SET CONSTRAINTS ALL IMMEDIATE; RESET ROLE");
}

BOOST_AUTO_TEST_CASE(it_can_take_votes_reports_wishes_and_what_a_payment_service_tells) {
  if (!is_there) return;
  const auto alice = support::make_account(db);
  const auto bob = support::make_account(db);
  const auto mug = support::make_product(db, {.name = "Mug", .in_stock = 0});
  db.run_script("SET LOCAL ROLE parley_shop");

  BOOST_TEST(
      (catalog::save_review(db, lamp, alice, {5, "Good", ""}) == catalog::ReviewOutcome::added));
  BOOST_TEST((catalog::save_review(db, lamp, alice, {4, "Good", "Still."}) ==
              catalog::ReviewOutcome::replaced));
  const auto review = catalog::list_reviews(db, lamp, 0, 1).at(0).id;
  BOOST_TEST(catalog::vote_helpful(db, review, bob));
  BOOST_TEST(!catalog::vote_helpful(db, review, bob));
  catalog::report_review(db, review, bob, "Why?", noon());
  catalog::report_review(db, review, bob, "Because.", noon());
  BOOST_TEST(catalog::wish_for_stock(db, mug, "a@example.com", 0, noon()));
  BOOST_TEST(catalog::wish_for_stock(db, mug, "a@example.com", 0, noon()));
  support::GatewayStub service;
  orders::HostedGateway gateway(service.url(), support::GatewayStub::kKey);
  const auto opened =
      orders::open_hosted_payment(db, gateway, order, "Order", {"http://x", "http://y"}, noon());
  BOOST_TEST((opened.outcome == orders::OpenOutcome::opened));
  const auto session = service.last_session();
  service.pay(session.id);
  const orders::GatewayEvent event{.id = "evt_grants",
                                   .kind = "checkout.session.completed",
                                   .token = session.token,
                                   .session = session.id,
                                   .payment = "pi_1",
                                   .currency = "usd",
                                   .amount = session.amount,
                                   .is_paid = true};
  BOOST_TEST((orders::take_gateway_event(db, event, noon()) == orders::EventOutcome::taken));
  BOOST_TEST(orders::find_order(db, order)->states.is_paid());
  BOOST_TEST((orders::take_gateway_event(db, event, noon()) == orders::EventOutcome::known));
  db.run_script("SET CONSTRAINTS ALL IMMEDIATE; RESET ROLE");
}

BOOST_AUTO_TEST_SUITE_END()
