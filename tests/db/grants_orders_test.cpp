/// The storefront's database role sells, but cannot do what only staff may: the database itself
/// refuses, whatever a page would ask for.

#include <boost/test/unit_test.hpp>

#include "orders/invoice.h"
#include "orders/orders.h"
#include "orders/returns.h"
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
        std::string("DELETE FROM return_request"), std::string("DELETE FROM order_event"),
        std::string("INSERT INTO order_step SELECT * FROM order_step"),
        std::string("INSERT INTO distribution_center (name) VALUES ('Mine')"),
        std::string("DELETE FROM inventory_item"), std::string("DELETE FROM stock_change"),
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

BOOST_AUTO_TEST_SUITE_END()
