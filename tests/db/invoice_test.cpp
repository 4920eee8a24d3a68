#include "orders/invoice.h"

#include <boost/test/unit_test.hpp>
#include <thread>

#include "orders/orders.h"
#include "support/race.h"

using namespace orders;
using support::guest;
using support::make_order;
using support::make_product;
using support::noon;

namespace {

std::int64_t number_of(const std::optional<Invoice>& invoice) {
  return std::stoll(invoice.value().number.substr(std::string("INV-").size()));
}

struct WithOrders : support::RolledBack {
  WithOrders() : lamp((support::make_rules(db), make_product(db, {.in_stock = 9}))) {}
  std::int64_t order(const std::string& token) { return make_order(db, guest(), lamp, 1, token); }
  std::int64_t lamp;
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(invoices, WithOrders)

BOOST_AUTO_TEST_CASE(are_numbered_one_after_the_other_and_once_for_an_order) {
  const auto first = order("token-1");
  const auto second = order("token-2");

  const auto one = issue_invoice(db, first, noon());
  const auto two = issue_invoice(db, second, noon());
  const auto again = issue_invoice(db, first, noon() + std::chrono::hours(24));

  BOOST_TEST(number_of(two) == number_of(one) + 1);
  BOOST_TEST(number_of(again) == number_of(one));
  BOOST_TEST((again->issued_at == noon()));
}

BOOST_AUTO_TEST_CASE(are_not_made_for_cancelled_orders_or_carts_but_stay_when_made) {
  const auto cancelled = order("token-1");
  const auto later = order("token-2");
  BOOST_REQUIRE((cancel_order(db, cancelled, {}, noon()) == AdvanceOutcome::done));
  const auto one = issue_invoice(db, later, noon());
  BOOST_REQUIRE((cancel_order(db, later, {}, noon()) == AdvanceOutcome::done));
  BOOST_REQUIRE((add_to_cart(db, guest(), lamp, 1, noon()).outcome == AddOutcome::added));

  BOOST_TEST(!issue_invoice(db, cancelled, noon()).has_value());
  BOOST_TEST(!issue_invoice(db, find_cart(db, guest()).order_id, noon()).has_value());
  BOOST_TEST(!issue_invoice(db, 999999999, noon()).has_value());
  BOOST_TEST(number_of(issue_invoice(db, later, noon())) == number_of(one));
}

BOOST_AUTO_TEST_CASE(cannot_be_changed_or_deleted) {
  const std::string id = std::to_string(order("token-1"));
  BOOST_REQUIRE(issue_invoice(db, std::stoll(id), noon()).has_value());
  for (const std::string& wrong :
       {"UPDATE invoice SET issued_at = now() WHERE order_id = " + id,
        "DELETE FROM invoice WHERE order_id = " + id, "DELETE FROM sales_order WHERE id = " + id}) {
    db::Transaction attempt(db);
    BOOST_CHECK_THROW(db.run_script(wrong), db::ConstraintError);
  }
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_FIXTURE_TEST_SUITE(two_invoices_at_once, support::Committed)

BOOST_AUTO_TEST_CASE(leave_no_gap_when_one_of_them_fails) {
  const auto lamp = product(9);
  const auto first = place(buyer("a"), lamp, 1, "a");
  const auto second = place(buyer("b"), lamp, 1, "b");
  std::int64_t failed = 0;
  std::int64_t next = 0;

  auto transaction = std::make_unique<db::Transaction>(db);
  failed = number_of(issue_invoice(db, first, noon()));
  std::thread other([&] {
    // Rolled back as well at the end: no invoice of a test stays behind.
    db::Transaction rolled_back(rival);
    next = number_of(issue_invoice(rival, second, noon()));
  });
  wait_until_rival_waits();
  transaction.reset();
  other.join();

  BOOST_TEST(next == failed);
}

BOOST_AUTO_TEST_CASE(of_one_order_are_one) {
  const auto order = place(buyer("a"), product(9), 1, "a");
  std::int64_t other_number = 0;

  auto transaction = std::make_unique<db::Transaction>(db);
  const auto number = number_of(issue_invoice(db, order, noon()));
  std::thread other([&] {
    db::Transaction rolled_back(rival);
    other_number = number_of(issue_invoice(rival, order, noon()));
  });
  wait_until_rival_waits();
  transaction.reset();
  other.join();

  BOOST_TEST(other_number == number);
}

BOOST_AUTO_TEST_SUITE_END()
