#include <boost/test/unit_test.hpp>

#include "orders/order_work.h"
#include "support/orders.h"

using namespace support;

namespace {

struct StaffOrderTest : PageTest {
  StaffOrderTest() {
    make_rules(db);
    lamp = make_product(db, {.name = "Lamp", .in_stock = 90});
    order = make_order(db, customer(make_account(db)), lamp, 3);
    sign_in(make_account(db, {.role = "staff", .permissions = "orders"}));
  }
  std::string path(const std::string& below = "") {
    return "/admin/order/" + std::to_string(order) + below;
  }
  orders::OrderFile file() { return orders::find_order_file(db, order).value(); }
  std::string seen() { return std::to_string(file().last_event); }
  std::string line() { return "pieces-" + std::to_string(file().lines[0].id); }

  std::int64_t lamp = 0;
  std::int64_t order = 0;
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(admin_order_page, StaffOrderTest)

BOOST_AUTO_TEST_CASE(shows_the_order_and_what_may_happen_next) {
  const auto page = get("/admin/order/" + std::to_string(order));

  BOOST_TEST(page.status == 200);
  for (const char* text : {"Lamp", "1 Main Street", "alice@example.com", "Mark as paid",
                           "Cancel the order", "Send these pieces", "Order placed"}) {
    BOOST_TEST(contains(page, text), text);
  }
  BOOST_TEST(!contains(page, "Mark as delivered"));
  BOOST_TEST(!contains(page, "name=\"amount\""));
}

BOOST_AUTO_TEST_CASE(goes_through_its_life_by_buttons) {
  follow(post(path("/step"), {{"step", "pay"}, {"seen", seen()}}));
  BOOST_TEST(file().order.states.is_paid());
  follow(post(path("/ship"),
              {{line(), "2"}, {"carrier", "Post"}, {"tracking", "X1"}, {"seen", seen()}}));
  const auto partly = get(path());
  BOOST_TEST(contains(partly, "Partly on its way"));
  BOOST_TEST(contains(partly, "2 × Lamp"));
  follow(post(path("/ship"), {{line(), "1"}, {"carrier", ""}, {"tracking", ""}, {"seen", seen()}}));
  follow(post(path("/step"), {{"step", "deliver"}, {"seen", seen()}}));
  const auto refunded =
      follow(post(path("/refund"), {{"amount", "5,00"}, {"reason", "scratch"}, {"seen", seen()}}));

  BOOST_TEST(contains(refunded, "$5.00: scratch"));
  BOOST_TEST(contains(refunded, "Complete"));
  BOOST_TEST(file().refunded.cents == 500);
}

BOOST_AUTO_TEST_CASE(a_second_click_is_told_and_does_nothing) {
  const std::string before = seen();
  post(path("/step"), {{"step", "pay"}, {"seen", before}});
  post(path("/step"), {{"step", "pay"}, {"seen", before}});

  BOOST_TEST(notice.key == "staff.changed_meanwhile");
  BOOST_TEST(notice_is_warning);
  BOOST_TEST(file().payments.size() == 1U);
}

BOOST_AUTO_TEST_CASE(what_does_not_fit_is_told) {
  post(path("/step"), {{"step", "deliver"}, {"seen", seen()}});
  BOOST_TEST(notice.key == "staff.not_now");
  post(path("/ship"), {{line(), "4"}, {"carrier", ""}, {"tracking", ""}, {"seen", seen()}});
  BOOST_TEST(notice.key == "staff.too_many_pieces");
  post(path("/ship"), {{line(), "0"}, {"carrier", ""}, {"tracking", ""}, {"seen", seen()}});
  BOOST_TEST(notice.key == "staff.nothing_to_ship");
  post(path("/refund"), {{"amount", "1"}, {"reason", ""}, {"seen", seen()}});
  BOOST_TEST(notice.key == "staff.too_much_money");
  post(path("/step"), {{"step", "pay"}, {"seen", seen()}});

  for (const char* amount : {"", "-1", "0", "abc", "1.234", "99999999999999999999"}) {
    const auto answer =
        post(path("/refund"), {{"amount", amount}, {"reason", "kept"}, {"seen", seen()}});
    BOOST_TEST(answer.status == 422, amount);
    BOOST_TEST(contains(answer, "value=\"kept\""), amount);
  }
  BOOST_TEST(file().refunded.cents == 0);
}

BOOST_AUTO_TEST_CASE(strange_forms_are_refused) {
  BOOST_TEST(post(path("/step"), {{"step", "sell"}, {"seen", seen()}}).status == 400);
  BOOST_TEST(post(path("/step"), {{"step", "pay"}}).status == 400);
  BOOST_TEST(post(path("/step"), {{"step", "pay"}, {"seen", "-1"}}).status == 400);
  BOOST_TEST(post(path("/ship"), {{line(), "-1"}, {"seen", seen()}}).status == 400);
  BOOST_TEST(post(path("/ship"), {{line(), "99999999999"}, {"seen", seen()}}).status == 400);
  BOOST_TEST(post(path("/step"), {{"step", "pay"}, {"seen", seen()}, {"csrf", "x"}}).status == 403);
  BOOST_TEST(get("/admin/order/999999999").status == 404);
  BOOST_TEST(get("/admin/order/x").status == 404);
  BOOST_TEST(post("/admin/order/999999999/step", {{"step", "pay"}, {"seen", "0"}}).status == 404);
  BOOST_TEST(post("/admin/order/999999999/ship", {{"seen", "0"}}).status == 404);
  BOOST_TEST(post("/admin/order/999999999/refund", {{"amount", "1"}, {"seen", "0"}}).status == 404);
  BOOST_TEST(file().history.size() == 1U);
}

BOOST_AUTO_TEST_CASE(is_for_those_who_run_orders) {
  const std::string now = seen();
  sign_in(make_account(db, {.role = "staff", .permissions = "stock"}));
  BOOST_TEST(get(path()).status == 403);
  BOOST_TEST(post(path("/step"), {{"step", "pay"}, {"seen", now}}).status == 403);
  BOOST_TEST(post(path("/ship"), {{"seen", now}}).status == 403);
  BOOST_TEST(post(path("/refund"), {{"seen", now}}).status == 403);
  sign_in(make_account(db));
  BOOST_TEST(get(path()).status == 403);
}

BOOST_AUTO_TEST_SUITE_END()
