#include <boost/test/unit_test.hpp>

#include "orders/returns.h"
#include "support/orders.h"

using namespace support;

namespace {

struct Collected : web::Stream {
  bool write(std::string_view piece) override {
    text += piece;
    return true;
  }
  std::string text{};
};

struct ReturnsTest : PageTest {
  ReturnsTest() {
    make_rules(db);
    lamp = make_product(db, {.name = "Lamp", .in_stock = 90});
    order = make_order(db, customer(make_account(db)), lamp, 3);
    BOOST_REQUIRE((orders::advance_order(db, order, orders::Action::ship, {}, "", noon()) ==
                   orders::AdvanceOutcome::done));
    const auto line = orders::find_returnable(db, order, noon())->lines[0].id;
    id =
        orders::ask_return(db, order, {{{line, 2}}, "=too big", "token-of-this-return"}, {}, noon())
            .return_id;
    sign_in(make_account(db, {.role = "staff", .permissions = "orders"}));
  }
  std::string seen() { return std::to_string(orders::find_order_file(db, order)->last_event); }
  std::string path(const std::string& below) {
    return "/admin/order/" + std::to_string(order) + "/return/" + std::to_string(id) + below;
  }
  std::string state() { return orders::find_return(db, order, id)->state; }

  std::int64_t lamp = 0;
  std::int64_t order = 0;
  std::int64_t id = 0;
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(admin_returns_page, ReturnsTest)

BOOST_AUTO_TEST_CASE(lists_what_is_to_be_decided) {
  const std::string link = "#return-" + std::to_string(id);
  BOOST_TEST(contains(get("/admin/returns"), link));
  BOOST_TEST(contains(get("/admin/returns?state=asked&q=alice%40example.com"), link));
  BOOST_TEST(!contains(get("/admin/returns?state=declined"), link));
  BOOST_TEST(get("/admin/returns?state=lost").status == 400);
  BOOST_TEST(get("/admin/returns?before=x").status == 404);
  Collected file;
  get("/admin/returns.csv?q=alice").stream(file);
  BOOST_TEST(file.text.find("2 × Lamp,\"'=too big\"") != std::string::npos);
  BOOST_TEST(contains(get("/admin/order/" + std::to_string(order)), "Accept: the pieces"));
}

BOOST_AUTO_TEST_CASE(are_accepted_once) {
  const std::string before = seen();
  post("/admin/order/" + std::to_string(order) + "/return/" + std::to_string(id) + "/accept",
       {{"seen", before}});
  BOOST_TEST(notice.key == "staff.return_accepted");
  post(path("/accept"), {{"seen", before}});
  BOOST_TEST(notice.key == "staff.changed_meanwhile");
  post(path("/accept"), {{"seen", seen()}});
  BOOST_TEST(notice.key == "staff.not_now");
  BOOST_TEST(state() == "accepted");
}

BOOST_AUTO_TEST_CASE(propose_what_is_due_as_the_refund) {
  const std::string there = "/admin/order/" + std::to_string(order);
  post(there + "/step", {{"step", "pay"}, {"seen", seen()}});
  post(path("/accept"), {{"seen", seen()}});
  // Two of 19.99 and 8.25 % sales tax.
  BOOST_TEST(contains(get(there), "value=\"43.28\""));
  post(there + "/refund", {{"amount", "40"}, {"reason", ""}, {"seen", seen()}});
  BOOST_TEST(contains(get(there), "value=\"3.28\""));
}

BOOST_AUTO_TEST_CASE(are_declined_with_a_reason) {
  post(path("/decline"), {{"seen", seen()}, {"answer", " "}});
  BOOST_TEST(notice.key == "staff.answer_needed");
  post("/admin/order/" + std::to_string(order) + "/return/" + std::to_string(id) + "/decline",
       {{"seen", seen()}, {"answer", "worn"}});
  BOOST_TEST(state() == "declined");
  BOOST_TEST(contains(get("/admin/order/" + std::to_string(order)), "Our answer: worn"));
}

BOOST_AUTO_TEST_CASE(are_decided_by_those_who_run_orders_only) {
  const std::string now = seen();
  BOOST_TEST(
      post("/admin/order/" + std::to_string(order) + "/return/999999999/accept", {{"seen", now}})
          .status == 404);
  sign_in(make_account(db, {.role = "staff", .permissions = "stock"}));
  BOOST_TEST(get("/admin/returns").status == 403);
  BOOST_TEST(post(path("/accept"), {{"seen", now}}).status == 403);
  BOOST_TEST(post(path("/decline"), {{"seen", now}, {"answer", "x"}}).status == 403);
  BOOST_TEST(state() == "asked");
}

BOOST_AUTO_TEST_SUITE_END()
